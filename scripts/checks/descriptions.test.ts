import { describe, expect, it } from "vitest";
import { type JsonSchema, schemaFields } from "../../packages/core/src/document/schema-fields.ts";
import { frameworkJsonSchema } from "../../packages/core/src/index.ts";
import { descriptionsOf, openApiSchemas } from "./descriptions.ts";

/** Fields that neither describe themselves nor have a doc comment; a constant says what it is. */
function undescribed(schemas: Record<string, JsonSchema>): string[] {
  const texts = descriptionsOf(schemas);
  return Object.entries(schemas).flatMap(([id, schema]) =>
    [...schemaFields(schema)].flatMap(({ path, field }) => {
      const name = path.join(".");
      const isDescribed = field.description !== undefined || texts[id]?.[name] !== undefined;
      return isDescribed || "const" in field ? [] : [`${id}.${name}`];
    }),
  );
}

describe("the doc comments", () => {
  it("describe every field of the OpenAPI", async () => {
    const schemas = await openApiSchemas();
    expect(Object.keys(schemas).length).toBeGreaterThan(100);
    expect(undescribed(schemas)).toEqual([]);
  });

  it("describe every field of the JSON Schema of the document, those of each form by its own comment", () => {
    const schema = frameworkJsonSchema();
    const schemas = { FrameworkDocument: schema, ...(schema.$defs as Record<string, JsonSchema>) };
    expect(undescribed(schemas)).toEqual([]);
    const { Value, FundEvent } = descriptionsOf(schemas);
    expect(Value?.["[number]value"]).toContain("The number as stated");
    expect(FundEvent?.["[delayed]causes"]).toContain("hold-up of its own");
    expect(FundEvent?.["[resumed]causes"]).toContain("Default: all");
  });
});

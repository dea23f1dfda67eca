/** A JSON Schema, or a part of one. */
export type JsonSchema = Record<string, unknown>;

/** A field that a JSON Schema lists, and the names that lead to it. */
export interface SchemaField {
  /** `["gewe", "spent"]`; of one of several forms, after the constant that names the form: `["[delayed]causes"]`. */
  path: string[];
  field: JsonSchema;
}

const propertiesOf = ({ properties }: JsonSchema) => (properties ?? {}) as Record<string, JsonSchema>;

/** The constant that names a form among others: `kind: "number"`. */
export const constantOf = (schema: JsonSchema): string | undefined =>
  Object.values(propertiesOf(schema))
    .map((field) => field.const)
    .find((constant) => typeof constant === "string");

const listIn = (schema: JsonSchema, key: string): unknown[] => (schema[key] as unknown[] | undefined) ?? [];

/** The fields that a JSON Schema lists, at any depth, in its order. References are not followed: what they lead to has fields of its own. */
export function* schemaFields(
  schema: unknown,
  path: readonly string[] = [],
  isForm = false,
): Generator<SchemaField> {
  if (typeof schema !== "object" || schema === null) return;
  const own = schema as JsonSchema;
  for (const each of [own.items, own.additionalProperties]) yield* schemaFields(each, path);
  const forms = ["anyOf", "oneOf", "allOf"].flatMap((key) => listIn(own, key));
  for (const each of forms) yield* schemaFields(each, path, true);
  const form = isForm ? constantOf(own) : undefined;
  for (const [name, field] of Object.entries(propertiesOf(own))) {
    const here = [...path, form === undefined ? name : `[${form}]${name}`];
    yield { path: here, field };
    yield* schemaFields(field, here);
  }
}

/** What fields mean, by the id of their schema and the path within it. */
export type Descriptions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Describes the fields of a schema that do not describe themselves. The schema is changed. */
export function describeFields(id: string, schema: JsonSchema, descriptions: Descriptions): void {
  const texts = Object.hasOwn(descriptions, id) ? descriptions[id] : undefined;
  if (texts === undefined) return;
  for (const { path, field } of schemaFields(schema)) {
    const text = texts[path.join(".")];
    if (text !== undefined && field.description === undefined) field.description = text;
  }
}

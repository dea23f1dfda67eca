import { writeFileSync } from "node:fs";
import { descriptionsOf } from "../../scripts/checks/descriptions.ts";
import { describeFields, type JsonSchema } from "./src/document/schema-fields.ts";
import { frameworkJsonSchema } from "./src/index.ts";

// Part of the build: the schema as a file, for editors and for programs in other languages. What fields mean is what the doc comments say.
const schema = frameworkJsonSchema();
const schemas = { FrameworkDocument: schema, ...(schema.$defs as Record<string, JsonSchema>) };
const descriptions = descriptionsOf(schemas);
for (const [id, each] of Object.entries(schemas)) describeFields(id, each, descriptions);
const file = new URL("dist/framework.schema.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);

import { writeFileSync } from "node:fs";
import { frameworkJsonSchema } from "./src/index.ts";

// Part of the build: the schema as a file, for editors and for programs in other languages.
const file = new URL("dist/framework.schema.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(frameworkJsonSchema(), null, 2)}\n`);

import { writeFileSync } from "node:fs";
import { rulesPage } from "../packages/core/test/rules-page.ts";

// The page of rules is made of the rules and of the cases that they are tested by: `pnpm rules`.
const file = new URL("../docs/rules.md", import.meta.url);
writeFileSync(file, rulesPage());

import { defineConfig } from "tsup";
import { packageBuild } from "../../tsup.base.ts";

export default defineConfig(
  packageBuild(["src/index.ts", "src/sqlite/index.ts", "src/postgres/index.ts", "src/pg-boss/index.ts"]),
);

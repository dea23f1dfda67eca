import { defineConfig } from "tsup";
import { entryPoints, packageBuild } from "../../tsup.base.ts";

// The program of the process that decodes columnar files is no entry point: nobody imports it.
export default defineConfig(packageBuild([...entryPoints(), "src/columnar/decoder.ts"]));

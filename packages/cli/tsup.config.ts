import { defineConfig } from "tsup";
import { packageBuild } from "../../tsup.base.ts";

export default defineConfig([
  packageBuild(),
  // The program itself is an ES module: it awaits at its top.
  { ...packageBuild(["src/bin.ts"]), format: ["esm"], dts: false, clean: false },
]);

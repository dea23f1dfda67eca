import { defineConfig } from "tsup";
import { entryPoints, packageBuild } from "../../tsup.base.ts";

export default defineConfig([
  packageBuild(entryPoints()),
  {
    // The program of the process that decodes columnar files is no entry point: nobody imports it. It carries the little that it needs of the
    // core: to load all of it takes a process longer than to read a file.
    ...packageBuild(["src/columnar/decoder.ts"]),
    ...{ format: ["esm"], dts: false, clean: false, noExternal: [/^@cadre\//, "zod"] },
    outDir: "dist/columnar",
  },
]);

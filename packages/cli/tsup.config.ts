import { defineConfig } from "tsup";
import { packageBuild } from "../../tsup.base.ts";

/** Loaded from their own packages: native, optional, or large and needed by one format only. */
const OUTSIDE = [
  /^(?:@duckdb\/|@resvg\/|apache-arrow|hono|hyparquet|libxml2-wasm|pg\b|pg-boss)/,
  ...["esbuild", "linkedom", "canvas", "pg-native"],
];

export default defineConfig([
  packageBuild(),
  {
    // The program itself is an ES module: it awaits at its top. It is one bundle in parts that are loaded when they are needed: Node takes
    // longer to find two hundred modules than to run them.
    ...packageBuild(["src/bin.ts"]),
    ...{ format: ["esm"], dts: false, clean: false, sourcemap: false, treeshake: false },
    noExternal: [/^(?!@duckdb\/|@resvg\/|apache-arrow|hono|hyparquet|libxml2-wasm|pg\b|pg-boss)/],
    external: OUTSIDE,
    // CommonJS among the dependencies asks for Node's modules by `require`.
    banner: {
      js: 'import { createRequire as cadreRequire } from "node:module"; const require = cadreRequire(import.meta.url);',
    },
  },
]);

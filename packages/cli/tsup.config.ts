import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";
import { packageBuild } from "../../tsup.base.ts";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Loaded from their own packages: native, optional, or needed by one format only. */
const OUTSIDE =
  "@duckdb/|@resvg/|apache-arrow|canvas|esbuild|hono|hyparquet|libxml2-wasm|linkedom|pg\\b|pg-boss|pg-native";

/** Licences of what the bundle holds of others, beside it. */
const licences: Plugin = {
  name: "licences",
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      const folders = Object.keys(metafile?.inputs ?? {}).map(
        (path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(path)?.[0],
      );
      const texts = [...new Set(folders)].sort().flatMap((folder) => {
        if (folder === undefined || !existsSync(folder)) return [];
        const name = folder.split("/node_modules/").at(-1)?.slice(0, -1);
        const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
        return files.map((file) => `${name}\n\n${readFileSync(folder + file, "utf8").trim()}\n`);
      });
      writeFileSync("dist/THIRD-PARTY-LICENSES.txt", texts.join(`\n${"-".repeat(80)}\n\n`));
    });
  },
};

export default defineConfig([
  packageBuild(),
  {
    // The program itself is an ES module: it awaits at its top. It is one bundle in parts that are loaded when they are needed: Node takes
    // longer to find two hundred modules than to run them.
    ...packageBuild(["src/bin.ts"]),
    ...{ format: ["esm"], dts: false, clean: false, sourcemap: false, treeshake: false },
    external: [new RegExp(`^(?:${OUTSIDE})`)],
    noExternal: [new RegExp(`^(?!${OUTSIDE})`)],
    esbuildPlugins: [licences],
    // CommonJS among the dependencies asks for Node's modules by `require`.
    banner: {
      js: 'import { createRequire as cadreRequire } from "node:module"; const require = cadreRequire(import.meta.url);',
    },
  },
]);

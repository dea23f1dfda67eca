import { readFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";
import { entryPoints, packageBuild } from "../../tsup.base.ts";

/** A schema of its own at the top of a file, as the formatter leaves it: `export const Code = z.string()…;`. */
const SCHEMA = /^((?:export )?const \w+ = )(z\b[\s\S]*?);$(?=\n(?:\n|\/\*\*|export|const|$))/gm;

/**
 * Says of each schema that creating it has no other effect, so that a bundler drops those that nobody uses: it cannot see that of a chain of
 * calls. Entry points that parse nothing become some 2.5 kB smaller.
 */
const pureSchemas: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "pure-schemas",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/, namespace: "file" }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (!source.includes('from "zod"')) return undefined;
      return { contents: source.replace(SCHEMA, "$1/* @__PURE__ */ (() => $2)();"), loader: "ts" };
    }),
};

/** Leaves out of the messages what only a translator needs: `{0:code}` becomes `{0}`. Some 2% of what checks a document. */
const shortPlaceholders: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "short-placeholders",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]messages\.(en|fr)\.ts$/, namespace: "file" }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/\{(\d):\w+\}/g, "{$1}"),
      loader: "ts",
    })),
};

export default defineConfig({
  // The messages by themselves: a chunk that they shared with schemas would bring these along wherever a message is used.
  ...packageBuild([...entryPoints(), "src/messages.en.ts", "src/messages.fr.ts"]),
  esbuildPlugins: [pureSchemas, shortPlaceholders],
});

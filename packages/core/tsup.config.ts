import { readFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";
import ts from "typescript";
import { entryPoints, packageBuild } from "../../tsup.base.ts";

/** Expressions that a bundler drops by itself where nobody uses them. */
const HARMLESS = new Set([
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.BigIntLiteral,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
]);

/**
 * Says of each constant at the top of a file that computing it has no other effect, so that a bundler drops those that nobody uses: it
 * cannot see that of a call. Entry points that parse nothing become some 2.5 kB smaller, and what only replays does not build machines.
 */
const pureConstants: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "pure-constants",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/, namespace: "file" }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022);
      let contents = source;
      for (const statement of [...file.statements].reverse()) {
        if (!ts.isVariableStatement(statement)) continue;
        for (const { initializer } of [...statement.declarationList.declarations].reverse()) {
          if (initializer === undefined || HARMLESS.has(initializer.kind)) continue;
          const [from, to] = [initializer.getStart(file), initializer.end];
          contents = `${contents.slice(0, from)}/* @__PURE__ */ (() => (${contents.slice(from, to)}))()${contents.slice(to)}`;
        }
      }
      return { contents, loader: "ts" };
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
  esbuildPlugins: [shortPlaceholders, pureConstants],
});

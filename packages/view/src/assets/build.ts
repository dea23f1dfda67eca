import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** What a page carries with it: the style of tables and charts, that of the dashboard, its program, and the program's digest. */
export type Asset = "view.css" | "page.css" | "client.js" | "client.sha256";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Bundles an asset from its sources. Only sources and the build do this: the built package carries the result. */
export function buildAsset(asset: Asset): string {
  if (asset === "client.sha256") return createHash("sha256").update(buildAsset("client.js")).digest("base64");
  // Loaded when it is needed, so that nobody needs it who does not.
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const entry = {
    "view.css": "./view.css",
    "page.css": "./page.css",
    "client.js": "../dashboard/client/main.ts",
  };
  const { outputFiles } = buildSync({
    entryPoints: [path(entry[asset])],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    conditions: ["cadre-source"],
    // A page has no base to resolve against, and `</script>` must not be in it.
    charset: "ascii",
    legalComments: "none",
  });
  return (outputFiles[0]?.text ?? "").trim();
}

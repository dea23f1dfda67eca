import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Where the sources of a page's styles and programs are. */
const ENTRIES = {
  "view.css": "./view.css",
  "page.css": "./page.css",
  "portfolio.css": "./portfolio.css",
  "client.js": "../dashboard/client/main.ts",
  "portfolio.js": "../portfolio/client/main.ts",
} as const;

/** What a page carries with it: styles, programs, and the programs' digests. */
export type Asset = keyof typeof ENTRIES | "client.sha256" | "portfolio.sha256";

/** All assets. */
export const ASSETS: readonly Asset[] = [
  ...(Object.keys(ENTRIES) as (keyof typeof ENTRIES)[]),
  "client.sha256",
  "portfolio.sha256",
];

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Bundles an asset from its sources. Only sources and the build do this: the built package carries the result. */
export function buildAsset(asset: Asset): string {
  if (asset === "client.sha256" || asset === "portfolio.sha256") {
    const program = asset === "client.sha256" ? "client.js" : "portfolio.js";
    return createHash("sha256").update(buildAsset(program)).digest("base64");
  }
  // Loaded when it is needed, so that nobody needs it who does not.
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const { outputFiles } = buildSync({
    entryPoints: [path(ENTRIES[asset])],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    conditions: ["cadre-source"],
    // A page has no base to resolve against, and `</script>` must not be in it.
    charset: "utf8",
    legalComments: "none",
  });
  return (outputFiles[0]?.text ?? "").trim();
}

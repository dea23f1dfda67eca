import { readFileSync } from "node:fs";
import type { Options } from "tsup";

/** The sources of a package's entry points, as its manifest names them: that is where an entry point is stated. */
export function entryPoints(): string[] {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
    exports: Record<string, string | { "cadre-source"?: string }>;
  };
  return Object.values(exports).flatMap((target) =>
    typeof target === "object" && target["cadre-source"]?.endsWith(".ts")
      ? [target["cadre-source"].slice(2)]
      : [],
  );
}

/** How every package is built: ES modules and CommonJS with types for both, dependencies left outside. */
export function packageBuild(entry = entryPoints()): Options {
  return {
    entry,
    format: ["esm", "cjs"],
    dts: true,
    clean: true,
    splitting: true,
    sourcemap: true,
    target: "es2022",
    treeshake: true,
    // Some of Node's modules exist by their full name alone: `node:sqlite`.
    removeNodeProtocol: false,
  };
}

import type { Options } from "tsup";

/** How every package is built: ES modules and CommonJS with types for both, dependencies left outside. */
export function packageBuild(entry: string[]): Options {
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

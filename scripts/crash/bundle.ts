import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

/**
 * The writer as one file, so that it starts in no time, of one of two versions of the code: they do not take each other's snapshots, which
 * both save far more often than usual.
 */
export async function bundle(folder: string, version: string): Promise<string> {
  const outfile = join(folder, `worker-${version}.mjs`);
  const states: Plugin = {
    name: "version",
    setup: ({ onLoad }) =>
      onLoad({ filter: /engine\/states\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, "utf8");
        const contents = source
          .replace(/STATE_VERSION = "[^"]+"/, `STATE_VERSION = "${version}"`)
          .replace(/SNAPSHOT_EVERY = \d+/, "SNAPSHOT_EVERY = 50");
        if (contents.split(version).length < 2 || !contents.includes("SNAPSHOT_EVERY = 50"))
          throw new Error("states.ts has no versions to change");
        return { contents, loader: "ts" };
      }),
  };
  await build({
    entryPoints: [join(import.meta.dirname, "worker.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    conditions: ["cadre-source"],
    external: ["pg-native"],
    plugins: [states],
    // What is CommonJS inside asks for Node's modules in its own way.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { Seen } from "./peak-memory.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** A shell between this process and the child: a child's peak starts from that of the process that it is forked from. */
const SHELL = '"$0" "$@"; exit $?';
/** Packages that a build carries in itself: ours, and what the manifest of `@cadre/documents` lists for development alone. */
const isIncluded = (path: string, importer: string) =>
  path.startsWith("@cadre/") || (path.startsWith("date-fns") && importer.includes("/documents/"));

/** Leaves other packages outside, as the published builds do: Node loads them file by file, which is most of what loading costs. */
const outside: Plugin = {
  name: "packages-outside",
  setup: (plugin) => {
    plugin.onResolve({ filter: /^[^./]/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === "seen" || kind === "entry-point" || path.startsWith("node:")) return undefined;
      if (isIncluded(path, importer)) return undefined;
      const found = await plugin.resolve(path, { kind, resolveDir, importer, pluginData: "seen" });
      return found.errors.length > 0 ? found : { path: pathToFileURL(found.path).href, external: true };
    });
  },
};

/** Reads files in processes of their own, through the built package, as users load it, since memory is measured per process. */
export interface ChildReader {
  /** Reads a file of this name and content; without content, only loads the package. */
  read: (name: string, content?: Uint8Array) => Seen;
  /** Removes everything. */
  end: () => void;
}

/** Builds the entry, once. */
export async function startChildReader(): Promise<ChildReader> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-apart-"));
  const [entry, child] = [join(folder, "entry.mjs"), join(folder, "child.mjs")];
  const shared = { bundle: true, platform: "node", format: "esm", target: "es2022" } as const;
  await build({
    ...shared,
    stdin: {
      contents: 'export * from "./src/index.ts"; export { parseFramework } from "@cadre/core";',
      resolveDir: here(".."),
    },
    conditions: ["cadre-source"],
    outfile: entry,
    plugins: [outside],
  });
  await build({ ...shared, entryPoints: [here("peak-memory.ts")], outfile: child });
  return {
    read: (name, content) => {
      const file = join(folder, name);
      if (content !== undefined) writeFileSync(file, content);
      const args = [child, ...(content === undefined ? [] : [file])];
      const ran = spawnSync("sh", ["-c", SHELL, process.execPath, ...args], {
        encoding: "utf8",
        timeout: 60_000,
        env: { ...process.env, CADRE_ENTRY: pathToFileURL(entry).href },
      });
      if (content !== undefined) rmSync(file);
      if (ran.status !== 0) throw new Error(`${name}: ${ran.stderr}`);
      return JSON.parse(ran.stdout);
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

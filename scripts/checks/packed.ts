import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { command } from "./step.ts";
import { packages, pnpm } from "./workspace.ts";

/** The packages as a user gets them: packed, unpacked, side by side in one `node_modules`. */
export interface Packed {
  /** The folder that holds `node_modules`. */
  folder: string;
  tarballs: Map<string, string>;
}

let packing: Promise<Packed> | undefined;

async function run(file: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await command(file, args, { cwd });
  if (code !== 0) throw new Error(`${file} ${args.join(" ")}\n${output}`);
}

async function pack(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-packed-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const modules = join(folder, "node_modules");
  const tarballs = new Map<string, string>();
  for (const found of packages()) {
    const [file = "", ...first] = pnpm();
    const into = mkdtempSync(join(folder, "pack-"));
    await run(file, [...first, "pack", "--pack-destination", into], found.folder);
    const tarball = join(into, readdirSync(into).find((name) => name.endsWith(".tgz")) ?? "");
    tarballs.set(found.name, tarball);
    await run("tar", ["xzf", tarball], into);
    const home = join(modules, found.name);
    mkdirSync(dirname(home), { recursive: true });
    renameSync(join(into, "package"), home);
    for (const name of found.dependencies) {
      const target = join(modules, name);
      mkdirSync(dirname(target), { recursive: true });
      if (packages().some((other) => other.name === name)) continue;
      try {
        symlinkSync(join(found.folder, "node_modules", name), target);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
    }
  }
  return { folder, tarballs };
}

/** Packs once for all the steps that look at the packages as published. */
export function packed(): Promise<Packed> {
  packing ??= pack();
  return packing;
}

/** The manifest of a packed package. */
export function packedManifest({ folder }: Packed, name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"));
}

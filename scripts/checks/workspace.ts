import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the checks need to know of a published package. */
export interface Package {
  name: string;
  folder: string;
  /** Its entry points: `.`, `./budget`, … without files such as `./package.json`. */
  entryPoints: string[];
  dependencies: string[];
  nodeRange: string;
  /** Its build script. */
  build: string;
}

export const ROOT = join(import.meta.dirname, "..", "..");

/** The published packages, lowest layer first: each after those that it imports. */
export function packages(): Package[] {
  const folder = join(ROOT, "packages");
  const all = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, "package.json")))
    .flatMap((path): Package[] => {
      const manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
      if (manifest.private) return [];
      return [
        {
          name: manifest.name,
          folder: path,
          entryPoints: Object.keys(manifest.exports).filter(
            (name) => !name.endsWith(".json") && !name.includes("*"),
          ),
          dependencies: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
          nodeRange: manifest.engines.node,
          build: manifest.scripts.build,
        },
      ];
    });
  const ordered: Package[] = [];
  const place = (found: Package): void => {
    if (ordered.includes(found)) return;
    for (const name of found.dependencies) {
      const below = all.find((other) => other.name === name);
      if (below !== undefined) place(below);
    }
    ordered.push(found);
  };
  for (const found of all) place(found);
  return ordered;
}

/** The pnpm that runs this script, as a command and its first arguments. */
export function pnpm(): string[] {
  const path = process.env.npm_execpath;
  if (path === undefined) return ["npx", "--yes", "pnpm@12"];
  return /\.[cm]?js$/.test(path) ? [process.execPath, path] : [path];
}

/** The machine's own Node: the first on the path that no dependency brought. */
export function machineNode(): string | null {
  for (const folder of (process.env.PATH ?? "").split(":")) {
    const candidate = join(folder, "node");
    if (!folder.includes("node_modules") && folder !== "" && existsSync(candidate)) return candidate;
  }
  return null;
}

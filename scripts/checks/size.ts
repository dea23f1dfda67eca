import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { packed } from "./packed.ts";
import { readmeOf, sizeFaults } from "./size-table.ts";
import type { Outcome, Step } from "./step.ts";
import { type Package, packages } from "./workspace.ts";

/** Limit of an entry point of the built core in bytes: minified and compressed, beside its dependencies. */
export const CORE_LIMIT = 25_000;

/**
 * Entry points with a limit of their own. Those that check bring every rule and what the rules know: budget, lifecycle, goals, and formulas
 * with the bounds and standard errors of what they compute (5 kB). What replays activities knows what an agency adds to the fund's vocabulary (0.7 kB).
 */
const LIMITS: Readonly<Record<string, number>> = {
  // With the schema of formulas, and French for what schemas expect.
  ".": 26_500,
  // With what is open beside what is not, roll-ups that are silent in part, compact tables (4 kB), and findings about rows (3 kB).
  "./aggregate": 54_500,
  // Its messages stand in a catalogue, which costs a name each (0.7 kB).
  "./checks": 46_800,
  // With the schemas of its results (1.6 kB) and the days lost against the plan (3.3 kB).
  "./results": 52_200,
  // Measures and sums, so that it brings aggregate; with rows that say that a value is not known (0.5 kB).
  "./create": 55_500,
  "./portfolio": 50_600,
  "./compare": 51_100,
  // What exchange pushes down to databases, and the plans that its tests and the benchmarks run.
  "./internal": 39_000,
};

/** Entry points that must not bring the state machine's library along: proof that the build is cut along the entry points. */
const WITHOUT_XSTATE = [
  "./bounds",
  "./budget",
  "./sizes",
  "./document",
  "./indicators",
  "./locale",
  "./observations",
  "./survey",
];

async function bundle(folder: string, code: string): Promise<{ bytes: number; imports: string[] }> {
  const result = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "neutral",
    conditions: ["import"],
    mainFields: ["module", "main"],
    plugins: [
      {
        name: "dependencies-outside",
        setup: (plugin) =>
          plugin.onResolve({ filter: /^[^.]/ }, ({ path }) =>
            path.startsWith("@cadre/") ? undefined : { path, external: true },
          ),
      },
    ],
  });
  const [file] = result.outputFiles;
  const text = file?.text ?? "";
  return {
    bytes: gzipSync(text, { level: 9 }).length,
    imports: [...new Set([...text.matchAll(/(?:from|import)\s*"([^"]+)"/g)].map((match) => match[1] ?? ""))],
  };
}

/** The size of each entry point of a package by itself, in bytes: minified and gzipped, with what it uses of ours, other libraries outside. */
export async function entryPointSizes({ name, entryPoints }: Package): Promise<Map<string, number>> {
  const { folder } = await packed();
  const sizes = new Map<string, number>();
  for (const entryPoint of entryPoints) {
    const from = name + entryPoint.slice(1);
    sizes.set(from, (await bundle(folder, `export * from ${JSON.stringify(from)}`)).bytes);
  }
  return sizes;
}

/** Size of each entry point of the core alone, and of all of them together (reported, not limited); and the sizes in every package's README. */
export const size: Step = {
  name: "size",
  run: async () => {
    const { folder } = await packed();
    const core = packages().find(({ name }) => name === "@cadre/core");
    const outcome: Outcome = { passed: 0, failed: 0, skipped: [], output: "" };
    const rows: string[] = [];
    for (const entryPoint of core?.entryPoints ?? []) {
      const name = `@cadre/core${entryPoint.slice(1)}`;
      const limit = LIMITS[entryPoint] ?? CORE_LIMIT;
      const { bytes, imports } = await bundle(folder, `export * from ${JSON.stringify(name)}`);
      rows.push(`${String(bytes).padStart(8)} B  ${name}`);
      const faults = [
        ...(bytes > limit ? [`${name} has ${bytes} B, at most ${limit}`] : []),
        ...(WITHOUT_XSTATE.includes(entryPoint) && imports.includes("xstate")
          ? [`${name} brings xstate along`]
          : []),
      ];
      outcome.passed += faults.length === 0 ? 1 : 0;
      outcome.failed += faults.length;
      outcome.output += faults.map((fault) => `${fault}\n`).join("");
    }
    const entryPoints = (core?.entryPoints ?? []).map((entryPoint) => `@cadre/core${entryPoint.slice(1)}`);
    const all = await bundle(
      folder,
      entryPoints.map((name, index) => `export * as d${index} from "${name}";`).join("\n"),
    );
    rows.push(`${String(all.bytes).padStart(8)} B  all entry points together`);
    const one = await bundle(folder, `export { percentOfTarget } from "@cadre/core"`);
    rows.push(`${String(one.bytes).padStart(8)} B  percentOfTarget alone, from @cadre/core`);
    if (one.bytes > CORE_LIMIT / 5 || one.imports.includes("xstate")) {
      outcome.failed += 1;
      outcome.output += `one function of @cadre/core costs ${one.bytes} B and imports ${one.imports.join(", ")}\n`;
    } else outcome.passed += 1;
    for (const found of packages()) {
      const faults = sizeFaults(readmeOf(found.folder), await entryPointSizes(found));
      outcome.passed += faults.length === 0 ? 1 : 0;
      outcome.failed += faults.length;
      outcome.output += faults.map((fault) => `${found.name}, README.md: ${fault}\n`).join("");
    }
    return { ...outcome, summary: `minified and gzipped, dependencies outside:\n${rows.join("\n")}` };
  },
};

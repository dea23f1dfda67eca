import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { median } from "../harness.ts";

/** What one process that read a file says. */
interface Run {
  answer: string;
  ms: number;
  /** Most memory that it had, in MB. */
  mb: number;
}

/** A way to read a file: what is timed is `work`; what it answers, reported as a short text, is compared and not timed. */
export type Work = (path: string) => Promise<() => string>;

/** A way to read a file, in a module beside this one that exports a {@link Work} under the name given. */
export interface Contender {
  impl: string;
  module: string;
  work: string;
  file: string;
}

/** Medians of a way's rounds. */
export interface Timed {
  impl: string;
  medianMs: number;
  ratio: number;
  mb: number;
}

const here = fileURLToPath(new URL(".", import.meta.url));
/** Within the project, so that what is left out of a bundle (a database's binary) is found. */
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/", import.meta.url));

/** A script for a way. Plain JavaScript, as it is published: stripping types takes more memory than the reading. */
async function script(folder: string, { module, work }: Contender): Promise<string> {
  const outfile = join(folder, `${module}-${work}.mjs`);
  await build({
    stdin: {
      contents: `import { ${work} } from "./${module}.ts";
const start = performance.now();
const answer = await ${work}(process.argv[2]);
const ms = performance.now() - start;
const mb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ answer: answer(), ms, mb }));`,
      resolveDir: here,
      loader: "ts",
    },
    ...BUNDLED,
    outfile,
  });
  return outfile;
}

const BUNDLED = {
  ...{ bundle: true, platform: "node", format: "esm", logLevel: "silent" },
  conditions: ["cadre-source"],
  external: ["libxml2-wasm", "@duckdb/node-api", "arquero"],
} satisfies BuildOptions;

/** The program that decodes columnar files, where a bundle looks for it: in the package beside it. */
async function decoderProgram(folder: string): Promise<void> {
  const beside = join(folder, "node_modules/@cadre/exchange");
  const sources = fileURLToPath(import.meta.resolve("@cadre/exchange/package.json"));
  mkdirSync(beside, { recursive: true });
  writeFileSync(join(beside, "package.json"), JSON.stringify({ name: "@cadre/exchange", type: "module" }));
  await build({
    ...BUNDLED,
    entryPoints: [join(dirname(sources), "src/columnar/decoder.ts")],
    outfile: join(beside, "dist/columnar/decoder.js"),
  });
}

/**
 * Times ways to read files, each round in a process of its own, one after the other: two parsers in one process change what its compiler
 * makes of either, and collect each other's garbage. Ratios are to the first.
 * @throws Error where two ways answer differently.
 */
export async function timedInProcesses(contenders: readonly Contender[], rounds = 5): Promise<Timed[]> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, "bench-"));
  try {
    await decoderProgram(folder);
    const scripts = await Promise.all(contenders.map((contender) => script(folder, contender)));
    const runs = contenders.map((): Run[] => []);
    for (let round = 0; round < rounds; round += 1)
      for (const [index, { file, impl }] of contenders.entries()) {
        const { status, stdout, stderr } = spawnSync(process.execPath, [scripts[index] ?? "", file], {
          encoding: "utf8",
        });
        if (status !== 0) throw new Error(`${impl}: ${stderr}`);
        runs[index]?.push(JSON.parse(stdout) as Run);
      }
    const expected = runs[0]?.[0]?.answer;
    for (const [index, own] of runs.entries())
      for (const { answer } of own)
        if (answer !== expected)
          throw new Error(`${contenders[index]?.impl} answers ${answer}, ${contenders[0]?.impl} ${expected}`);
    const medians = runs.map((own) => median(own.map(({ ms }) => ms)));
    return contenders.map(({ impl }, index) => ({
      impl,
      medianMs: medians[index] ?? Number.NaN,
      ratio: (medians[index] ?? Number.NaN) / (medians[0] ?? Number.NaN),
      mb: median((runs[index] ?? []).map(({ mb }) => mb)),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a person should know of the memory that ways took. */
export const memoryNote = (timed: readonly Timed[]): string =>
  `most memory of the process: ${timed.map(({ impl, mb }) => `${impl} ${mb.toFixed(0)} MB`).join("; ")}`;

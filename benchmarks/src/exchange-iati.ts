import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { iatiActivityXml } from "@cadre/exchange/iati";
import { build } from "esbuild";
import { type Bench, median } from "./harness.ts";

/** A made-up activity with results in depth: indicators by period, sex and age, as an agency publishes them. */
function activityXml(number: number): string {
  const value = (sex: string, age: string, at: number) => ({
    value: String((number * 31 + at * 7) % 1000),
    dimension: [
      { name: "sex", value: sex },
      { name: "age", value: age },
    ],
    comment: { narrative: [{ text: "Counted from lists of participants & checked" }] },
  });
  return iatiActivityXml({
    "default-currency": "USD",
    "iati-identifier": { text: `XM-MADE-UP-${number}` },
    "reporting-org": { ref: "XM-MADE-UP", type: "40", narrative: [{ text: "An agency" }] },
    title: { narrative: [{ text: `Project ${number}` }, { "xml:lang": "fr", text: `Projet nº ${number}` }] },
    result: Array.from({ length: 4 }, (_, result) => ({
      type: result === 0 ? "2" : "1",
      title: { narrative: [{ text: `Result ${result}` }] },
      indicator: Array.from({ length: 5 }, (_, indicator) => ({
        measure: "1",
        title: { narrative: [{ text: `People reached ${indicator}` }] },
        reference: [{ vocabulary: "99", code: `${result}.${indicator}` }],
        period: Array.from({ length: 4 }, (_, quarter) => ({
          "period-start": { "iso-date": `2020-0${1 + 2 * quarter}-01` },
          "period-end": { "iso-date": `2020-0${2 + 2 * quarter}-28` },
          target: [{ value: "500" }],
          actual: ["female", "male", "unknown"].flatMap((sex, at) =>
            ["0-17", "18-35", "36+"].map((age, more) => value(sex, age, at + more)),
          ),
        })),
      })),
    })),
  });
}

async function generate(path: string, bytes: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n');
  let written = 0;
  for (let number = 0; written < bytes; number += 1) {
    const text = activityXml(number);
    written += text.length;
    if (!out.write(text)) await new Promise((resolve) => out.once("drain", () => resolve(null)));
  }
  out.end("</iati-activities>\n");
  await finished(out);
}

/** What one process that read the file says. */
interface Run {
  found: number;
  ms: number;
  /** Most memory that it had, in MB. */
  mb: number;
}

/**
 * A way to read the file in a process of its own: two parsers in one process change what its compiler makes of either. Plain JavaScript, as it
 * is published, since stripping types takes more memory than the reading.
 */
async function reader(folder: string, module: string): Promise<(path: string) => Run> {
  const script = join(folder, `${module}.mjs`);
  await build({
    stdin: {
      contents: `import { countActuals } from "./${module}.ts";
const start = performance.now();
const found = await countActuals(process.argv[2]);
const ms = performance.now() - start;
console.log(JSON.stringify({ found, ms, mb: process.resourceUsage().maxRSS / 1024 }));`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["cadre-source"],
    external: ["libxml2-wasm"],
    outfile: script,
    logLevel: "silent",
  });
  return (path) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, path], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Run;
  };
}

/** Reading IATI beside the bare parser on the same file. `n`: its size in megabytes. */
export const exchangeIati: Bench = {
  about: "read a file of IATI activities, beside the XML parser alone (n: MB)",
  n: 200,
  run: async (n) => {
    const folder = mkdtempSync(join(tmpdir(), "cadre-bench-iati-"));
    try {
      const path = join(folder, "activities.xml");
      await generate(path, n * 1_000_000);
      const [bare, cadre] = [await reader(folder, "iati-bare"), await reader(folder, "iati-actuals")];
      const [theirs, ours]: [Run[], Run[]] = [[], []];
      for (let round = 0; round < 5; round += 1) {
        theirs.push(bare(path));
        ours.push(cadre(path));
      }
      const found = ours[0]?.found ?? 0;
      if (found === 0 || [...theirs, ...ours].some((run) => run.found !== found))
        throw new Error(`the parser sees ${theirs[0]?.found} actuals, we see ${found}`);
      const [alone, read] = [median(theirs.map(({ ms }) => ms)), median(ours.map(({ ms }) => ms))];
      const results = [
        { impl: "saxes alone, tags and text handed over", medianMs: alone, ratio: 1 },
        { impl: "cadre: activities as plain data", medianMs: read, ratio: read / alone },
      ];
      const notes = [
        `${found.toLocaleString("en")} reported figures; each round in processes of their own, five rounds`,
        `most memory of a process that reads it: ${median(ours.map(({ mb }) => mb)).toFixed(0)} MB`,
      ];
      return { name: "exchange-iati", n, results, notes };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { iatiActivityXml } from "@cadre/exchange/iati";
import { build } from "esbuild";
import { SaxesParser } from "saxes";
import { type Bench, measureAsync } from "./harness.ts";
import { countActuals as cadre } from "./iati-actuals.ts";

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

/** The parser alone, told to hand over everything that a reader needs: tags with attributes, and text. */
async function bare(path: string): Promise<number> {
  let found = 0;
  let text = 0;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "actual" && attributes.value !== undefined) found += 1;
  });
  parser.on("closetag", () => {});
  parser.on("text", (some) => {
    text += some.length;
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of createReadStream(path)) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
  return text > 0 ? found : 0;
}

/** Most memory, in MB, of a process that reads the file: plain JavaScript, as it is published, since stripping types takes more than the reading. */
async function memoryOf(folder: string, path: string): Promise<number> {
  const script = join(folder, "read.mjs");
  await build({
    stdin: {
      contents: `import { countActuals } from "./iati-actuals.ts";
await countActuals(process.argv[2]);
console.log(process.resourceUsage().maxRSS);`,
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
  const { stdout } = spawnSync(process.execPath, [script, path], { encoding: "utf8" });
  return Number(stdout) / 1024;
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
      const [wanted, found] = [await bare(path), await cadre(path)];
      if (wanted !== found || found === 0)
        throw new Error(`the parser sees ${wanted} actuals, we see ${found}`);
      const results = await measureAsync(
        [
          { impl: "saxes alone, tags and text handed over", run: () => bare(path) },
          { impl: "cadre: activities as plain data", run: () => cadre(path) },
        ],
        5,
        1,
      );
      const memory = await memoryOf(folder, path);
      const notes = [
        `${found.toLocaleString("en")} reported figures`,
        `most memory of a process that reads it: ${memory.toFixed(0)} MB`,
      ];
      return { name: "exchange-iati", n, results, notes };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

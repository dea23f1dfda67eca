import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { iatiActivityXml } from "@cadre/exchange/iati";
import type { Bench } from "../harness.ts";
import { memoryNote, timedInProcesses } from "./processes.ts";

/** A made-up activity with results in depth: indicators by period, sex and age, as an agency publishes them. */
function activityXml(number: number): string {
  const value = (sex: string, age: string, index: number) => ({
    value: String((number * 31 + index * 7) % 1000),
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
          actual: ["female", "male", "unknown"].flatMap((sex, index) =>
            ["0-17", "18-35", "36+"].map((age, more) => value(sex, age, index + more)),
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

/** Reading IATI beside the bare parser on the same file. `n`: its size in megabytes. */
export const exchangeIati: Bench = {
  about: "read a file of IATI activities, beside the XML parser alone (n: MB)",
  n: 200,
  run: async (n) => {
    const folder = mkdtempSync(join(tmpdir(), "cadre-bench-iati-"));
    try {
      const file = join(folder, "activities.xml");
      await generate(file, n * 1_000_000);
      const results = await timedInProcesses([
        { impl: "saxes alone, tags and text handed over", module: "iati-bare", work: "countActuals", file },
        { impl: "cadre: activities as plain data", module: "iati-actuals", work: "countActuals", file },
      ]);
      return {
        name: "exchange-iati",
        n,
        results,
        notes: [`IATI, ${n} MB; ${memoryNote(results)}`],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

import type { Bench } from "../harness.ts";
import { exchangeIati } from "./iati.ts";
import { exchangeCsv, exchangeParquet } from "./tables.ts";

export { exchangeCsv, exchangeIati, exchangeParquet };

/** Megabytes of IATI beside a million rows of a table. */
const MEGABYTES_PER_ROW = exchangeIati.n / exchangeCsv.n;

/** All that the exchange formats are measured by, one after the other. */
export const exchange: Bench = {
  about: "IATI, CSV and Parquet beside their peers, all in one run (n: rows of a table)",
  n: exchangeCsv.n,
  run: async (n) => {
    const iati = await exchangeIati.run(Math.max(1, Math.round(n * MEGABYTES_PER_ROW)));
    const sections = [iati, await exchangeCsv.run(n), await exchangeParquet.run(n)];
    return {
      name: "exchange",
      n,
      results: sections.flatMap(({ results }) => results),
      notes: [
        "each round in a process of its own, five rounds, answers equal",
        ...sections.flatMap(({ notes = [] }) => notes),
      ],
    };
  },
};

import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MeasurementFramework, type Query, resultRows } from "@cadre/core/aggregate";
import { computeInDuckdb, usualRelation } from "@cadre/exchange/duckdb";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Bench } from "./harness.ts";

const MEMORY_LIMIT = "1GB";
const SOURCES = 9973;
const PLACES = 1009;
const INDICATORS = 500;
/** One row in a hundred corrects another. */
const CORRECTED = 100;

const periods = Array.from(
  { length: 40 },
  (_, index) => `${2010 + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
);
const framework: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "age", kind: "partition", categories: ["18-29", "30-59", "60+"] },
  ],
  periods: periods.map((id, index) => ({
    id,
    start: `${2010 + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, "0")}-01`,
    end: `${2010 + Math.floor(index / 4)}-${String((index % 4) * 3 + 3).padStart(2, "0")}-28`,
  })),
  indicators: Array.from({ length: INDICATORS }, (_, index) => ({
    code: `ML-${index}`,
    measure: "count",
    accumulation: "sum",
    combination: { sources: "sum", places: "sum" },
    targets: [{ value: 1_000_000 }],
  })),
};

/** Observations that no two of are about the same thing, and corrections of the first of them at the end. */
const generated = (n: number) => {
  const base = n - Math.floor(n / CORRECTED);
  const i = `(range % ${base})`;
  return `SELECT 'ML-' || (hash(${i}) % ${INDICATORS})::VARCHAR AS indicator,
    list_extract([${periods.map((id) => `'${id}'`).join(", ")}], 1 + (${i} // ${SOURCES * PLACES}) % ${periods.length}) AS period,
    (hash(range + 1) % 100000) / 100.0::DOUBLE AS value,
    'partner ' || (${i} % ${SOURCES})::VARCHAR AS source, 'commune ' || ((${i} // ${SOURCES}) % ${PLACES})::VARCHAR AS place,
    list_extract(['female', 'male', 'unknown'], 1 + (hash(${i} + 2) % 3)::BIGINT) AS sex,
    list_extract(['18-29', '30-59', '60+', 'unknown'], 1 + (hash(${i} + 3) % 4)::BIGINT) AS age,
    DATE '2020-01-01' + (CASE WHEN range < ${base} THEN hash(${i} + 4) % 365 ELSE 400 END)::INTEGER AS "recordedAt",
    'list ' || md5(range::VARCHAR) AS evidence
    FROM range(${n})`;
};

/** A file of observations that does not fit into the memory that it is given, aggregated by DuckDB under the engine's rules. */
export const largerThanMemory: Bench = {
  about: `5 GB of observations in a Parquet file, aggregated through DuckDB within ${MEMORY_LIMIT}`,
  n: 125_000_000,
  run: async (n) => {
    const folder = await mkdtemp(join(tmpdir(), "cadre-larger-"));
    const report = (words: string) => process.stderr.write(`\r\u001b[K${words}`);
    try {
      const instance = await DuckDBInstance.create(":memory:", {
        memory_limit: MEMORY_LIMIT,
        temp_directory: join(folder, "spill"),
        preserve_insertion_order: "true",
      });
      const connection = await instance.connect();
      const file = join(folder, "observations.parquet");
      report(`generating ${n.toLocaleString("en")} observations …`);
      await connection.run(`COPY (${generated(n)}) TO '${file}' (FORMAT parquet, ROW_GROUP_SIZE 250000)`);
      const gigabytes = (await stat(file)).size / 1e9;
      let peak = 0;
      const watch = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss());
      }, 50);
      const relation = usualRelation(
        ["sex", "age"],
        ["value", "source", "place", "recordedAt", "sex", "age"],
      );
      const query: Query = { by: ["period", "sex"] };
      const results: { impl: string; medianMs: number; ratio: number }[] = [];
      const run = async (impl: string, corrected: boolean, asked: Query) => {
        const start = performance.now();
        const answer = await computeInDuckdb(
          framework,
          connection,
          { from: { parquet: file }, relation: { ...relation, corrected } },
          {
            ...asked,
            onProgress: ({ share }) => {
              const seconds = ((performance.now() - start) / 1000).toFixed(0);
              report(`${impl}: ${((share ?? 0) * 100).toFixed(0)} % of this statement, ${seconds} s`);
            },
          },
        );
        if (!answer.ok) throw new Error(answer.problems[0]?.message.en);
        const medianMs = performance.now() - start;
        results.push({ impl, medianMs, ratio: medianMs / (results[0]?.medianMs ?? medianMs) });
        return resultRows(answer.value.results);
      };
      const check = async (impl: string, results: Awaited<ReturnType<typeof run>>, condition: string) => {
        // By hand: the rows that are known to have been corrected are those at the beginning.
        const reader = await connection.runAndReadAll(
          `SELECT indicator, period, sex, CAST(sum(CAST(round(value * 100) AS BIGINT)) AS DOUBLE) / 100
           FROM read_parquet('${file}') WHERE ${condition} GROUP BY ALL`,
        );
        const expected = new Map(reader.getRows().map(([i, p, s, sum]) => [`${i}|${p}|${s}`, Number(sum)]));
        if (results.length !== expected.size)
          throw new Error(`${impl}: ${results.length}, not ${expected.size}`);
        for (const { indicator, at, value } of results)
          if (expected.get(`${indicator}|${at.period}|${at.sex}`) !== value)
            throw new Error(`${impl} differs at ${indicator}, ${at.period}, ${at.sex}`);
      };
      const uncorrected = await run("every row counts", false, query);
      await check("every row counts", uncorrected, "true");
      const corrected = await run("corrections compared", true, query);
      await check("corrections compared", corrected, `file_row_number >= ${Math.floor(n / CORRECTED)}`);
      const past = await run("as of a day, corrections compared", true, { ...query, asOf: "2020-12-31" });
      await check("as of a day", past, `"recordedAt" <= DATE '2020-12-31'`);
      clearInterval(watch);
      report("");
      connection.closeSync();
      return {
        name: "larger-than-memory",
        n,
        results,
        notes: [
          `a Parquet file of ${gigabytes.toFixed(2)} GB; DuckDB's memory_limit ${MEMORY_LIMIT}`,
          `the process at its largest: ${(peak / 1e9).toFixed(2)} GB`,
          "sums by indicator, period and sex, with percent of target; checked against sums by hand",
        ],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

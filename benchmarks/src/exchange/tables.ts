import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "../harness.ts";
import { parquetOf } from "./duckdb.ts";
import { memoryNote, timedInProcesses } from "./processes.ts";
import { writeTable } from "./table-file.ts";

const megabytes = (path: string) => `${(statSync(path).size / 1e6).toFixed(0)} MB`;

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-bench-tables-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CSV beside the bare parser on the same file, and from the file to values beside Arquero and DuckDB. */
export const exchangeCsv: Bench = {
  about:
    "a CSV file into the table beside the parser alone, and to results beside Arquero and DuckDB (n: rows)",
  n: 1_000_000,
  run: (n) =>
    inFolder(async (folder) => {
      const file = join(folder, "observations.csv");
      await writeTable(file, n);
      const read = await timedInProcesses([
        { impl: "Papa Parse alone, cells handed over", module: "csv-bare", work: "countRecords", file },
        { impl: "cadre: CSV into the table", module: "csv-cadre", work: "loadRows", file },
      ]);
      const sums = await timedInProcesses([
        { impl: "cadre: CSV to results", module: "csv-cadre", work: "sumUp", file },
        { impl: "Arquero 7: CSV to results", module: "arquero", work: "sumUp", file },
        { impl: "DuckDB: CSV to results", module: "duckdb", work: "sumUpCsv", file },
      ]);
      return {
        name: "exchange-csv",
        n,
        results: [...read, ...sums],
        notes: [
          `CSV, ${megabytes(file)}, 8 columns; sums by indicator, period, sex and age; ratios to the first of each section`,
          memoryNote([...read, ...sums]),
        ],
      };
    }),
};

/** Parquet beside DuckDB: the same columns handed to a program, and from the file to values. */
export const exchangeParquet: Bench = {
  about: "a Parquet file's columns and its results beside DuckDB (n: rows)",
  n: 1_000_000,
  run: (n) =>
    inFolder(async (folder) => {
      const [csv, file] = [join(folder, "observations.csv"), join(folder, "observations.parquet")];
      await writeTable(csv, n);
      await parquetOf(csv, file);
      const read = await timedInProcesses([
        { impl: "DuckDB: Parquet columns handed over", module: "duckdb", work: "readParquet", file },
        { impl: "cadre: Parquet columns", module: "parquet-cadre", work: "readColumns", file },
      ]);
      const sums = await timedInProcesses([
        { impl: "DuckDB: Parquet to results", module: "duckdb", work: "sumUpParquet", file },
        { impl: "cadre: Parquet to results", module: "parquet-cadre", work: "sumUp", file },
      ]);
      return {
        name: "exchange-parquet",
        n,
        results: [...read, ...sums],
        notes: [
          `Parquet as DuckDB writes it, ${megabytes(file)}; ratios to the first of each section`,
          memoryNote([...read, ...sums]),
        ],
      };
    }),
};

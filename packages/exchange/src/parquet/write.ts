import type { Writer } from "@cadre/core";
import type { ObservationTable } from "@cadre/core/observations";
import type { ColumnSource } from "hyparquet-writer";
import type { RawColumn } from "../columnar/columns.ts";
import { columnsOfTable } from "../columnar/table.ts";
import { leftOut, VALUE_TAGS, type ValueRow, valueRows } from "../csv/document.ts";

/** Rows of a row group: a chunk of the table. */
const GROUP = 65_536;

/** A column's cells, and the type that they are written as. */
function cellsOf(column: RawColumn): Pick<ColumnSource, "type"> & { data: unknown[] } {
  if ("codes" in column) {
    const { texts, codes } = column;
    return { type: "STRING", data: Array.from(codes, (code) => (code < 0 ? null : (texts[code] ?? null))) };
  }
  if ("numbers" in column)
    return { type: "DOUBLE", data: Array.from(column.numbers, (cell) => (Number.isNaN(cell) ? null : cell)) };
  if ("times" in column)
    return { type: "TIMESTAMP", data: Array.from(column.times, (time) => new Date(time)) };
  return {
    type: typeof column.cells[0] === "boolean" ? "BOOLEAN" : "STRING",
    data: Array.from(column.cells),
  };
}

/** Columns of all chunks, one after the other. */
function columnData(table: ObservationTable): ColumnSource[] {
  const written = new Map<string, ReturnType<typeof cellsOf>>();
  for (const { columns } of columnsOfTable(table))
    for (const [name, column] of columns) {
      const more = cellsOf(column);
      const known = written.get(name);
      if (known === undefined) written.set(name, more);
      else for (const cell of more.data) known.data.push(cell);
    }
  return [...written].map(([name, column]) => ({ name, ...column }) as ColumnSource);
}

/**
 * Observations as a Parquet file, column by column (names by dictionary, Snappy), a row group for 65,536 rows: {@link parquetSource} reads
 * the same ones back, DuckDB and pandas read it too. Needs `hyparquet-writer`.
 */
export async function observationsParquet(table: ObservationTable): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  return new Uint8Array(parquetWriteBuffer({ columnData: columnData(table), rowGroupSize: GROUP }));
}

/** The values of a framework document as Parquet: a row for each, its state beside its value. */
export const valuesParquetWriter: Writer = {
  format: "parquet",
  extension: ".parquet",
  mediaType: "application/vnd.apache.parquet",
  write: async (document) => ({
    bytes: await parquetTable(Object.keys(VALUE_TAGS) as (keyof ValueRow)[], valueRows(document), ["value"]),
    findings: leftOut(document, "parquet"),
  }),
};

/** Rows as a Parquet file: texts, but for the columns of `numbers`. Needs `hyparquet-writer`. */
export async function parquetTable<Row extends object>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
  numbers: readonly (keyof Row & string)[],
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const columnData = columns.map((name) => ({
    name,
    data: rows.map((row) => row[name]),
    type: numbers.includes(name) ? ("DOUBLE" as const) : ("STRING" as const),
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

import type { Writer } from "@cadre/core";
import type { CodedTexts, ObservationTable } from "@cadre/core/observations";
import type { ColumnSource } from "hyparquet-writer";
import { REASON } from "../columnar/columns.ts";
import { columnsOfTable } from "../columnar/table.ts";
import { leftOut, VALUE_TAGS, type ValueRow, valueRows } from "../csv/document.ts";

/** Rows of a row group: a chunk of the table. */
const GROUP = 65_536;

const texts = ({ texts, codes }: CodedTexts): (string | null)[] =>
  Array.from(codes, (code) => (code < 0 ? null : (texts[code] ?? null)));
const numbers = (values: Float64Array): (number | null)[] =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : value));

/** Columns of all chunks, one after the other. */
function columnData(table: ObservationTable): ColumnSource[] {
  const columns = new Map<
    string,
    { name: string; data: unknown[]; type: "STRING" | "DOUBLE" | "BOOLEAN" | "TIMESTAMP" }
  >();
  const add = (
    name: string,
    type: "STRING" | "DOUBLE" | "BOOLEAN" | "TIMESTAMP",
    data: readonly unknown[],
  ) => {
    const column = columns.get(name) ?? { name, data: [], type };
    columns.set(name, column);
    for (const cell of data) column.data.push(cell);
  };
  for (const chunk of columnsOfTable(table)) {
    for (const [name, column] of [...chunk.texts, ...chunk.axes]) add(name, "STRING", texts(column));
    add("value", "DOUBLE", numbers(chunk.value));
    if (chunk.numerator) add("numerator", "DOUBLE", numbers(chunk.numerator));
    if (chunk.denominator) add("denominator", "DOUBLE", numbers(chunk.denominator));
    if (chunk.withdrawn) add("withdrawn", "BOOLEAN", chunk.withdrawn);
    if (chunk.reason) add(REASON, "STRING", chunk.reason);
    add(
      "recordedAt",
      "TIMESTAMP",
      Array.from(chunk.recordedAt, (time) => new Date(time)),
    );
    if (chunk.evidence) add("evidence", "STRING", chunk.evidence);
  }
  return [...columns.values()] as ColumnSource[];
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
  write: async (document) => {
    const { parquetWriteBuffer } = await import("hyparquet-writer");
    const rows = valueRows(document);
    const columnData = (Object.keys(VALUE_TAGS) as (keyof ValueRow)[]).map((name) => ({
      name,
      data: rows.map((row) => row[name]),
      type: name === "value" ? ("DOUBLE" as const) : ("STRING" as const),
      nullable: true,
    }));
    return {
      bytes: new Uint8Array(parquetWriteBuffer({ columnData })),
      findings: leftOut(document, "parquet"),
    };
  },
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

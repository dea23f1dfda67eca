import { refuse } from "@cadre/core";
import type {
  NumberColumn,
  ObservationBatch,
  ObservationColumns,
  ObservationSource,
} from "@cadre/core/observations";
import type { AsyncBuffer, SchemaElement } from "hyparquet";
import {
  cellNumber,
  cellText,
  columnarProblem,
  type NamedColumns,
  namedColumns,
  notOfFormat,
  shortest,
  toHalf,
} from "../named-columns.ts";
import { columnsOfGroup } from "./group.ts";
import { type CheckedMetadata, metadataOf } from "./metadata.ts";

/** Bytes of one row group, decompressed, that are taken into memory at most. */
const MAX_GROUP_BYTES = 2 ** 28;
/** Rows of one row group by the columns that are read: what they are decompressed into takes eight bytes each, or more. */
const MAX_GROUP_CELLS = 2 ** 24;

/** A file to read pieces of: its length, and a way to them. */
export type ParquetFile = AsyncBuffer;

type Cells = ArrayLike<unknown>;
/** How the numbers of a column were rounded, where they have fewer than 64 bits. */
const roundingOf = (column: SchemaElement | undefined): ((number: number) => number) | null =>
  column?.type === "FLOAT" ? Math.fround : column?.logical_type?.type === "FLOAT16" ? toHalf : null;
const numbers = (cells: Cells, round: ((number: number) => number) | null): NumberColumn =>
  cells instanceof Float64Array
    ? cells
    : Array.from(cells, (cell) =>
        round !== null && typeof cell === "number" ? shortest(cell, round) : cellNumber(cell),
      );
const texts = (cells: Cells) => Array.from(cells, cellText);
const instants = (cells: Cells): ObservationColumns["recordedAt"] =>
  Array.prototype.some.call(cells, (cell: unknown) => cell instanceof Date)
    ? Float64Array.from(cells, (cell) => (cell instanceof Date ? cell.getTime() : Number.NaN))
    : texts(cells);

/**
 * Observations in a Parquet file, row group by row group: one group's columns are in memory at a time. Columns are found by the names that
 * CSV headings go by; `withdrawn` marks rows that take back. Snappy, gzip, Brotli, zstd and LZ4 are read. No length and no count that the
 * file states is believed before it was held against what is there. A group that would decompress to more than 256 MB, or 16 million cells, is
 * refused: that is for `computeInDuckdb`.
 */
export function parquetSource(file: ParquetFile): ObservationSource {
  return {
    format: "parquet",
    open: async (pull = {}) => {
      let checked: CheckedMetadata;
      try {
        checked = await metadataOf(file);
      } catch (error) {
        return refuse(notOfFormat("Parquet", error));
      }
      const { metadata, columns, nested, rows } = checked;
      const named = namedColumns([
        ...columns.map(({ name }) => ({ name })),
        ...nested.map((name) => ({ name, unreadable: "lists or structures" })),
      ]);
      if (!named.ok) return named;
      const layout = named.value;
      const names = new Set([...layout.fields.values(), ...layout.axes]);
      const selected = columns.filter(({ name }) => names.has(name));
      return {
        ok: true,
        shape: { axes: layout.axes, rows },
        batches: async function* (): AsyncIterable<ObservationBatch> {
          let from = 0;
          for (const group of metadata.row_groups) {
            pull.signal?.throwIfAborted();
            const [bytes, to] = [Number(group.total_byte_size), from + Number(group.num_rows)];
            const categories = (to - from) * selected.length;
            if (!(bytes <= MAX_GROUP_BYTES && categories <= MAX_GROUP_CELLS)) {
              yield { kind: "refused", problems: [tooLarge(bytes, categories)] };
              return;
            }
            try {
              const limit = MAX_GROUP_BYTES;
              const read = await columnsOfGroup(file, metadata, group, selected, { from, limit });
              const roundOf = (name: string) => roundingOf(columns.find((each) => each.name === name));
              yield { kind: "columns", columns: await columnsOf(read, layout, to - from, roundOf) };
            } catch (error) {
              pull.signal?.throwIfAborted();
              yield { kind: "refused", problems: [notOfFormat("Parquet", error)] };
              return;
            }
            from = to;
            pull.onProgress?.({ rows: from, share: rows === 0 ? 1 : from / rows });
          }
        },
      };
    },
  };
}

const tooLarge = (bytes: number, axes: number) =>
  columnarProblem(
    "row-group-too-large",
    {
      en: `A row group decompresses to ${bytes} bytes, ${axes} cells; at most ${MAX_GROUP_BYTES} bytes, ${MAX_GROUP_CELLS} cells are taken into memory.`,
      fr: `Un groupe de lignes occupe ${bytes} octets, ${axes} cellules ; ${MAX_GROUP_BYTES} octets, ${MAX_GROUP_CELLS} cellules au plus sont pris en mémoire.`,
    },
    `${bytes} bytes, ${axes} cells`,
    `<= ${MAX_GROUP_BYTES} bytes, <= ${MAX_GROUP_CELLS} cells`,
  );

async function columnsOf(
  read: (column: string) => Promise<Cells>,
  { fields, axes }: NamedColumns,
  rows: number,
  roundOf: (column: string) => ((number: number) => number) | null,
): Promise<ObservationColumns> {
  const columns: Partial<ObservationColumns> = {};
  for (const field of ["indicator", "period", "source", "place", "evidence", "id"] as const) {
    const name = fields.get(field);
    if (name !== undefined) columns[field] = texts(await read(name));
  }
  for (const number of ["value", "numerator", "denominator"] as const) {
    const name = fields.get(number);
    if (name !== undefined) columns[number] = numbers(await read(name), roundOf(name));
  }
  const withdrawn = fields.get("withdrawn");
  if (withdrawn !== undefined) columns.withdrawn = Array.from(await read(withdrawn), (cell) => cell === true);
  const categories: Record<string, string[]> = Object.create(null);
  for (const axis of axes) categories[axis] = texts(await read(axis)) as string[];
  const recorded = fields.get("recordedAt");
  const recordedAt = recorded === undefined ? new Float64Array(rows) : instants(await read(recorded));
  return { indicator: [], period: [], ...columns, categories, recordedAt };
}

import { refuse } from "@cadre/core";
import type {
  NumberColumn,
  ObservationBatch,
  ObservationColumns,
  ObservationSource,
} from "@cadre/core/observations";
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { columnarProblem, type NamedColumns, namedColumns, notOfFormat } from "../named-columns.ts";

/** Bytes of one row group, unfolded, that are taken into memory at most. */
const MOST_GROUP_BYTES = 2 ** 30;

/** A file to read pieces of: its length, and a way to them. */
export type ParquetFile = AsyncBuffer;

type Cells = ArrayLike<unknown>;
const numbers = (cells: Cells): NumberColumn => {
  if (cells instanceof Float64Array) return cells;
  // What is no number stays what it is, and is refused with its row.
  return Array.from(cells, (cell) =>
    typeof cell === "bigint" ? Number(cell) : ((cell ?? undefined) as number | undefined),
  );
};
const texts = (cells: Cells) => Array.from(cells, (cell) => (cell ?? undefined) as string | undefined);
const instants = (cells: Cells): ObservationColumns["recordedAt"] =>
  Array.prototype.some.call(cells, (cell: unknown) => cell instanceof Date)
    ? Float64Array.from(cells, (cell) => (cell instanceof Date ? cell.getTime() : Number.NaN))
    : texts(cells);

/**
 * Observations in a Parquet file, row group by row group: one group's columns are in memory at a time. Columns are found by the names that
 * CSV headings go by; `withdrawn` marks rows that take back. Snappy, gzip, Brotli, zstd and LZ4 are read. A group that would unfold to more
 * than a gigabyte is refused: that is for `figuresInDuckdb`.
 */
export function parquetSource(file: ParquetFile): ObservationSource {
  return {
    format: "parquet",
    open: async (pull = {}) => {
      let metadata: FileMetaData;
      try {
        metadata = await parquetMetadataAsync(file);
      } catch (error) {
        return refuse(notOfFormat("Parquet", error));
      }
      const named = namedColumns(
        parquetSchema(metadata).children.map(({ element: { name, type } }) => ({
          name,
          text: type === "BYTE_ARRAY",
        })),
      );
      if (!named.ok) return named;
      const layout = named.value;
      const rows = Number(metadata.num_rows);
      return {
        ok: true,
        shape: { axes: layout.axes, rows },
        batches: async function* (): AsyncIterable<ObservationBatch> {
          let from = 0;
          for (const group of metadata.row_groups) {
            pull.signal?.throwIfAborted();
            const bytes = Number(group.total_byte_size);
            if (!(bytes <= MOST_GROUP_BYTES)) {
              yield { kind: "refused", problems: [tooLarge(bytes)] };
              return;
            }
            const to = from + Number(group.num_rows);
            try {
              yield { kind: "columns", columns: await columnsOf(file, metadata, layout, from, to) };
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

const tooLarge = (bytes: number) =>
  columnarProblem(
    "row-group-too-large",
    {
      en: `A row group unfolds to ${bytes} bytes; at most ${MOST_GROUP_BYTES} are taken into memory.`,
      fr: `Un groupe de lignes occupe ${bytes} octets ; ${MOST_GROUP_BYTES} au plus sont pris en mémoire.`,
    },
    String(bytes),
    `<= ${MOST_GROUP_BYTES}`,
  );

async function columnsOf(
  file: ParquetFile,
  metadata: FileMetaData,
  { fields, axes }: NamedColumns,
  from: number,
  to: number,
): Promise<ObservationColumns> {
  const columns = [...fields.values(), ...axes];
  const scan = await parquetScan({ file, metadata, columns, rowStart: from, rowEnd: to, compressors });
  const read = async (column: string): Promise<Cells> =>
    scan.readColumn({ column, rowStart: from, rowEnd: to });
  const made: Partial<ObservationColumns> = {};
  for (const field of ["indicator", "period", "source", "place", "evidence"] as const) {
    const name = fields.get(field);
    if (name !== undefined) made[field] = texts(await read(name));
  }
  for (const figure of ["value", "numerator", "denominator"] as const) {
    const name = fields.get(figure);
    if (name !== undefined) made[figure] = numbers(await read(name));
  }
  const withdrawn = fields.get("withdrawn");
  if (withdrawn !== undefined) made.withdrawn = Array.from(await read(withdrawn), (cell) => cell === true);
  const cells: Record<string, string[]> = Object.create(null);
  for (const axis of axes) cells[axis] = texts(await read(axis)) as string[];
  const recorded = fields.get("recordedAt");
  const recordedAt = recorded === undefined ? new Float64Array(to - from) : instants(await read(recorded));
  return { indicator: [], period: [], ...made, cells, recordedAt };
}

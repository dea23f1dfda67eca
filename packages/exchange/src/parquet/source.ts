import { type Problem, refuse } from "@cadre/core";
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
import { columnOf } from "../csv/columns.ts";

/** Bytes of one row group, unfolded, that are taken into memory at most. */
const MOST_GROUP_BYTES = 2 ** 30;

/** A file to read pieces of: its length, and a way to them. */
export type ParquetFile = AsyncBuffer;

const problem = (code: string, en: string, fr: string, found: string, expected: string): Problem => ({
  code,
  where: { path: "observations" },
  message: { en, fr },
  found,
  expected,
});
const notParquet = (error: unknown): Problem => {
  const words = (error instanceof Error ? error.message : String(error)).slice(0, 200);
  return problem(
    "observations-not-parquet",
    `This is no Parquet file that can be read: ${words}`,
    `Ce n’est pas un fichier Parquet lisible : ${words}`,
    words,
    "Parquet",
  );
};

interface Layout {
  /** Name in the file by field of an observation. */
  fields: Partial<Record<"indicator" | "period" | "source" | "place" | "recordedAt" | "evidence", string>>;
  figures: Partial<Record<"value" | "numerator" | "denominator" | "withdrawn", string>>;
  axes: string[];
}

/** Which column holds what: by the names that CSV headings go by; any other column of text is an axis. */
function layoutOf(metadata: FileMetaData): Layout | Problem {
  const layout: Layout = { fields: {}, figures: {}, axes: [] };
  const seen = new Set<string>();
  for (const { element } of parquetSchema(metadata).children) {
    const { name } = element;
    const column = columnOf(name);
    const field = name === "withdrawn" ? name : "field" in column ? column.field : null;
    const key = field ?? `axis ${name}`;
    if (name === "" || seen.has(key))
      return problem(
        "columns-ambiguous",
        `Two columns are called “${name}”, or one has no name.`,
        `Deux colonnes s’appellent « ${name} », ou l’une n’a pas de nom.`,
        name,
        "a name of its own for each column",
      );
    seen.add(key);
    if (field === null) {
      if (element.type === "BYTE_ARRAY") layout.axes.push(name);
    } else if (field === "value" || field === "numerator" || field === "denominator" || field === "withdrawn")
      layout.figures[field] = name;
    else layout.fields[field] = name;
  }
  const { indicator, period } = layout.fields;
  const absent = [
    ...(indicator === undefined ? ["indicator"] : []),
    ...(period === undefined ? ["period"] : []),
    ...(layout.figures.value === undefined && layout.figures.numerator === undefined ? ["value"] : []),
  ];
  if (absent.length === 0) return layout;
  return problem(
    "columns-missing",
    `The file has no column for ${absent.join(", ")}.`,
    `Le fichier n’a pas de colonne pour ${absent.join(", ")}.`,
    [...seen].join(", ").slice(0, 200),
    "indicator, period, value (or numerator, denominator)",
  );
}

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
        return refuse(notParquet(error));
      }
      const layout = layoutOf(metadata);
      if ("code" in layout) return refuse(layout);
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
              yield { kind: "refused", problems: [notParquet(error)] };
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

const tooLarge = (bytes: number): Problem =>
  problem(
    "row-group-too-large",
    `A row group unfolds to ${bytes} bytes; at most ${MOST_GROUP_BYTES} are taken into memory.`,
    `Un groupe de lignes occupe ${bytes} octets ; ${MOST_GROUP_BYTES} au plus sont pris en mémoire.`,
    String(bytes),
    `<= ${MOST_GROUP_BYTES}`,
  );

async function columnsOf(
  file: ParquetFile,
  metadata: FileMetaData,
  { fields, figures, axes }: Layout,
  from: number,
  to: number,
): Promise<ObservationColumns> {
  const columns = [...Object.values(fields), ...Object.values(figures), ...axes];
  const scan = await parquetScan({ file, metadata, columns, rowStart: from, rowEnd: to, compressors });
  const read = async (column: string): Promise<Cells> =>
    scan.readColumn({ column, rowStart: from, rowEnd: to });
  const made: Partial<ObservationColumns> = {};
  for (const field of ["indicator", "period", "source", "place", "evidence"] as const) {
    const name = fields[field];
    if (name !== undefined) made[field] = texts(await read(name));
  }
  for (const figure of ["value", "numerator", "denominator"] as const) {
    const name = figures[figure];
    if (name !== undefined) made[figure] = numbers(await read(name));
  }
  if (figures.withdrawn !== undefined)
    made.withdrawn = Array.from(await read(figures.withdrawn), (cell) => cell === true);
  const cells: Record<string, string[]> = Object.create(null);
  for (const axis of axes) cells[axis] = texts(await read(axis)) as string[];
  const recordedAt =
    fields.recordedAt === undefined ? new Float64Array(to - from) : instants(await read(fields.recordedAt));
  return { indicator: [], period: [], ...made, cells, recordedAt };
}

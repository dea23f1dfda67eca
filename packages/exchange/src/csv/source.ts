import { type Problem, refuse } from "@cadre/core";
import type { ObservationBatch, ObservationSource, Pull, SourceRejection } from "@cadre/core/observations";
import { excerpt, problem } from "../reading.ts";
import { Assembler } from "./assemble.ts";
import { type HeadingFault, layoutOfHeadings } from "./layout/headings.ts";
import { layoutOfHxl, tagsIn } from "./layout/hxl.ts";
import { axesOf, type TableLayout } from "./layout/layout.ts";
import { layoutOfMapping, type TableMapping } from "./mapping/mapping.ts";
import { type Cells, cellsOfRecords } from "./text/cells.ts";
import { headOf, recordsIn, type TableHead } from "./text/head.ts";
import type { Records } from "./text/records.ts";
import { empty, refusalOf } from "./text/refusals.ts";
import { type TextEncoding, textOf } from "./text/text.ts";

/** How a table is read. */
export interface CsvSourceOptions {
  /** Says what the columns hold. Without it, hashtags do where there are any, and the headings where there are none. */
  mapping?: TableMapping;
  /** Size of the whole in bytes, where it is known: progress is told as a share of it. */
  bytes?: number;
  /** Of what encoding the bytes are, where they are not UTF-8 and no mark says so. */
  encoding?: TextEncoding;
}

/** Observations in a table of comma-separated values, as a stream: a piece of it is in memory at a time. */
export function csvSource(
  stream: AsyncIterable<Uint8Array | string>,
  options: CsvSourceOptions = {},
): ObservationSource {
  return {
    format: "csv",
    open: async (pull = {}) => {
      let bytes = 0;
      const text = textOf(
        stream,
        (more) => {
          bytes += more;
        },
        options.encoding ?? options.mapping?.encoding,
      );
      const spare: Cells[] = [];
      let opened: Awaited<ReturnType<typeof headOf>>;
      try {
        opened = await headOf(text, options.mapping?.delimiter, spare);
      } catch (error) {
        return refuse(refusalOf(error, 1));
      }
      const { head, pieces } = opened;
      if (head.records.length === 0) return refuse(empty(bytes));
      const layout = layoutOf(head, options.mapping);
      if ("problems" in layout) return refuse(...layout.problems);
      const axes = axesOf(layout);
      const share = () =>
        options.bytes === undefined ? null : options.bytes === 0 ? 1 : Math.min(1, bytes / options.bytes);
      return {
        ok: true,
        shape: { axes, rows: null },
        batches: () => batchesOf(pieces, spare, layout, new Assembler(layout, axes), pull, share),
      };
    },
  };
}

/** What the columns hold: as the mapping says, or the hashtags, or the headings. */
function layoutOf(head: TableHead, mapping: TableMapping | undefined): TableLayout | { problems: Problem[] } {
  const decimalComma = head.delimiter !== ",";
  if (mapping !== undefined) {
    const layout = layoutOfMapping(mapping, head);
    return Array.isArray(layout) ? { problems: layout } : layout;
  }
  const tags = tagsIn(head.records);
  const layout =
    tags === null ? layoutOfHeadings(head.records[0] ?? [], decimalComma) : layoutOfHxl(tags, decimalComma);
  return "code" in layout
    ? { problems: [headingProblem(layout, head.records[tags?.record ?? 0] ?? [])] }
    : layout;
}

/** Rows that go into a table at once, about: it looks names up once for all of them. */
const BATCH = 16_384;

async function* batchesOf(
  pieces: AsyncGenerator<Cells | Records>,
  spare: Cells[],
  layout: TableLayout,
  assembler: Assembler,
  { signal, onProgress }: Pull,
  share: () => number | null,
): AsyncGenerator<ObservationBatch> {
  let rows = 0;
  let skip = layout.skip;
  let line = 1;
  const waiting: Cells[] = [];
  let waitingRecords = 0;
  const assembled = (): ObservationBatch => {
    const batch = assembler.columnsOf(waiting);
    spare.push(...waiting.splice(0));
    waitingRecords = 0;
    rows += batch.lines.length;
    return { kind: "columns", ...batch };
  };
  try {
    for await (const piece of pieces) {
      signal?.throwIfAborted();
      // As most pieces are: lines with the heading's columns, and nothing to be passed over.
      const plain = skip === 0 && "ends" in piece && piece.columns === layout.columns ? piece : null;
      const found = plain === null ? recordsIn(piece) : null;
      const runs = found === null ? [{ good: plain as Cells }] : runsOf(after(found, skip), layout.columns);
      skip = Math.max(0, skip - (found?.records.length ?? 0));
      const { lines } = piece;
      line = lines[lines.length - 1] ?? line;
      for (const run of runs) {
        if ("good" in run) {
          waiting.push(run.good);
          waitingRecords += run.good.lines.length;
          if (waitingRecords >= BATCH) yield assembled();
        } else {
          if (waitingRecords > 0) yield assembled();
          const unreadable = run.strange.map((each, at) => wrongLength(each, layout.columns, rows + at));
          rows += unreadable.length;
          yield { kind: "rows", rows: [], unreadable };
        }
      }
      onProgress?.({ rows, share: share() });
    }
    if (waitingRecords > 0) yield assembled();
    onProgress?.({ rows, share: 1 });
  } catch (error) {
    signal?.throwIfAborted();
    yield { kind: "refused", problems: [refusalOf(error, line)] };
  }
}

type Run = { good: Cells } | { strange: { record: string[]; line: number }[] };

const after = ({ records, lines }: Records, skip: number): Records =>
  skip === 0
    ? { records, lines }
    : { records: records.slice(skip), lines: Array.prototype.slice.call(lines, skip) as number[] };

/** Runs of records that have the columns of the heading, and of such as do not. */
function* runsOf({ records, lines }: Records, columns: number): Generator<Run> {
  let from = 0;
  for (let to = 0; to < records.length; to = from) {
    const good = records[from]?.length === columns;
    while (to < records.length && (records[to]?.length === columns) === good) to += 1;
    const run = records.slice(from, to);
    const own = Array.prototype.slice.call(lines, from, to) as number[];
    yield good
      ? { good: cellsOfRecords({ records: run, lines: own }, columns) }
      : { strange: run.map((record, at) => ({ record, line: own[at] as number })) };
    from = to;
  }
}

function headingProblem({ code, names }: HeadingFault, record: readonly string[]): Problem {
  const list = names.join(", ");
  if (code === "columns-missing")
    return problem(
      code,
      1,
      {
        en: `The heading line names no column for ${list}.`,
        fr: `La ligne d’en-tête ne nomme pas de colonne pour ${list}.`,
      },
      excerpt(record.join(", "), 200),
      "indicator, period, value (or numerator, denominator)",
    );
  return problem(
    code,
    1,
    {
      en: `Two columns are called “${list}”, or one has no name.`,
      fr: `Deux colonnes s’appellent « ${list} », ou l’une n’a pas de nom.`,
    },
    list,
    "a name of its own for each column",
  );
}

function wrongLength(
  { record, line }: { record: string[]; line: number },
  wanted: number,
  row: number,
): SourceRejection {
  return {
    row,
    line,
    column: "",
    code: "not-a-row",
    found: record.length,
    expected: `${wanted} columns`,
    message: {
      en: `Line ${line} has ${record.length} columns, the heading has ${wanted}.`,
      fr: `La ligne ${line} a ${record.length} colonnes, l’en-tête en a ${wanted}.`,
    },
    input: record,
  };
}

import { type Bilingual, type Finding, type Problem, refuse } from "@cadre/core";
import type { ObservationBatch, ObservationSource, Pull, SourceRejection } from "@cadre/core/observations";
import type { ExchangeCode } from "../finding-pages/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { decimalCommaOf } from "../number.ts";
import { excerpt, finding } from "../reading.ts";
import { Assembler } from "./assemble.ts";
import { layoutOfHeadings } from "./layout/headings.ts";
import { layoutOfHxl, tagsIn } from "./layout/hxl.ts";
import { axesOf, type TableLayout } from "./layout/layout.ts";
import { layoutOfMapping, type TableMapping } from "./mapping/mapping.ts";
import { type Cells, cellAt, narrowed, slice } from "./text/cells.ts";
import { headOf, type TableHead } from "./text/head.ts";
import { empty, refusalOf } from "./text/refusals.ts";
import { type TextEncoding, textOf } from "./text/text.ts";

/** How a table is read. */
export interface CsvSourceOptions {
  /** Says what the columns hold. Without it, hashtags do where there are any, and the headings where there are none. */
  mapping?: TableMapping;
  /** Size of the whole in bytes, where it is known: progress is reported as a share of it. */
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
      if (Array.isArray(layout)) return refuse(...layout);
      const axes = axesOf(layout);
      const share = () =>
        options.bytes === undefined ? null : options.bytes === 0 ? 1 : Math.min(1, bytes / options.bytes);
      return {
        ok: true,
        value: {
          shape: { axes, rowCount: null },
          batches: () => batchesOf(pieces, spare, layout, new Assembler(layout, axes), pull, share),
        },
        findings: [],
      };
    },
  };
}

/** What the columns hold: as the mapping says, or the hashtags, or the headings. */
function layoutOf(head: TableHead, mapping: TableMapping | undefined): TableLayout | Problem[] {
  if (mapping !== undefined) return layoutOfMapping(mapping, head);
  const decimalComma = decimalCommaOf(head.delimiter);
  const tags = tagsIn(head.records);
  const layout =
    tags === null ? layoutOfHeadings(head.records[0] ?? [], decimalComma) : layoutOfHxl(tags, decimalComma);
  return "code" in layout ? [layout] : layout;
}

/**
 * Rows that go into a table at once, about: it looks names up once for all of them, and where their cells are stays in the processor's caches
 * while column after column is read.
 */
const BATCH = 4_096;

async function* batchesOf(
  pieces: AsyncGenerator<Cells>,
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
    spare.push(...waiting.splice(0).filter(({ own }) => own));
    waitingRecords = 0;
    rows += batch.lines.length;
    return { kind: "columns", ...batch };
  };
  /** A piece some of whose records are refused: its good ones by runs, the others between them, in their order. */
  function* mixedBatches(
    piece: Cells,
    refused: readonly (SourceRejection | null)[],
  ): Generator<ObservationBatch> {
    for (let from = 0, to = 0; from < refused.length; from = to) {
      const good = refused[from] === null;
      while (to < refused.length && (refused[to] === null) === good) to += 1;
      if (good) {
        const run = slice(piece, from, to);
        waiting.push(run.columns === layout.columns ? run : narrowed(run, layout.columns));
        yield assembled();
      } else {
        const unreadable = refused.slice(from, to).filter((each) => each !== null);
        rows += unreadable.length;
        yield { kind: "rows", rows: [], unreadable };
      }
    }
  }
  try {
    for await (const whole of pieces) {
      signal?.throwIfAborted();
      const skipped = Math.min(skip, whole.lines.length);
      skip -= skipped;
      const piece = skipped === 0 ? whole : slice(whole, skipped);
      line = piece.lines.at(-1) ?? line;
      if (piece.lines.length === 0) continue;
      const refused = refusedIn(piece, layout, rows + waitingRecords);
      if (refused.length === 0) {
        const good = piece.columns === layout.columns ? piece : narrowed(piece, layout.columns);
        waiting.push(good);
        waitingRecords += good.lines.length;
        if (waitingRecords >= BATCH) yield assembled();
      } else {
        if (waitingRecords > 0) yield assembled();
        yield* mixedBatches(piece, refused);
      }
      onProgress?.({ rowCount: rows, share: share() });
    }
    if (waitingRecords > 0) yield assembled();
    const { withoutValue } = assembler;
    const tags = layout.leftOut?.join(", ") ?? "";
    const findings: Finding[] = [];
    const leftOut = (code: ExchangeCode, what: Bilingual, found: number | string) =>
      findings.push(finding("info", code, "observations", what, found, null));
    if (withoutValue > 0)
      leftOut("rows-without-value", message(en.withoutValue, fr.withoutValue, withoutValue), withoutValue);
    if (tags !== "") leftOut("columns-left-out", message(en.otherHashtags, fr.otherHashtags, tags), tags);
    if (findings.length > 0) yield { kind: "rows", rows: [], findings };
    onProgress?.({ rowCount: rows, share: 1 });
  } catch (error) {
    signal?.throwIfAborted();
    yield { kind: "refused", problems: [refusalOf(error, line)] };
  }
}

/** Why records of a piece are refused, `null` for each that is not; an empty list where none is. */
function refusedIn(
  piece: Cells,
  { columns, nameless }: TableLayout,
  row: number,
): (SourceRejection | null)[] {
  if (piece.columns === columns && nameless.length === 0) return [];
  const beyond = Array.from({ length: Math.max(0, piece.columns - columns) }, (_, nth) => columns + nth);
  const empty = [...nameless.filter((column) => column < piece.columns), ...beyond];
  const refused = Array.from(piece.lines, (line, index): SourceRejection | null => {
    const about = (what: Bilingual, found: string | number, expected: string): SourceRejection => ({
      ...{ row: row + index, line, column: "", code: "not-a-row", input: recordAt(piece, index) },
      ...{ found, expected },
      message: what,
    });
    const filled = empty.find((column) => cellAt(piece, index, column).trim() !== "") ?? -1;
    if (piece.columns < columns || filled >= columns) {
      const what = message(en.columnsOfLine, fr.columnsOfLine, line, piece.columns, columns);
      return about(what, piece.columns, `${columns} columns`);
    }
    if (filled < 0) return null;
    const found = excerpt(cellAt(piece, index, filled));
    const what = message(en.withoutHeading, fr.withoutHeading, line, found, filled + 1);
    return about(what, found, "a heading for each column that is filled in");
  });
  return refused.some((each) => each !== null) ? refused : [];
}

const recordAt = (cells: Cells, record: number): string[] =>
  Array.from({ length: cells.columns }, (_, column) => cellAt(cells, record, column));

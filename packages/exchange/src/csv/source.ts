import { type Finding, type Problem, refuse } from "@cadre/core";
import type { ObservationBatch, ObservationSource, Pull, SourceRejection } from "@cadre/core/observations";
import { decimalCommaOf } from "../number.ts";
import { excerpt, problem } from "../reading.ts";
import { Assembler } from "./assemble.ts";
import { type HeadingFault, layoutOfHeadings } from "./layout/headings.ts";
import { layoutOfHxl, tagsIn } from "./layout/hxl.ts";
import { axesOf, type TableLayout } from "./layout/layout.ts";
import { layoutOfMapping, type TableMapping } from "./mapping/mapping.ts";
import { type Cells, cellAt, narrowed, slice } from "./text/cells.ts";
import { headOf, type TableHead } from "./text/head.ts";
import { ambiguous, empty, refusalOf } from "./text/refusals.ts";
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
  const decimalComma = decimalCommaOf(head.delimiter);
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
      onProgress?.({ rows, share: share() });
    }
    if (waitingRecords > 0) yield assembled();
    const { withoutValue } = assembler;
    const findings: Finding[] = [];
    if (withoutValue > 0)
      findings.push(
        leftOut("rows-without-value", "Rows without a value", "Des lignes sans valeur", withoutValue),
      );
    if (layout.leftOut !== undefined)
      findings.push(
        leftOut(
          "columns-left-out",
          "Columns of other hashtags",
          "Des colonnes d’autres hashtags",
          layout.leftOut.join(", "),
        ),
      );
    if (findings.length > 0) yield { kind: "rows", rows: [], findings };
    onProgress?.({ rows, share: 1 });
  } catch (error) {
    signal?.throwIfAborted();
    yield { kind: "refused", problems: [refusalOf(error, line)] };
  }
}

const leftOut = (rule: string, en: string, fr: string, found: number | string): Finding => ({
  ...{ code: rule, severity: "info", where: { path: "observations" }, found, expected: null },
  message: { en: `${en} are left out: ${found}.`, fr: `${fr} sont laissées de côté : ${found}.` },
});

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
  if (code === "hashtags-invalid")
    return problem(
      code,
      1,
      {
        en: `The row of hashtags has some that are not HXL: ${list}. A hashtag is # and letters, an attribute + and a letter first.`,
        fr: `La ligne de hashtags en contient qui ne sont pas des hashtags HXL : ${list}. Un hashtag est # suivi de lettres, un attribut + suivi d’abord d’une lettre.`,
      },
      list,
      "#indicator+value+f",
    );
  return ambiguous(list);
}

/** Why records of a piece are refused, `null` for each that is not; an empty list where none is. */
function refusedIn(piece: Cells, layout: TableLayout, row: number): (SourceRejection | null)[] {
  const beyond: number[] = [];
  for (let column = layout.columns; column < piece.columns; column += 1) beyond.push(column);
  if (piece.columns === layout.columns && layout.nameless.length === 0) return [];
  const empty = [...layout.nameless.filter((column) => column < piece.columns), ...beyond];
  let any = false;
  const refused = Array.from(piece.lines, (line, index): SourceRejection | null => {
    const filled = empty.find((column) => cellAt(piece, index, column).trim() !== "");
    const short = piece.columns < layout.columns;
    if (!short && filled === undefined) return null;
    any = true;
    const about = {
      row: row + index,
      line,
      column: "",
      code: "not-a-row" as const,
      input: recordAt(piece, index),
    };
    if (short || (filled !== undefined && filled >= layout.columns))
      return {
        ...about,
        found: piece.columns,
        expected: `${layout.columns} columns`,
        message: {
          en: `Line ${line} has ${piece.columns} columns, the heading has ${layout.columns}.`,
          fr: `La ligne ${line} a ${piece.columns} colonnes, l’en-tête en a ${layout.columns}.`,
        },
      };
    const found = excerpt(cellAt(piece, index, filled ?? 0));
    const nth = (filled ?? 0) + 1;
    return {
      ...about,
      found,
      expected: "a heading for each column that is filled in",
      message: {
        en: `Line ${line} has “${found}” in column ${nth}, which has no heading.`,
        fr: `La ligne ${line} contient « ${found} » dans la colonne ${nth}, qui n’a pas d’en-tête.`,
      },
    };
  });
  return any ? refused : [];
}

const recordAt = (cells: Cells, record: number): string[] =>
  Array.from({ length: cells.columns }, (_, column) => cellAt(cells, record, column));

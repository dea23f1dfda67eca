import { excerpt } from "../diagnostics/excerpt.ts";
import { type Finding, type Problem, type Result, refuse } from "../diagnostics/problem.ts";
import { bilingualText } from "../locale/bilingual.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { Lookups, lengthOf, type ObservationColumns } from "./columns.ts";
import { MAX_AXES } from "./combinations.ts";
import { type Admission, addObservations } from "./ingest.ts";
import { addColumns } from "./ingest-columns.ts";
import { reserve } from "./key-index.ts";
import type { Observation, Rejection } from "./observation.ts";
import type { ObservationTable } from "./table.ts";

/** How far a source has come: rows so far, and the share of the whole from 0 to 1 where the source knows it. */
export interface SourceProgress {
  /** Rows that were read. */
  rowCount: number;
  /** Share of the whole, from 0 to 1; `null` where the source does not know it. */
  share: number | null;
}

/** How a source is followed, and stopped. */
export interface Pull {
  /** Reports now and then how far the source has come. */
  onProgress?: (progress: SourceProgress) => void;
  /** Once it is aborted, the source ends by throwing its reason, and lets go of files and connections. */
  signal?: AbortSignal;
}

/**
 * What a source gives next: rows, or columns; or, as the last thing, why it cannot go on.
 */
export type ObservationBatch = (
  | {
      kind: "rows";
      /** Rows as they were read; what they lack is found when they are added. */
      rows: readonly Partial<Observation>[];
      /** Where in the source each row is, from 1. Default: its number, from 1. */
      lines?: ArrayLike<number>;
    }
  | {
      kind: "columns";
      /** The same in columns. */
      columns: ObservationColumns;
      /** Where in the source each row is, from 1. Default: its number, from 1. */
      lines?: ArrayLike<number>;
    }
  | {
      kind: "refused";
      /** Why the source cannot go on. It is the last batch. */
      problems: Problem[];
    }
) & {
  /** Rows that the source itself could make nothing of. */
  unreadable?: readonly SourceRejection[];
  /** What it noticed on the way, such as values that became no row. */
  findings?: readonly Finding[];
};

/** A row that was refused, and where in the source it is. */
export interface SourceRejection extends Rejection {
  /** Line of a text, row of a table, number of an element: from 1. */
  line: number;
}

/** What a source can say before it is read. */
export interface SourceShape {
  /** Names of the axes that its rows may name. */
  axes: string[];
  /** Rows, where the source knows. */
  rowCount: number | null;
}

/**
 * The port of everything that observations come from: a file, a database, a service. It is opened once and read once. What is wrong with
 * the whole is refused (`kind: "refused"`, by `open` or among the batches); what is wrong with a row is reported with the row; an error of the
 * machine (a disk, a network) is thrown.
 */
export interface ObservationSource {
  /** What it is, in a word: `csv`, `parquet`, `duckdb`. */
  readonly format: string;
  /** Looks at the source without reading it whole: its shape, or why it is refused. */
  open: (pull?: Pull) => Promise<Result<OpenSource>>;
}

/** A source that was found good to read. */
export interface OpenSource {
  /** What is known of it before it is read. */
  shape: SourceShape;
  /** Reads on; ending the loop early lets go of everything. Batches may be of any size, and none is kept. */
  batches: () => AsyncIterable<ObservationBatch>;
}

/** Refusals that are kept with their rows; of a source in which every row is wrong, nobody reads more. */
export const MAX_REJECTIONS = 1000;

/** What became of a source's rows. */
export interface Loaded {
  /** The rows that were taken, and those that the table had before. */
  table: ObservationTable;
  /** Rows that were taken. */
  accepted: number;
  /** Rows that were refused, all of them counted. */
  rejectedCount: number;
  /** The first {@link MAX_REJECTIONS} of those. */
  rejections: SourceRejection[];
  /** Axes that the source names. */
  axes: string[];
}

/** That a table cannot hold a source's axes. */
const tooManyAxes = (axes: readonly string[]): Problem => ({
  code: "too-many-axes",
  where: { path: "observations" },
  message: bilingualText(en.tooManyAxes, fr.tooManyAxes, String(axes.length), String(MAX_AXES)),
  found: excerpt(axes.slice(0, MAX_AXES).join(", ")),
  expected: `at most ${MAX_AXES} axes`,
});

/** Rows that space is made for on the word of a source: what is wrong about it must not cost more than some 60 MB. */
const MAX_EXPECTED = 2 ** 22;

/** Rows still to come, guessed at by the share of the source so far: a table that knows need not make space for them again and again. */
const toCome = ({ size }: ObservationTable, share: number | null): number =>
  share === null || !(share > 0 && share < 1)
    ? 0
    : Math.max(0, Math.min(MAX_EXPECTED, Math.ceil(size / share)) - size);

/**
 * Reads a source into a table: good rows are kept, bad ones counted and handed back, with what the source noticed. What stays in memory is
 * the table.
 * @throws the signal's reason where it was stopped, and whatever the machine throws.
 */
export async function loadObservations(
  source: ObservationSource,
  options: Pull & {
    /** Makes the table that rows go to, once the names of its axes are known. */
    table: (axes: string[]) => ObservationTable;
  },
): Promise<Result<Loaded>> {
  let share: number | null = null;
  const opened = await source.open({
    ...options,
    onProgress: (progress) => {
      share = progress.share;
      options.onProgress?.(progress);
    },
  });
  if (!opened.ok) return opened;
  const { axes } = opened.value.shape;
  let table: ObservationTable;
  try {
    table = options.table(axes);
  } catch (error) {
    if (axes.length <= MAX_AXES) throw error;
    return refuse(tooManyAxes(axes));
  }
  const loaded: Loaded = { table, accepted: 0, rejectedCount: 0, rejections: [], axes };
  const findings: Finding[] = [...opened.findings];
  let row = 0;
  const keep = (rejected: readonly SourceRejection[]) => {
    loaded.rejectedCount += rejected.length;
    const free = MAX_REJECTIONS - loaded.rejections.length;
    if (free > 0) loaded.rejections.push(...rejected.slice(0, free));
  };
  const lookups = new Lookups();
  reserve(table, Math.min(MAX_EXPECTED, opened.value.shape.rowCount ?? 0));
  for await (const batch of opened.value.batches()) {
    options.signal?.throwIfAborted();
    if (batch.kind === "refused") return { ok: false, problems: batch.problems };
    for (const finding of batch.findings ?? []) findings.push(finding);
    const unreadable = batch.unreadable ?? [];
    reserve(table, toCome(table, share));
    const outcome: Admission =
      batch.kind === "rows"
        ? addObservations(table, batch.rows, { firstRow: row, lines: batch.lines })
        : addColumns(table, batch.columns, lookups, row, batch.lines);
    loaded.accepted += outcome.accepted - outcome.recalled;
    const first = row;
    const size = batch.kind === "rows" ? batch.rows.length : lengthOf(batch.columns.indicator);
    const rejections = outcome.rejected.map((each) => ({
      ...each,
      line: each.row < first ? each.row + 1 : (batch.lines?.[each.row - first] ?? each.row + 1),
    }));
    keep(
      unreadable.length === 0 ? rejections : [...rejections, ...unreadable].sort((a, b) => a.line - b.line),
    );
    row += size + unreadable.length;
  }
  options.signal?.throwIfAborted();
  return { ok: true, value: loaded, findings };
}

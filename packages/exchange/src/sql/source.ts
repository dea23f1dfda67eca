import type { Failure } from "@cadre/core";
import type {
  ObservationBatch,
  ObservationColumns,
  ObservationSource,
  Pull,
  SourceProgress,
} from "@cadre/core/observations";
import { refusedByDatabase } from "./database-refusal.ts";
import type { ObservationRelation } from "./relation.ts";
import type { RowsIn } from "./rows.ts";
import type { SqlSession } from "./run.ts";
import { quoted, type Statement } from "./statement.ts";

/** All rows of a relation as they were given, in their order: what a source reads. */
export function compileColumns({ columns }: ObservationRelation, rows: RowsIn): Statement {
  const text = (name: string) => `CAST(r.${quoted(name)} AS text)`;
  const number = (name: string | undefined) =>
    name === undefined ? "CAST(NULL AS float8)" : `CAST(r.${quoted(name)} AS float8)`;
  const optional = (name: string | undefined) => (name === undefined ? "CAST(NULL AS text)" : text(name));
  const recorded =
    columns.recordedAt === undefined
      ? "CAST(0 AS float8)"
      : `CAST(extract(epoch FROM CAST(r.${quoted(columns.recordedAt)} AS timestamp)) * 1000 AS float8)`;
  const selected = [
    text(columns.indicator),
    text(columns.period),
    number(columns.value),
    number(columns.numerator),
    number(columns.denominator),
    columns.withdrawn === undefined ? "false" : `CAST(r.${quoted(columns.withdrawn)} AS boolean)`,
    optional(columns.source),
    optional(columns.place),
    recorded,
    optional(columns.evidence),
    optional(columns.id),
    optional(columns.reason),
    ...Object.values(columns.categories).map(text),
  ];
  const order = columns.order === undefined ? rows.order : `r.${quoted(columns.order)}`;
  return {
    text: `SELECT ${selected.join(", ")} FROM ${rows.from} AS r${order === null ? "" : ` ORDER BY ${order}`}`,
    values: [...rows.bound],
  };
}

const numbers = (rows: unknown[][], index: number): Float64Array =>
  Float64Array.from(rows, (row) =>
    row[index] === null || row[index] === undefined ? Number.NaN : Number(row[index]),
  );
const texts = (rows: unknown[][], index: number) => rows.map((row) => row[index] as string | null);

function columnsOf(relation: ObservationRelation, rows: unknown[][]): ObservationColumns {
  const axes = Object.keys(relation.columns.categories);
  return {
    indicator: texts(rows, 0),
    period: texts(rows, 1),
    value: numbers(rows, 2),
    numerator: numbers(rows, 3),
    denominator: numbers(rows, 4),
    withdrawn: rows.map((row) => row[5] === true),
    source: texts(rows, 6),
    place: texts(rows, 7),
    recordedAt: numbers(rows, 8),
    ...(relation.columns.evidence !== undefined && { evidence: texts(rows, 9) }),
    ...(relation.columns.id !== undefined && { id: texts(rows, 10) }),
    ...(relation.columns.reason !== undefined && { reason: texts(rows, 11) }),
    categories: Object.fromEntries(axes.map((axis, index) => [axis, texts(rows, 12 + index)])),
  };
}

/** A database's rows as a source. `within` opens a session, in one transaction, and closes it. */
export function sqlSource(
  format: string,
  relation: ObservationRelation,
  rowsIn: RowsIn,
  within: (pull: Pull) => AsyncIterable<SqlSession>,
): ObservationSource {
  const axes = Object.keys(relation.columns.categories);
  return {
    format,
    open: async (pull = {}) => ({
      ok: true,
      value: {
        shape: { axes, rowCount: null },
        batches: async function* (): AsyncIterable<ObservationBatch> {
          let done = 0;
          let share: number | null = null;
          // The database may count what it looks at; rows are those that were given.
          const report = (more: SourceProgress) => {
            if (more.share !== null) share = Math.max(share ?? 0, more.share);
            pull.onProgress?.({ rowCount: done, share });
          };
          const followed: Pull = { ...pull, ...(pull.onProgress && { onProgress: report }) };
          try {
            for await (const session of within(pull))
              for await (const rows of session.rows(compileColumns(relation, rowsIn), followed)) {
                pull.signal?.throwIfAborted();
                yield { kind: "columns", columns: columnsOf(relation, rows) };
                done += rows.length;
                pull.onProgress?.({ rowCount: done, share });
              }
          } catch (error) {
            pull.signal?.throwIfAborted();
            const refused: Failure = refusedByDatabase(error);
            yield { kind: "refused", problems: refused.problems };
          }
        },
      },
      findings: [],
    }),
  };
}

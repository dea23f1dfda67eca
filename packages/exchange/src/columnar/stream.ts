import { type Problem, type Result, refuse } from "@cadre/core";
import type { ObservationBatch, OpenSource, Pull } from "@cadre/core/observations";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { problem } from "../reading.ts";
import { columnsOf, namedColumns, type RawBatch } from "./columns.ts";

export type ColumnarFormat = "parquet" | "arrow";

/** A columnar file whose columns are known. */
export interface Decoded {
  /** Its columns; `unreadable` says what one holds that no column of observations can. */
  columns: readonly { name: string; unreadable?: string }[];
  /** Rows of the whole, where the file says. */
  rows: number | null;
  /** Throws where the data are not of the format, and {@link Refused} where they are and are refused. */
  batches: () => AsyncIterable<RawBatch>;
}

/** Thrown where data are refused for another reason than that they are not of their format. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message.en);
    this.problem = problem;
  }
}

/** Why data were refused: what was thrown says so, or they are not of the format that they should be. */
function problemOf(format: ColumnarFormat, error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  const name = format === "parquet" ? "Parquet" : "Arrow";
  const what = message(en.columnarUnreadable, fr.columnarUnreadable, name);
  return problem(`observations-not-${format}`, "observations", what, "damaged data", name);
}

/** Observations of a columnar file, batch by batch. */
export async function observationsIn(
  format: ColumnarFormat,
  decode: () => Decoded | Promise<Decoded>,
  pull: Pull = {},
): Promise<Result<OpenSource>> {
  let decoded: Decoded;
  let named: ReturnType<typeof namedColumns>;
  try {
    decoded = await decode();
    named = namedColumns(decoded.columns);
  } catch (error) {
    return refuse(problemOf(format, error));
  }
  if (!named.ok) return named;
  const { rows, batches } = decoded;
  const { value: layout } = named;
  return {
    ok: true,
    value: {
      shape: { axes: layout.axes, rowCount: rows },
      batches: async function* (): AsyncIterable<ObservationBatch> {
        let read = 0;
        try {
          for await (const batch of batches()) {
            pull.signal?.throwIfAborted();
            if (batch.rows > 0) yield { kind: "columns", columns: await columnsOf(batch, layout) };
            read += batch.rows;
            pull.onProgress?.({ rowCount: read, share: rows === null ? null : rows === 0 ? 1 : read / rows });
          }
        } catch (error) {
          pull.signal?.throwIfAborted();
          yield { kind: "refused", problems: [problemOf(format, error)] };
        }
      },
    },
    findings: [],
  };
}

import type { Result } from "@cadre/core";
import type {
  Observation,
  ObservationBatch,
  ObservationSource,
  Pull,
  SourceRejection,
} from "@cadre/core/observations";
import * as en from "./messages.en.ts";
import * as fr from "./messages.fr.ts";
import { message } from "./messages.ts";
import { excerpt } from "./reading.ts";

/** Rows that go into a table at once. */
const BATCH = 16_384;

/** What was read of a file that can only be read whole. What became no observation is a finding, or unreadable. */
export interface RowsRead {
  /** In the order of the file. */
  observations: Observation[];
  /** The axes that they may name. */
  axes: string[];
  /** What should be a number and is none, each to be handed back. Left out, the others would look like the whole. */
  unreadable: SourceRejection[];
}

/** That the answer or value `line`, counted from 1, is no number. `what`: of which question or element. */
export const notANumber = (line: number, what: string, text: string, input: unknown): SourceRejection => ({
  ...{ row: line - 1, line, column: "value", code: "not-a-number", input },
  message: message(en.notANumber, fr.notANumber, what, excerpt(text)),
  ...{ found: excerpt(text), expected: "a number, such as 1000 or 33.5" },
});

/** A file that can only be read whole as a source; it is read when it is opened. */
export const rowsSource = (format: string, read: () => Result<RowsRead>): ObservationSource => ({
  format,
  open: async (pull = {}) => {
    const result = read();
    if (!result.ok) return result;
    const { observations: rows, axes, unreadable } = result.value;
    return {
      ok: true,
      value: {
        shape: { axes, rowCount: rows.length },
        batches: async function* (): AsyncIterable<ObservationBatch> {
          if (unreadable.length > 0) yield { kind: "rows", rows: [], unreadable };
          yield* batchesOf(rows, pull);
        },
      },
      findings: result.findings,
    };
  },
});

function* batchesOf(rows: readonly Observation[], { signal, onProgress }: Pull): Generator<ObservationBatch> {
  for (let from = 0; from < rows.length; from += BATCH) {
    signal?.throwIfAborted();
    const some = rows.slice(from, from + BATCH);
    yield { kind: "rows", rows: some };
    onProgress?.({ rowCount: from + some.length, share: (from + some.length) / rows.length });
  }
}

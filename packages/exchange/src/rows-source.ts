import type { Result } from "@cadre/core";
import type { Observation, ObservationBatch, ObservationSource, Pull } from "@cadre/core/observations";

/** Rows that go into a table at once. */
const BATCH = 16_384;

/** Rows of a file that can only be read whole. */
export interface RowsRead {
  rows: readonly Partial<Observation>[];
  /** The axes that the rows may name. */
  axes: string[];
}

/** A file that can only be read whole as a source; it is read when it is opened. */
export const rowsSource = (format: string, read: () => Result<RowsRead>): ObservationSource => ({
  format,
  open: async (pull = {}) => {
    const result = read();
    if (!result.ok) return result;
    const { rows, axes } = result.value;
    return {
      ok: true,
      shape: { axes, rows: rows.length },
      batches: async function* (): AsyncIterable<ObservationBatch> {
        if (result.findings.length > 0) yield { kind: "rows", rows: [], findings: result.findings };
        yield* batchesOf(rows, pull);
      },
    };
  },
});

function* batchesOf(
  rows: readonly Partial<Observation>[],
  { signal, onProgress }: Pull,
): Generator<ObservationBatch> {
  for (let from = 0; from < rows.length; from += BATCH) {
    signal?.throwIfAborted();
    const some = rows.slice(from, from + BATCH);
    yield { kind: "rows", rows: some };
    onProgress?.({ rows: from + some.length, share: (from + some.length) / rows.length });
  }
}

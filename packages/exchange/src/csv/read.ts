import type { Result } from "@cadre/core";
import { type Loaded, loadObservations, type ObservationTable } from "@cadre/core/observations";
import { type CsvSourceOptions, csvSource } from "./source.ts";

/** How to read. */
export interface CsvOptions extends Omit<CsvSourceOptions, "bytes"> {
  /** Makes the table that rows go to, once the names of its axes are known. */
  table: (axes: string[]) => ObservationTable;
  /** Reports now and then how many bytes and rows have been read. */
  onProgress?: (bytes: number, rows: number) => void;
  /** Stops the reading, which then throws the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Reads observations from CSV as a stream: what is kept is the table. Good rows go into it; bad ones are counted and handed back with
 * line, column and reason. What is refused as a whole (no text, no heading, a quotation mark that is never closed) is a problem with its
 * line; rows before it are lost with the table.
 * @throws the signal's reason where it was stopped.
 */
export function readObservationsCsv(
  source: AsyncIterable<Uint8Array | string>,
  { table, onProgress, signal, ...how }: CsvOptions,
): Promise<Result<Loaded>> {
  let bytes = 0;
  async function* counted() {
    for await (const chunk of source) {
      bytes += typeof chunk === "string" ? Buffer.byteLength(chunk) : chunk.length;
      yield chunk;
    }
  }
  return loadObservations(csvSource(counted(), how), {
    table,
    ...(signal && { signal }),
    ...(onProgress && { onProgress: ({ rows }) => onProgress(bytes, rows) }),
  });
}

import type { ObservationSource } from "@cadre/core/observations";
import type { Table } from "apache-arrow";
import { isolatedSource } from "../columnar/isolate.ts";
import type { DecoderLimits } from "../columnar/messages.ts";
import { observationsIn } from "../columnar/stream.ts";
import { once } from "../common.ts";

/** Bytes of an Arrow file or stream, a stream of them, or a table that is in memory. */
export type ArrowInput = Uint8Array | AsyncIterable<Uint8Array> | Table;

/**
 * Observations in Arrow data, record batch by record batch; bytes are decoded by another process. Columns are found by the names that CSV
 * headings go by, other columns are axes, whatever their type; columns coded by a dictionary go into the table by their codes. Buffers
 * compressed by LZ4 and ZSTD are read. Needs `apache-arrow`.
 */
export function arrowSource(
  input: ArrowInput,
  { limits = {} }: { limits?: DecoderLimits | undefined } = {},
): ObservationSource {
  if (!("batches" in input))
    return isolatedSource("arrow", input instanceof Uint8Array ? once(input) : input, limits);
  const decode = async () => (await import("./decode.ts")).decodeTable(input);
  return { format: "arrow", open: (pull) => observationsIn("arrow", decode, pull) };
}

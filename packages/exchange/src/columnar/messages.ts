import type { Problem } from "@cadre/core";
import type { ObservationBatch, SourceShape } from "@cadre/core/observations";
import type { ColumnarFormat } from "./stream.ts";

/** Messages to a decoder: to open a file of so many bytes (`null`: it comes in pieces), the bytes that it asked for under a number, to give one more batch. */
export type ToDecoder =
  | { kind: "open"; format: ColumnarFormat; size: number | null }
  | { kind: "bytes"; id: number; bytes: Uint8Array | null }
  | { kind: "next" };

/** What a decoder says: bytes it needs (a range, or the next piece), and what it read. */
export type FromDecoder =
  | { kind: "need"; id: number; range: [from: number, to: number] | null }
  | { kind: "opened"; shape: SourceShape }
  | { kind: "refused"; problems: Problem[] }
  | { kind: "batch"; batch: ObservationBatch }
  | { kind: "end"; megabytes: number };

/** What the process that decodes a file may take. */
export interface DecoderLimits {
  /** Memory. Default: 1,024. */
  megabytes?: number;
  /** Time of the processor for one row group or record batch. Default: 30. */
  seconds?: number;
}

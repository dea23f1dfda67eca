import type { ObservationSource } from "@cadre/core/observations";
import { isolatedSource } from "../columnar/isolate.ts";
import type { DecoderLimits } from "../columnar/messages.ts";

/** A file to read pieces of: its length, and a way to them. */
export interface ParquetFile {
  /** Length in bytes. */
  byteLength: number;
  /** Bytes from `start` up to, and without, `end`. */
  slice: (start: number, end: number) => ArrayBuffer | Promise<ArrayBuffer>;
}

/**
 * Observations in a Parquet file, row group by row group, decoded by another process. Columns are found by the names that CSV headings go by;
 * `withdrawn` marks rows that take back. Snappy, gzip, Brotli, zstd and LZ4 are read. A group that would decompress to more than 256 MB, or
 * 16 million cells, is refused: that is for `computeInDuckdb`. Needs `hyparquet` and `hyparquet-compressors`.
 */
export const parquetSource = (
  file: ParquetFile,
  { limits = {} }: { limits?: DecoderLimits | undefined } = {},
): ObservationSource => isolatedSource("parquet", file, limits);

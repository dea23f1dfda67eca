import { brotliDecompressSync, gunzipSync, inflateRawSync } from "node:zlib";
import type { Compressors } from "hyparquet";
import { compressors, decompressLz4, decompressZstd } from "hyparquet-compressors";

const tooLong = () => new Error("a page decompresses to more than it states");

/** Length of what a Zstandard frame holds, where it says so (RFC 8878, 3.1.1.1). */
function statedByZstd(input: Uint8Array): number | null {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  if (view.byteLength < 6 || view.getUint32(0, true) !== 0xfd2fb528) return null;
  const flags = view.getUint8(4);
  const [single, size] = [(flags >> 5) & 1, flags >> 6];
  if (size === 0 && single === 0) return null;
  const index = 6 - single + ([0, 1, 2, 4][flags & 3] as number);
  if (size === 0) return view.getUint8(index);
  if (size === 1) return view.getUint16(index, true) + 256;
  return size === 2 ? view.getUint32(index, true) : Number(view.getBigUint64(index, true));
}

/** Zstandard, never into more than so many bytes. */
function zstd(input: Uint8Array, length: number): Uint8Array {
  const stated = statedByZstd(input);
  if (stated !== null && stated !== length) throw tooLong();
  return decompressZstd(input, new Uint8Array(length));
}

/** Hadoop's frames around LZ4: the decoder would look for the end of an empty one of negative length for ever. */
function lz4(input: Uint8Array, length: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  for (let index = 0; index + 8 <= view.byteLength; ) {
    const [decompressed, compressed] = [view.getInt32(index), view.getInt32(index + 4)];
    if (decompressed === 0 && compressed < 0) throw new Error("a frame of a page has a negative length");
    if (compressed < 0 || decompressed > length || decompressed < 0) break;
    index += 8 + compressed;
  }
  return decompressLz4(input, length);
}

/** What unfolds pages: never into more bytes than the page states. */
export const CODECS: Compressors = {
  ...compressors,
  GZIP: (input, length) => {
    const unfold = input[0] === 0x1f && input[1] === 0x8b ? gunzipSync : inflateRawSync;
    return unfold(input, { maxOutputLength: Math.max(1, length) });
  },
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) }),
  ZSTD: zstd,
  LZ4: lz4,
};

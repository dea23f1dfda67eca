import * as zlib from "node:zlib";
import { CompressionType, compressionRegistry } from "apache-arrow";

/** Bytes that one buffer is decompressed to at most. */
const MAX_BYTES = 2 ** 28;
const MAGIC = 0x184d2204;

/** A block of LZ4 at the end of what was decompressed before: matches may reach back into it. Returns the new end. */
function lz4Block(input: Uint8Array, output: Uint8Array, from: number): number {
  const fault = (): never => {
    throw new Error("a block of LZ4 is cut off, or refers to what is not there");
  };
  let [index, end] = [0, from];
  const length = (nibble: number): number => {
    let count = nibble;
    if (nibble < 15) return count;
    for (let byte = 255; byte === 255; count += byte) byte = input[index++] ?? fault();
    return count;
  };
  while (index < input.length) {
    const token = input[index++] as number;
    const literals = length(token >> 4);
    if (index + literals > input.length || end + literals > output.length) fault();
    output.set(input.subarray(index, index + literals), end);
    [index, end] = [index + literals, end + literals];
    // The last sequence has literals only.
    if (index === input.length) break;
    const back = (input[index] ?? fault()) + (input[index + 1] ?? fault()) * 256;
    index += 2;
    const match = length(token & 15) + 4;
    if (back === 0 || back > end || end + match > output.length) fault();
    for (let each = 0; each < match; each += 1) output[end + each] = output[end + each - back] as number;
    end += match;
  }
  return end;
}

/** A frame of LZ4 (lz4_Frame_format.md, 1.6). Checksums are passed over: what reads the columns checks them. */
export function lz4Frame(input: Uint8Array): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const flags = view.getUint8(4);
  if (view.getUint32(0, true) !== MAGIC || flags >> 6 !== 1)
    throw new Error("a buffer is not a frame of LZ4");
  const [withSize, withDictionary, withChecksums] = [flags & 8, flags & 1, flags & 16];
  let output = new Uint8Array(withSize ? sizeOf(Number(view.getBigUint64(6, true))) : 2 ** 16);
  let [index, end] = [7 + (withSize ? 8 : 0) + (withDictionary ? 4 : 0), 0];
  const largest = [65_536, 262_144, 1_048_576, 4_194_304][((view.getUint8(5) >> 4) & 7) - 4];
  if (largest === undefined) throw new Error("a frame of LZ4 has blocks of an unknown size");
  for (;;) {
    const stated = view.getUint32(index, true);
    index += 4;
    if (stated === 0) return output.subarray(0, end);
    const size = stated & 0x7fff_ffff;
    if (index + size > input.length) throw new Error("a frame of LZ4 is cut off");
    const block = input.subarray(index, index + size);
    if (!withSize && end + largest > output.length) {
      const longer = new Uint8Array(sizeOf(2 * (end + largest)));
      longer.set(output);
      output = longer;
    }
    if (stated >>> 31 === 0) end = lz4Block(block, output, end);
    else {
      if (end + size > output.length) throw new Error("a frame of LZ4 holds more than it states");
      output.set(block, end);
      end += size;
    }
    index += size + (withChecksums ? 4 : 0);
  }
}

function sizeOf(bytes: number): number {
  if (bytes > MAX_BYTES) throw new Error(`a buffer of ${bytes} bytes; at most ${MAX_BYTES} are decompressed`);
  return bytes;
}

function zstd(input: Uint8Array): Uint8Array {
  if (zlib.zstdDecompressSync === undefined)
    throw new Error("buffers compressed by ZSTD need Node.js 22.15 or later");
  return zlib.zstdDecompressSync(input, { maxOutputLength: MAX_BYTES });
}

/** Registers what decompresses buffers, where nothing else has been registered. */
export function registerCodecs(): void {
  if (compressionRegistry.get(CompressionType.LZ4_FRAME) === null)
    compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: lz4Frame });
  if (compressionRegistry.get(CompressionType.ZSTD) === null)
    compressionRegistry.set(CompressionType.ZSTD, { decode: zstd });
}

import { inflateSync } from "node:zlib";

/** What a stream of a PDF may unfold to: the content of a page, which is some 100 kB, and an embedded font, which is some MB. */
const MAX_CONTENT_BYTES = 8 * 1024 * 1024;
const MAX_FONT_BYTES = 24 * 1024 * 1024;
/** What all of them may, together. */
export const MAX_UNFOLDED_BYTES = 96 * 1024 * 1024;

const [STREAM, END] = [Buffer.from("stream"), Buffer.from("endstream")];
const HEAD_BYTES = 1024;

/**
 * How much the compressed streams of a PDF unfold to, before a reader unfolds them all; `null` where that is more than the limits allow.
 * Pictures do not count: they are never decoded. In an encrypted file nothing can be measured.
 */
export function unfoldedSize(bytes: Uint8Array): number | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  let index = file.indexOf(STREAM);
  while (index >= 0) {
    const head = file.toString("latin1", Math.max(0, index - HEAD_BYTES), index);
    const dictionary = head.slice(head.lastIndexOf(" obj") + 1);
    let start = index + STREAM.length;
    if (file[start] === 0x0d) start += 1;
    if (file[start] === 0x0a) start += 1;
    const end = file.indexOf(END, start);
    const stop = end < 0 ? file.length : end;
    const filters = dictionary.match(
      /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/g,
    );
    if (filters !== null && !/\/Subtype\s*\/Image\b/.test(dictionary)) {
      if (filters.length > 2) return null;
      let size = (stop - start) * (/Flate|\/Fl\b/.test(filters.join()) ? 4 : 64);
      const isFont = /\/Length1\b|\/Subtype\s*\/(?:CIDFont|Type1C|OpenType)/.test(dictionary);
      const maxOutputLength = isFont ? MAX_FONT_BYTES : MAX_CONTENT_BYTES;
      try {
        const data = file.subarray(start, stop);
        size = inflateSync(data, { maxOutputLength, finishFlush: 2 }).length;
      } catch (error) {
        if (error instanceof RangeError) return null;
      }
      total += size;
      if (total > MAX_UNFOLDED_BYTES) return null;
    }
    index = end < 0 ? -1 : file.indexOf(STREAM, end + END.length);
  }
  return total;
}

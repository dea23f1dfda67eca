import { inflateSync } from "node:zlib";

/** What a stream of a PDF may unfold to: the content of a page, which is some 100 kB, and an embedded font, which is some MB. */
const MAX_CONTENT_BYTES = 8 * 1024 * 1024;
const MAX_FONT_BYTES = 24 * 1024 * 1024;
/** What all of them may, together. */
export const MAX_UNFOLDED_BYTES = 96 * 1024 * 1024;

const [STREAM, END] = [Buffer.from("stream"), Buffer.from("endstream")];
const HEAD_BYTES = 1024;

/** Paths that all streams may paint; with more there is a drawing, of which nobody wants the lines. pdf.js takes some 1.5 kB for each. */
const MAX_PATHS = 150_000;
/** The shortest path with what paints it: `0 0 m 1 1 l S`. */
const BYTES_OF_PATH = 14;

const SPACES = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
/** Painting operators: S s f F B b (PDF 32000-1, table 60), the last three also with a star. */
const PAINTS = new Set([...Buffer.from("SsfFBb")]);

/** How many paths a content stream paints. */
function pathsIn(content: Uint8Array): number {
  let paths = 0;
  for (let index = 1; index < content.length; index += 1) {
    if (!PAINTS.has(content[index] as number) || !SPACES.has(content[index - 1] as number)) continue;
    const after = content[index + 1] === 0x2a ? content[index + 2] : content[index + 1];
    if (after === undefined || SPACES.has(after)) paths += 1;
  }
  return paths;
}

/** What the streams of a PDF are, before a reader unfolds them. */
export interface Streams {
  /** Bytes that the compressed ones unfold to. */
  size: number;
  /** Whether they are drawings of very many lines. */
  drawing: boolean;
}

/**
 * How much the compressed streams of a PDF unfold to, before a reader unfolds them all; `null` where that is more than the limits allow.
 * Pictures do not count: they are never decoded. In an encrypted file nothing can be measured.
 */
export function measureStreams(bytes: Uint8Array): Streams | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [total, paths] = [0, 0];
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
    const isImage = /\/Subtype\s*\/Image\b/.test(dictionary);
    const isFont = /\/Length1\b|\/Subtype\s*\/(?:CIDFont|Type1C|OpenType)/.test(dictionary);
    if (filters === null && !isImage && !isFont) paths += pathsIn(file.subarray(start, stop));
    if (filters !== null && !isImage) {
      if (filters.length > 2) return null;
      let size = (stop - start) * (/Flate|\/Fl\b/.test(filters.join()) ? 4 : 64);
      const maxOutputLength = isFont ? MAX_FONT_BYTES : MAX_CONTENT_BYTES;
      try {
        const data = file.subarray(start, stop);
        const content = inflateSync(data, { maxOutputLength, finishFlush: 2 });
        size = content.length;
        if (!isFont) paths += pathsIn(content);
      } catch (error) {
        if (error instanceof RangeError) return null;
        // Compressed in another way: it may be nothing but paths.
        if (!isFont) paths += size / BYTES_OF_PATH;
      }
      total += size;
      if (total > MAX_UNFOLDED_BYTES) return null;
    }
    index = end < 0 ? -1 : file.indexOf(STREAM, end + END.length);
  }
  return { size: total, drawing: paths > MAX_PATHS };
}

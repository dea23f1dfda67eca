import { isUtf8 } from "node:buffer";

/** How a text's bytes are to be read. Default: UTF-8; a byte order mark means UTF-16. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Text that is not of the encoding that it should be. */
export class EncodingError extends Error {
  readonly encoding: TextEncoding;
  readonly found: string;
  constructor(encoding: TextEncoding, cause: unknown, found = "other bytes") {
    super(`the bytes are not ${encoding}`, { cause });
    this.name = "EncodingError";
    this.encoding = encoding;
    this.found = found;
  }
}

/** Turns pieces of a file into UTF-8, whole characters at a time; `null` is the end. @throws EncodingError */
type Encode = (chunk: Uint8Array | null) => Buffer;

const NOTHING = Buffer.alloc(0);
const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];
const MARK = Buffer.from("\ufeff");

/** What is UTF-8 already: checked, which is several times as fast as decoding it. */
function utf8(): Encode {
  let open = NOTHING;
  return (chunk) => {
    const more = chunk === null ? NOTHING : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const bytes = open.length > 0 ? Buffer.concat([open, more]) : more;
    const end = chunk === null ? bytes.length : wholeCharacters(bytes);
    // A copy: whoever gives the bytes may use their memory again.
    open = end === bytes.length ? NOTHING : Buffer.from(bytes.subarray(end));
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) throw new EncodingError("utf-8", null);
    return whole;
  };
}

/** How many bytes there are before a character that the next piece completes. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function encoderOf(encoding: TextEncoding): Encode {
  if (encoding === "utf-8") return utf8();
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (chunk) => {
    try {
      return Buffer.from(chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }));
    } catch (error) {
      throw new EncodingError(encoding, error);
    }
  };
}

/** Of texts: half a character at the end waits for the other half. A half that stays alone is of no encoding, and is not replaced. */
function ofTexts(): (text: string | null) => Buffer {
  let half = "";
  return (text) => {
    let whole = half + (text ?? "");
    half = "";
    if (text !== null && /[\ud800-\udbff]$/.test(whole)) {
      half = whole.slice(-1);
      whole = whole.slice(0, -1);
    }
    if (LONE_SURROGATE.test(whole)) throw new EncodingError("utf-8", null);
    return Buffer.from(whole);
  };
}
const LONE_SURROGATE = /\p{Surrogate}/u;

function markOf(start: Uint8Array): TextEncoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start[0] === 0xfe && start[1] === 0xff ? "utf-16be" : null;
}

/** Makes line ends `\n`; the last piece is reported as such. */
function withLineFeeds(): (bytes: Buffer, last: boolean) => Buffer {
  let waiting = false;
  return (bytes, last) => {
    if (!waiting && !bytes.includes(CARRIAGE_RETURN)) return bytes;
    const plain = Buffer.allocUnsafe(bytes.length + 2);
    let length = 0;
    for (const byte of bytes) {
      // What follows a carriage return decides whether this is one line end or the first half of one.
      if (waiting && byte !== LINE_FEED) plain[length++] = LINE_FEED;
      waiting = byte === CARRIAGE_RETURN;
      if (!waiting) plain[length++] = byte;
    }
    if (last && waiting) plain[length++] = LINE_FEED;
    return plain.subarray(0, length);
  };
}

/**
 * A stream's text as UTF-8, in pieces that end where a character does; its line ends are `\n`, its byte order mark is gone. A piece holds
 * until the next is asked for: whoever gives the bytes may use their memory again. `count` is called with the stream's bytes.
 * @throws EncodingError where the bytes are not of the encoding.
 */
export async function* textOf(
  source: AsyncIterable<Uint8Array | string>,
  count: (bytes: number) => void,
  requested?: TextEncoding,
): AsyncGenerator<Buffer> {
  let encode: Encode | null = null;
  const [encodeText, plain] = [ofTexts(), withLineFeeds()];
  let first = true;
  const unmarked = (bytes: Buffer): Buffer => {
    // No table has one: these are bytes of something else, or of UTF-16 without its mark.
    if (bytes.includes(0)) throw new EncodingError(requested ?? "utf-8", null, "a character NUL");
    if (!first || bytes.length === 0) return bytes;
    first = false;
    return bytes.subarray(0, MARK.length).equals(MARK) ? bytes.subarray(MARK.length) : bytes;
  };
  for await (const chunk of source) {
    let bytes: Buffer;
    if (typeof chunk === "string") {
      count(Buffer.byteLength(chunk));
      bytes = encodeText(chunk);
    } else {
      count(chunk.length);
      encode ??= encoderOf(requested ?? markOf(chunk) ?? "utf-8");
      bytes = encode(chunk);
    }
    bytes = plain(unmarked(bytes), false);
    if (bytes.length > 0) yield bytes;
  }
  const rest = plain(unmarked(Buffer.concat([encode?.(null) ?? NOTHING, encodeText(null)])), true);
  if (rest.length > 0) yield rest;
}

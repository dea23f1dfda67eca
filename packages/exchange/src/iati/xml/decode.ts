/** Encodings that a declaration may name, by the decoder's names. UTF-16 needs its mark. */
const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "windows-1252": "windows-1252",
  "iso-8859-15": "iso-8859-15",
};

/** The encoding of a document by its mark or its declaration; `null` where the declaration names another. XML is UTF-8 where nothing says. */
export function encodingOf(start: Uint8Array): { encoding: string | null; declared: string } {
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: "utf-16le", declared: "UTF-16" };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: "utf-16be", declared: "UTF-16" };
  const head = new TextDecoder("latin1").decode(start.subarray(0, 256));
  const declared = /^[^<]{0,3}<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? "UTF-8";
  const name = declared.toLowerCase();
  return { encoding: Object.hasOwn(ENCODINGS, name) ? (ENCODINGS[name] ?? null) : null, declared };
}

/** Bytes are not what the document says that they are encoded in. */
export class WrongEncoding extends Error {
  readonly declared: string;
  readonly expected: string;
  constructor(declared: string, expected: string) {
    super(`not ${declared}`);
    this.declared = declared;
    this.expected = expected;
  }
}

/** Text of a document's bytes as they come, never more than so many characters at a time. @throws WrongEncoding */
export async function* decodeXml(
  source: AsyncIterable<Uint8Array | string>,
  onBytes: (bytes: number) => void,
  limit = 65_536,
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let declared = "UTF-8";
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined
        ? (decoder?.decode() ?? "")
        : (decoder?.decode(bytes, { stream: true }) ?? "");
    } catch {
      throw new WrongEncoding("other bytes", declared);
    }
  };
  for await (const chunk of source) {
    if (typeof chunk === "string") {
      onBytes(chunk.length);
      for (let index = 0; index < chunk.length; index += limit) yield chunk.slice(index, index + limit);
      continue;
    }
    for (let index = 0; index < chunk.length; index += limit) {
      const some = chunk.subarray(index, index + limit);
      onBytes(some.length);
      if (decoder === null) {
        const found = encodingOf(some);
        declared = found.declared;
        if (found.encoding === null) throw new WrongEncoding(declared, "UTF-8, UTF-16 or ISO-8859-1");
        decoder = new TextDecoder(found.encoding, { fatal: true });
      }
      const text = decode(some);
      if (text !== "") yield text;
    }
  }
  const rest = decode();
  if (rest !== "") yield rest;
}

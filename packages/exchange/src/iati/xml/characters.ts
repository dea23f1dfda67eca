/** A document is not well-formed, or declares a document type. */
export class NotWellFormed extends Error {
  readonly doctype: boolean;
  constructor(why: string, doctype = false) {
    super(why);
    this.doctype = doctype;
  }
}

const START =
  ":A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
const NAME = new RegExp(`[${START}][${START}\\-.0-9\\xb7\\u0300-\\u036f\\u203f\\u2040]*`, "uy");
/** ASCII that may go on a name, by its code. */
const GOES_ON = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[:\w.-]/.test(String.fromCharCode(code))),
);
/** A character that no document may have. */
export const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** What is within an XML declaration. */
export const DECLARATION =
  /^xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.\d+\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/** Where a name ends that begins here; where nothing does, here. */
export function nameEnd(chunk: string, from: number): number {
  let end = from;
  let code = chunk.charCodeAt(end);
  // Digits, full stops and hyphens do not begin a name.
  if (code === 45 || code === 46 || (code >= 48 && code <= 57)) return from;
  while (code < 128 && GOES_ON[code] === 1) code = chunk.charCodeAt(++end);
  if (code < 128 || end === chunk.length) return end;
  NAME.lastIndex = from;
  end = NAME.test(chunk) ? NAME.lastIndex : from;
  // Half a pair, where a piece of the document ends.
  return end === chunk.length - 1 && (chunk.charCodeAt(end) & 0xfc00) === 0xd800 ? chunk.length : end;
}

/** What an entity stands for. */
function entity(name: string): string {
  if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name] as string;
  const [, hex, decimal] = /^#(?:x([\da-fA-F]{1,12})|(\d{1,12}))$/.exec(name) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const found = code <= 0x10ffff ? String.fromCodePoint(code) : "\0";
  if (NOT_XML.test(found)) throw new NotWellFormed(`&${name}; is no entity of XML`);
  return found;
}

/** A text with its entities replaced. @throws NotWellFormed */
export function resolved(text: string): string {
  let [done, from] = ["", 0];
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
    const end = text.indexOf(";", at);
    if (end < 0) throw new NotWellFormed("an & that begins no entity");
    done += text.slice(from, at) + entity(text.slice(at + 1, end));
    from = end + 1;
  }
  return done + text.slice(from);
}

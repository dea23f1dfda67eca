import { isUtf8 } from "node:buffer";
import { type Bilingual, bilingual, type Problem, type Result, refuse } from "@cadre/core";
import { SaxesParser } from "saxes";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { problem } from "../problem.ts";

/** Attributes by canonical name. An object without a prototype, so that no name means anything but itself. */
export type Attributes = Readonly<Record<string, string>>;

/** What happens to a reader of a part. Names are canonical: {@link NAMESPACES}' prefix and the local name, `w:tbl`. */
export interface XmlHandlers {
  open: (name: string, attributes: Attributes) => void;
  close: (name: string) => void;
  text: (text: string) => void;
}

/**
 * The namespaces of office documents, transitional (ECMA-376) and strict (ISO 29500), by the prefix that this project calls them by. A
 * name of any other namespace is written with its address, `{urn:x}p`, whatever prefix the file uses.
 */
export const NAMESPACES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
  "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:office": "o",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
  "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
  "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
  "urn:oasis:names:tc:opendocument:xmlns:form:1.0": "form",
  "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
  "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": "field",
  "http://www.w3.org/XML/1998/namespace": "xml",
};

const OURS = new Set(Object.values(NAMESPACES));

/** Elements within elements; Word itself stops long before. */
const MAX_DEPTH = 1000;

/** Elements of one part, empty ones included: what a parser goes through costs memory, whatever is kept of it. */
export const MAX_ELEMENTS = 200_000;

class XmlRefusal extends Error {
  readonly problem: Problem;
  constructor(refusal: Problem) {
    super(refusal.code);
    this.problem = refusal;
  }
}

/** Turns the prefixes of a file into canonical ones. Files of Word and LibreOffice use these anyway: then nothing is copied. */
class Names {
  private readonly prefixes = new Map<string, string>([
    ["xml", "xml:"],
    ["xmlns", "xmlns:"],
  ]);
  private readonly known = new Map<string, string>();
  private conventional = true;

  declare(attributes: Attributes): void {
    for (const attribute in attributes) {
      // The first letter decides for nearly all of them.
      if (attribute.charCodeAt(0) !== 120 || !attribute.startsWith("xmlns")) continue;
      const prefix = attribute.slice("xmlns:".length);
      const address = attributes[attribute] ?? "";
      const canonical = Object.hasOwn(NAMESPACES, address) ? `${NAMESPACES[address]}:` : `{${address}}`;
      if (this.prefixes.get(prefix) === canonical) continue;
      this.prefixes.set(prefix, canonical);
      this.known.clear();
      // The default namespace never applies to attributes.
      if (
        prefix !== "" &&
        canonical !== `${prefix}:` &&
        (OURS.has(prefix) || Object.hasOwn(NAMESPACES, address))
      ) {
        this.conventional = false;
      }
    }
  }

  of(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const space = this.prefixes.get(prefix) ?? (prefix === "" ? "" : `{${prefix}}`);
    const canonical = space + name.slice(colon + 1);
    // What no file has by nature is not remembered: a hostile one could give every element another name.
    if (this.known.size < 4096) this.known.set(name, canonical);
    return canonical;
  }

  attributes(attributes: Attributes): Attributes {
    if (this.conventional) return attributes;
    const renamed: Record<string, string> = Object.create(null);
    for (const name in attributes)
      renamed[name.includes(":") ? this.of(name) : name] = attributes[name] ?? "";
    return renamed;
  }
}

/** Bytes that are decoded at a time: a part of many megabytes is never a string as a whole. */
const CHUNK = 256 * 1024;

const wide = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? "utf-16le"
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? "utf-16be"
      : null;

/** A part's characters, in chunks that end between two characters. */
function* decoded(part: string, bytes: Uint8Array): Generator<string> {
  const encoding = wide(bytes);
  if (encoding === null) {
    // Looked through once as a whole, which allocates nothing: decoding what is known to be sound is several times as fast.
    if (!isUtf8(bytes)) throw new XmlRefusal(otherEncoding(part));
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    for (let from = marked ? 3 : 0; from < bytes.length; ) {
      let to = Math.min(bytes.length, from + CHUNK);
      while (((bytes[to] ?? 0) & 0xc0) === 0x80) to -= 1;
      yield text.toString("utf8", from, to);
      from = to;
    }
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let from = 0; from < bytes.length; from += CHUNK) {
    try {
      yield decoder.decode(bytes.subarray(from, from + CHUNK), { stream: from + CHUNK < bytes.length });
    } catch {
      throw new XmlRefusal(otherEncoding(part));
    }
  }
}

/** What follows the `<` of a tag that is no element's: `/`, `!`, `?`. */
const NO_ELEMENT: readonly number[] = [0x2f, 0x21, 0x3f];

/**
 * Upper bound of the elements of a part, from its bytes alone, before a parser spends memory on them. 0 for UTF-16, which no office
 * program writes: there the parser counts.
 */
function maxElements(bytes: Uint8Array): number {
  let elements = 0;
  if (wide(bytes) !== null) return elements;
  for (let index = bytes.indexOf(0x3c); index >= 0; index = bytes.indexOf(0x3c, index + 1))
    if (!NO_ELEMENT.includes(bytes[index + 1] ?? 0)) elements += 1;
  return elements;
}

const broken = (
  part: string,
  found = "not well-formed",
  message: Bilingual = bilingual(en.xmlBroken, fr.xmlBroken, part),
): Problem => problem("xml-broken", { path: part }, message, found, "well-formed XML");
const otherEncoding = (part: string): Problem =>
  broken(part, "neither UTF-8 nor UTF-16", bilingual(en.xmlEncoding, fr.xmlEncoding, part));

const tooMany = (part: string, limit: number): Problem =>
  problem(
    "xml-too-large",
    { path: part },
    bilingual(en.xmlTooLarge, fr.xmlTooLarge, part, limit),
    "more",
    `at most ${limit} elements`,
  );

/**
 * Reads a part of a package as XML, one element after the other; nothing is built in memory.
 *
 * Refused: what is not well-formed, encodings that office documents do not have, a document type (so no entity is ever expanded or
 * fetched, inside or outside of the file), elements nested too deep, more elements than `limit`. A handler's own errors pass through.
 */
export function readXml(
  part: string,
  bytes: Uint8Array,
  handlers: XmlHandlers,
  limit = MAX_ELEMENTS,
): Result<null> {
  if (maxElements(bytes) > limit) return refuse(tooMany(part, limit));
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const names = new Names();
  const path: string[] = [];
  let elements = 0;
  parser.on("error", () => {
    throw new XmlRefusal(broken(part));
  });
  parser.on("doctype", () => {
    throw new XmlRefusal(
      problem(
        "xml-doctype",
        { path: part },
        bilingual(en.xmlDoctype, fr.xmlDoctype, part),
        "a document type",
        "none",
      ),
    );
  });
  // Few elements declare a namespace: the attributes of all others are not looked through.
  let declares = false;
  parser.on("attribute", ({ name }) => {
    if (name.charCodeAt(0) === 120 && name.startsWith("xmlns")) declares = true;
  });
  parser.on("opentag", ({ name, attributes }) => {
    elements += 1;
    if (elements > limit) throw new XmlRefusal(tooMany(part, limit));
    if (declares) {
      names.declare(attributes);
      declares = false;
    }
    const canonical = names.of(name);
    path.push(canonical);
    if (path.length > MAX_DEPTH)
      throw new XmlRefusal(
        broken(
          part,
          `elements nested over ${MAX_DEPTH} deep`,
          bilingual(en.xmlTooDeep, fr.xmlTooDeep, part, String(MAX_DEPTH)),
        ),
      );
    handlers.open(canonical, names.attributes(attributes));
  });
  parser.on("closetag", () => handlers.close(path.pop() ?? ""));
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  try {
    for (const chunk of decoded(part, bytes)) parser.write(chunk);
    parser.close();
  } catch (error) {
    if (error instanceof XmlRefusal) return refuse(error.problem);
    throw error;
  }
  return { ok: true, value: null, findings: [] };
}

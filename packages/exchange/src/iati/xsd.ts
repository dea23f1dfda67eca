import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Finding } from "@cadre/core";
import { once } from "../common.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { excerpt, finding } from "../reading.ts";
import { parseXml, type XmlHandlers, XmlRefusal } from "./xml/parse.ts";

const FILES = ["iati-activities-schema.xsd", "iati-common.xsd", "xml.xsd"] as const;
const VERSIONS = ["2.01", "2.02", "2.03"] as const;

/** A document of more bytes than this is not validated: the validator holds all of it in memory. */
export const MAX_XSD_BYTES = 100_000_000;
/** Errors that are reported; of a file in which every line is wrong, nobody reads more. */
const MAX = 1000;

// The CommonJS build has a file name, the ES module an address.
const require = createRequire(typeof __filename === "string" ? __filename : import.meta.url);

/** Where the official schema of a version lies, for other validators. */
export const iatiSchemaPath = (
  file: (typeof FILES)[number] = FILES[0],
  { version = "2.03" }: { version?: (typeof VERSIONS)[number] } = {},
): string => require.resolve(`@cadre/exchange/schemas/iati-${version}/${file}`);

/** How libxml2 calls a file of a schema: the names by which they include one another are relative to it. */
const schemaUrl = (file: string, version: string) => `iati-${version}/${file}`;

let loading: Promise<{ lib: typeof import("libxml2-wasm"); schemas: Record<string, Uint8Array> }> | null =
  null;

/** libxml2 and the schemas are loaded by the first who validates. */
function load() {
  loading ??= (async () => {
    const lib = await import("libxml2-wasm");
    const files = VERSIONS.flatMap((version) => FILES.map((file) => [file, version] as const));
    const contents = files.map(
      async ([file, version]) =>
        [schemaUrl(file, version), await readFile(iatiSchemaPath(file, { version }))] as const,
    );
    const schemas: Record<string, Uint8Array> = Object.fromEntries(await Promise.all(contents));
    lib.xmlRegisterInputProvider(new lib.XmlBufferInputProvider(schemas));
    return { lib, schemas };
  })();
  return loading;
}

/** What libxml2 says of the common violations, in French. */
const FRENCH: readonly [pattern: RegExp, french: string][] = [
  [
    /This element is not expected\. Expected is one of \((.*?) *\)\.?$/,
    "cet élément n’est pas attendu. Attendu, l’un de :$1.",
  ],
  [
    /This element is not expected\. Expected is \((.*?) *\)\.?$/,
    "cet élément n’est pas attendu. Attendu :$1.",
  ],
  [/This element is not expected\.?$/, "cet élément n’est pas attendu."],
  [
    /Missing child element\(s\)\. Expected is (?:one of )?\((.*?) *\)\.?$/,
    "il manque des éléments. Attendu :$1.",
  ],
  [/The attribute '(.*)' is required but missing\.?$/, "l’attribut « $1 » est obligatoire et manque."],
  [/The attribute '(.*)' is not allowed\.?$/, "l’attribut « $1 » n’est pas admis."],
  [
    /'(.*)' is not a valid value of the atomic type '(.*)'\.?$/,
    "« $1 » n’est pas une valeur du type « $2 ».",
  ],
  [/Character content is not allowed, because the content type is empty\.?$/, "aucun texte n’est admis ici."],
  [/Character content other than whitespace is not allowed because .*$/, "aucun texte n’est admis ici."],
];
const inFrench = (text: string): string => {
  for (const [pattern, french] of FRENCH)
    if (pattern.test(text))
      return text
        .replace(pattern, french)
        .replace(/^Element '([^']*)'/, "élément « $1 »")
        .replace(/, attribute '([^']*)'/, ", attribut « $1 »")
        .replace("»: ", "» : ");
  return text;
};

/**
 * Validates a document against the official schema of the version that it states (2.01 to 2.03; any other: 2.03), with libxml2
 * (`libxml2-wasm`, an optional peer dependency). Each violation is a finding with its line, in libxml2's words; the common ones are
 * translated. Nothing is fetched, no entity is expanded.
 * @param bytes the document, at most {@link MAX_XSD_BYTES}.
 * @throws where `libxml2-wasm` is not installed.
 */
export async function validateIati(bytes: Uint8Array): Promise<Finding[]> {
  if (bytes.length > MAX_XSD_BYTES) {
    const what = message(en.tooLargeToValidate, fr.tooLargeToValidate, bytes.length, MAX_XSD_BYTES);
    return [finding("error", "iati-xsd-too-large", "file", what, bytes.length, `at most ${MAX_XSD_BYTES}`)];
  }
  // Our own parser first: it refuses document types, and names what is not well-formed in both languages.
  let elements = 0;
  let stated = "";
  const handlers: XmlHandlers = {
    open: () => {
      elements += 1;
    },
    attribute: (name, value) => {
      if (elements === 1 && name === "version") stated = value;
    },
    close: () => {},
    text: () => {},
  };
  try {
    for await (const _ of parseXml(once(bytes), handlers));
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error;
    const { code, ...rest } = error.problem;
    return [{ code, severity: "error", ...rest }];
  }
  const version = VERSIONS.find((each) => each === stated) ?? "2.03";
  const { lib, schemas } = await load();
  const { ParseOption, XmlDocument, XmlLibError, XsdValidator } = lib;
  const resources: { dispose: () => void }[] = [];
  const tracked = <T extends { dispose: () => void }>(resource: T): T => {
    resources.unshift(resource);
    return resource;
  };
  try {
    const url = schemaUrl(FILES[0], version);
    const schema = tracked(XmlDocument.fromBuffer(schemas[url] ?? new Uint8Array(), { url }));
    const validator = tracked(XsdValidator.fromDoc(schema));
    const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_BIG_LINES;
    validator.validate(tracked(XmlDocument.fromBuffer(bytes, { option })));
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.slice(0, MAX).map(({ message: said, line, xpath }) => {
      const text = excerpt(said, 300);
      const path = xpath?.slice(1) || "file";
      const what = message(en.notValid, fr.notValid, version, { en: text, fr: inFrench(text) });
      const where = line > 0 ? { path, line } : { path };
      return finding("error", "iati-xsd", where, what, text, `IATI ${version}`);
    });
  } finally {
    for (const each of resources) each.dispose();
  }
}

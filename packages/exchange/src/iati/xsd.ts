import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Finding } from "@cadre/core";
import { once } from "../common.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { excerpt, finding } from "../reading.ts";
import { versionChecker } from "./versions.ts";
import { parseXml, XmlRefusal } from "./xml/parse.ts";

const FOLDER = "schemas/iati-2.03";
const FILES = ["iati-activities-schema.xsd", "iati-common.xsd", "xml.xsd"] as const;

/** A document of more bytes than this is not validated: the validator holds all of it in memory. */
export const MAX_XSD_BYTES = 100_000_000;
const EXPECTED = "IATI 2.03";
/** Errors that are reported; of a file in which every line is wrong, nobody reads more. */
const MAX = 1000;

// The CommonJS build has a file name, the ES module an address.
const require = createRequire(typeof __filename === "string" ? __filename : import.meta.url);

/** Where the official schema lies, for other validators. */
export const iatiSchemaPath = (file: (typeof FILES)[number] = FILES[0]): string =>
  require.resolve(`@cadre/exchange/${FOLDER}/${file}`);

type Libxml2 = typeof import("libxml2-wasm");
let loading: Promise<{ lib: Libxml2; schemas: Map<string, Uint8Array> }> | null = null;

/** libxml2 is loaded by the first who validates. */
function load() {
  loading ??= (async () => {
    const [lib, ...contents] = await Promise.all([
      import("libxml2-wasm"),
      ...FILES.map((file) => readFile(iatiSchemaPath(file))),
    ]);
    const schemas = new Map(
      FILES.map((file, index) => [`${FOLDER}/${file}`, contents[index] ?? new Uint8Array()]),
    );
    const provider = new lib.XmlBufferInputProvider(Object.fromEntries(schemas));
    lib.xmlRegisterInputProvider(provider);
    return { lib, schemas };
  })();
  return loading;
}

/** What libxml2 says of the common violations, in French. */
const FRENCH: readonly [pattern: RegExp, french: string][] = [
  [
    /This element is not expected\. Expected is one of \((.*)\)\.?$/,
    "cet élément n’est pas attendu. Attendu, l’un de :$1.",
  ],
  [/This element is not expected\. Expected is \((.*)\)\.?$/, "cet élément n’est pas attendu. Attendu :$1."],
  [/This element is not expected\.?$/, "cet élément n’est pas attendu."],
  [
    /Missing child element\(s\)\. Expected is (?:one of )?\((.*)\)\.?$/,
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
      return text.replace(pattern, french).replace(/^Element '([^']*)'/, "élément « $1 »");
  return text;
};

/**
 * Validates a document against the official schema of IATI 2.03, and one of 2.01 or 2.02 against what its version has of it, with libxml2 (`libxml2-wasm`, an optional peer dependency). Each violation is a
 * finding with its line, in libxml2's words; the common ones are translated. Nothing is fetched, no entity is expanded.
 * @param bytes the document, at most {@link MAX_XSD_BYTES}.
 * @throws where `libxml2-wasm` is not installed.
 */
export async function validateIati(bytes: Uint8Array): Promise<Finding[]> {
  if (bytes.length > MAX_XSD_BYTES)
    return [
      finding(
        "error",
        "iati-xsd-too-large",
        "file",
        message(en.tooLargeToValidate, fr.tooLargeToValidate, bytes.length, MAX_XSD_BYTES),
        String(bytes.length),
        EXPECTED,
      ),
    ];
  // Our own parser first: it refuses document types, and names what is not well-formed in both languages.
  const versions = versionChecker();
  try {
    for await (const _ of parseXml(once(bytes), versions.handlers));
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error;
    const { code, ...rest } = error.problem;
    return [{ code, severity: "error", ...rest }];
  }
  const { lib, schemas } = await load();
  const { ParseOption, XmlDocument, XmlLibError, XsdValidator } = lib;
  const reported = (error: unknown): Finding[] => {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.slice(0, MAX).map(({ message: said, line, xpath }) => {
      const text = excerpt(said, 300);
      const path = xpath?.slice(1) || "file";
      const what = message(en.notValid, fr.notValid, { en: text, fr: inFrench(text) });
      return finding("error", "iati-xsd", line > 0 ? { path, line } : { path }, what, text, EXPECTED);
    });
  };
  const open: { dispose: () => void }[] = [];
  const tracked = <T extends { dispose: () => void }>(resource: T): T => {
    open.unshift(resource);
    return resource;
  };
  try {
    const url = `${FOLDER}/${FILES[0]}`;
    const schema = tracked(XmlDocument.fromBuffer(schemas.get(url) ?? new Uint8Array(), { url }));
    const validator = tracked(XsdValidator.fromDoc(schema));
    const document = tracked(
      XmlDocument.fromBuffer(bytes, {
        option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_BIG_LINES,
      }),
    );
    validator.validate(document);
    return versions.findings();
  } catch (error) {
    return [...reported(error), ...versions.findings()];
  } finally {
    for (const each of open) each.dispose();
  }
}

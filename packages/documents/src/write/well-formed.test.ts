import type { FrameworkDocument, Writer } from "@cadre/core";
import { sampleDocument } from "@cadre/testkit";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { reportWriter, tableHtmlWriter, workbookWriter } from "../index.ts";

// Whatever is in a document, the files written of it are well-formed: with texts of every code point, including halves of surrogate pairs.

const FULL = process.env.CADRE_FULL === "1";
const CHUNK = 8192;

/** Code points in which something may be wrong: controls, surrogates, noncharacters, edges of planes. */
const SPECIAL = [
  ...Array.from({ length: 0x300 }, (_, n) => n),
  ...Array.from({ length: 0x90 }, (_, n) => 0x2000 + n),
  ...[0xd7ff, 0xd800, 0xd801, 0xdbff, 0xdc00, 0xdfff, 0xe000],
  ...Array.from({ length: 0x30 }, (_, n) => 0xfdd0 + n),
  ...Array.from({ length: 0x40 }, (_, n) => 0xffc0 + n),
  ...Array.from({ length: 16 }, (_, plane) => [
    0x10000 * (plane + 1),
    0x10000 * (plane + 1) + 0xfffe,
    0x10000 * (plane + 1) + 0xffff,
  ]).flat(),
].filter((point) => point <= 0x10ffff);
const ALL = FULL ? Array.from({ length: 0x110000 }, (_, n) => n) : SPECIAL;

/** A text of code points, each of them apart from the next, so that no two halves make a pair. */
const textOf = (points: readonly number[]): string =>
  points
    .map(
      (point) =>
        `${point >= 0xd800 && point <= 0xdfff ? String.fromCharCode(point) : String.fromCodePoint(point)}-`,
    )
    .join("");

/** Every text of a document, replaced. */
function withText(document: FrameworkDocument, text: string): FrameworkDocument {
  const copy = structuredClone(document);
  copy.project.title = text;
  for (const outcome of copy.outcomes) {
    outcome.title = text;
    for (const output of outcome.outputs) {
      output.title = text;
      for (const indicator of output.indicators) indicator.text = text;
    }
  }
  for (const activity of copy.activities) activity.title = text;
  return copy;
}

function parseXml(name: string, bytes: Uint8Array): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.write(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).close();
}
/** Characters that HTML knows no reference or text for: parsers replace or drop them. */
const NOT_HTML = /(?![\t\n\r\f])[\p{Cc}\p{Cs}]|\p{Noncharacter_Code_Point}/u;

const WRITERS: [name: string, writer: Writer, check: (bytes: Uint8Array) => void][] = [
  ["a Word file", reportWriter, checkPackage],
  ["a workbook", workbookWriter, checkPackage],
  [
    "a page",
    tableHtmlWriter,
    (bytes) => {
      const found = NOT_HTML.exec(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      expect(found?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
    },
  ],
];
function checkPackage(bytes: Uint8Array): void {
  for (const [name, part] of Object.entries(unzipSync(bytes)))
    if (/\.(xml|rels)$/.test(name)) parseXml(name, part);
}

describe.each(WRITERS)("%s", (_, writer, check) => {
  it("is well-formed whatever is in it", async () => {
    for (let from = 0; from < ALL.length; from += CHUNK) {
      const document = withText(sampleDocument(), textOf(ALL.slice(from, from + CHUNK)));
      const { bytes } = await writer.write(document, { language: "en" });
      check(bytes);
    }
  }, 600_000);
});

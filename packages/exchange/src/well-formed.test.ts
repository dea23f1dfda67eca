import type { FrameworkDocument, Writer } from "@cadre/core";
import { sampleDocument } from "@cadre/testkit";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { valuesCsvWriter, valuesHxlWriter } from "./csv/index.ts";
import { iatiWriter } from "./iati/index.ts";

// Whatever is in a document, the files written of it are well-formed: a text of every code point, halves of surrogate pairs too.

const FULL = process.env.CADRE_FULL === "1";
const CHUNK = 8192;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

/** Code points in which something may be wrong: controls, surrogates, noncharacters, edges of planes. */
const SPECIAL = [
  ...[...range(0, 0x300), ...range(0x2000, 0x2090), ...range(0xd7f0, 0xd810), ...range(0xdbf0, 0xe010)],
  ...[...range(0xfdc0, 0xfe00), ...range(0xff00, 0x10010)],
  ...range(1, 17).flatMap((plane) => range(0x10000 * plane + 0xfff0, 0x10000 * plane + 0x10000)),
];
const ALL = FULL ? range(0, 0x110000) : SPECIAL;
/** A text of code points, each separate from the next, so that no two halves make a pair. */
const textOf = (points: readonly number[]): string =>
  points.map((point) => `${String.fromCodePoint(point)}-`).join("");

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

const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
function checkXml(bytes: Uint8Array): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(decode(bytes)).close();
}
/** Quoted fields end, and every row has as many fields as the first (RFC 4180). */
function checkCsv(bytes: Uint8Array): void {
  const widths = new Set<number>();
  let [fields, quoted] = [1, false];
  for (const sign of decode(bytes).replace(/^\ufeff/, "")) {
    if (sign === '"') quoted = !quoted;
    else if (sign === "," && !quoted) fields += 1;
    else if (sign === "\n" && !quoted) {
      widths.add(fields);
      fields = 1;
    }
  }
  expect([quoted, widths.size]).toEqual([false, 1]);
}

const WRITERS: [name: string, writer: Writer, check: (bytes: Uint8Array) => void][] = [
  ["a file of IATI", iatiWriter, checkXml],
  ["a table of values", valuesCsvWriter, checkCsv],
  ["a table of values with HXL tags", valuesHxlWriter, checkCsv],
];

describe.each(WRITERS)("%s", (_, writer, check) => {
  it("is well-formed whatever is in it", async () => {
    for (let from = 0; from < ALL.length; from += CHUNK) {
      const document = withText(sampleDocument(), textOf(ALL.slice(from, from + CHUNK)));
      const { bytes } = await writer.write(document, { language: "en" });
      check(bytes);
    }
  }, 600_000);
});

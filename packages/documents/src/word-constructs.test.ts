import { existsSync, readFileSync } from "node:fs";
import { type Finding, indicatorsOf } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { convert, hasLibreOffice } from "../test/libreoffice.ts";
import { data, read, rules } from "../test/same.ts";
import { CONSTRUCTS, wordReport } from "../test/word-report.ts";
import { readReportDocx } from "./report-docx.ts";
import { readReport } from "./report-text.ts";
import type { Template } from "./template/grammar.ts";
import { ENGLISH_REPORT, FRENCH_REPORT } from "./template/index.ts";
import { normalise } from "./template/normalise.ts";

const REAL = new URL("../../../../shared/reports/mali-2020.fr.txt", import.meta.url);
const example = (language: string) =>
  new URL(`../../../examples/mali-2020/report.${language}.txt`, import.meta.url);
const DOCUMENTS: [string, Template, URL][] = [
  ["the real report", FRENCH_REPORT, REAL],
  ["the example (fr)", FRENCH_REPORT, example("fr")],
  ["the example (en)", ENGLISH_REPORT, example("en")],
];
const office = hasLibreOffice();
const full = process.env.CADRE_FULL === "1";
if (!office) console.warn("SKIPPED: LibreOffice is not on this machine; no Word document takes a detour.");
if (!existsSync(REAL))
  console.warn("SKIPPED: the real report is not beside the project; no Word document is made of it.");

/** A report's text with the boxes that are lost where Word saves plain text: all empty, or half of them ticked. */
function withBoxes(text: string, { fields, ratings }: Template, answered: boolean): string {
  const options = fields.flatMap(({ options = [] }) => options.map((option) => normalise(option)));
  const rate = fields.flatMap(({ key, labels }) => (key === "rating" ? labels : []));
  let boxes = 0;
  return text
    .split("\n")
    .map((line) => {
      const words = normalise(line);
      if (answered && rate.some((label) => words.startsWith(label)))
        return `${line.trimEnd()} ${Object.keys(ratings)[boxes % 3]}`;
      if (!options.includes(words) && !line.startsWith("☐")) return line;
      boxes += 1;
      return `${answered && boxes % 4 >= 2 ? "☒" : "☐"} ${line.replace("☐", "").trim()}`;
    })
    .join("\n");
}

/** What the reader has to report of such a document beside what it reports of its text. */
const BESIDE = new Set(["tracked-changes", "note-aside", "comments-ignored"]);

/** The same package in the strict form of the standard (ISO 29500), which Word can save too. */
async function strict(bytes: Uint8Array): Promise<Uint8Array> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import("fflate");
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    const text = strFromU8(part)
      .replaceAll(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      )
      .replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/",
        "http://purl.oclc.org/ooxml/officeDocument/",
      );
    return [name, strToU8(text)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

/** What is found in the document is what is found in the text, and what the document has beside its text. */
function expectBeside(one: { findings: Finding[] }, other: { findings: Finding[] }): void {
  const reported = one.findings.filter(({ code }) => BESIDE.has(code));
  expect(new Set(reported.map(({ code }) => code))).toEqual(BESIDE);
  expect(rules({ findings: one.findings.filter((finding) => !reported.includes(finding)) })).toEqual(
    rules(other),
  );
}

describe.each(DOCUMENTS)("%s with Word's own constructs", (_, template, url) => {
  for (const answered of [false, true]) {
    it.skipIf(!existsSync(url))(
      `gives the same data as the text, ${answered ? "boxes ticked and outcomes rated" : "as it is"}`,
      async () => {
        const text = withBoxes(readFileSync(url, "utf8"), template, answered);
        const { bytes, xml } = wordReport(text, template);
        const missing = Object.entries(CONSTRUCTS).filter(([, sign]) => !sign.test(xml));
        expect(missing.map(([name]) => name)).toEqual([]);

        const [one, other] = [
          read(await readReportDocx(bytes)),
          read(readReport(new TextEncoder().encode(text))),
        ];
        expect(data(one.value)).toEqual(data(other.value));
        expectBeside(one, other);
        expect(indicatorsOf(one.value)).toHaveLength(40);
        expect(one.value.outcomes.filter(({ rating }) => rating !== null)).toHaveLength(answered ? 3 : 0);
        const again = read(await readReportDocx(await strict(bytes)));
        expect(again).toEqual(one);
      },
    );
  }

  // All with CADRE_FULL=1; else one detour of one document.
  for (const way of ["docx", "odt", "doc"] as const) {
    it.skipIf(!office || !existsSync(url) || !(full || (way === "odt" && template === ENGLISH_REPORT)))(
      `and through LibreOffice's .${way}, too (skipped without LibreOffice; all of them in the full run)`,
      async () => {
        const text = withBoxes(readFileSync(url, "utf8"), template, true);
        const { bytes } = wordReport(text, template, way === "docx" ? "odt" : way);
        const back = "docx:MS Word 2007 XML";
        const converted = convert("report.docx", bytes, ...(way === "docx" ? [back] : [way, back]));
        const [one, other] = [
          read(await readReportDocx(converted)),
          read(readReport(new TextEncoder().encode(text))),
        ];
        expect(data(one.value)).toEqual(data(other.value));
        expectBeside(one, other);
      },
      300_000,
    );
  }
});

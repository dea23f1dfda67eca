import type { Finding, Problem, Result } from "@cadre/core";
import { foreignIn } from "@cadre/test-services/foreign-words";
import { sampleDocument } from "@cadre/testkit";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { docx, paragraph, row, table } from "../test/docx.ts";
import { hostileWorkbooks } from "../test/hostile-workbooks.ts";
import { pdfOf, pdfText } from "../test/raw-pdf.ts";
import { rawWorkbook } from "../test/raw-workbook.ts";
import { openDocument, readAnnex, readReportDocx, reportWriter, workbookWriter } from "./index.ts";

const OFFICE = "urn:oasis:names:tc:opendocument:xmlns";
const odt = zipSync({
  mimetype: strToU8("application/vnd.oasis.opendocument.text"),
  "META-INF/manifest.xml": strToU8(
    `<manifest:manifest xmlns:manifest="${OFFICE}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`,
  ),
  "content.xml": strToU8(
    `<office:document-content xmlns:office="${OFFICE}:office:1.0" xmlns:text="${OFFICE}:text:1.0" xmlns:table="${OFFICE}:table:1.0"><office:body><office:text><text:p>Titre du projet</text:p><table:table><table:table-row><table:table-cell><text:p>1.1</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`,
  ),
});
const [written, workbook] = await Promise.all(
  [reportWriter, workbookWriter].map(async (writer) => {
    const { bytes } = await writer.write(sampleDocument(), { language: "fr" });
    return bytes;
  }),
);
const FILES: Readonly<Record<string, Uint8Array>> = {
  "a Word document": docx(
    paragraph("Titre du projet") + table([row(["Indicateur", "Cible"]), row(["1.1", "x"])]),
  ),
  "a report": written ?? new Uint8Array(),
  "a workbook": workbook ?? new Uint8Array(),
  "a workbook made by hand": rawWorkbook([
    {
      name: "Budget",
      rows: [
        ["Activity", "Agency"],
        ["1.1.1", 10],
      ],
    },
  ]),
  "an OpenDocument text": odt,
  "a PDF": pdfOf([pdfText("Titre du projet", 50, 700)]),
};
const TIMES = process.env.CADRE_FULL === "1" ? 60 : 5;

/** The file cut off, with other bytes at some places and, where it is a package, with parts that are broken or missing. */
function* broken(whole: Uint8Array): Generator<Uint8Array> {
  yield new Uint8Array();
  for (let index = 1; index <= TIMES; index += 1) {
    const at = Math.floor((whole.length * index) / (TIMES + 1));
    yield whole.subarray(0, at);
    const other = whole.slice();
    for (let byte = at; byte < Math.min(whole.length, at + 24); byte += 7)
      other[byte] = (other[byte] ?? 0) ^ 0xff;
    yield other;
  }
  if (whole[0] !== 0x50) return;
  const parts = unzipSync(whole);
  for (const [name, bytes] of Object.entries(parts).slice(0, TIMES)) {
    const { [name]: _, ...others } = parts;
    yield zipSync(others);
    const text = strFromU8(bytes);
    for (const change of [
      "",
      "no XML",
      text.slice(0, text.length / 2),
      text.replace(">", "<"),
      text.replace(/"[^"]*"/, ""),
      text.replace("</", "</x"),
      `${text}<again/>`,
      text.replace(/(<[\w:]+)/, "<!DOCTYPE a>$1"),
      text.replace(/>([^<]+)</, ">&nope;<"),
      text.replaceAll(/="[^"]*"/g, '="\u00e9"'),
      text.replaceAll(/>\d+</g, ">1e999<"),
    ])
      yield zipSync({ ...parts, [name]: strToU8(change) }, { level: 0 });
  }
}

const saidBy = (result: Result<unknown>): (Problem | Finding)[] =>
  result.ok ? [...result.findings] : [...result.problems];
const reading = async (bytes: Uint8Array): Promise<(Problem | Finding)[]> =>
  (await Promise.all([openDocument(bytes), readAnnex(bytes), readReportDocx(bytes)])).flatMap(saidBy);

describe("no words of libraries reach a user from a file", () => {
  it.each(Object.entries(FILES))("that was %s and is broken", async (_, whole) => {
    const said: (Problem | Finding)[] = [];
    for (const file of broken(whole)) said.push(...(await reading(file)));
    expect(said.length).toBeGreaterThan(10);
    expect(foreignIn(said)).toEqual([]);
  });

  it("that was made to do harm; those that take long in the full run", async () => {
    const said: (Problem | Finding)[] = [];
    for (const [, make, code] of hostileWorkbooks())
      if (process.env.CADRE_FULL === "1" || !/too-(?:large|long)$/.test(code ?? ""))
        said.push(...saidBy(await readAnnex(make())));
    expect(said.length).toBeGreaterThan(3);
    expect(foreignIn(said)).toEqual([]);
  });
});

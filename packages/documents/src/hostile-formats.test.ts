import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChildReader, startChildReader } from "../test/child-reader.ts";
import { pdfOf, pdfStream, pdfText, rawPdf } from "../test/raw-pdf.ts";

const MB = 1024 * 1024;
/** What any file may take, with loading the package. */
const MAX_MB = 400;

let reader: ChildReader | undefined;
beforeAll(async () => {
  reader = await startChildReader();
}, 60_000);
afterAll(() => reader?.end());

/** Refused with one of these codes (`null`: read) in bounded memory and time. */
function holds(name: string, content: Uint8Array, codes: readonly (string | null)[]) {
  if (reader === undefined) throw new Error("the package was not built");
  const { problem, peakMb, ms } = reader.read(name, content);
  expect(codes).toContain(problem?.code ?? null);
  if (problem !== null)
    expect([problem.message.en, problem.message.fr].every((message) => message)).toBe(true);
  expect(peakMb).toBeLessThan(MAX_MB);
  expect(ms).toBeLessThan(30_000);
}

const UNKNOWN = "report-unrecognised";
const odt = (body: string, prolog = "") =>
  zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.text"),
    "content.xml": strToU8(
      `${prolog}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });

/** Form XObjects, each of which draws the next ten times: ten to the power of their number. */
function nestedForms(levels: number): Uint8Array {
  const first = 6;
  const forms = Array.from({ length: levels }, (_, level) => {
    const next = level + 1 < levels ? `/Resources << /XObject << /X ${first + level + 1} 0 R >> >>` : "";
    const content = level + 1 < levels ? "/X Do ".repeat(10) : "0 0 m 10 0 l S ".repeat(10);
    return pdfStream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${next}`);
  });
  return rawPdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X ${first} 0 R >> >> /Contents 5 0 R >>`,
    pdfStream("/X Do"),
    ...forms,
  ]);
}

const CASES: [string, string, () => Uint8Array, (string | null)[]][] = [
  [
    "a PDF whose page unfolds to 512 MB",
    "a.pdf",
    () => pdfOf([pdfStream(Buffer.alloc(512 * MB, "q Q "))]),
    ["pdf-too-large"],
  ],
  [
    "a PDF of many streams that unfold to 400 MB together",
    "a.pdf",
    () => {
      const stream = pdfStream(Buffer.alloc(20 * MB, "q Q "));
      return pdfOf(Array.from({ length: 20 }, () => stream));
    },
    ["pdf-too-large"],
  ],
  [
    "a PDF of forms that draw each other a billion times",
    "a.pdf",
    () => nestedForms(9),
    ["pdf-too-large", "pdf-scan"],
  ],
  [
    "a PDF of a form that draws itself",
    "a.pdf",
    () => {
      const form = pdfStream(
        "/X Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 6 0 R >> >>",
      );
      return rawPdf([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >> /Contents 5 0 R >>",
        pdfStream("/X Do"),
        form,
      ]);
    },
    ["pdf-scan", "pdf-broken"],
  ],
  [
    "a PDF of half a million words on a page",
    "a.pdf",
    () =>
      pdfOf([
        Array.from({ length: 500_000 }, (_, index) => pdfText(`w${index}`, index % 500, index % 800)).join(
          "",
        ),
      ]),
    ["pdf-too-large", UNKNOWN],
  ],
  [
    "a PDF of a hundred thousand rules on a page",
    "a.pdf",
    () =>
      pdfOf([
        `${pdfText("Country: Mali", 50, 700)}${Array.from({ length: 100_000 }, (_, index) => `${index % 590} 0 m ${index % 590} 800 l S 0 ${index % 800} m 590 ${index % 800} l S\n`).join("")}`,
      ]),
    ["pdf-too-large", UNKNOWN],
  ],
  [
    "a PDF of four hundred thousand rules in twenty streams of one page",
    "a.pdf",
    () => {
      const numbers = Array.from({ length: 20 }, (_, index) => index + 5);
      return rawPdf([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents [${numbers.map((number) => `${number} 0 R`).join(" ")}] >>`,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ...numbers.map(() =>
          pdfStream(`${pdfText("Country: Mali", 50, 700)}${"0 0 m 9 9 l S\n".repeat(20_000)}`),
        ),
      ]);
    },
    [UNKNOWN],
  ],
  [
    "a PDF that claims a million pages",
    "a.pdf",
    () => rawPdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 1000000 >>"]),
    ["pdf-too-large", "pdf-broken"],
  ],
  [
    "a PDF whose page tree is a ring",
    "a.pdf",
    () => rawPdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
    ["pdf-broken", "pdf-scan"],
  ],
  [
    "garbage with the mark of a PDF",
    "a.pdf",
    () =>
      Uint8Array.from({ length: 3 * MB }, (_, index) =>
        index < 9 ? "%PDF-1.7\n".charCodeAt(index) : (index * 7919 + (index >> 5)) % 256,
      ),
    ["pdf-broken", "pdf-scan", "pdf-too-large"],
  ],
  [
    "a web page of a million elements",
    "a.html",
    () => strToU8(`<html>${"<p>x".repeat(1_000_000)}`),
    ["html-too-large"],
  ],
  [
    "a web page nested a hundred thousand deep",
    "a.html",
    () => strToU8(`<html>${"<b>".repeat(100_000)}`),
    ["html-too-large"],
  ],
  [
    "a web page of 6 MB in one paragraph",
    "a.html",
    () => strToU8(`<html><p>${"mot ".repeat((6 * MB) / 4 - 10)}`),
    [UNKNOWN, "html-too-large"],
  ],
  [
    "a web page with spans of billions",
    "a.html",
    () =>
      strToU8(
        `<html><table>${"<tr><td colspan=999999999 rowspan=999999999>x</td><td>y</td></tr>".repeat(20_000)}</table>`,
      ),
    [UNKNOWN, "html-too-large"],
  ],
  [
    "a web page of unclosed comments and tags",
    "a.html",
    () => strToU8(`<html>${"<!-- <td <".repeat(500_000)}`),
    ["input-empty", "html-too-large", UNKNOWN],
  ],
  [
    "a rich text file of groups without end",
    "a.rtf",
    () => strToU8(`{\\rtf1${"{".repeat(2_000_000)}`),
    ["rtf-too-large"],
  ],
  [
    "a rich text file of paragraphs without end",
    "a.rtf",
    () => strToU8(`{\\rtf1 ${"x\\par ".repeat(2_000_000)}}`),
    ["rtf-too-large"],
  ],
  [
    "a rich text file of cells without end",
    "a.rtf",
    () => strToU8(`{\\rtf1\\trowd${"\\cellx1".repeat(500_000)}${"\\intbl x\\cell ".repeat(100_000)}\\row}`),
    ["rtf-too-large", UNKNOWN],
  ],
  [
    "a rich text file whose binary data has no end",
    "a.rtf",
    () => strToU8("{\\rtf1 a\\bin9999999999 b}"),
    [UNKNOWN],
  ],
  [
    "an OpenDocument text of entities that expand",
    "a.odt",
    () => odt("&b;", '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>'),
    ["xml-doctype"],
  ],
  [
    "an OpenDocument text that repeats spaces and cells by billions",
    "a.odt",
    () =>
      odt(
        `<text:p>Pays<text:s text:c="999999999"/></text:p>${'<table:table><table:table-row><table:table-cell table:number-columns-spanned="999999999" table:number-rows-spanned="999999999"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'.repeat(5000)}`,
      ),
    [UNKNOWN, "odt-too-large"],
  ],
  [
    "an OpenDocument text nested two thousand deep",
    "a.odt",
    () => odt("<text:list>".repeat(2000)),
    ["xml-broken"],
  ],
  [
    "1 MB of columns set apart by spaces",
    "a.txt",
    () =>
      strToU8(
        Array.from(
          { length: 28_000 },
          (_, index) => `w${index % 97}     x${index % 89}      y    z${index % 83}`,
        )
          .join("\n")
          .slice(0, 4 * MB - 10),
      ),
    [UNKNOWN],
  ],
  ["4 MB of one line of columns", "a.txt", () => strToU8(`\f${"a    ".repeat(800_000)}`), [UNKNOWN]],
  [
    "4 MB of quotes and tabs",
    "a.tsv",
    () => strToU8('"\t"a\t"b\n'.repeat((4 * MB) / 9 - 10)),
    ["input-too-large"],
  ],
  [
    "a saved page of a million parts",
    "a.mht",
    () =>
      strToU8(
        `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n${"--b\n\n".repeat(1_000_000)}`,
      ),
    ["input-format"],
  ],
];

describe("hostile files of each format are refused or read in bounded memory and time", () => {
  it.each(CASES)(
    "%s",
    (_, name, make, codes) => {
      holds(name, make(), codes);
    },
    90_000,
  );
});

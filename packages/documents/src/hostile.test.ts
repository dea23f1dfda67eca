import { readFileSync } from "node:fs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChildReader, startChildReader } from "../test/child-reader.ts";
import { docx, paragraph, run } from "../test/docx.ts";
import { hostileWorkbooks } from "../test/hostile-workbooks.ts";
import { overlapping, zeros } from "../test/overlapping.ts";

const REPORT = readFileSync(new URL("../fixtures/report.fr.docx", import.meta.url));
const MB = 1024 * 1024;
/** What any file may take, with loading the package. */
const MAX_MB = 256;

let reader: ChildReader | undefined;
beforeAll(async () => {
  reader = await startChildReader();
}, 60_000);
afterAll(() => reader?.end());

function read(name: string, content?: Uint8Array) {
  if (reader === undefined) throw new Error("the package was not built");
  return reader.read(name, content);
}

/** Refused with this code (`null`: read) in bounded memory and time. */
function holds(name: string, content: Uint8Array, code: string | null) {
  const seen = read(name, content);
  const { problem, peakMb, ms } = seen;
  expect(problem?.code ?? null).toBe(code);
  if (code !== null)
    expect([problem?.message.en, problem?.message.fr].every((message) => message)).toBe(true);
  expect(peakMb).toBeLessThan(MAX_MB);
  expect(ms).toBeLessThan(20_000);
  return seen;
}

const withPart = (name: string, part: string | Uint8Array) =>
  zipSync({ ...unzipSync(REPORT), [name]: typeof part === "string" ? strToU8(part) : part });

it("loading the package takes less than half of that", () => {
  expect(read("nothing").peakMb).toBeLessThan(MAX_MB * 0.6);
});

describe("hostile documents are refused in bounded memory and time", () => {
  const cases: [string, () => Uint8Array, string | null][] = [
    [
      "one entry of 1 GB from 1 MB",
      () => overlapping(zeros(64 * MB), 1024 * MB, 1, () => "word/document.xml"),
      "package-too-large",
    ],
    [
      "64 entries over one body, 4 GB together from less than 1 MB",
      () => overlapping(zeros(64 * MB), 64 * MB, 64, (index) => `word/${index}.xml`),
      "package-too-large",
    ],
    [
      "a body that unfolds to 64 MB and claims 1 kB",
      () => {
        const bytes = overlapping(zeros(64 * MB), 1024, 2, (index) =>
          index === 0 ? "_rels/.rels" : "word/document.xml",
        );
        return bytes;
      },
      "package-broken",
    ],
    ["a cell of 100 MB", () => docx(paragraph(run("a1 ".repeat((100 * MB) / 3)))), "package-too-large"],
    [
      "the same, as random text that does not fold well",
      () => {
        const text = Buffer.from(
          Array.from({ length: 24 * MB }, (_, index) => 97 + ((index * 7919 + (index >> 7) * 104729) % 26)),
        ).toString("latin1");
        return docx(paragraph(run(text)));
      },
      "package-too-large",
    ],
    [
      "entities that expand to billions",
      () =>
        withPart(
          "word/document.xml",
          `<!DOCTYPE l [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${"bcdefghij"[index]} "${`&${"abcdefghi"[index]};`.repeat(10)}">`).join("")}]><l>&j;</l>`,
        ),
      "xml-doctype",
    ],
    [
      "an external entity in the styles",
      () => withPart("word/styles.xml", '<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><s>&e;</s>'),
      "xml-doctype",
    ],
    [
      "an external document type in the relationships",
      () => withPart("_rels/.rels", '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x"><r/>'),
      "xml-doctype",
    ],
    ["a name that leads out of the package", () => withPart("../../tmp/evil.xml", "x"), "package-name"],
    ["elements nested two thousand deep", () => docx("<w:sdt>".repeat(2000)), "xml-broken"],
    ["a package that is cut off", () => REPORT.subarray(0, 9000), "package-broken"],
    [
      "7 MB of text in one cell, which the limits let through",
      () => {
        const words = Array.from({ length: 1_000_000 }, (_, index) => `mot${index * 7}`).join(" ");
        return docx(paragraph("COUNTRY: MALI") + paragraph(words.slice(0, 7 * MB)));
      },
      "report-unrecognised",
    ],
    [
      "a table of forty thousand rows with spans of billions",
      () => {
        const row = (index: number) =>
          `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>x${index * 31}</w:t></w:r></w:p></w:tc></w:tr>`;
        return docx(`<w:tbl>${Array.from({ length: 40_000 }, (_, index) => row(index)).join("")}</w:tbl>`);
      },
      "report-unrecognised",
    ],
    [
      "paragraphs without end",
      () =>
        docx(
          Array.from({ length: 160_000 }, (_, index) => `<w:p><w:pPr w:at="${index * 31}"/></w:p>`).join(""),
        ),
      "xml-too-large",
    ],
    [
      "styles and lists named like prototypes",
      () =>
        docx(
          paragraph("x", '<w:pStyle w:val="__proto__"/><w:numPr><w:numId w:val="constructor"/></w:numPr>'),
          {
            styles: '<w:style w:styleId="__proto__"><w:basedOn w:val="constructor"/></w:style>',
          },
        ),
      "report-unrecognised",
    ],
    ["parts named like prototypes, in a report", () => withPart("__proto__/constructor", "x"), null],
  ];

  it.each(cases)(
    "%s",
    (_, make, code) => {
      holds("report.docx", make(), code);
    },
    60_000,
  );

  it("macros give a finding, and nothing else is wrong", () => {
    const macros = withPart("word/vbaProject.bin", new Uint8Array(100_000).fill(7));
    expect(holds("report.docx", macros, null).findings).toContain("macros-ignored");
  });
});

describe("hostile workbooks are refused in bounded memory and time", () => {
  it.each(hostileWorkbooks())(
    "%s",
    (_, make, code) => {
      holds("annex.xlsx", make(), code);
    },
    60_000,
  );

  it("macros give a finding, and the workbook is read", () => {
    const [, make] = hostileWorkbooks().find(([name]) => name.startsWith("macros")) ?? [];
    expect(holds("annex.xlsm.xlsx", make?.() ?? new Uint8Array(), null).findings).toContain("macros-ignored");
  });
});

describe("a hostile framework document", () => {
  it("with keys of prototypes, a hundred thousand of them, is refused and changes nothing", () => {
    const keys = Array.from(
      { length: 100_000 },
      (_, index) => `"__proto__":{"polluted":${index}},"constructor":{"prototype":{"polluted":1}}`,
    );
    holds("framework.json", strToU8(`{${keys.join(",")}}`), "framework-invalid");
  });
});

import { existsSync, readFileSync } from "node:fs";
import { indicatorsOf } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { convert, hasLibreOffice } from "../test/libreoffice.ts";
import { reportHtml } from "../test/report-html.ts";
import { data, read, rules } from "../test/same.ts";
import { readReportDocx } from "./report-docx.ts";
import { readReport } from "./report-text.ts";

const example = (language: string) =>
  new URL(`../../../examples/mali-2020/report.${language}.txt`, import.meta.url);
const fixture = (language: string) =>
  readFileSync(new URL(`../fixtures/report.${language}.docx`, import.meta.url));
const REAL = new URL("../../../../shared/reports/mali-2020.fr.txt", import.meta.url);
const office = hasLibreOffice();
const real = existsSync(REAL);
const full = process.env.CADRE_FULL === "1";
if (!office) console.warn("SKIPPED: LibreOffice is not on this machine; no document is made anew.");
if (!real) console.warn("SKIPPED: the real report is not beside the project; no document is made of it.");

async function expectSame(docx: Uint8Array, text: Uint8Array): Promise<void> {
  const [one, other] = [read(await readReportDocx(docx)), read(readReport(text))];
  expect(data(one.value)).toEqual(data(other.value));
  expect(rules(one)).toEqual(rules(other));
  expect(one.value.outcomes).toHaveLength(3);
  expect(one.value.outcomes.flatMap(({ outputs }) => outputs)).toHaveLength(9);
  expect(indicatorsOf(one.value)).toHaveLength(40);
}

const DOCX = "docx:MS Word 2007 XML";
/** A document of LibreOffice's; in the full run also one that went through its own format and through Word's old one. */
const WAYS = full
  ? [[DOCX], ["odt", DOCX], ["odt", "doc", DOCX], [DOCX, "odt", DOCX], [DOCX, "doc", DOCX]]
  : [[DOCX]];

describe.each(["fr", "en"])("the example report (%s)", (language) => {
  it("gives the same data as a document of LibreOffice's as it does as text", async () => {
    await expectSame(fixture(language), readFileSync(example(language)));
  });

  // Whole with CADRE_FULL=1; else one conversion, of one language.
  it.skipIf(!office || (language !== "fr" && !full))(
    "rebuilt and through .odt and .doc, too (skipped without LibreOffice)",
    async () => {
      const text = readFileSync(example(language), "utf8");
      for (const formats of WAYS) {
        await expectSame(
          convert("report.html", reportHtml(text), ...formats),
          new TextEncoder().encode(text),
        );
      }
    },
    300_000,
  );
});

describe("locations in a document", () => {
  it("name the table, the row and the cell", async () => {
    const { value, findings } = read(await readReportDocx(fixture("fr")));
    expect(value.locations?.["indicators/2.1.1/target"]).toBe("table 3, row 22, cell 4");
    expect(findings.find(({ code }) => code === "cell-two-quantities")?.where).toMatchObject({
      path: "indicators/2.1.5/target",
      cell: "table 3, row 26, cell 4",
    });
  });
});

describe.skipIf(!(office && real))("the real report (skipped without it or LibreOffice)", () => {
  it("gives the same data as a document as it does as text: 3 outcomes, 9 outputs, 40 indicators", async () => {
    const text = readFileSync(REAL, "utf8");
    for (const formats of WAYS) {
      await expectSame(convert("report.html", reportHtml(text), ...formats), new TextEncoder().encode(text));
    }
  }, 300_000);
});

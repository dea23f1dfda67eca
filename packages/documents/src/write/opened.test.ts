import { readFileSync } from "node:fs";
import {
  type FrameworkDocument,
  indicatorsOf,
  lineTotals,
  percentOfTarget,
  VALUE_COLUMNS,
} from "@cadre/core";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { convertAll, hasLibreOffice } from "../../test/libreoffice.ts";
import { hasPdfText, pagesOf, textOf } from "../../test/pdf.ts";
import { annexOf } from "../../test/random-document.ts";
import { readWorkbook, type Sheet, valueAt } from "../input/workbook/index.ts";
import { readReport } from "../report-text.ts";
import { ENGLISH_REPORT, FRENCH_REPORT } from "../template/index.ts";
import { moneyText } from "./docx/answers.ts";
import { writeReport, writeTableHtml, writeWorkbook } from "./index.ts";

const office = hasLibreOffice();
const words = hasPdfText();
if (!office)
  console.warn("SKIPPED: LibreOffice is not on this machine; no document that was written is opened by it.");
else if (!words)
  console.warn(
    "SKIPPED: pdftotext is not on this machine; the words of printed documents are not looked at.",
  );

const LANGUAGES = ["fr", "en"] as const;
type Language = (typeof LANGUAGES)[number];

/** The example report, with a workbook-up budget annex. */
function exampleIn(language: Language): FrameworkDocument {
  const file = new URL(`../../../../examples/mali-2020/report.${language}.txt`, import.meta.url);
  const read = readReport(readFileSync(file));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return annexOf(read.value);
}
const examples = { fr: exampleIn("fr"), en: exampleIn("en") };

/** A workbook without the values that its formulas had when it was written: whoever shows some has worked them out. */
function withoutResults(workbook: Uint8Array): { bytes: Uint8Array; formulas: number } {
  const parts = unzipSync(workbook);
  let formulas = 0;
  for (const [name, part] of Object.entries(parts)) {
    if (!name.startsWith("xl/worksheets/")) continue;
    const bare = strFromU8(part).replace(/(<f>[^<]*<\/f>)(?:<v>[^<]*<\/v>|<v\/>)?/g, (_, formula: string) => {
      formulas += 1;
      return formula;
    });
    parts[name] = strToU8(bare);
  }
  return { bytes: zipSync(parts), formulas };
}

const wordsIn = (text: string) => text.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that occur in texts more often than on a page: what was cut off or covered in print. */
function missing(page: string, texts: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of wordsIn(page)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsIn(texts.join(" ")).filter((word) => {
    left.set(word, (left.get(word) ?? 0) - 1);
    return (left.get(word) ?? 0) < 0;
  });
}

async function sheetsOf(workbook: Uint8Array): Promise<readonly Sheet[]> {
  const read = await readWorkbook(workbook);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.sheets;
}

describe.skipIf(!office)("documents that were written, in LibreOffice (skipped without it)", () => {
  const written: Record<string, Uint8Array> = {};
  let printed: Record<string, Uint8Array> = {};
  let formulas = 0;
  let recalculated: Record<string, Uint8Array> = {};

  beforeAll(async () => {
    for (const language of LANGUAGES) {
      const document = examples[language];
      const { lines: _, tranches: __, ...budget } = document.budget;
      const documents = {
        "report.docx": await writeReport(document, { language }),
        "framework.xlsx": await writeWorkbook({ ...document, budget }, { language }),
        "budget.xlsx": await writeWorkbook(document, { language }),
        "table.html": await writeTableHtml(document, { language }),
      };
      for (const [name, { bytes }] of Object.entries(documents)) written[`${language}-${name}`] = bytes;
    }
    printed = convertAll(written, "pdf");
    const bare = Object.fromEntries(
      LANGUAGES.map((language) => {
        const workbook = withoutResults(written[`${language}-budget.xlsx`] ?? new Uint8Array());
        formulas += workbook.formulas;
        return [`${language}-budget.xlsx`, workbook.bytes];
      }),
    );
    recalculated = convertAll(bare, "xlsx");
  }, 300_000);

  it.each([
    ["report.docx", 8, 20],
    ["framework.xlsx", 3, 8],
    ["budget.xlsx", 6, 12],
    ["table.html", 2, 12],
  ])("%s prints on %i to %i pages", (name, min, max) => {
    for (const language of LANGUAGES) {
      const pages = pagesOf(printed[`${language}-${name}`] ?? new Uint8Array());
      expect(pages, `${language}-${name}`).toBeGreaterThanOrEqual(min);
      expect(pages, `${language}-${name}`).toBeLessThanOrEqual(max);
    }
  });

  describe.skipIf(!words).each(LANGUAGES)("in %s (skipped without pdftotext)", (language) => {
    const text = (name: string) => textOf(printed[`${language}-${name}`] ?? new Uint8Array());
    const document = examples[language];
    const template = { fr: FRENCH_REPORT, en: ENGLISH_REPORT }[language];
    const folded = (value: string) => value.replace(/\s+/gu, " ").trim();

    /** Whatever of the framework has to be on the page. Columns of a printed page are read in any order: words are counted. */
    const content = (columns: readonly (typeof VALUE_COLUMNS)[number][], remarks: boolean) => [
      ...document.outcomes.flatMap((outcome) => [
        outcome.title,
        ...outcome.outputs.map(({ title }) => title),
      ]),
      ...indicatorsOf(document).flatMap(({ indicator }) => [
        indicator.code,
        indicator.text,
        ...(remarks ? [indicator.remark ?? ""] : []),
        ...columns.map((column) => indicator[column].raw ?? ""),
      ]),
    ];

    it("the report prints its money, its indicators and its texts", () => {
      const page = text("report.docx");
      const { total, gewe, covidAdjustment, evaluation } = document.budget;
      for (const amount of [total, gewe.allocated, gewe.spent, covidAdjustment, evaluation])
        expect(page).toContain(folded(moneyText(amount, template)));
      const narratives = document.report?.narratives.map((each) => each.text) ?? [];
      expect(narratives.length).toBeGreaterThan(10);
      expect(missing(page, [...content(VALUE_COLUMNS, true), ...narratives])).toEqual([]);
    });

    it.each(["framework.xlsx", "budget.xlsx", "table.html"])("%s prints the whole framework", (name) => {
      const page = text(name);
      expect(page).toContain(folded(document.project.title ?? ""));
      // Numbers without a text are formatted by sheet and table.
      expect(missing(page, content([], true))).toEqual([]);
    });

    it("the budget prints its totals", () => {
      const page = text("budget.xlsx");
      // The program's own language groups thousands.
      for (const amount of ["1,000,000.12", "600,000.10", "400,000.02"]) expect(page).toContain(amount);
    });
  });

  it("formulas come to what they were written with, each of them", async () => {
    expect(formulas).toBeGreaterThan(200);
    let compared = 0;
    for (const language of LANGUAGES) {
      const name = `${language}-budget.xlsx`;
      const [ours, theirs] = [
        await sheetsOf(written[name] ?? new Uint8Array()),
        await sheetsOf(recalculated[name] ?? new Uint8Array()),
      ];
      expect(theirs.map((sheet) => sheet.name)).toEqual(ours.map((sheet) => sheet.name));
      for (const [index, sheet] of ours.entries())
        for (const [row, cells] of sheet.rows)
          for (const [column, cell] of cells.entries()) {
            if (!cell?.formula) continue;
            const other = theirs[index] && valueAt(theirs[index], row, column);
            const where = `${language} ${sheet.name} row ${row + 1} column ${column + 1}`;
            compared += 1;
            if (cell.kind === "number") expect(other?.number, where).toBeCloseTo(cell.number ?? 0, 8);
            else expect(other?.text ?? "", where).toBe("");
          }
    }
    expect(compared).toBe(formulas);
  });

  it.each(LANGUAGES)("totals, GEWE shares and percents of target are the core's (%s)", async (language) => {
    const document = examples[language];
    const sheets = await sheetsOf(recalculated[`${language}-budget.xlsx`] ?? new Uint8Array());
    const [, framework, budget, totals] = sheets;
    if (framework === undefined || budget === undefined || totals === undefined) throw new Error("no sheets");
    const { lines = [] } = document.budget;
    const { all, byAgency, byOutput } = lineTotals(lines);
    expect(valueAt(budget, lines.length + 1, 6)?.number).toBeCloseTo((all.amounts[0]?.minor ?? 0) / 100, 8);
    expect(valueAt(budget, lines.length + 1, 8)?.number).toBeCloseTo(all.geweShare ?? -1, 12);
    const group = (key: string) =>
      [...totals.rows.values()].find((cells) => cells[0]?.text === key)?.map((cell) => cell?.number);
    for (const [key, total] of [...byAgency, ...byOutput]) {
      if (key === null) continue;
      const found = group(key);
      expect(found?.[1], key).toBeCloseTo((total.amounts[0]?.minor ?? 0) / 100, 8);
      expect(found?.[3], key).toBeCloseTo(total.geweShare ?? -1, 12);
    }
    const rows = new Map(
      [...framework.rows.values()]
        .filter(([level]) => /^indicat/i.test(level?.text ?? ""))
        .map((cells) => [cells[1]?.text, cells[10]?.number]),
    );
    let percents = 0;
    for (const { indicator } of indicatorsOf(document)) {
      const { value } = percentOfTarget(indicator);
      if (value === null) continue;
      percents += 1;
      expect(rows.get(indicator.code), indicator.code).toBeCloseTo(value, 12);
    }
    expect(percents).toBeGreaterThan(15);
  });
});

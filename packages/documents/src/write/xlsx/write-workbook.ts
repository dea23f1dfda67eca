import type { FrameworkDocument, WriteOptions, Writer, Written } from "@cadre/core";
import { unsupportedParts } from "../unsupported.ts";
import { categorySheet } from "./annex-categories.ts";
import { ANNEX_LABELS } from "./annex-labels.ts";
import { type AnnexForm, annexForm } from "./annex-rows.ts";
import { AnnexSheet } from "./annex-sheet.ts";
import { budgetSheet, totalsSheet, tranchesSheet } from "./budget-sheet.ts";
import { frameworkSheet } from "./framework-sheet.ts";
import { WORKBOOK_LABELS, type WorkbookLabels } from "./labels.ts";
import { currencyOf, projectSheet } from "./project-sheet.ts";
import { SheetBuilder } from "./sheet-builder.ts";

/** Written in every workbook, so that the same document gives the same bytes. */
const WHEN = new Date(Date.UTC(2000, 0, 1));

function activitiesSheet({ activities }: FrameworkDocument, labels: WorkbookLabels): SheetBuilder {
  const sheet = new SheetBuilder(labels.sheets.activities, [14, 90]);
  sheet.head(0, [labels.activities.code, labels.activities.title]);
  for (const { code, title = null } of activities) {
    const row = sheet.next;
    sheet.text(row, 0, code);
    sheet.text(row, 1, title, "text", `activities/${code}/title`);
  }
  return sheet;
}

/** The fund's annex D: table 1 with tranches, and table 2 where the budget has categories. */
function annexSheets(
  document: FrameworkDocument,
  form: AnnexForm,
  language: WriteOptions["language"],
): SheetBuilder[] {
  const labels = ANNEX_LABELS[language];
  const table1 = new AnnexSheet(document, form, labels);
  const { categories = [] } = document.budget;
  return [
    table1.sheet,
    ...(categories.length === 0 ? [] : [categorySheet(categories, form, table1, labels)]),
  ];
}

/**
 * Writes the results framework and the budget as a workbook (.xlsx): cover, framework, budget and activities. A budget that the fund's annex D
 * holds is written in its layout; one whose lines have categories of their own as a list of lines with totals and tranches. Both have
 * live formulas for sums, GEWE shares and percents of target, and lists of choices for markers, ratings, categories and codes. What
 * `readAnnex` reads of it is the document again, without what the findings report. Text that begins like a formula stays text.
 */
export async function writeWorkbook(
  document: FrameworkDocument,
  { language }: WriteOptions,
): Promise<Written> {
  const { writeXlsx } = await import("hucre/xlsx");
  const labels = WORKBOOK_LABELS[language];
  const { lines = [], tranches = [] } = document.budget;
  const form = annexForm(document);
  const annex = form === null ? [] : annexSheets(document, form, language);
  const budget = form === null ? budgetSheet(document, labels) : null;
  const cover = projectSheet(document, labels, budget?.lines ?? null);
  const framework = frameworkSheet(document, labels, language);
  const { from, to } = cover.agencies;
  const agencies = `'${labels.sheets.project}'!${cover.sheet.range(0, from, to)}`;
  if (document.project.agencies.length > 0)
    budget?.sheet.list(4, budget.from, budget.to, agencies, labels.choose);
  const sheets = [
    cover.sheet,
    framework,
    ...annex,
    ...(budget === null ? [] : [budget.sheet, totalsSheet(lines, budget.lines, labels)]),
    ...(tranches.length === 0 || form !== null
      ? []
      : [tranchesSheet(tranches, currencyOf(document), labels)]),
    ...(document.activities.length === 0 ? [] : [activitiesSheet(document, labels)]),
  ];
  const title = document.project.title ?? labels.sheets.framework;
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => sheet.build(sheet === cover.sheet ? 0 : 1, title, "Page")),
    namedRanges: sheets.filter((sheet) => sheet !== cover.sheet).map((sheet) => sheet.printedHead()),
    defaultFont: { name: "Calibri", size: 11 },
    properties: { title: title.slice(0, 200), created: WHEN, modified: WHEN },
  });
  return {
    bytes,
    findings: [
      ...unsupportedParts(document, [
        "report",
        "projectDocument",
        "milestones",
        "schedule",
        "axes",
        "periods",
        "measurement",
        "events",
      ]),
      ...sheets.flatMap(({ findings }) => findings),
    ],
  };
}

/** The results framework and the budget as a workbook. */
export const workbookWriter: Writer = {
  format: "xlsx",
  extension: ".xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  write: writeWorkbook,
};

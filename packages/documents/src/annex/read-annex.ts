import {
  type Activity,
  type Agency,
  type Budget,
  bilingual,
  compareCodes,
  type Finding,
  type FrameworkDocument,
  type Outcome,
  type Reader,
  type Result,
  refuse,
  type Tranche,
} from "@cadre/core";
import type { Block } from "../blocks/index.ts";
import { excerpt, problem } from "../input/problem.ts";
import {
  columnName,
  readWorkbook,
  type Sheet,
  type Workbook,
  type WorkbookLimits,
} from "../input/workbook/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import {
  emptyBudget,
  findBudgetTables,
  isCategorySheet,
  type ReadBudget,
  readBudgetTables,
  readCategories,
} from "./budget-table/index.ts";
import { CellReader } from "./cell-reader.ts";
import { type FoundTable, findTables } from "./find-tables.ts";
import { sheetsOfBlocks } from "./from-blocks.ts";
import type { FactKey } from "./labels.ts";
import { withLocations } from "./locations.ts";
import {
  currencyOf,
  findFacts,
  readAgencies,
  readFacts,
  readTranches,
  statedCurrency,
} from "./read-facts.ts";
import { readIndicators } from "./read-indicators.ts";
import { readLineTable } from "./read-lines.ts";

const HIDDEN = {
  sheet: [en.hiddenSheet, fr.hiddenSheet],
  rows: [en.hiddenRows, fr.hiddenRows],
  columns: [en.hiddenColumns, fr.hiddenColumns],
} as const;

/** A file of more bytes is no annex. */
export const MAX_WORKBOOK_BYTES = 16 * 1024 * 1024;

/** Reports what a sheet hides; it is read all the same. */
function reportHidden(reader: CellReader, sheet: Sheet): void {
  const report = (what: "sheet" | "rows" | "columns", name: string) => {
    const [english, french] = HIDDEN[what];
    reader.notice(
      `hidden-${what}`,
      "warning",
      `sheets/${sheet.name}`,
      name,
      bilingual(english, french, name),
      name,
      "shown",
    );
  };
  if (sheet.state !== "visible") report("sheet", sheet.name);
  const rows = sheet.hiddenRows.filter((row) => sheet.rows.has(row)).map((row) => row + 1);
  if (rows.length > 0)
    report("rows", `${sheet.name}!${rows.slice(0, 8).join(", ")}${rows.length > 8 ? ", …" : ""}`);
  const widest = Math.max(0, ...[...sheet.rows.values()].map((cells) => cells.length));
  const columns = sheet.hiddenColumns.filter(({ left }) => left < widest);
  if (columns.length > 0) {
    const names = columns.map(
      ({ left, right }) => `${columnName(left)}–${columnName(Math.min(right, widest - 1))}`,
    );
    report("columns", `${sheet.name}!${names.slice(0, 8).join(", ")}`);
  }
}

function reportUnread(reader: CellReader, { sheet, others, head }: FoundTable): void {
  for (const { column, text } of others) {
    const name = `${sheet.name}!${columnName(column)}${head + 1}`;
    const message = bilingual(en.columnUnrecognised, fr.columnUnrecognised, excerpt(text, 40), sheet.name);
    reader.notice(
      "column-unrecognised",
      "info",
      `sheets/${sheet.name}`,
      name,
      message,
      excerpt(text, 40),
      null,
    );
  }
}

/** Activities that the tables name, each once, in the order of their codes. */
function activitiesOf(listed: Map<string, string | null>, { activities, lines }: ReadBudget): Activity[] {
  const titles = new Map<string, string | null>(listed);
  for (const { activity } of lines)
    if (activity !== null && !titles.has(activity)) titles.set(activity, null);
  for (const [code, title] of activities) if ((titles.get(code) ?? null) === null) titles.set(code, title);
  return [...titles]
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([code, title]) => (title === null ? { code, events: [] } : { code, title, events: [] }));
}

/** Outputs that only the budget names: their titles are known, their indicators are not. */
function addOutputs(outcomes: Outcome[], { outputs, outcomes: titles }: ReadBudget): void {
  for (const [code, title] of titles)
    if (!outcomes.some((outcome) => outcome.code === code))
      outcomes.push({ code, title, rating: null, indicators: [], outputs: [] });
  for (const [code, title] of outputs) {
    const known = outcomes.flatMap((outcome) => outcome.outputs).find((output) => output.code === code);
    if (known !== undefined) continue;
    const [parent = ""] = code.split(".");
    let outcome = outcomes.find((each) => each.code === parent);
    if (outcome === undefined) {
      outcome = { code: parent, title: "", rating: null, indicators: [], outputs: [] };
      outcomes.push(outcome);
    }
    outcome.outputs.push({ code, title, indicators: [] });
  }
}

type BudgetLists = {
  [List in "lines" | "indirectAmounts" | "shared" | "unreadable" | "categories" | "tranches"]: NonNullable<
    Budget[List]
  >;
};

/** The lists of a budget that hold anything. */
const someOf = ({
  lines,
  indirectAmounts,
  shared,
  unreadable,
  categories,
  tranches,
}: BudgetLists): Partial<BudgetLists> => ({
  ...(lines.length === 0 ? {} : { lines }),
  ...(indirectAmounts.length === 0 ? {} : { indirectAmounts }),
  ...(shared.length === 0 ? {} : { shared }),
  ...(unreadable.length === 0 ? {} : { unreadable }),
  ...(categories.length === 0 ? {} : { categories }),
  ...(tranches.length === 0 ? {} : { tranches }),
});
function assemble(workbook: Workbook): Result<FrameworkDocument> {
  const reader = new CellReader(workbook.from1904);
  const facts = new Map<FactKey, { sheet: Sheet; row: number; column: number }>();
  const budgetTables = findBudgetTables(workbook);
  const categorySheets = workbook.sheets.filter(
    (sheet) => !budgetTables.has(sheet) && isCategorySheet(sheet),
  );
  const found = workbook.sheets.map((sheet) => {
    // The form's own sheets have no other tables.
    const form = budgetTables.has(sheet) || categorySheets.includes(sheet);
    const tables = form ? [] : findTables(sheet);
    return { sheet, tables, form, facts: form ? 0 : findFacts(sheet, tables, facts) };
  });
  const tables = found.flatMap((each) => each.tables);
  if (budgetTables.size === 0 && !tables.some(({ spec }) => ["indicators", "lines"].includes(spec.id))) {
    const names = workbook.sheets.map(({ name }) => excerpt(name, 40)).slice(0, 20);
    const expected = "a table of indicators or of budget lines";
    return refuse(
      problem(
        "annex-unrecognised",
        { path: "file" },
        bilingual(en.annexUnrecognised, fr.annexUnrecognised, names.join(", ")),
        names.join(", "),
        expected,
      ),
    );
  }
  const currency = currencyOf(facts);
  const { project, budget } = readFacts(reader, facts);
  const [agencies, outcomes, tranches]: [Agency[], Outcome[], Tranche[]] = [[], [], []];
  const titles = new Map<string, string | null>();
  const read = emptyBudget();
  const listed = tables.some(({ spec }) => spec.id === "lines");
  // A list of lines is more than the form holds: then the form's tables repeat it.
  const main = listed
    ? null
    : readBudgetTables(reader, [...budgetTables.values()], read, statedCurrency(facts));
  const categories = listed
    ? []
    : categorySheets.flatMap((sheet) => readCategories(reader, sheet, read, main ?? currency));
  for (const table of tables) {
    reportUnread(reader, table);
    if (table.spec.id === "indicators") readIndicators(reader, table, outcomes);
    else if (table.spec.id === "lines") readLineTable(reader, table, currency, read);
    else if (table.spec.id === "tranches") readTranches(reader, table, currency, tranches);
    else if (table.spec.id === "agencies") readAgencies(reader, table, currency, agencies);
    else {
      for (const row of table.rows) {
        const code = reader.code(table.sheet, row, table.columns.get("code"), `activities/${row}`);
        if (code !== null)
          titles.set(
            code,
            reader.text(table.sheet, row, table.columns.get("title"), `activities/${code}/title`),
          );
      }
    }
  }
  addOutputs(outcomes, read);
  for (const each of found) {
    reportHidden(reader, each.sheet);
    if (each.form || each.tables.length > 0 || each.facts > 0 || each.sheet.rows.size === 0) continue;
    const { name } = each.sheet;
    reader.notice(
      "sheet-unrecognised",
      "info",
      `sheets/${name}`,
      undefined,
      bilingual(en.sheetUnrecognised, fr.sheetUnrecognised, name),
      name,
      null,
    );
  }
  for (const what of workbook.ignoredParts) {
    const severity = what === "macros" ? "warning" : "info";
    const message =
      what === "macros"
        ? bilingual(en.workbookMacros, fr.workbookMacros)
        : bilingual(en.workbookLinks, fr.workbookLinks);
    reader.notice(`${what}-ignored`, severity, "file", undefined, message, what, null);
  }
  return {
    ok: true,
    findings: reader.findings,
    value: withLocations(
      {
        format: "cadre/framework",
        version: 1,
        project: { ...project, agencies },
        budget: {
          ...budget,
          ...someOf({ ...read, tranches: [...read.tranches, ...tranches], categories }),
        },
        outcomes,
        activities: activitiesOf(titles, read),
        report: null,
      } satisfies FrameworkDocument,
      reader.locations,
    ),
  };
}

/** How a workbook is read. */
export interface ReadAnnexOptions {
  /** How large the workbook may be. Default: 20,000 rows a sheet, 90,000 cells, 96 MiB unfolded. */
  limits?: WorkbookLimits;
}

/**
 * Reads a results framework and a budget annex from a workbook (.xlsx): sheets in any order, tables known by the heads of their columns in
 * French or English, wherever they are. What the file keeps of formulas is read, merged cells count for all that they cover, numbers
 * stored as text are numbers with a finding. Hidden rows, columns and sheets are read and reported; so are errors of cells, formulas without
 * a kept value, columns and sheets that are not recognised. Every value's cell is in `cells`, by path.
 *
 * Refused: what `readWorkbook` refuses, and a workbook without a table of indicators or of budget lines.
 */
export async function readAnnex(
  bytes: Uint8Array,
  options: ReadAnnexOptions = {},
): Promise<Result<FrameworkDocument>> {
  const workbook = await readWorkbook(bytes, { limits: options.limits });
  return workbook.ok ? assemble(workbook.value) : workbook;
}

/** Reads a budget annex from the tables of a text document: the fund's form of 2018 is a Word table. */
export function readAnnexBlocks(
  blocks: readonly Block[],
  findings: readonly Finding[],
): Result<FrameworkDocument> {
  const read = assemble({ sheets: sheetsOfBlocks(blocks), from1904: false, ignoredParts: [] });
  return read.ok ? { ...read, findings: [...findings, ...read.findings] } : read;
}

/** A results framework and budget annex as a workbook. */
export const workbookReader: Reader = {
  format: "xlsx",
  extensions: [".xlsx", ".xlsm"],
  maxBytes: MAX_WORKBOOK_BYTES,
  read: (bytes) => readAnnex(bytes),
};

import { type BudgetLine, bilingual, type Money, type SharedExpenditure } from "@cadre/core";
import { excerpt } from "../../input/problem.ts";
import { cellName, valueAt } from "../../input/workbook/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import type { CellReader } from "../cell-reader.ts";
import { readBottom } from "./bottom.ts";
import { classifyRows, holdsAmount, type TableRow } from "./classify.ts";
import { converted, type TableCurrency, tableCurrency } from "./currency.ts";
import type { AgencyColumn, BudgetTable, RoleColumn } from "./find-table.ts";
import { ROWS } from "./labels.ts";
import { readShares } from "./read-shares.ts";
import type { CountedRow, ReadBudget, TableState } from "./state.ts";
import { checkSums } from "./sums.ts";

/** Columns of the table, as messages name them. */
const COLUMNS = {
  gewe: bilingual(en.columnOfGewe, fr.columnOfGewe),
  spent: bilingual(en.columnOfExpenditure, fr.columnOfExpenditure),
};

/** Reads table 1 of annex D: its rows are what their labels say, its sums are checks. */
export class BudgetTableReader implements TableState {
  readonly reader: CellReader;
  readonly table: BudgetTable;
  readonly currency: TableCurrency;
  readonly rows: TableRow[];
  readonly into: ReadBudget;
  readonly counted: CountedRow[] = [];
  private readonly mergedAmounts = new Map<string, BudgetLine>();

  constructor(reader: CellReader, table: BudgetTable, into: ReadBudget, currency: string | null) {
    this.reader = reader;
    this.table = table;
    this.into = into;
    this.currency = tableCurrency(reader, table, currency);
    this.rows = classifyRows(table);
  }

  read(): void {
    this.missingColumns();
    const shares = readShares(this.table, this.rows);
    this.readLines(shares.of);
    shares.report(this.reader, this.counted);
    checkSums(this);
    readBottom(this);
  }

  private missingColumns(): void {
    const { columns, spent, unnamed, sheet, head } = this.table;
    const absent: (keyof typeof COLUMNS)[] = [];
    if (!columns.has("gewe") && !columns.has("geweAmount")) absent.push("gewe");
    if (spent.length === 0) absent.push("spent");
    for (const column of absent)
      this.reader.notice(
        "column-missing",
        "info",
        `sheets/${sheet.name}`,
        cellName(sheet.name, head, 0),
        bilingual(en.annexColumnMissing, fr.annexColumnMissing, COLUMNS[column], sheet.name),
        null,
        COLUMNS[column].en,
      );
    for (const column of unnamed)
      this.reader.notice(
        "agency-unnamed",
        "warning",
        `sheets/${sheet.name}`,
        cellName(sheet.name, head, column),
        bilingual(en.annexAgencyUnnamed, fr.annexAgencyUnnamed),
        null,
        "the name of the recipient organisation",
      );
  }

  /** An amount of an agency's column, in the currency of the lines. */
  amount(row: number, column: number, path: string): Money | null {
    const currency = this.currency.of(column);
    const read = this.reader.money(this.table.sheet, row, column, path, currency);
    const { rate, main } = this.currency;
    if (read === null || rate === null || read.currency === main) return read;
    const minor = converted(read.minor, read.currency, main, rate);
    return minor === null ? null : { minor, currency: main };
  }

  private readLines(shareOf: (row: number) => number | null): void {
    let [outcome, output]: [string | null, string | null] = [null, null];
    const parents = this.parentRows();
    for (const each of this.rows) {
      if (each.kind === "outcome") {
        [outcome, output] = [each.code, null];
        if (each.code !== null && each.title !== null) this.into.outcomes.set(each.code, each.title);
      } else if (each.kind === "output") {
        output = each.code;
        if (each.code !== null) this.into.outputs.set(each.code, each.title ?? "");
        // An output with money of its own and no activities below it is a line.
        if (each.filled && !this.hasActivities(each)) this.readRow(each, output, outcome, shareOf(each.row));
      } else if (each.kind === "activity" || each.kind === "cost") {
        if (each.kind === "activity") output = output ?? outputOf(each.code);
        if (each.kind === "cost" && each.purpose !== null) output = null;
        if (parents.has(each.row)) {
          if (each.code !== null && each.title !== null) this.into.activities.set(each.code, each.title);
          continue;
        }
        this.readRow(each, output, outcome, shareOf(each.row));
      } else if (each.kind === "total") output = null;
      else if (each.kind === "note" && ROWS.additional.test(each.words)) output = null;
      else if (each.kind === "unlabelled") this.unlabelled(each);
    }
  }

  /** Activities that are the sum of their own sub-activities. */
  private parentRows(): Set<number> {
    const codes = this.rows.flatMap(({ kind, code, filled }) =>
      kind === "activity" && code !== null && filled ? [code] : [],
    );
    return new Set(
      this.rows
        .filter(
          ({ kind, code }) => kind === "activity" && codes.some((other) => other.startsWith(`${code}.`)),
        )
        .map(({ row }) => row),
    );
  }

  private hasActivities({ row }: TableRow): boolean {
    const after = this.rows.filter((each) => each.row > row);
    const end = after.findIndex(({ kind }) => kind === "output" || kind === "outcome");
    return after
      .slice(0, end < 0 ? undefined : end)
      .some(
        ({ kind, filled, purpose }) =>
          (kind === "activity" || (kind === "cost" && purpose === null)) && filled,
      );
  }

  private readRow(row: TableRow, output: string | null, outcome: string | null, gewe: number | null): void {
    const { sheet, agencies, columns } = this.table;
    const text = (role: "justification" | "remark") =>
      this.reader.text(sheet, row.row, columns.get(role)?.column, `annex/${role}/${row.row}`);
    const activity = row.kind === "activity" ? row.code : null;
    const [justification, remark] = [text("justification"), text("remark")];
    const lines: BudgetLine[] = [];
    const counted: CountedRow = { ...row, output, outcome, lines, numbers: 0, hasText: false };
    for (const agency of agencies) {
      const cell = sheet.rows.get(row.row)?.[agency.column];
      if (cell?.kind === "number") counted.numbers += cell.number;
      else if (cell?.kind === "text" && /\d/.test(cell.text)) counted.hasText = true;
      const found = this.agencyAmount(row, agency, activity, output, lines);
      if (found === null) continue;
      lines.push({
        ...found,
        id: String(this.into.lines.length + lines.length + 1),
        ...(activity === null && row.title !== null ? { title: row.title } : {}),
        ...(row.purpose === null ? {} : { purpose: row.purpose }),
        gewe,
        ...(justification === null ? {} : { justification }),
        ...(remark === null ? {} : { remark }),
      });
    }
    this.locate(row.row, lines.length);
    if (activity !== null && (row.title !== null || lines.length > 0))
      this.into.activities.set(activity, row.title ?? this.into.activities.get(activity) ?? null);
    this.expenditure(row, lines);
    this.into.lines.push(...lines);
    this.counted.push(counted);
  }

  /** Where the lines' other values are: they are in the row of their activity. */
  private locate(row: number, count: number): void {
    const { sheet, columns } = this.table;
    for (let index = this.into.lines.length; index < this.into.lines.length + count; index += 1)
      for (const [field, column] of [
        ["gewe", columns.get("gewe")],
        ["activity", columns.get("code") ?? columns.get("title")],
      ] as const)
        if (column !== undefined)
          this.reader.locations.add(`budget/lines/${index}/${field}`, sheet.name, row, column.column);
  }

  private agencyAmount(
    { row }: TableRow,
    { column, agency, approved }: AgencyColumn,
    activity: string | null,
    output: string | null,
    before: readonly BudgetLine[],
  ): Pick<BudgetLine, "activity" | "output" | "agency" | "category" | "amount" | "approved"> | null {
    const { sheet } = this.table;
    const path = `budget/lines/${this.into.lines.length + before.length}/amount`;
    const own = sheet.rows.get(row)?.[column];
    const shown = valueAt(sheet, row, column);
    const original = approved === null ? null : this.amount(row, approved, `${path.slice(0, -7)}/approved`);
    if (!holdsAmount(own)) {
      if (original !== null && original.minor !== 0)
        return {
          activity,
          output,
          agency,
          category: null,
          amount: { ...original, minor: 0 },
          approved: original,
        };
      // One amount for several rows: it is counted in the first.
      if (shown !== undefined && shown !== own && holdsAmount(shown)) this.mergedRow(row, column, activity);
      return null;
    }
    if (own.kind === "error" || own.kind === "empty") {
      this.amount(row, column, path);
      this.into.unreadable.push({
        activity,
        output,
        agency,
        found: own.kind === "error" ? own.text : "a formula without a value",
      });
      return null;
    }
    const amount = this.amount(row, column, path);
    if (amount === null) {
      if (!/^[-–—\s]*$/.test(own.text))
        this.into.unreadable.push({ activity, output, agency, found: excerpt(own.text, 40) });
      return null;
    }
    if (amount.minor === 0 && (original === null || original.minor === 0)) return null;
    return {
      activity,
      output,
      agency,
      category: null,
      amount,
      ...(original === null ? {} : { approved: original }),
    };
  }

  private mergedRow(row: number, column: number, activity: string | null): void {
    const { sheet } = this.table;
    const area = sheet.merged.find(
      ({ top, bottom, left, right }) => row > top && row <= bottom && column >= left && column <= right,
    );
    if (area === undefined) return;
    const first = this.counted.find((each) => each.row === area.top);
    const line = first?.lines.find(
      (each) => each.agency === this.table.agencies.find((one) => one.column === column)?.agency,
    );
    if (line === undefined) return;
    this.mergedAmounts.set(String(row), line);
    this.reader.notice(
      "amount-of-several-rows",
      "warning",
      `budget/lines/${this.into.lines.indexOf(line)}/amount`,
      cellName(sheet.name, area.top, column),
      bilingual(en.amountOfSeveralRows, fr.amountOfSeveralRows, activity ?? String(row + 1)),
      activity ?? row + 1,
      "an amount a row",
    );
  }

  /** Expenditure of a row: its line's where there is one, otherwise that of its lines together. */
  private expenditure(row: TableRow, lines: BudgetLine[]): void {
    const { spent, committed } = this.table;
    const own =
      lines.length > 0
        ? lines
        : [this.mergedAmounts.get(String(row.row))].filter((line) => line !== undefined);
    const merged = lines.length === 0 && own.length > 0;
    const together: Omit<SharedExpenditure, "lines"> = {};
    for (const [key, found] of [
      ["spent", spent],
      ["committed", committed],
    ] as const)
      for (const column of found) {
        const amount = this.money(row, column, `budget/lines/${this.into.lines.length}/${key}`);
        if (amount === null) continue;
        const line =
          column.agency === null
            ? own.length === 1 && !merged
              ? own[0]
              : undefined
            : own.find(({ agency }) => agency === column.agency);
        if (line !== undefined && line[key] === undefined) line[key] = amount;
        else if (own.length > 0) together[key] = amount;
        else if (amount.minor !== 0) this.withoutLine(row, column.column, amount);
      }
    if (together.spent !== undefined || together.committed !== undefined)
      this.into.shared.push({ lines: own.map(({ id }) => id), ...together });
  }

  private money({ row }: TableRow, { column, currency }: RoleColumn, path: string): Money | null {
    const cell = this.table.sheet.rows.get(row)?.[column];
    if (cell === undefined || (cell.kind === "empty" && !cell.formula)) return null;
    return this.reader.money(
      this.table.sheet,
      row,
      column,
      path,
      currency ?? cell.currency ?? this.currency.main,
    );
  }

  private withoutLine({ row }: TableRow, column: number, { minor }: Money): void {
    this.reader.notice(
      "expenditure-without-budget",
      "warning",
      "budget/lines",
      cellName(this.table.sheet.name, row, column),
      bilingual(en.expenditureWithoutBudget, fr.expenditureWithoutBudget),
      minor,
      "a budget",
    );
  }

  private unlabelled({ row }: TableRow): void {
    const cells = this.table.agencies.map(({ column }) => this.table.sheet.rows.get(row)?.[column]);
    // Sums without a label are the sheet's own; typed amounts without one are not.
    if (cells.every((cell) => cell === undefined || cell.formula || cell.number === 0)) return;
    const at = this.table.agencies.find(
      ({ column }) => this.table.sheet.rows.get(row)?.[column] !== undefined,
    );
    this.reader.notice(
      "row-unread",
      "warning",
      "budget/lines",
      cellName(this.table.sheet.name, row, at?.column ?? 0),
      bilingual(en.amountsWithoutLabel, fr.amountsWithoutLabel),
      null,
      "an activity or the label of a cost",
    );
  }
}

/** `1.1.2.3` belongs to output `1.1`. */
const outputOf = (code: string | null): string | null =>
  code === null ? null : code.split(".").slice(0, 2).join(".");

import { type Cell, type Sheet, valueAt } from "../../input/workbook/index.ts";
import { normalise } from "../../template/normalise.ts";
import { findTables } from "../find-tables.ts";
import { agencyIn, type ColumnRole, currencyNamed, namesRecipient, roleOf, versionOf } from "./labels.ts";

/** A column of amounts: one agency's budget. */
export interface AgencyColumn {
  column: number;
  agency: string;
  /** The column of the approved budget, where this one is revised. */
  approved: number | null;
  currency: string | null;
}

/** A column of a kind, with what its head says beside. */
export interface RoleColumn {
  column: number;
  currency: string | null;
  /** The agency that the column is of, where its head names one. */
  agency: string | null;
}

/** Table 1 of annex D, found in a sheet. */
export interface BudgetTable {
  sheet: Sheet;
  /** Rows of the head, from 0: one, or two where names are in the row below. */
  head: number;
  firstRow: number;
  agencies: AgencyColumn[];
  columns: ReadonlyMap<ColumnRole, RoleColumn>;
  spent: RoleColumn[];
  committed: RoleColumn[];
  total: RoleColumn | null;
  unknown: { column: number; text: string }[];
  /** Agencies whose heads name nobody. */
  unnamed: number[];
}

interface Head {
  column: number;
  raw: string;
  text: string;
}

const TOP_ROWS = 60;
const MAX_COLUMNS = 60;

const isText = (cell: Cell | undefined): cell is Cell => cell?.kind === "text" && cell.text.trim() !== "";

/** The texts of a head row; a cell of merged heads counts for each of its columns. */
function headsOf(sheet: Sheet, row: number): Head[] {
  const width = Math.min(sheet.rows.get(row)?.length ?? 0, MAX_COLUMNS);
  const heads: Head[] = [];
  for (let column = 0; column < width; column += 1) {
    const cell = valueAt(sheet, row, column);
    if (isText(cell) && cell.text.length < 600)
      heads.push({ column, raw: cell.text, text: normalise(cell.text, 600) });
  }
  return heads;
}

const numbersBelow = (sheet: Sheet, column: number, from: number): boolean => {
  for (let row = from; row < from + 60; row += 1) {
    const cell = sheet.rows.get(row)?.[column];
    if (
      cell?.kind === "number" ||
      (cell?.kind === "text" && /^[^\p{L}]*\d[\d\s.,]*[^\p{L}]*$/u.test(cell.text))
    )
      return true;
  }
  return false;
};

/** The names in the row below a head, where that row continues the head: it has texts and no label of its own. */
function continuation(sheet: Sheet, row: number, heads: readonly Head[]): Head[] | null {
  const below = sheet.rows.get(row + 1);
  if (below === undefined) return null;
  const labels = heads
    .filter(({ text }) => ["code", "title"].includes(roleOf(text) ?? ""))
    .map(({ column }) => column);
  let names = 0;
  for (let column = 0; column < Math.min(below.length, MAX_COLUMNS); column += 1) {
    const cell = below[column];
    if (cell === undefined || cell.kind === "empty") continue;
    if (cell.kind !== "text" || /^\W*\d[\d\s.,]*\W*$/.test(cell.text) || cell.text.length > 200) return null;
    if (labels.includes(column)) return null;
    names += 1;
  }
  if (names === 0) return null;
  const columns = new Set([...heads.map(({ column }) => column), ...below.keys()]);
  return [...columns]
    .sort((a, b) => a - b)
    .flatMap((column) => {
      const own = valueAt(sheet, row, column);
      const more = below[column];
      const raw = [isText(own) ? own.text : "", isText(more) ? more.text : ""].filter(Boolean).join(" ");
      return raw === "" ? [] : [{ column, raw, text: normalise(raw, 600) }];
    });
}

function tableOf(sheet: Sheet, row: number, firstRow: number, heads: readonly Head[]): BudgetTable | null {
  const columns = new Map<ColumnRole, RoleColumn>();
  const [spent, committed, totals]: [
    RoleColumn[],
    RoleColumn[],
    (RoleColumn & { version: string | null })[],
  ] = [[], [], []];
  const rest: Head[] = [];
  for (const head of heads) {
    const role = roleOf(head.text);
    const found = { column: head.column, currency: currencyNamed(head.text), agency: null };
    if (role === null) rest.push(head);
    else if (role === "total") totals.push({ ...found, version: versionOf(head.text) });
    else if (role === "spent" || role === "committed") {
      (role === "spent" ? spent : committed).push({ ...found, agency: head.raw });
      if (!columns.has(role)) columns.set(role, found);
    } else if (!columns.has(role)) columns.set(role, found);
  }
  // A list of lines with one column of agencies is another table.
  if (columns.has("agency")) return null;
  const label = Math.max(columns.get("code")?.column ?? -1, columns.get("title")?.column ?? -1);
  if (label < 0) return null;
  const right = Math.min(
    ...[columns.get("gewe"), spent[0], columns.get("justification"), columns.get("remark")].map(
      (found) => found?.column ?? Number.POSITIVE_INFINITY,
    ),
  );
  const total = totals.find(({ version }) => version === "revised") ?? totals.at(-1) ?? null;
  const amounts = rest.filter(
    ({ column, text }) =>
      column > label &&
      column < Math.max(right, total?.column ?? 0) &&
      (namesRecipient(text) || numbersBelow(sheet, column, firstRow)),
  );
  if (amounts.length === 0) return null;
  // An annex has more than labels and amounts: a total, shares or expenditure.
  if (total === null && !columns.has("gewe") && spent.length === 0) return null;
  const named = amounts.map(({ column, raw, text }) => ({
    column,
    agency: agencyIn(raw),
    version: versionOf(text),
    currency: currencyNamed(text),
  }));
  const revised = named.filter(({ version }) => version === "revised");
  const counted = named.filter(
    ({ agency, version }) => version !== "approved" || !revised.some((each) => each.agency === agency),
  );
  const unnamed = counted.filter(({ agency }) => agency === "").map(({ column }) => column);
  const known = counted.map(({ agency }) => agency);
  const ofAgency = (found: RoleColumn): RoleColumn => {
    const text = found.agency ?? "";
    return { ...found, agency: known.find((name) => name !== "" && text.includes(name)) ?? null };
  };
  return {
    sheet,
    head: row,
    firstRow,
    agencies: counted.map(({ column, agency, version, currency }, index) => ({
      column,
      agency: agency === "" ? `Recipient organization ${index + 1}` : agency,
      approved:
        version === "revised"
          ? (named.find((each) => each.agency === agency && each.version === "approved")?.column ?? null)
          : null,
      currency,
    })),
    columns,
    spent: spent.map(ofAgency),
    committed: committed.map(ofAgency),
    total,
    unknown: rest
      .filter((head) => !amounts.includes(head))
      .map(({ column, raw }) => ({ column, text: raw.trim() })),
    unnamed,
  };
}

/**
 * Rows of indicators: those below the head of such a table, up to an empty row. Words of a head may be in them: “titres délivrés”, “60
 * bénéficiaires, dont 35 femmes”.
 */
function indicatorRows(sheet: Sheet): Set<number> {
  const rows = new Set<number>();
  for (const { spec, head } of findTables(sheet))
    if (spec.id === "indicators") for (let row = head + 1; sheet.rows.has(row); row += 1) rows.add(row);
  return rows;
}

/** Finds table 1 of annex D in a sheet by its head; `null` where it has none. */
export function findBudgetTable(sheet: Sheet): BudgetTable | null {
  const taken = indicatorRows(sheet);
  const rows = [...sheet.rows.keys()]
    .sort((a, b) => a - b)
    .slice(0, TOP_ROWS)
    .filter((row) => !taken.has(row));
  for (const row of rows) {
    const heads = headsOf(sheet, row);
    if (heads.length < 2) continue;
    const more = continuation(sheet, row, heads);
    const table =
      (more === null ? null : tableOf(sheet, row, row + 2, more)) ?? tableOf(sheet, row, row + 1, heads);
    if (table !== null) return table;
  }
  return null;
}

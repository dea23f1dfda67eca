import type { CostPurpose } from "@cadre/core";
import { fold } from "../../blocks/fold.ts";
import { type Cell, valueAt } from "../../input/workbook/index.ts";
import { normalise } from "../../template/normalise.ts";
import type { BudgetTable } from "./find-table.ts";
import { purposeOf, ROWS } from "./labels.ts";

/** What a row below the head is. */
export type RowKind =
  | "blank"
  | "head"
  | "outcome"
  | "output"
  | "activity"
  /** A cost with a label and no code: personnel, monitoring, evaluation. */
  | "cost"
  | "total"
  | "indirect"
  | "tranche"
  | "summary"
  | "note"
  /** Amounts without any label. */
  | "unlabelled";

export interface TableRow {
  row: number;
  kind: RowKind;
  code: string | null;
  /** The texts left of the amounts, as written; the code without what is behind it. */
  title: string | null;
  words: string;
  purpose: CostPurpose | null;
  /** Number of a tranche. */
  tranche: number | null;
  /** Whether a column of amounts holds anything. */
  filled: boolean;
  /** Whether the totals below the lines have begun. */
  below: boolean;
}

/** Whether a cell holds an amount: a number, a number as text, an error in its place. */
export const holdsAmount = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined &&
  (cell.kind === "number" ||
    cell.kind === "error" ||
    (cell.kind === "empty" && cell.formula) ||
    (cell.kind === "text" && /\d/.test(cell.text) && !/\p{L}{4}/u.test(cell.text)));

function labelsOf(table: BudgetTable, row: number, first: number): string[] {
  const labels: string[] = [];
  for (let column = 0; column < first; column += 1) {
    const cell = valueAt(table.sheet, row, column);
    if (cell === undefined || cell.kind === "empty" || cell.kind === "error") continue;
    const text = fold(cell.text);
    if (text !== "" && !labels.includes(text)) labels.push(text);
  }
  return labels;
}

function trancheNumber(words: string): number | null {
  const match = ROWS.tranche.exec(words);
  if (match === null) return null;
  if (match[5] !== undefined) return Number(match[5]);
  return [1, 2, 3, 4].find((number) => match[number] !== undefined) ?? null;
}

/** Reads the rows below a head as what they say they are, in their order. */
export function classifyRows(table: BudgetTable): TableRow[] {
  const { sheet, agencies } = table;
  const first = Math.min(
    ...agencies.map(({ column }) => column),
    ...agencies.flatMap(({ approved }) => approved ?? []),
  );
  const names = new Set(agencies.map(({ agency }) => normalise(agency)));
  let below = false;
  return [...sheet.rows.keys()]
    .filter((row) => row >= table.firstRow)
    .sort((a, b) => a - b)
    .map((row): TableRow => {
      const labels = labelsOf(table, row, first);
      const [label = "", ...more] = labels.map((text) => normalise(text));
      const words = [label, ...more].join(" ");
      const cells = agencies.map(({ column }) => sheet.rows.get(row)?.[column]);
      const filled = cells.some(holdsAmount);
      const base = { row, code: null, title: null, words, purpose: null, tranche: null, filled, below };
      const texts = cells.filter((cell) => cell?.kind === "text" && !holdsAmount(cell));
      // The head again, as the template repeats it above its totals.
      if (texts.length > 0 && texts.every((cell) => repeatsHead(cell, names)))
        return { ...base, kind: "head" };
      if (words === "") return { ...base, kind: filled ? "unlabelled" : "blank" };
      const coded = codeOf(labels);
      if (coded !== null && !below) return { ...base, ...coded };
      const tranche = trancheNumber(words);
      if (tranche !== null) {
        below = true;
        return { ...base, kind: "tranche", tranche, below };
      }
      if (ROWS.trancheTable.test(words) && !filled) {
        below = true;
        return { ...base, kind: "note", below };
      }
      if (ROWS.indirect.test(words) && !ROWS.summary.test(words))
        return { ...base, kind: filled ? "indirect" : "note" };
      if (ROWS.total.test(words) && !ROWS.summary.test(words)) {
        if (ROWS.projectTotal.test(words)) below = true;
        return { ...base, kind: filled ? "total" : "note", below };
      }
      if (ROWS.summary.test(words)) return { ...base, kind: "summary" };
      if (ROWS.note.test(words) && !filled) return { ...base, kind: "note" };
      if (below) return { ...base, kind: filled ? "summary" : "note" };
      if (!filled && !ROWS.activityLabel.test(label)) {
        // A label without money: a heading, or a cost that nobody planned.
        return { ...base, kind: "note", purpose: purposeOf(words), title: labels.join(" ") };
      }
      const title = labels.join(": ");
      return {
        ...base,
        kind: "cost",
        title,
        purpose: ROWS.activityLabel.test(label) ? null : purposeOf(words),
      };
    });
}

const repeatsHead = (cell: Cell | undefined, names: ReadonlySet<string>): boolean => {
  const text = normalise(cell?.text ?? "");
  return [...names].some((name) => text.includes(name)) || /recipi/.test(text);
};

function codeOf(labels: readonly string[]): Pick<TableRow, "kind" | "code" | "title"> | null {
  const [first = "", ...rest] = labels;
  const label = normalise(first);
  const found = (kind: RowKind, match: RegExpExecArray) => {
    const behind = first.slice(
      first.toLowerCase().indexOf((match[1] ?? "").split(" ")[0] ?? "") + (match[1] ?? "").length,
    );
    const own = behind.replace(/^[\s:.)\-–—]+/, "").trim();
    const title = [own, ...rest].filter((text) => text !== "").join(" ");
    return { kind, code: (match[1] ?? "").replace(" ", ""), title: title === "" ? null : title };
  };
  const activity = ROWS.activity.exec(label);
  if (activity !== null) return found("activity", activity);
  const output = ROWS.output.exec(label) ?? ROWS.bareOutput.exec(label);
  // `Output 1.1 total` is a sum.
  if (output !== null) return ROWS.total.test(label) ? null : found("output", output);
  const outcome = ROWS.outcome.exec(label) ?? ROWS.bareOutcome.exec(label);
  if (outcome !== null) return ROWS.total.test(label) ? null : found("outcome", outcome);
  // The code is before the description.
  const second = rest[0] === undefined ? null : ROWS.activity.exec(normalise(rest[0]));
  if (second !== null && (ROWS.activityLabel.test(label) || label.length < 4)) return codeOf(rest);
  return null;
}

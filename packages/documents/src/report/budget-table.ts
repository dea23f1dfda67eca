import { type Money, toMajor } from "@cadre/core";
import {
  CURRENCY,
  LOCAL_CURRENCY,
  type NumberHabit,
  plainTerm,
  readMoney,
  readShare,
} from "../cells/index.ts";
import type { Line } from "./segments.ts";

/** A row of the table of budgets by agency. */
export interface BudgetRow {
  name: string;
  amount: Money | null;
  line: Line;
  /** Whether an amount was expected and not understood. */
  unread: boolean;
}

const BUDGET =
  /total amount|budget|approved|montant total|montant approuve|alloue|allocation|total du projet/;
const OTHER =
  /transfer|received|recu|verse|tranche|spent|expend|commit|depens|engag|disburs|balance|solde|%|pourcent|percent|rate|taux/;
const HEAD =
  /organi[sz]ation|agence|agency|recipient|recipiend|amount|montant|budget|transfer|spent|depens|commit|engag|total|alloc|verse|tranche|received|recu|expend|disburs|balance|solde/;

const AMOUNT_HEAD =
  /amount|montant|budget|transfer|spent|depens|commit|engag|alloc|verse|tranche|received|recu|total|balance|solde|expend|disburs|%/;

const hasDigits = (text: string) => /\d/.test(text);
const isHeadText = (text: string) => !hasDigits(text) && HEAD.test(plainTerm(text)) && text.length < 90;

/** Rows of cells: by their positions, by as many cells as the head has in text, or a line each. */
function rowsOf(lines: readonly Line[]): { cells: string[]; line: Line }[] {
  if (lines.some(({ cell }) => cell != null)) return positionedRows(lines);
  const from = lines.findIndex(({ opensCell, text }) => opensCell && isHeadText(text));
  if (from < 0) return lines.map((line) => ({ cells: [line.text], line }));
  let end = from;
  // Behind the first column heads name amounts: `International Organization for Migration` is a row's name.
  while (end < lines.length && lines[end]?.opensCell && isHeadText(lines[end]?.text ?? "")) {
    if (end > from && !AMOUNT_HEAD.test(plainTerm(lines[end]?.text ?? ""))) break;
    end += 1;
  }
  // `Total` in the first column ends the head where a row of amounts follows it.
  const width = end - from;
  const before = lines.slice(0, from).map((line) => ({ cells: [line.text], line }));
  if (width < 2) return [...before, ...lines.slice(from).map((line) => ({ cells: [line.text], line }))];
  const cells = lines.slice(from).reduce<Line[]>((all, line) => {
    const last = all.at(-1);
    if (!line.opensCell && last !== undefined)
      all[all.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    else all.push(line);
    return all;
  }, []);
  const rows: { cells: string[]; line: Line }[] = [];
  for (let index = 0; index < cells.length; index += width) {
    const row = cells.slice(index, index + width);
    const [first] = row;
    if (first !== undefined) rows.push({ cells: row.map(({ text }) => text), line: first });
  }
  return [...before, ...rows];
}

function positionedRows(lines: readonly Line[]): { cells: string[]; line: Line }[] {
  const rows: { cells: string[]; line: Line }[] = [];
  for (let position = 0; position < lines.length; ) {
    const first = lines[position] as Line;
    const beside = first.cell?.beside.row;
    let end = position + 1;
    while (beside !== undefined && lines[end]?.cell?.beside.row === beside) end += 1;
    const row = lines.slice(position, end);
    const cells = [...new Set(row.map(({ cell }) => cell?.beside.cell))].map((cell) =>
      row.filter((line) => line.cell?.beside.cell === cell),
    );
    const [names = [], ...others] = cells;
    if (cells.length < 2) rows.push(...row.map((line) => ({ cells: [line.text], line })));
    else if (names.length > 1 && others.every((cell) => cell.length === names.length))
      for (const [index, line] of names.entries())
        rows.push({ cells: cells.map((cell) => cell[index]?.text ?? ""), line });
    else rows.push({ cells: cells.map((cell) => cell.map(({ text }) => text).join(" ")), line: first });
    position = end;
  }
  return rows;
}

/** A line cut where its amount begins: at the first sign or digit behind which all is one amount. */
function oneLine(
  text: string,
  habit: NumberHabit,
  several: boolean,
): { name: string; amount: Money | null; unread: boolean } {
  const starts = [...text.matchAll(/US ?\$|[$€]|\bUSD\b|(?<![\d.,]\s?)(?<!\p{L})\d/gu)]
    .map(({ index }) => index)
    .slice(0, 20);
  if (several) {
    // Several amounts on a line, each with its sign: the first is the budget.
    const signed = [...text.matchAll(/US ?\$|[$€]|\bUSD\b/g)].map(({ index }) => index);
    const [first, second] = signed;
    if (first !== undefined && second !== undefined) {
      const amount = readMoney(text.slice(first, second).trim(), habit);
      return { name: text.slice(0, first), amount, unread: amount === null };
    }
    const numbers = text.match(/\d[\d,.]*/g) ?? [];
    const [number] = numbers;
    // Without signs and with spaces within numbers it is not known where the first ends.
    if (number !== undefined && numbers.length > 1) {
      const amount = numbers.every((each) => /^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?$|^\d{4,}$/.test(each))
        ? readMoney(number, habit)
        : null;
      return { name: text.slice(0, text.indexOf(number)), amount, unread: amount === null };
    }
  }
  for (const start of starts) {
    const rest = text.slice(start).replace(/ ?\(\d{1,3}(?:[.,]\d+)? ?%\)$/, "");
    const amount = readMoney(rest, habit);
    if (amount !== null) return { name: text.slice(0, start), amount, unread: false };
  }
  const start = starts[0] ?? -1;
  const name = start < 0 ? text : text.slice(0, start);
  // A sign without digits is the form's own empty line: `Total: $`.
  return { name, amount: null, unread: start >= 0 && hasDigits(text.slice(start)) };
}

/** Reads the lines or rows of the table of budgets; with several columns of amounts, the one whose head names the budget. */
export function readBudgetTable(lines: readonly Line[], habit: NumberHabit): BudgetRow[] {
  const read = readRows(lines, habit);
  // Where amounts have their sign, a small number without one is none: `Gender marker score: 3`.
  const isSigned = ({ line }: BudgetRow) =>
    line.text.split(/[^\p{L}$€£]+/u).some((word) => CURRENCY.test(word) || LOCAL_CURRENCY.test(word));
  const amounts = read.filter(({ amount }) => amount !== null);
  if (amounts.filter(isSigned).length * 2 <= amounts.length) return read;
  return read.map((row) =>
    row.amount !== null && toMajor(row.amount) < 1000 && /\d/.test(row.line.text) && !isSigned(row)
      ? { ...row, amount: null, unread: true }
      : row,
  );
}

function readRows(lines: readonly Line[], habit: NumberHabit): BudgetRow[] {
  const rows = rowsOf(lines);
  let column: number | null = null;
  let several = false;
  return rows.flatMap(({ cells, line }): BudgetRow[] => {
    const isHead =
      cells.every((cell) => !hasDigits(cell)) &&
      cells.some(isHeadText) &&
      !/^\W*(?:grand |sous-?|sub-?)?total\b/i.test(cells[0] ?? "");
    if (isHead && cells.length > 1) {
      const plain = cells.map(plainTerm);
      const candidates = plain.flatMap((text, index) => (index > 0 && !OTHER.test(text) ? [index] : []));
      column = candidates.find((index) => BUDGET.test(plain[index] ?? "")) ?? candidates[0] ?? null;
      return [];
    }
    if (isHead && cells.length === 1) {
      const plain = plainTerm(cells[0] ?? "");
      several = (plain.match(/amount|montant|budget|transfer|spent|depens|verse|engag/g) ?? []).length > 2;
      return [];
    }
    if (cells.length === 1) return [{ ...oneLine(cells[0] ?? "", habit, several), line }];
    const [name = "", ...amounts] = cells;
    const chosen =
      column === null ? amounts.find((text) => hasDigits(text) && readShare(text) === null) : cells[column];
    const text = (chosen ?? "").replace(/ ?\(\d{1,3}(?:[.,]\d+)? ?%\)$/, "");
    const amount = readMoney(text, habit);
    // A row whose amount is beside its name in one cell: `Total: $ 3,000,000`.
    if (amount === null && !hasDigits(text) && hasDigits(name))
      return [{ ...oneLine(name, habit, false), line }];
    return [{ name, amount, line, unread: amount === null && hasDigits(text) }];
  });
}

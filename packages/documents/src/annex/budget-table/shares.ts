import type { Cell } from "../../input/workbook/index.ts";
import { normalise } from "../../template/normalise.ts";
import { perHundred } from "../numbers.ts";

/** A share as a cell has it, before the sheet decides what its numbers mean. */
export type ShareCell =
  | { kind: "blank" }
  /** A fraction: its format or its sign says so. */
  | { kind: "share"; value: number }
  /** A number without a sign: 0.4 or 40. */
  | { kind: "number"; value: number; isText?: true }
  /** A number that its format shows as more than 100 %: 40 typed into a cell for percentages. */
  | { kind: "over"; value: number }
  | { kind: "unreadable"; text: string };

/** What a spreadsheet computes may lie beside the decimal that is meant: 0.30000000000000004. */
export function asDecimal(value: number): number {
  const rounded = Number(value.toPrecision(14));
  return Math.abs(rounded - value) <= 4 * Number.EPSILON * Math.abs(value) ? rounded : value;
}

const NUMBER = /^(\d{1,3}(?:[.,]\d+)?)$/;
const SHARE = /^(\d{1,3}(?:[.,]\d+)?) ?(?:%|per ?cent|pour ?cent)(?: ?[^\d%]*)?$/;
const numberIn = (digits: string) => Number(digits.replace(",", "."));

/** What one cell of a column of shares holds. */
export function shareCell(cell: Cell | undefined): ShareCell {
  if (cell === undefined || cell.kind === "empty") return { kind: "blank" };
  if (cell.kind === "error" || cell.kind === "boolean") return { kind: "unreadable", text: cell.text };
  if (cell.kind === "number") {
    const value = asDecimal(cell.number);
    if (cell.format !== "percent") return { kind: "number", value };
    return value <= 1 ? { kind: "share", value } : { kind: "over", value };
  }
  const text = normalise(cell.text);
  if (text === "" || /^[-–—]$/.test(text)) return { kind: "blank" };
  const plain = NUMBER.exec(text);
  if (plain !== null) return { kind: "number", value: numberIn(plain[1] ?? ""), isText: true };
  const share = SHARE.exec(text);
  if (share === null) return { kind: "unreadable", text: cell.text.trim() };
  const value = perHundred(numberIn(share[1] ?? ""));
  return value <= 1 ? { kind: "share", value } : { kind: "unreadable", text: cell.text.trim() };
}

/** How the numbers of a column are meant: as fractions, in per cent, or nobody can say. */
export type Scale = "fraction" | "percent" | "unknown";

/** A block of rows with the sum that the sheet itself computes of its shares. */
export interface ShareSum {
  sum: number;
  rows: { amount: number; share: ShareCell }[];
}

/**
 * How a column's numbers are meant, by the sheet's own sums first (Σ amount × share), then by their neighbours: all between 0 and 1, or
 * all above 1.
 */
export function scaleOf(cells: readonly ShareCell[], sums: readonly ShareSum[]): Scale {
  const bySum = new Set(sums.flatMap(({ sum, rows }) => scaleOfSum(sum, rows) ?? []));
  if (bySum.size === 1) return [...bySum][0] ?? "unknown";
  const numbers = cells.flatMap((cell) => (cell.kind === "number" && cell.value !== 0 ? [cell.value] : []));
  if (numbers.length === 0) return "fraction";
  if (numbers.every((value) => value > 1)) return "percent";
  if (numbers.every((value) => value <= 1) && numbers.some((value) => value < 1)) return "fraction";
  // In per cent, with a 1 among numbers that can only be per cent.
  if (
    numbers.every((value) => value >= 1) &&
    numbers.every(Number.isInteger) &&
    numbers.some((value) => value > 1)
  )
    return "percent";
  return "unknown";
}

function scaleOfSum(sum: number, rows: ShareSum["rows"]): "fraction" | "percent" | null {
  const numbers = rows.filter(({ share, amount }) => share.kind === "number" && share.value * amount !== 0);
  if (numbers.length === 0) return null;
  const computed = (scale: number) =>
    rows.reduce(
      (total, { amount, share }) =>
        total +
        (share.kind === "share"
          ? amount * share.value
          : share.kind === "number"
            ? (amount * share.value) / scale
            : 0),
      0,
    );
  const near = (value: number) => Math.abs(value - sum) <= 0.02 + Math.abs(sum) * 1e-9;
  // Texts such as 35% are left out of a spreadsheet's sum.
  const ofNumbers = (scale: number) =>
    numbers.reduce(
      (total, { amount, share }) =>
        total + (share.kind === "number" && !share.isText ? (amount * share.value) / scale : 0),
      0,
    );
  if (near(computed(1)) || near(ofNumbers(1))) return "fraction";
  return near(computed(100)) || near(ofNumbers(100)) ? "percent" : null;
}

/** The share that a cell says under a scale; `null`: unknown, with the reason. */
export function shareUnder(
  cell: ShareCell,
  scale: Scale,
): { share: number | null; problem: "unreadable" | "ambiguous" | "rescaled" | "over" | null } {
  if (cell.kind === "blank") return { share: null, problem: null };
  if (cell.kind === "unreadable") return { share: null, problem: "unreadable" };
  const { value } = cell;
  if (value < 0) return { share: null, problem: "over" };
  if (cell.kind === "share" || value === 0) return { share: value, problem: null };
  if (cell.kind === "over") return rescaled(value);
  if (scale === "percent")
    return value > 100 ? { share: null, problem: "over" } : { share: perHundred(value), problem: null };
  if (scale === "fraction" && value <= 1) return { share: value, problem: null };
  return rescaled(value);
}

/** A fraction of more than 1 is not a share: such a number is in per cent. Just above 1 it may be a slip of either kind. */
function rescaled(value: number): ReturnType<typeof shareUnder> {
  if (value > 100) return { share: null, problem: "over" };
  return value >= 2
    ? { share: perHundred(value), problem: "rescaled" }
    : { share: null, problem: "ambiguous" };
}

import { type Breakdown, sumDecimals } from "@cadre/core";
import { CELL_LEXICON, type CellLexicon, isGroup, plainTerm, sexOf } from "./lexicon.ts";
import type { NumberHabit } from "./number.ts";
import { qualifierAt, scanQuantity } from "./quantity.ts";

/** One item of a list of parts. */
export interface Item {
  label: string;
  value: number;
  percent: boolean;
  /** `at least 30% women`. */
  atLeast: boolean;
  /** Opened by a term of its own: `104 women, 94 men, of whom 83 youth`. */
  subset: boolean;
}

/** How a list was opened: as a partition (`soit`), as groups that may overlap (`dont`), or by no term. */
export type Opening = "partition" | "subsets" | "none";

/** Takes an opening term off the front of a list: `soit 140 …` → partition. */
export function openingOf(
  list: string,
  lexicon: CellLexicon = CELL_LEXICON,
): { opening: Opening; list: string } {
  const text = list.trimStart();
  const plain = plainTerm(text.slice(0, 40));
  for (const opening of ["partition", "subsets"] as const) {
    const term = lexicon[opening].find(
      (each) => plain.startsWith(`${each} `) || plain.startsWith(`${each}: `),
    );
    if (term !== undefined) return { opening, list: text.slice(term.length).replace(/^[: ]+/, "") };
  }
  return { opening: "none", list: text };
}

const AND = /^ (?:et|and|&) /;

/**
 * Cuts a list at its separators where the next piece is an item of its own: behind `;` and line breaks always, behind a comma, a dash or
 * `and` only where the piece starts with a number (or, in a list of labels first, holds a label and its number). One pass.
 */
function piecesOf(list: string, labelsFirst: boolean): string[] {
  const pieces: string[] = [];
  let from = 0;
  const startsItem = (index: number) => {
    const rest = openingOf(list.slice(index, index + 80)).list;
    if (!labelsFirst) return /^(?:[+-]?\d|[≥≤<>~]|\$)/.test(rest) || qualifierAt(rest) !== null;
    return /^[^\d,;:]{1,50}[:=–-]? ?\d/.test(rest);
  };
  for (let index = 0; index < list.length; index += 1) {
    const sign = list[index] ?? "";
    const digits = /\d/.test(list[index - 1] ?? "") && /\d/.test(list[index + 1] ?? "");
    const and = sign === " " ? AND.exec(list.slice(index, index + 5)) : null;
    let width = 0;
    if (sign === ";" || sign === "•") width = 1;
    else if ((sign === "," || sign === "/" || sign === "|") && !digits && startsItem(index + 1)) width = 1;
    else if ((sign === "–" || sign === "—") && startsItem(index + 1)) width = 1;
    else if (sign === "-" && list[index - 1] === " " && startsItem(index + 1)) width = 1;
    else if (and !== null && startsItem(index + and[0].length)) width = and[0].length;
    if (width === 0) continue;
    pieces.push(list.slice(from, index));
    from = index + width;
    index = from - 1;
  }
  pieces.push(list.slice(from));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** `2020: 5`: years are labels, and no counts. */
const YEAR_LABEL = /^(?:19|20)\d\d ?:/;

const strip = (label: string) =>
  label
    .replace(/^\s*(?:de |d['’]|of (?!them|whom))/i, "")
    .replace(/^[\s:=–-]+|[\s:=,;.–-]+$/g, "")
    .trim();

function itemOf(piece: string, labelsFirst: boolean, habit: NumberHabit): Item | null {
  if (labelsFirst) {
    const index = piece.search(/(?<![\p{L}\p{N}])(?:[$€£]|\d)/u);
    // The last number is the item's, so that a label such as `18-35 ans : 40` keeps its own.
    const colon = piece.lastIndexOf(":");
    const from = colon >= 0 && /\d/.test(piece.slice(colon)) ? colon + 1 : index;
    if (from < 0) return null;
    const rest = piece.slice(from).trimStart();
    const quantity = scanQuantity(rest, 0, habit);
    if (quantity === null || quantity === "ambiguous") return null;
    const behind = rest.slice(quantity.end).trim();
    const label = strip(piece.slice(0, from));
    // Without a sign between them only a group's label is before its number: `voir annexe 3` is no part.
    const parted = /[:=–-]\s*$/.test(piece.slice(0, from));
    // A label that holds a number and a sign of its own is two items: `M: 46%,  : 40%`.
    if (label === "" || /\d/.test(behind) || /\d.*[,;%]|:.*\d/.test(label)) return null;
    if (!parted && !isGroup(label)) return null;
    return { label, value: quantity.value, percent: quantity.percent, atLeast: false, subset: false };
  }
  const { opening, list: item } = openingOf(piece);
  const qualifier = qualifierAt(item);
  if (qualifier !== null && qualifier.qualifier !== "at-least") return null;
  const rest = item.slice(qualifier?.length ?? 0);
  const quantity = scanQuantity(rest, 0, habit);
  if (quantity === null || quantity === "ambiguous") return null;
  const label = strip(rest.slice(quantity.end).replace(/^ ?(?:of (?:them|whom)|d'entre eux) /i, ""));
  return {
    label,
    value: quantity.value,
    percent: quantity.percent,
    atLeast: qualifier !== null,
    subset: opening === "subsets",
  };
}

/** The items of a list, `number label` or `label: number`; `null` where it is no such list as a whole. */
export function itemsOf(list: string, habit: NumberHabit): Item[] | null {
  const labelsFirst = (/^\p{L}/u.test(list) && qualifierAt(list) === null) || YEAR_LABEL.test(list);
  const pieces = piecesOf(list, labelsFirst);
  if (pieces.length > 60) return null;
  const items = pieces.map((piece) => itemOf(piece, labelsFirst, habit));
  return items.every((item) => item !== null) ? (items as Item[]) : null;
}

/** What a breakdown says of a total, and whether everything of its list was understood. */
export interface ReadBreakdown {
  breakdown: Breakdown | null;
  understood: boolean;
}

/** The counts that a share of a total allows, the share being rounded to its last digit. */
function countsFor(share: Item, total: number, decimals: number): { low?: number; high?: number } {
  if (!Number.isInteger(total) || total < 0) return {};
  const half = 0.5 / 10 ** decimals;
  const low = Math.max(0, Math.ceil(((share.value - (share.atLeast ? 0 : half)) * total) / 100 - 1e-9));
  if (share.atLeast) return { low };
  return { low, high: Math.min(total, Math.floor(((share.value + half) * total) / 100 + 1e-9)) };
}

const decimalsIn = (value: number) => String(value).split(".")[1]?.length ?? 0;
/** A fraction from a percentage, by its digits. */
const fractionOf = (percent: number) => Number(`${percent}e-2`);

/**
 * Reads a breakdown of `total`. A list without an opening term is taken for a partition where it adds up exactly, or names both sexes. Values per
 * something (`70 par commune`) are rates; percentages of a count are shares; percentages of a percentage are levels of groups.
 */
export function readBreakdown(
  text: string,
  total: { value: number; percent: boolean },
  habit: NumberHabit,
  lexicon: CellLexicon = CELL_LEXICON,
): ReadBreakdown {
  const { opening, list } = openingOf(text, lexicon);
  const items = itemsOf(list, habit);
  if (items === null) return { breakdown: null, understood: false };
  const rates: NonNullable<Breakdown["rates"]> = [];
  const shares: NonNullable<Breakdown["shares"]> = [];
  const parts: Breakdown["parts"] = [];
  let understood = true;
  for (const item of items) {
    const { label, value, percent } = item;
    const plain = plainTerm(label);
    const per = lexicon.perTerms.find((term) => plain.startsWith(`${term} `));
    if (per !== undefined && !percent) {
      rates.push({ value, per: label.slice(per.length + 1) });
      // A percentage without a group is a share or a change of the number itself, and no part: `6 (100%)`, `19 (44% reduction)`.
    } else if (percent && !total.percent) {
      if (isGroup(label) && value <= 100 && value >= 0)
        shares.push({ label, share: fractionOf(value), ...countsFor(item, total.value, decimalsIn(value)) });
    } else if (!percent && total.percent) {
      // A count beside a share: `30% (120 youth)`. `25% (2318)` is neither that nor a year.
      // Beside the shares of other groups it lacks its sign: `M: 46%, F: 40`.
      if (label === "" ? value >= 1000 && value < 10_000 : items.some((each) => each.percent))
        understood = false;
    } else if (label === "") understood = false;
    else if (item.atLeast) understood = false;
    else parts.push({ label, value });
  }
  if (parts.length + rates.length + shares.length === 0) return { breakdown: null, understood };
  const sum = sumDecimals(parts.map(({ value }) => value));
  const partition =
    !total.percent &&
    parts.length > 0 &&
    !items.some(({ subset }) => subset) &&
    (opening === "partition" ||
      (opening === "none" && (sum === total.value || isSexPair(parts.map(({ label }) => label)))));
  return {
    breakdown: {
      partition,
      parts,
      ...(rates.length > 0 && { rates }),
      ...(shares.length > 0 && { shares }),
    },
    understood,
  };
}

/** Whether the labels are both sexes: a complete partition by itself. */
export const isSexPair = (labels: readonly string[]): boolean =>
  labels.length === 2 &&
  labels.some((label) => sexOf(label) === "women") &&
  labels.some((label) => sexOf(label) === "men");

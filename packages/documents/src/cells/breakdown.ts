import type { Breakdown } from "@cadre/core";
import { scanNumber } from "./number.ts";

/** The words that open a breakdown, by language; data of the template grammar. */
export interface BreakdownWords {
  /** Open a partition, whose parts add up: `soit`. */
  partition: string[];
  /** Open groups that may overlap: `dont`. */
  subsets: string[];
  /** Stand between a figure and what it is per: `par`. */
  per: string[];
  /** Stand between the last two parts: `et`. */
  and: string[];
  /** The sign between groups of three digits, where the language's hand is known to use no other; `null` where it may be a decimal sign. */
  grouping: "," | null;
}

interface Item {
  value: number;
  label: string;
}

/**
 * Where the items' numbers may begin: at the start, behind a separating sign, behind a word for *and*. Expects folded text, so that
 * what stands before a number is at most one space away. One pass.
 */
function startsOf(list: string, words: BreakdownWords): { at: number; labelEnd: number }[] {
  const starts: { at: number; labelEnd: number }[] = [];
  for (const { index } of list.matchAll(/(?<!\d)\d/g)) {
    const before = list[index - 1] === " " ? index - 1 : index;
    const and = words.and.find((word) => list.startsWith(` ${word}`, before - word.length - 1));
    if (before === 0) starts.push({ at: index, labelEnd: 0 });
    else if (",;–—".includes(list[before - 1] ?? "")) starts.push({ at: index, labelEnd: before - 1 });
    else if (list.startsWith(" -", before - 2)) starts.push({ at: index, labelEnd: before - 2 });
    else if (and !== undefined && before < index)
      starts.push({ at: index, labelEnd: before - and.length - 1 });
  }
  return starts;
}

/** A list of `number label` items; `null` where it is none, so that the caller keeps the whole as text. */
function items(list: string, words: BreakdownWords): Item[] | null {
  const starts = startsOf(list, words);
  if (starts[0]?.at !== 0) return null;
  const numbers: { at: number; value: number; end: number; labelEnd: number }[] = [];
  for (const { at, labelEnd } of starts) {
    // A number such as 12,5 looks like two starts; the second lies inside of the first.
    if (at < (numbers.at(-1)?.end ?? 0)) continue;
    const number = scanNumber(list, at, words.grouping);
    if (number === null || number === "ambiguous") return null;
    numbers.push({ at, labelEnd, value: number.value, end: number.end });
  }
  const found = numbers.map(({ value, end }, index) => ({
    value,
    label: list.slice(end, numbers[index + 1]?.labelEnd ?? list.length).trim(),
  }));
  return found.every(({ label }) => label !== "") ? found : null;
}

/** How a breakdown was opened. */
export type Opening = "partition" | "subsets" | "none";

/** Takes an opening word off the front of a list: `soit 140 …` → partition. */
export function openingOf(list: string, words: BreakdownWords): { opening: Opening; list: string } {
  const text = list.trimStart();
  for (const opening of ["partition", "subsets"] as const) {
    const word = words[opening].find((candidate) => text.toLowerCase().startsWith(`${candidate} `));
    if (word !== undefined) return { opening, list: text.slice(word.length + 1).trimStart() };
  }
  return { opening: "none", list: text };
}

/**
 * Reads a breakdown of `total`. A list without an opening word is taken for a partition only where it adds up exactly. Values per
 * something (`70 par commune`) are rates, not parts. `null` where it cannot be read whole.
 */
export function readBreakdown(text: string, total: number, words: BreakdownWords): Breakdown | null {
  const { opening, list } = openingOf(text, words);
  const read = items(list, words);
  if (read === null) return null;
  const perOf = (label: string) => words.per.find((word) => label.startsWith(`${word} `));
  const rates = read.flatMap(({ value, label }) => {
    const per = perOf(label);
    return per === undefined ? [] : [{ value, per: label.slice(per.length + 1) }];
  });
  const parts = read
    .filter(({ label }) => perOf(label) === undefined)
    .map(({ label, value }) => ({ label, value }));
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const partition = opening === "partition" || (opening === "none" && sum === total);
  return rates.length > 0 ? { partition, parts, rates } : { partition, parts };
}

import type { Breakdown, Language, ReportedValue } from "@cadre/core";
import { type CellWords, readFigure } from "../cells/reported-value.ts";

/** The text of a value in a table cell, and whether it reads back as the same value. */
export interface ValueText {
  text: string;
  whole: boolean;
}

/**
 * A number as cells write it, so that it is read as that number: a decimal comma in French; never three decimals, which could be
 * thousands (`9,937` becomes `9,9370`). Thousands stand apart in French; English has a comma there, which is ambiguous, so it has none.
 */
export function numberText(value: number, language: Language): string {
  const plain = String(value);
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return plain;
  const [whole = "", decimals = ""] = plain.split(".");
  const grouped =
    language === "fr" && whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, "\u00a0") : whole;
  if (decimals === "") return grouped;
  return `${grouped}${language === "fr" ? "," : "."}${decimals.length === 3 ? `${decimals}0` : decimals}`;
}

function breakdownText(
  { partition, parts, rates = [] }: Breakdown,
  words: CellWords,
  language: Language,
): string {
  const opening = (partition ? words.partition : words.subsets)[0] ?? "";
  const items = [
    ...parts.map(({ value, label }) => `${numberText(value, language)} ${label}`),
    ...rates.map(({ value, per }) => `${numberText(value, language)} ${words.per[0] ?? ""} ${per}`),
  ];
  return ` (${opening} ${items.join(", ")})`;
}

function composed({ value, breakdown }: ReportedValue, words: CellWords, language: Language): string {
  if (value.kind === "none") return "-";
  if (value.kind === "text") return value.text;
  if (value.kind === "tbd") return value.note === undefined ? "Tbd" : `Tbd (${value.note})`;
  const unit = value.unit === undefined ? "" : value.unit === "%" ? " %" : ` ${value.unit}`;
  const parts = breakdown === undefined ? "" : breakdownText(breakdown, words, language);
  const { value: number, low, high } = value;
  const stated =
    number === null
      ? [low, high].map((end) => (end === undefined ? "" : numberText(end, language))).join("-")
      : numberText(number, language);
  return `${stated}${unit}${parts}`;
}

const same = (read: ReportedValue, figure: ReportedValue) => {
  const plain = ({ value, breakdown }: ReportedValue) => JSON.stringify([value, breakdown ?? null]);
  return plain(read) === plain(figure);
};

/**
 * The text of a value: as it was written where that still reads as the same value, otherwise composed. What cannot be said so that it is read back
 * (a negative number, a label with a number in it) has `whole: false`.
 */
export function valueText(figure: ReportedValue, words: CellWords, language: Language): ValueText {
  const { raw } = figure;
  if (raw !== undefined && same(readFigure(raw, words).figure, figure)) return { text: raw, whole: true };
  const text = composed(figure, words, language);
  return { text, whole: same(readFigure(text, words).figure, figure) };
}

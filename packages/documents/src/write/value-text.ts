import type {
  Breakdown,
  Indicator,
  Language,
  Qualifier,
  ReportedValue,
  Value,
  ValueColumn,
} from "@cadre/core";
import { ENGLISH_HABIT, FRENCH_HABIT, type NumberHabit, readValue, settleRow } from "../cells/index.ts";

/** The text of a value in a table cell, and whether it reads back as the same value. */
export interface ValueText {
  text: string;
  whole: boolean;
}

interface Terms {
  habit: NumberHabit;
  qualifiers: Record<Exclude<Qualifier, "change">, string>;
  change: { up: string; down: string };
  none: Record<"not-applicable" | "not-started" | "no-data" | "suppressed", string>;
  partition: string;
  subsets: string;
  per: string;
}
const TERMS: Record<Language, Terms> = {
  en: {
    habit: ENGLISH_HABIT,
    qualifiers: {
      "at-least": "at least ",
      "at-most": "at most ",
      "more-than": "more than ",
      "less-than": "less than ",
      about: "about ",
    },
    change: { up: "increase by ", down: "reduction by " },
    none: {
      "not-applicable": "N/A",
      "not-started": "Not started",
      "no-data": "No data",
      suppressed: "Withheld",
    },
    partition: "i.e.",
    subsets: "including",
    per: "per",
  },
  fr: {
    habit: FRENCH_HABIT,
    qualifiers: {
      "at-least": "au moins ",
      "at-most": "au plus ",
      "more-than": "plus de ",
      "less-than": "moins de ",
      about: "environ ",
    },
    change: { up: "augmentation de ", down: "réduction de " },
    none: {
      "not-applicable": "s.o.",
      "not-started": "Non démarré",
      "no-data": "Pas de données",
      suppressed: "Masqué",
    },
    partition: "soit",
    subsets: "dont",
    per: "par",
  },
};

/**
 * A number as cells write it, so that it is read as that number: a decimal comma in French; never three decimals, which could be
 * thousands (`9,937` becomes `9,9370`). Thousands are separated in French; English has a comma there, which is ambiguous, so it has none.
 */
export function numberText(value: number, language: Language): string {
  const plain = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return plain;
  const [whole = "", decimals = ""] = plain.split(".");
  const grouped =
    language === "fr" && whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, "\u00a0") : whole;
  if (decimals === "") return grouped;
  return `${grouped}${language === "fr" ? "," : "."}${decimals.length === 3 ? `${decimals}0` : decimals}`;
}

function breakdownText(
  { partition, parts, rates = [], shares = [], suppressed = [] }: Breakdown,
  percent: boolean,
  language: Language,
): string {
  const terms = TERMS[language];
  const sign = percent ? " %" : "";
  const items = [
    ...parts.map(({ value, label }) => `${numberText(value, language)}${sign} ${label}`),
    ...rates.map(({ value, per }) => `${numberText(value, language)} ${terms.per} ${per}`),
    ...shares.map(({ label, share, low, high }) => {
      const atLeast = low !== undefined && high === undefined ? terms.qualifiers["at-least"] : "";
      return `${atLeast}${numberText(Number(`${share}e2`), language)} % ${label}`;
    }),
    ...suppressed.map((label) => `${label}: ${terms.none.suppressed}`),
  ];
  const opening = parts.length === 0 ? "" : `${partition ? terms.partition : terms.subsets} `;
  return ` (${opening}${items.join(", ")})`;
}

function numberPart(value: Extract<Value, { kind: "number" }>, language: Language): string {
  const terms = TERMS[language];
  const number = (each: number) => numberText(each, language);
  const unit = value.unit === undefined ? "" : ` ${value.unit}`;
  const { qualifier, low, high, numerator, denominator } = value;
  const fraction =
    numerator === undefined || denominator === undefined
      ? null
      : `${number(numerator)}/${number(denominator)}`;
  if (value.quantities !== undefined)
    return value.quantities
      .map((each) => `${number(each.value)}${each.unit === undefined ? "" : ` ${each.unit}`}`)
      .join("; ");
  if (value.value === null) {
    if (fraction !== null) return `${fraction}${value.unit === "%" ? "" : unit}`;
    return `${[low, high].map((end) => (end === undefined ? "" : number(end))).join("-")}${unit}`;
  }
  if (fraction !== null && value.value === numerator) return `${fraction}${unit}`;
  const behind = fraction === null ? "" : ` (${fraction})`;
  if (qualifier === "change")
    return `${value.value < 0 ? terms.change.down : terms.change.up}${number(Math.abs(value.value))}${unit}${behind}`;
  return `${qualifier === undefined ? "" : terms.qualifiers[qualifier]}${number(value.value)}${unit}${behind}`;
}

function composed({ value, breakdown }: ReportedValue, language: Language): string {
  if (value.kind === "none") return value.because === undefined ? "-" : TERMS[language].none[value.because];
  if (value.kind === "text") return value.text;
  if (value.kind === "tbd") return value.note === undefined ? "Tbd" : `Tbd (${value.note})`;
  const on = value.on === undefined ? "" : ` (${value.on})`;
  const parts = breakdown === undefined ? "" : breakdownText(breakdown, value.unit === "%", language);
  return `${numberPart(value, language)}${on}${parts}`;
}

const plainJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
const same = (read: ReportedValue, reported: ReportedValue) =>
  plainJson([read.value, read.breakdown ?? null]) === plainJson([reported.value, reported.breakdown ?? null]);

/** The row that a value belongs to: it decides what a fraction counts. */
export interface ValueRow {
  indicator: Indicator;
  column: ValueColumn;
}

/**
 * The text of a value: as it was written where that still reads as the same value, otherwise composed. What cannot be said so that it is read back
 * (a label with a number in it) has `whole: false`.
 */
export function valueText(
  reported: ReportedValue,
  language: Language,
  { row, habit = TERMS[language].habit }: { row?: ValueRow; habit?: NumberHabit } = {},
): ValueText {
  const readsAs = (text: string): boolean => {
    const indicator = row?.indicator;
    const read = readValue(text, { habit, ...(indicator && { indicator: indicator.text }) }).reported;
    if (indicator === undefined || row === undefined) return same(read, reported);
    const { baseline, target, milestone, actual } = indicator;
    const values = { baseline, target, milestone, actual, [row.column]: read };
    return same(settleRow(values, indicator.text)[row.column], reported);
  };
  const { raw } = reported;
  if (raw !== undefined && readsAs(raw)) return { text: raw, whole: true };
  const text = composed(reported, language);
  return { text, whole: readsAs(text) };
}

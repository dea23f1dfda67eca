import { boundsOf, numberOf, type Qualifier, type ReportedValue, type Value, valueState } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { excerpt } from "../../reading.ts";
import type { Data } from "../spec.ts";
import type { periodValue } from "../vocabulary-result.ts";
import type { Losses } from "./notices.ts";

/** A target or an actual, or the part of a baseline that is one. */
export type PeriodValue = Data<typeof periodValue>;

/** Names of the dimension of a part of a reported value: parts of a partition, or groups that may overlap. */
const PART = "part";
const GROUP = "group";
/** Words for a value, or for parts of one, that are withheld to protect people. */
const WITHHELD = "Withheld to protect people";

/** What is written for a value that is to be determined. */
export const TBD = { en: "To be determined", fr: "À déterminer" };

export const narratives = (text: string) => ({ narrative: [{ text }] });
/** The first text of an element with narratives. */
export const textOf = (holder: { narrative?: { text: string }[] } | undefined): string =>
  holder?.narrative?.[0]?.text ?? "";

const DECIMAL = new Intl.NumberFormat("en", {
  ...{ useGrouping: false, maximumSignificantDigits: 21, signDisplay: "negative" },
});
/** A number as the standard writes it: digits, without an exponent. */
export const decimalText = (value: number): string => DECIMAL.format(value);

type NumberValue = Extract<Value, { kind: "number" }>;

/** The standard has no element for how a number is meant: a comment says it, in these words. */
const QUALIFIERS = {
  "at-least": "At least",
  "more-than": "More than",
  "at-most": "At most",
  "less-than": "Less than",
  about: "About",
  change: "Change of",
} satisfies Record<Qualifier, string>;

/** The words for a number that is not exact, as {@link qualifiedIn} reads them. */
function qualifiedText({ value, qualifier, low, high, ...forms }: NumberValue): string {
  if (value !== null && qualifier !== undefined) return `${QUALIFIERS[qualifier]} ${decimalText(value)}`;
  if (low !== undefined && high !== undefined) return `${decimalText(low)} to ${decimalText(high)}`;
  if (low !== undefined) return `${QUALIFIERS["at-least"]} ${decimalText(low)}`;
  if (high !== undefined) return `${QUALIFIERS["at-most"]} ${decimalText(high)}`;
  if (forms.numerator !== undefined) return `${forms.numerator}/${forms.denominator ?? "?"}`;
  return (forms.quantities ?? []).map((each) => `${each.value} ${each.unit ?? ""}`.trim()).join(", ");
}

/** Words for a number that is exact and must not be added up with those beside it: see `addableRows`. */
const EXACTLY = "Exactly";

const NUMBER = String.raw`([+-]?\d+(?:\.\d+)?)`;
const RANGE = new RegExp(`^${NUMBER} to ${NUMBER}$`);
const QUALIFIED = new RegExp(`^(${[...Object.values(QUALIFIERS), EXACTLY].join("|")}) ${NUMBER}$`);

/** The number that a comment in our words says; `null` for any other comment. */
export function qualifiedIn(comment: string): NumberValue | null {
  const [, low, high] = RANGE.exec(comment) ?? [];
  if (low !== undefined && high !== undefined && Number(low) <= Number(high))
    return { kind: "number", value: null, low: Number(low), high: Number(high) };
  const [, words, number] = QUALIFIED.exec(comment) ?? [];
  if (number === undefined) return null;
  const value = Number(number);
  const qualifier = (Object.keys(QUALIFIERS) as Qualifier[]).find((each) => QUALIFIERS[each] === words);
  return {
    ...{ kind: "number", value, ...(qualifier !== undefined && { qualifier }) },
    ...((qualifier === "at-least" || qualifier === "more-than") && { low: value }),
    ...((qualifier === "at-most" || qualifier === "less-than") && { high: value }),
  };
}

/** The number that a value states exactly; `null` of any other. */
export function exactOf(value: Value): number | null {
  const bounds = boundsOf(value);
  return bounds !== null && bounds.low === bounds.high ? bounds.low : null;
}

/**
 * A value as an element. What is not an exact number has no `value`, so that nobody adds it up as one: a comment says what it is. Of an
 * approximation both are given.
 */
export function valueData(value: Value): PeriodValue | null {
  if (valueState(value) === "suppressed") return { comment: narratives(WITHHELD) };
  if (value.kind === "none") return null;
  if (value.kind === "number") {
    const exact = exactOf(value);
    if (exact !== null) return { value: decimalText(exact) };
    const comment = narratives(qualifiedText(value));
    return value.qualifier === "about" && value.value !== null
      ? { value: decimalText(value.value), comment }
      : { comment };
  }
  if (value.kind === "text") return { comment: narratives(value.text) };
  return { comment: narratives(value.note === undefined ? TBD.en : `${TBD.en}: ${value.note}`) };
}

/** What is known of a value that is not exact, as an element without a `value`. */
export const limitsData = ({ low, high }: { low: number; high: number | null }): PeriodValue => ({
  comment: narratives(
    // Of parts that contradict their total the lower limit is what the parts say.
    qualifiedText({ kind: "number", value: null, low, ...(high !== null && high >= low && { high }) }),
  ),
});

/** An exact number as an element without a `value`, for those beside whom one is not known. */
export const exactlyData = (value: number): PeriodValue => ({
  comment: narratives(`${EXACTLY} ${decimalText(value)}`),
});

/** The dimensions of a part of a reported value, by its label. */
export function dimensionsOf(label: string, partition: boolean): { name: string; value: string }[] {
  return [{ name: partition ? PART : GROUP, value: label }];
}

/** A reported value and its parts, as elements of a period. Nothing reported is no element. */
export function valueElements(
  { value, breakdown }: ReportedValue,
  path: string,
  percent: boolean,
  { lose, loseEach }: Losses,
): PeriodValue[] {
  const own = valueData(value);
  const whole =
    breakdown?.suppressed === undefined
      ? own
      : { ...own, comment: narratives(`${WITHHELD}: ${breakdown.suppressed.join(", ")}`) };
  if (value.kind === "number" && value.unit !== undefined && !(percent && value.unit === "%"))
    lose(path, message(en.noUnit, fr.noUnit, value.unit), value.unit);
  if (value.kind === "number" && (value.numerator !== undefined || value.quantities !== undefined))
    lose(path, message(en.noFractions, fr.noFractions));
  loseEach({ [`${path}/breakdown/rates`]: breakdown?.rates?.[0] });
  return [
    ...(whole === null ? [] : [whole]),
    ...(breakdown?.parts ?? []).map(
      (part): PeriodValue => ({
        value: decimalText(part.value),
        dimension: dimensionsOf(part.label, breakdown?.partition === true),
      }),
    ),
  ];
}

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const EXPONENT = /^[+-]?(\d+(\.\d*)?|\.\d+)e[+-]?\d{1,3}$/i;
/** Thousands that can be nothing else: two groups or more, or a group and decimals after another sign. */
const COMMAS = /^[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?$|^[+-]?\d{1,3}(,\d{3})+\.\d+$/;
const POINTS = /^[+-]?\d{1,3}(\.\d{3}){2,}(,\d+)?$|^[+-]?\d{1,3}(\.\d{3})+,\d+$/;
const SPACES = /^[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?$/;

/** A thousand and more as some countries write it, or a number with decimals that no program writes. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}\.\d\d0$/;

/**
 * The number that a text says, `null` where it says none or could say two: `1,000` and `1.000` are a thousand here and one elsewhere. `plain`: as the
 * standard wants it.
 */
export function numberIn(text: string, percent: boolean): { number: number; plain: boolean } | null {
  const trimmed = text.trim();
  const [, before] = percent ? (/^(.*?)[\s\u00a0\u202f]*%$/.exec(trimmed) ?? []) : [];
  const written = before ?? trimmed;
  if (!percent && AMBIGUOUS.test(written)) return null;
  const plain = before === undefined && PLAIN.test(written);
  if (PLAIN.test(written) || EXPONENT.test(written)) {
    const number = Number(written);
    return Number.isFinite(number) ? { number, plain: plain || before !== undefined } : null;
  }
  const digits = COMMAS.test(written)
    ? written.replaceAll(",", "")
    : POINTS.test(written)
      ? written.replaceAll(".", "").replace(",", ".")
      : SPACES.test(written)
        ? written.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".")
        : null;
  return digits === null ? null : { number: Number(digits), plain: false };
}

/** What a target or an actual says: a number, something to be determined, words, or nothing. */
export function valueIn(data: PeriodValue, percent: boolean): Value {
  const text = (data.value ?? "").trim();
  const read = numberIn(text, percent);
  const unit = percent ? { unit: "%" } : {};
  const comment = textOf(data.comment).trim();
  const qualified = qualifiedIn(comment);
  if (read !== null) {
    const about = qualified?.qualifier === "about" && qualified.value === read.number;
    return { kind: "number", value: read.number, ...unit, ...(about && { qualifier: "about" }) };
  }
  if (text === "" && qualified !== null) return { ...qualified, ...unit };
  const written = text === "" ? comment : text;
  const [, note] = new RegExp(`^(?:${TBD.en}|${TBD.fr})(?: ?: (.+))?$`, "s").exec(written) ?? [];
  if (written.startsWith(TBD.en) || written.startsWith(TBD.fr))
    return note === undefined ? { kind: "tbd" } : { kind: "tbd", note };
  if (/^(tbd|tbc)$/i.test(text)) return { kind: "tbd" };
  if (/^(|-|–|n\/a|n\.a\.)$/i.test(text))
    return comment === "" ? { kind: "none" } : { kind: "text", text: comment };
  return { kind: "text", text };
}

/** Whether a value says something that is no number: of a sum it is a part that nobody knows. */
export const isVague = ({ kind }: Value): boolean => kind === "text" || kind === "tbd";

/** The number that each of some elements states; 0 of those that state none. */
export const numbersOf = (elements: readonly PeriodValue[], percent: boolean): number[] =>
  elements.map((each) => numberOf(valueIn(each, percent)) ?? 0);

/** What a value should be, as findings say it. */
export const A_NUMBER = "a number, such as 1000 or 33.5";

/** Says of a value that it is no number as the standard wants it, and what was made of it. */
export function checkValue(data: PeriodValue, percent: boolean, path: string, { warn }: Losses): void {
  if (data.value === undefined) return;
  const read = numberIn(data.value, percent);
  if (read?.plain) return;
  const found = excerpt(data.value);
  const what =
    read === null
      ? message(en.valueNotANumber, fr.valueNotANumber, found)
      : message(en.valueReadAs, fr.valueReadAs, found, decimalText(read.number));
  warn("iati-value-not-a-number", path, what, found, A_NUMBER);
}

/** The label of a part by its dimensions; empty for a total. */
export const labelOf = ({ dimension = [] }: PeriodValue): string =>
  dimension
    .map(({ name = "", value = "" }) => (name === PART || name === GROUP ? value : `${name} = ${value}`))
    .join(", ");

/** Whether the dimensions of some parts say that they exclude one another: only a file that we wrote says so. */
export const isPartition = (parts: readonly PeriodValue[]): boolean =>
  parts.every(({ dimension = [] }) => dimension.every(({ name }) => name === PART));

export const isTotal = ({ dimension = [] }: PeriodValue): boolean => dimension.length === 0;

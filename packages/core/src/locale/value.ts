import type { Qualifier, Value } from "../values/value.ts";
import { formatNumber } from "./format.ts";
import type { Language } from "./language.ts";

const SIGNS: Record<Exclude<Qualifier, "change">, string> = {
  "at-least": "≥ ",
  "at-most": "≤ ",
  "more-than": "> ",
  "less-than": "< ",
  about: "≈ ",
};

/**
 * A number of the indicator table with what makes it honest, without its unit except for the percent sign: `58 %`, `≥ 70 %`, `50–60 %`,
 * `+20 %` for a change, `12/15` where only the fraction is stated.
 */
export function formatValueNumber(
  value: Extract<Value, { kind: "number" }>,
  { language }: { language: Language },
): string {
  const percent = value.unit === "%" ? (language === "fr" ? "\u00a0%" : "%") : "";
  const number = (each: number) => formatNumber(each, { language });
  const { qualifier, low, high, numerator, denominator } = value;
  if (value.value !== null) {
    if (qualifier === "change")
      return `${value.value > 0 ? "+" : ""}${number(value.value)}${percent}`.replace("-", "−");
    return `${qualifier === undefined ? "" : SIGNS[qualifier]}${number(value.value)}${percent}`;
  }
  if (low !== undefined && high !== undefined) return `${number(low)}–${number(high)}${percent}`;
  if (low !== undefined) return `≥ ${number(low)}${percent}`;
  if (high !== undefined) return `≤ ${number(high)}${percent}`;
  return numerator !== undefined && denominator !== undefined
    ? `${number(numerator)}/${number(denominator)}${percent}`
    : "–";
}

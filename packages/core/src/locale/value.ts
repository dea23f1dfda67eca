import type { Qualifier, Value } from "../values/value.ts";
import { formatNumber, percentText } from "./format.ts";
import type { DisplayLanguage } from "./language.ts";

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
  { language }: { language: DisplayLanguage },
): string {
  const number = (each: number) => formatNumber(each, { language });
  const withUnit = (text: string) => (value.unit === "%" ? percentText(text, { language }) : text);
  const { qualifier, low, high, numerator, denominator } = value;
  if (value.value !== null) {
    if (qualifier === "change")
      return `${value.value > 0 ? "+" : ""}${withUnit(number(value.value))}`.replace("-", "−");
    return `${qualifier === undefined ? "" : SIGNS[qualifier]}${withUnit(number(value.value))}`;
  }
  if (low !== undefined && high !== undefined) return withUnit(`${number(low)}–${number(high)}`);
  if (low !== undefined) return `≥ ${withUnit(number(low))}`;
  if (high !== undefined) return `≤ ${withUnit(number(high))}`;
  return numerator !== undefined && denominator !== undefined
    ? withUnit(`${number(numerator)}/${number(denominator)}`)
    : "–";
}

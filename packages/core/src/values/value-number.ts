import type { OpenBounds } from "./interval.ts";
import type { Value } from "./value.ts";

// Apart from the schema, so that a page that shows values need not load it.

/** Nothing: `-`, an empty cell. */
export const NONE: Value = { kind: "none" };

/** A number, with its unit where it has one. */
export function numberValue(value: number, { unit }: { unit?: string | undefined } = {}): Value {
  return unit === undefined ? { kind: "number", value } : { kind: "number", value, unit };
}

/**
 * The level that a value states, its qualifier left aside: `at least 30` → 30. `null` where it states none: a range, a change, or no
 * number at all. Zero is a number.
 */
export function numberOf(value: Value): number | null {
  return value.kind === "number" && value.qualifier !== "change" ? value.value : null;
}

/**
 * The level that a value allows: an exact number gives equal ends, `at least 30` gives 30 and no upper end, `50-60%` gives 50 and 60.
 * `null` where it says nothing of a level: a change, an approximation without a range, or no number.
 */
export function boundsOf(value: Value): OpenBounds | null {
  if (value.kind !== "number" || value.qualifier === "change") return null;
  const { low, high, qualifier } = value;
  if (low !== undefined || high !== undefined) return { low: low ?? null, high: high ?? null };
  if (qualifier === "at-least" || qualifier === "more-than") return { low: value.value, high: null };
  if (qualifier === "at-most" || qualifier === "less-than") return { low: null, high: value.value };
  return qualifier === "about" ? null : { low: value.value, high: value.value };
}

/** Whether a unit is the percent sign or one of its names: `%`, `per cent`, `pour cent`. */
export const isPercentUnit = (unit: string | undefined): boolean =>
  unit !== undefined && /^(?:%|per ?cents?|pour ?cents?|pct)$/i.test(unit.trim());

/** What kind of statement a cell makes; `suppressed` where it is withheld to protect people. */
export type ValueState = Value["kind"] | "suppressed";

/** The kind of a value, what is withheld apart from what was not reported. */
export const valueState = (value: Value): ValueState =>
  value.kind === "none" && value.because === "suppressed" ? "suppressed" : value.kind;

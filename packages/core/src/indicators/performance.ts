import type { Direction, Indicator } from "../document/index.ts";
import type { Value } from "../values/value.ts";
import { numberOf } from "../values/value-number.ts";

/** Why a percentage cannot be given. The first that applies, in this order. */
export type UndefinedReason =
  | "target-tbd"
  | "no-target"
  | "target-not-a-number"
  | "actual-tbd"
  | "no-actual"
  | "actual-not-a-number"
  | "units-differ"
  | "target-zero"
  | "baseline-tbd"
  | "no-baseline"
  | "baseline-not-a-number"
  | "baseline-equals-target";

/** A computed figure, or the reason why there is none. Never zero for unknown, never NaN, never cut off at 1. */
export type Computed = { value: number; reason: null } | { value: null; reason: UndefinedReason };

const undefinedFor = (reason: UndefinedReason): Computed => ({ value: null, reason });

const gap = (column: "target" | "actual" | "baseline", value: Value): UndefinedReason | null => {
  if (value.kind === "number") return null;
  if (value.kind === "tbd") return `${column}-tbd`;
  return value.kind === "none" ? `no-${column}` : `${column}-not-a-number`;
};

/** Percentages and plain numbers of the same quantity cannot be divided by one another; other units are words, not measures. */
const isPercent = (value: Value): boolean => value.kind === "number" && value.unit === "%";

/**
 * Percent of target: actual ÷ target, as a fraction (1.25 is 125 %). Undefined, with its reason, where either is no number or the
 * target is zero.
 */
export function percentOfTarget(indicator: Pick<Indicator, "target" | "actual">): Computed {
  const [target, actual] = [indicator.target.value, indicator.actual.value];
  const missing = gap("target", target) ?? gap("actual", actual);
  if (missing !== null) return undefinedFor(missing);
  const [wanted, reached] = [numberOf(target) ?? 0, numberOf(actual) ?? 0];
  // A bare number in a row of percentages is one written without its sign; only zero is the same in both.
  if (isPercent(target) !== isPercent(actual) && reached !== 0 && wanted !== 0)
    return undefinedFor("units-differ");
  if (wanted === 0) return undefinedFor("target-zero");
  return { value: reached / wanted, reason: null };
}

/**
 * Progress: (actual − baseline) ÷ (target − baseline), as a fraction. It holds for decreasing indicators too; below zero the
 * indicator has moved away from its target.
 */
export function progress(indicator: Pick<Indicator, "baseline" | "target" | "actual">): Computed {
  const { baseline, target, actual } = indicator;
  const missing =
    gap("target", target.value) ?? gap("actual", actual.value) ?? gap("baseline", baseline.value);
  if (missing !== null) return undefinedFor(missing);
  const [from, to, now] = [baseline, target, actual].map((figure) => numberOf(figure.value) ?? 0) as [
    number,
    number,
    number,
  ];
  const percents = [baseline, target, actual].filter((figure) => numberOf(figure.value) !== 0);
  if (
    percents.some((figure) => isPercent(figure.value)) &&
    !percents.every((figure) => isPercent(figure.value))
  ) {
    return undefinedFor("units-differ");
  }
  if (from === to) return undefinedFor("baseline-equals-target");
  return { value: (now - from) / (to - from), reason: null };
}

/** The declared direction, or the one that baseline and target show; `null` where neither tells. */
export function directionOf(
  indicator: Pick<Indicator, "direction" | "baseline" | "target">,
): Direction | null {
  if (indicator.direction !== undefined) return indicator.direction;
  const [from, to] = [numberOf(indicator.baseline.value), numberOf(indicator.target.value)];
  if (from === null || to === null) return null;
  if (from === to) return "maintain";
  return to > from ? "increase" : "decrease";
}

/** An indicator's unit: its own, or the one that its target or its progress is given in. */
export function unitOf(indicator: Indicator): string | null {
  const written = [indicator.target, indicator.actual]
    .map(({ value }) => (value.kind === "number" ? value.unit : undefined))
    .find((unit) => unit !== undefined);
  return indicator.unit ?? written ?? null;
}

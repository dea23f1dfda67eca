import type { Direction, Indicator, Maintain } from "../document/index.ts";
import {
  divideFractions,
  type Fraction,
  fraction,
  quotient,
  subtractFractions,
  toNumber,
} from "../values/fraction.ts";
import type { OpenBounds } from "../values/interval.ts";
import type { Value } from "../values/value.ts";
import { boundsOf, NONE, numberOf, valueState } from "../values/value-number.ts";

/** Why a percentage cannot be given. The first that applies, in this order. `bounds-only`: the value is a range or a limit. */
export type UndefinedReason =
  | "target-tbd"
  | "no-target"
  | "target-not-a-number"
  | "actual-tbd"
  | "no-actual"
  | "suppressed"
  | "actual-not-a-number"
  | "units-differ"
  | "decreasing-indicator"
  | "target-zero"
  | "bounds-only"
  | "baseline-tbd"
  | "no-baseline"
  | "baseline-not-a-number"
  | "baseline-equals-target";

/** A computed number, or the reason why there is none. Never zero for unknown, never NaN, never capped at 1. */
export type Computed =
  | {
      /** The number. */
      value: number;
      reason: null;
    }
  /** `bounds`: what the reported range leaves possible; `null` where an end is open. */
  | {
      value: null;
      /** Why there is no number. */
      reason: UndefinedReason;
      /** What the reported range leaves possible. */
      bounds?: OpenBounds;
    };

/** What the functions of this file need of an indicator. */
export type Goals = Pick<Indicator, "target" | "direction" | "maintain"> &
  Partial<Pick<Indicator, "baseline">>;

const undefinedFor = (reason: UndefinedReason): Computed => ({ value: null, reason });

const gap = (column: "target" | "actual" | "baseline", value: Value): UndefinedReason | null => {
  if (value.kind === "tbd") return `${column}-tbd`;
  if (valueState(value) === "suppressed") return "suppressed";
  if (value.kind === "none") return `no-${column}`;
  if (value.kind === "text") return `${column}-not-a-number`;
  if (column === "actual")
    return boundsOf(value) === null && numberOf(value) === null ? "actual-not-a-number" : null;
  return numberOf(value) === null ? `${column}-not-a-number` : null;
};

const isPercent = (value: Value): boolean => value.kind === "number" && value.unit === "%";

/**
 * Whether some values are percentages and others not. A zero without a sign is zero in both; other units are texts, which cannot be
 * compared.
 */
function unitsDiffer(values: readonly Value[]): boolean {
  const measured = values.filter((value) => numberOf(value) !== 0);
  return measured.some(isPercent) && !measured.every(isPercent);
}

/** The exact level, `null` where the value is a range, a limit or no number. */
export function levelOf(value: Value): number | null {
  const bounds = boundsOf(value);
  if (bounds === null) return numberOf(value);
  return bounds.low !== null && bounds.low === bounds.high ? bounds.low : null;
}

/**
 * The declared direction, or the one that baseline and target show; `null` where neither shows one. An indicator whose baseline equals its
 * target is to be maintained.
 */
export function directionOf(indicator: Goals): Direction | null {
  if (indicator.direction !== undefined) return indicator.direction;
  if (indicator.maintain !== undefined) return "maintain";
  const [baseline, target] = [indicator.baseline?.value ?? NONE, indicator.target.value];
  const [from, to] = [numberOf(baseline), numberOf(target)];
  if (from === null || to === null || unitsDiffer([baseline, target])) return null;
  if (from === to) return "maintain";
  return to > from ? "increase" : "decrease";
}

/**
 * Which way an indicator is maintained; `null` where it is to change. One that only has the same baseline and target, and states nothing, is
 * to be kept at least there; one that is declared to be maintained and states no way is kept within the policy's tolerance.
 */
export function maintainOf(indicator: Goals): Maintain | "within-tolerance" | null {
  if (directionOf(indicator) !== "maintain") return null;
  return indicator.maintain ?? (indicator.direction === undefined ? "at-least" : "within-tolerance");
}

/** Whether less is better: percent of target has no meaning then. */
export const isDecreasing = (indicator: Goals): boolean =>
  directionOf(indicator) === "decrease" || maintainOf(indicator) === "at-most";

/**
 * Percent of target: actual ÷ target, as a fraction (1.25 is 125 %). Undefined, with its reason, where either is no number, less is better,
 * or the target is zero.
 */
export function percentOfTarget(indicator: Goals & Pick<Indicator, "actual">): Computed {
  const [target, actual] = [indicator.target.value, indicator.actual.value];
  const missing = gap("target", target) ?? gap("actual", actual);
  if (missing !== null) return undefinedFor(missing);
  const to = numberOf(target) ?? 0;
  if (to !== 0 && unitsDiffer([target, actual])) return undefinedFor("units-differ");
  if (isDecreasing(indicator)) return undefinedFor("decreasing-indicator");
  if (to === 0) return undefinedFor("target-zero");
  const level = levelOf(actual);
  if (level !== null) return { value: quotient(level, to), reason: null };
  return boundsOnly(actual, (end) => quotient(end, to), to > 0);
}

/** The exact share of the way from one level to another. */
export function shareOfWay(from: number, to: number, level: number): Fraction {
  const start = fraction(from);
  return divideFractions(subtractFractions(fraction(level), start), subtractFractions(fraction(to), start));
}

/**
 * Progress: (actual − baseline) ÷ (target − baseline), as a fraction. It holds for decreasing indicators too; below zero the
 * indicator has moved away from its target.
 */
export function progress(indicator: Pick<Indicator, "baseline" | "target" | "actual">): Computed {
  const [baseline, target, actual] = [
    indicator.baseline.value,
    indicator.target.value,
    indicator.actual.value,
  ];
  const missing = gap("target", target) ?? gap("actual", actual) ?? gap("baseline", baseline);
  if (missing !== null) return undefinedFor(missing);
  if (unitsDiffer([baseline, target, actual])) return undefinedFor("units-differ");
  const [from, to] = [numberOf(baseline) ?? 0, numberOf(target) ?? 0];
  if (from === to) return undefinedFor("baseline-equals-target");
  const share = (level: number) => toNumber(shareOfWay(from, to, level));
  const level = levelOf(actual);
  return level === null ? boundsOnly(actual, share, to > from) : { value: share(level), reason: null };
}

function boundsOnly(actual: Value, share: (level: number) => number, upward: boolean): Computed {
  const { low, high } = boundsOf(actual) ?? { low: null, high: null };
  const [first, last] = upward ? [low, high] : [high, low];
  const at = (end: number | null) => (end === null ? null : share(end));
  return { value: null, reason: "bounds-only", bounds: { low: at(first), high: at(last) } };
}

/** An indicator's unit: its own, or the one that its target or its progress is given in. */
export function unitOf(indicator: Indicator): string | null {
  const written = [indicator.target, indicator.actual]
    .map(({ value }) => (value.kind === "number" ? value.unit : undefined))
    .find((unit) => unit !== undefined);
  return indicator.unit ?? written ?? null;
}

import type { Combination } from "../document/index.ts";
import { exactSum } from "../values/exact-sum.ts";
import { quotient } from "../values/fraction.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { isRatio } from "./plan.ts";
import { RESULT_REASONS, type ResultReason } from "./query.ts";

/**
 * What is known of a value under way, in whole units: between two numbers (one, where they are equal and there is no reason), a numerator
 * with its denominator, a number alone (a score, a level, a quotient), or nothing but a reason, and bounds where there are any.
 */
export type Outcome =
  | { kind: "range"; low: number; high: number; reason: ResultReason | null }
  | { kind: "pair"; numerator: number; denominator: number }
  | { kind: "alone"; value: number }
  | { kind: "none"; reason: ResultReason; bounds: [low: number, high: number] | null };

export const noOutcome = (reason: ResultReason, bounds: [number, number] | null = null): Outcome => ({
  kind: "none",
  reason,
  bounds,
});

/** The first of the reasons in the order of their weight. */
export const weightiest = (reasons: readonly (ResultReason | null)[]): ResultReason | null =>
  RESULT_REASONS.find((reason) => reasons.includes(reason)) ?? null;

export const pointsOf = ({ measure }: Pick<IndicatorDefinition, "measure">): number =>
  measure === "percentage" ? 100 : 1;

/** Divides a pair. */
export function settle(outcome: Outcome, definition: Pick<IndicatorDefinition, "measure">): Outcome {
  if (outcome.kind !== "pair") return outcome;
  if (outcome.denominator === 0) return noOutcome("denominator-zero");
  return { kind: "alone", value: quotient(outcome.numerator * pointsOf(definition), outcome.denominator) };
}

const boundsOf = (outcome: Outcome, definition: IndicatorDefinition): [number, number] | null => {
  if (outcome.kind === "range") return [outcome.low, outcome.high];
  if (outcome.kind === "alone") return [outcome.value, outcome.value];
  if (outcome.kind === "none") return outcome.bounds;
  const settled = settle(outcome, definition);
  return settled.kind === "alone" ? [settled.value, settled.value] : null;
};

/** Both ends of several outcomes; `null` where one of them has none. */
export function hullOf(
  outcomes: readonly Outcome[],
  definition: IndicatorDefinition,
): [number, number] | null {
  const known = outcomes.map((outcome) => boundsOf(outcome, definition));
  const ends = known.filter((bounds) => bounds !== null);
  if (ends.length < known.length || ends.length === 0) return null;
  return [
    ends.reduce((least, [low]) => Math.min(least, low), Number.POSITIVE_INFINITY),
    ends.reduce((most, [, high]) => Math.max(most, high), Number.NEGATIVE_INFINITY),
  ];
}

/** Whether two values are the very same. */
export const sameOutcome = (a: Outcome, b: Outcome): boolean =>
  a.kind === "pair"
    ? b.kind === "pair" && a.numerator === b.numerator && a.denominator === b.denominator
    : a.kind === "alone" && b.kind === "alone" && a.value === b.value;

const total = (numbers: readonly number[]): number =>
  numbers.includes(Number.POSITIVE_INFINITY) ? Number.POSITIVE_INFINITY : exactSum(numbers);

const quotientOf = (sum: number, parts: number): number =>
  Number.isFinite(sum) ? quotient(sum, parts) : sum;

const merge = (numbers: readonly number[], how: Combination): number => {
  if (how === "max")
    return numbers.reduce((highest, each) => Math.max(highest, each), Number.NEGATIVE_INFINITY);
  return how === "average" ? quotientOf(total(numbers), numbers.length) : total(numbers);
};

/** Several outcomes made one. Reasons outweigh numbers; bounds are combined as far as every outcome has them. */
export function combine(
  outcomes: readonly Outcome[],
  how: Combination,
  refusal: ResultReason,
  definition: IndicatorDefinition,
): Outcome {
  const [first] = outcomes;
  if (first === undefined) return noOutcome("no-actual");
  if (outcomes.length === 1) return first;
  if (how === "none") return noOutcome(refusal);
  const each = outcomes.map((outcome) => boundsOf(outcome, definition));
  const known = each.filter((bounds) => bounds !== null);
  const lows = known.map(([low]) => low);
  const highs = known.map(([, high]) => high);
  if (isRatio(definition)) {
    const settled = how === "max" ? outcomes.map((outcome) => settle(outcome, definition)) : outcomes;
    const reason = weightiest(settled.map((outcome) => (outcome.kind === "none" ? outcome.reason : null)));
    if (how === "max")
      return reason === null ? { kind: "alone", value: merge(lows, "max") } : noOutcome(reason);
    // Quotients without a denominator have no weight: the whole is between the smallest and the largest.
    const hull = hullOf(outcomes, definition);
    if (reason !== null) return noOutcome(reason, reason === "denominator-missing" ? hull : null);
    const pairs = outcomes.filter((outcome) => outcome.kind === "pair");
    if (pairs.length < outcomes.length) return noOutcome("denominator-missing", hull);
    return {
      kind: "pair",
      numerator: exactSum(pairs.map(({ numerator }) => numerator)),
      denominator: exactSum(pairs.map(({ denominator }) => denominator)),
    };
  }
  const reason = weightiest(
    outcomes.map((outcome) => (outcome.kind === "none" || outcome.kind === "range" ? outcome.reason : null)),
  );
  if (known.length < each.length) return noOutcome(reason ?? "no-actual");
  const [low, high] = [merge(lows, how), merge(highs, how)];
  return { kind: "range", low, high, reason: low === high ? null : (reason ?? "bounds-only") };
}

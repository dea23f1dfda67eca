import type { Expression } from "../document/index.ts";
import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  toNumber,
} from "../values/fraction.ts";
import type { Interval } from "../values/interval.ts";
import { termsOf } from "./expression.ts";

/** Why a derived value is no number. */
export type DerivedReason = "missing" | "division-by-zero" | "bounds-only" | "scale-empty";

/** What is known of an indicator: a number, both ends of an interval, or nothing. */
export type Input = number | Interval | null;

/** A derived value. Arithmetic is exact; numbers are rounded to doubles at the end. */
export interface Derived {
  /** The number; `null`: see `reason`. */
  value: number | null;
  /** Where it is confined: valid, and not always the narrowest (a value that occurs twice is taken to vary twice). */
  bounds: Interval | null;
  /** Why `value` is null; `null` where it is a number. */
  reason: DerivedReason | null;
  /** Indicators without a value that it would need, or that a composite went without. */
  missing: string[];
}

/** The value of an indicator that an expression refers to. */
export type Inputs = (ref: string, of: "value" | "baseline" | "target") => Input;

interface Range {
  low: Fraction;
  high: Fraction;
}
type Outcome = Range | DerivedReason;

const isRange = (outcome: Outcome): outcome is Range => typeof outcome === "object";
const smaller = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) <= 0 ? a : b);
const larger = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) >= 0 ? a : b);
const ZERO = fraction(0n);

const add = (a: Range, b: Range): Range => ({
  low: addFractions(a.low, b.low),
  high: addFractions(a.high, b.high),
});
const subtract = (a: Range, b: Range): Range => ({
  low: subtractFractions(a.low, b.high),
  high: subtractFractions(a.high, b.low),
});
const corners = (a: Range, b: Range, of: (a: Fraction, b: Fraction) => Fraction): Range => {
  const all = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)];
  return { low: all.reduce(smaller), high: all.reduce(larger) };
};
const multiply = (a: Range, b: Range): Range => corners(a, b, multiplyFractions);
/** A divisor that may be zero confines nothing. */
const divide = (a: Range, b: Range): Outcome =>
  compareFractions(b.low, ZERO) <= 0 && compareFractions(b.high, ZERO) >= 0
    ? "division-by-zero"
    : corners(a, b, divideFractions);
const exactly = (value: number): Range => {
  const exact = fraction(value);
  return { low: exact, high: exact };
};

/**
 * Evaluates an expression in exact fractions. Intervals are carried through; a reference without a value leaves none, except for a component
 * of an index that is reweighted.
 */
export function evaluate(expression: Expression, inputs: Inputs): Derived {
  const missing = new Set<string>();
  const outcome = outcomeOf(expression, inputs, missing);
  const list = [...missing];
  if (!isRange(outcome)) return { value: null, bounds: null, reason: outcome, missing: list };
  const [low, high] = [toNumber(outcome.low), toNumber(outcome.high)];
  if (compareFractions(outcome.low, outcome.high) === 0)
    return { value: low, bounds: null, reason: null, missing: list };
  return { value: null, bounds: { low, high }, reason: "bounds-only", missing: list };
}

function outcomeOf(expression: Expression, inputs: Inputs, missing: Set<string>): Outcome {
  if (typeof expression === "number") return exactly(expression);
  if ("ref" in expression) {
    const found = inputs(expression.ref, expression.of ?? "value");
    if (found === null) {
      missing.add(expression.ref);
      return "missing";
    }
    return typeof found === "number"
      ? exactly(found)
      : { low: fraction(found.low), high: fraction(found.high) };
  }
  const outcomes = termsOf(expression).map((term) => outcomeOf(term, inputs, missing));
  if (expression.op === "index") return indexOf(expression, outcomes);
  const ranges: Range[] = [];
  for (const outcome of outcomes) {
    if (!isRange(outcome)) return outcome;
    ranges.push(outcome);
  }
  const [first = exactly(0), ...rest] = ranges;
  const [second = exactly(0)] = rest;
  switch (expression.op) {
    case "add":
      return rest.reduce(add, first);
    case "subtract":
      return rest.reduce(subtract, first);
    case "multiply":
      return rest.reduce(multiply, first);
    case "divide":
      return rest.reduce<Outcome>((above, below) => (isRange(above) ? divide(above, below) : above), first);
    case "min":
      return rest.reduce((a, b) => ({ low: smaller(a.low, b.low), high: smaller(a.high, b.high) }), first);
    case "max":
      return rest.reduce((a, b) => ({ low: larger(a.low, b.low), high: larger(a.high, b.high) }), first);
    case "rate": {
      const quotient = divide(first, second);
      return isRange(quotient) ? multiply(quotient, exactly(expression.per)) : quotient;
    }
    case "change":
      return expression.relative === true ? relativeChange(first, second) : subtract(second, first);
  }
}

/** `to ÷ from − 1`, which takes `from` once and so is as narrow as can be; with a negative `from` the sign of the change is kept. */
function relativeChange(from: Range, to: Range): Outcome {
  const quotient = divide(to, from);
  if (!isRange(quotient)) return quotient;
  const change = subtract(quotient, exactly(1));
  return compareFractions(from.high, ZERO) < 0 ? subtract(exactly(0), change) : change;
}

function indexOf(
  { components, missing }: Extract<Expression, { op: "index" }>,
  outcomes: readonly Outcome[],
): Outcome {
  let sum: Range | null = null;
  let weights = ZERO;
  for (const [index, { weight, low, high }] of components.entries()) {
    const outcome = outcomes[index] ?? "missing";
    if (low === high) return "scale-empty";
    if (!isRange(outcome)) {
      if (missing === "reweight" && outcome === "missing") continue;
      return outcome;
    }
    const scaled = divide(subtract(outcome, exactly(low)), subtract(exactly(high), exactly(low)));
    if (!isRange(scaled)) return scaled;
    const part = multiply(scaled, exactly(weight));
    sum = sum === null ? part : add(sum, part);
    weights = addFractions(weights, fraction(weight));
  }
  return sum === null ? "missing" : divide(sum, { low: weights, high: weights });
}

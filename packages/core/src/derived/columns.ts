import type { Expression } from "../document/index.ts";
import { termsOf } from "./expression.ts";

/** Rows computed at once, so that intermediate results stay in the processor's cache. */
const BLOCK = 1_024;

type Combine = (into: Float64Array, other: Float64Array, size: number) => void;
const COMBINE: Record<"add" | "subtract" | "multiply" | "divide" | "min" | "max", Combine> = {
  add: (into, other, size) => {
    for (let row = 0; row < size; row += 1) into[row] = (into[row] as number) + (other[row] as number);
  },
  subtract: (into, other, size) => {
    for (let row = 0; row < size; row += 1) into[row] = (into[row] as number) - (other[row] as number);
  },
  multiply: (into, other, size) => {
    for (let row = 0; row < size; row += 1) into[row] = (into[row] as number) * (other[row] as number);
  },
  divide: (into, other, size) => {
    for (let row = 0; row < size; row += 1)
      into[row] = other[row] === 0 ? Number.NaN : (into[row] as number) / (other[row] as number);
  },
  min: (into, other, size) => {
    for (let row = 0; row < size; row += 1) into[row] = Math.min(into[row] as number, other[row] as number);
  },
  max: (into, other, size) => {
    for (let row = 0; row < size; row += 1) into[row] = Math.max(into[row] as number, other[row] as number);
  },
};

/** Fills a block of rows from a row on. */
type Fill = (into: Float64Array, from: number, size: number) => void;

/**
 * Evaluates an expression for every row of a table, in doubles: rounded like any arithmetic of doubles, and so for display and not for
 * decisions, which `evaluate` makes exactly. Missing values and divisions by zero are NaN.
 * @param columns of an indicator's values, baselines or targets; all of one length.
 * @throws RangeError where there is no such column, or lengths differ.
 */
export function evaluateColumns(
  expression: Expression,
  rows: number,
  columns: (ref: string, of: "value" | "baseline" | "target") => Float64Array | undefined,
): Float64Array {
  const fill = fillOf(expression, (ref, of) => {
    const column = columns(ref, of);
    if (column === undefined) throw new RangeError(`there is no column of ${ref}`);
    if (column.length !== rows) throw new RangeError(`${ref}: found ${column.length} rows, expected ${rows}`);
    return column;
  });
  const result = new Float64Array(rows);
  for (let from = 0; from < rows; from += BLOCK) {
    const size = Math.min(BLOCK, rows - from);
    fill(result.subarray(from, from + size), from, size);
  }
  return result;
}

function fillOf(
  expression: Expression,
  columns: (ref: string, of: "value" | "baseline" | "target") => Float64Array,
): Fill {
  if (typeof expression === "number") return (into, _, size) => void into.fill(expression, 0, size);
  if ("ref" in expression) {
    const column = columns(expression.ref, expression.of ?? "value");
    return (into, from, size) => into.set(column.subarray(from, from + size));
  }
  const [first, ...rest] = termsOf(expression).map((term) => ({
    fill: fillOf(term, columns),
    space: new Float64Array(BLOCK),
  }));
  if (first === undefined) throw new RangeError("an expression needs terms");
  const chain =
    (combine: Combine, before: Fill, others: typeof rest): Fill =>
    (into, from, size) => {
      before(into, from, size);
      for (const { fill, space } of others) {
        fill(space, from, size);
        combine(into, space, size);
      }
    };
  switch (expression.op) {
    case "rate": {
      const { per } = expression;
      const quotient = chain(COMBINE.divide, first.fill, rest);
      return (into, from, size) => {
        quotient(into, from, size);
        for (let row = 0; row < size; row += 1) into[row] = (into[row] as number) * per;
      };
    }
    case "change": {
      const relative = expression.relative === true;
      const [to] = rest;
      return (into, from, size) => {
        first.fill(first.space, from, size);
        to?.fill(into, from, size);
        const before = first.space;
        for (let row = 0; row < size; row += 1) {
          const change = (into[row] as number) - (before[row] as number);
          if (!relative) into[row] = change;
          else into[row] = before[row] === 0 ? Number.NaN : change / Math.abs(before[row] as number);
        }
      };
    }
    case "index":
      return indexFill(expression, [first, ...rest]);
    default:
      return chain(COMBINE[expression.op], first.fill, rest);
  }
}

function indexFill(
  { components, missing }: Extract<Expression, { op: "index" }>,
  terms: readonly { fill: Fill; space: Float64Array }[],
): Fill {
  const weights = new Float64Array(BLOCK);
  return (into, from, size) => {
    into.fill(0, 0, size);
    weights.fill(0, 0, size);
    for (const [index, { fill, space }] of terms.entries()) {
      const { weight = 1, low = 0, high = 1 } = components[index] ?? {};
      fill(space, from, size);
      for (let row = 0; row < size; row += 1) {
        const value = space[row] as number;
        if (missing === "reweight" && Number.isNaN(value)) continue;
        into[row] = (into[row] as number) + (weight * (value - low)) / (high - low);
        weights[row] = (weights[row] as number) + weight;
      }
    }
    for (let row = 0; row < size; row += 1) into[row] = (into[row] as number) / (weights[row] as number);
  };
}

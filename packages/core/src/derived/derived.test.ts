import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Expression,
  evaluate,
  evaluateColumns,
  formulaOf,
  type Input,
  parseExpression,
  referencesOf,
  unitOfExpression,
  workingOf,
} from "./index.ts";

const RUNS = process.env.CADRE_FULL === "1" ? 20_000 : 1_000;
const REFS = ["a", "b", "c"];

/** An interpreter of its own: fractions of integers, never in lowest terms; `null` where there is no value. */
type Rational = readonly [above: bigint, below: bigint];
const rational = (value: number): Rational => [BigInt(Math.round(value * 100)), 100n];
const abs = (x: bigint) => (x < 0n ? -x : x);
const plus = ([a, b]: Rational, [c, d]: Rational): Rational => [a * d + c * b, b * d];
const minus = ([a, b]: Rational, [c, d]: Rational): Rational => [a * d - c * b, b * d];
const times = ([a, b]: Rational, [c, d]: Rational): Rational => [a * c, b * d];
const over = ([a, b]: Rational, [c, d]: Rational): Rational | null =>
  c === 0n ? null : [a * d * (c < 0n ? -1n : 1n), b * abs(c)];
const less = ([a, b]: Rational, [c, d]: Rational) => a * d < c * b;
function interpret(expression: Expression, of: (ref: string) => Rational | null): Rational | null {
  if (typeof expression === "number") return rational(expression);
  if ("ref" in expression) return of(expression.ref);
  const go = (each: Expression) => interpret(each, of);
  const both = (
    a: Rational | null,
    b: Rational | null,
    how: (a: Rational, b: Rational) => Rational | null,
  ) => (a === null || b === null ? null : how(a, b));
  switch (expression.op) {
    case "rate":
      return both(
        both(go(expression.numerator), go(expression.denominator), over),
        rational(expression.per),
        times,
      );
    case "change": {
      const from = go(expression.from);
      const change = both(go(expression.to), from, minus);
      if (!expression.relative) return change;
      return from === null ? null : both(change, [abs(from[0]), from[1]], over);
    }
    case "index": {
      let [sum, weights]: [Rational, Rational] = [
        [0n, 1n],
        [0n, 1n],
      ];
      for (const { value, weight, low, high } of expression.components) {
        const found = go(value);
        if (found === null) return null;
        const scaled = over(minus(found, rational(low)), minus(rational(high), rational(low)));
        if (scaled === null) return null;
        sum = plus(sum, times(scaled, rational(weight)));
        weights = plus(weights, rational(weight));
      }
      return over(sum, weights);
    }
    default: {
      const how = {
        ...{ add: plus, subtract: minus, multiply: times, divide: over },
        min: (a: Rational, b: Rational) => (less(a, b) ? a : b),
        max: (a: Rational, b: Rational) => (less(a, b) ? b : a),
      }[expression.op];
      const [first = null, ...rest] = expression.terms.map(go);
      return rest.reduce<Rational | null>((a, b) => both(a, b, how), first);
    }
  }
}
const decimal = fc.integer({ min: -2000, max: 2000 }).map((cents) => cents / 100);
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    decimal,
    fc.constantFrom(...REFS).map((ref) => ({ ref })),
    fc.record({
      op: fc.constantFrom("add", "subtract", "multiply", "divide", "min", "max" as const),
      terms: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      op: fc.constant("rate" as const),
      numerator: tie("tree"),
      denominator: tie("tree"),
      per: fc.constantFrom(100, 1000),
    }),
    fc.record({
      op: fc.constant("change" as const),
      from: tie("tree"),
      to: tie("tree"),
      relative: fc.boolean(),
    }),
    fc.record({
      op: fc.constant("index" as const),
      components: fc.array(
        fc.record({
          value: tie("tree"),
          weight: fc.constantFrom(1, 2.5),
          low: fc.constant(0),
          high: fc.constantFrom(10, -4),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      missing: fc.constant("refuse" as const),
    }),
  ) as fc.Arbitrary<Expression>,
}));
const numberOf = ([above, below]: Rational): number => {
  const digits = (above * 10n ** 30n) / below;
  return Number(digits) / 1e30;
};
const close = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1e-6, Math.abs(expected)));

describe("evaluate", () => {
  it("agrees with an interpreter over rationals", () => {
    let values = 0;
    fc.assert(
      fc.property(tree, fc.array(decimal, { minLength: 3, maxLength: 3 }), (expression, numbers) => {
        const input = (ref: string) => numbers[REFS.indexOf(ref)] ?? 0;
        const expected = interpret(expression, (ref) => rational(input(ref)));
        const { value, reason } = evaluate(parseExpression(expression), input);
        expect(value === null).toBe(expected === null);
        expect(reason === null).toBe(expected !== null);
        if (expected === null || value === null) return;
        values += 1;
        close(value, numberOf(expected));
      }),
      { numRuns: RUNS },
    );
    expect(values).toBeGreaterThan(RUNS / 4);
  });

  it("carries intervals so that no value within them falls outside", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        tree,
        fc.array(fc.tuple(decimal, decimal, share), { minLength: 3, maxLength: 3 }),
        (expression, ends) => {
          const range = (ref: string): Input => {
            const [a, b] = ends[REFS.indexOf(ref)] ?? [0, 0];
            return { low: Math.min(a, b), high: Math.max(a, b) };
          };
          const point = (ref: string) => {
            const [a, b, index] = ends[REFS.indexOf(ref)] ?? [0, 0, 0];
            return Math.round((a + (b - a) * index) * 100) / 100;
          };
          const { value, bounds } = evaluate(expression, range);
          const { value: exact } = evaluate(expression, point);
          if (exact === null || (value === null && bounds === null)) return;
          const slack = 1e-9 * Math.max(1, Math.abs(exact));
          expect(exact).toBeGreaterThanOrEqual((bounds?.low ?? value ?? 0) - slack);
          expect(exact).toBeLessThanOrEqual((bounds?.high ?? value ?? 0) + slack);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("is exact: 0.1 + 0.2 is 0.3", () => {
    expect(evaluate({ op: "add", terms: [0.1, 0.2] }, () => null).value).toBe(0.3);
    expect(
      evaluate({ op: "rate", numerator: { ref: "a" }, denominator: { ref: "b" }, per: 100 }, (ref) =>
        ref === "a" ? 29 : 100,
      ).value,
    ).toBe(29);
  });

  it("says what is missing, and reweights a composite only where it may", () => {
    const components = REFS.map((ref) => ({ value: { ref }, weight: 1, low: 0, high: 10 }));
    const input = (ref: string) => (ref === "b" ? null : 5);
    expect(evaluate({ op: "index", components, missing: "refuse" }, input)).toEqual({
      ...{ value: null, bounds: null, reason: "missing", missing: ["b"] },
    });
    expect(evaluate({ op: "index", components, missing: "reweight" }, input)).toMatchObject({
      value: 0.5,
      missing: ["b"],
    });
    expect(evaluate({ op: "divide", terms: [1, 0] }, () => null).reason).toBe("division-by-zero");
    expect(evaluate({ op: "divide", terms: [1, { ref: "a" }] }, () => ({ low: -1, high: 1 })).reason).toBe(
      "division-by-zero",
    );
  });
});

describe("evaluateColumns", () => {
  it("agrees with evaluate in every row", () => {
    fc.assert(
      fc.property(
        tree,
        fc.array(fc.tuple(decimal, decimal, decimal), { minLength: 1, maxLength: 5 }),
        (expression, rows) => {
          const column = (ref: string) => Float64Array.from(rows, (row) => row[REFS.indexOf(ref)] ?? 0);
          const found = evaluateColumns(expression, rows.length, column);
          for (const [index, row] of rows.entries()) {
            const { value } = evaluate(expression, (ref) => row[REFS.indexOf(ref)] ?? 0);
            const double = found[index] ?? 0;
            // A divisor that rounding leaves above zero, or the other way round, is no matter of this test.
            if (value === null || Number.isNaN(double) || !Number.isFinite(double)) continue;
            const size = Math.max(1, Math.abs(value));
            if (size < 1e6) expect(Math.abs(double - value) / size).toBeLessThan(1e-3);
          }
        },
      ),
      { numRuns: RUNS / 4 },
    );
  });
  it("refuses what is not there", () => {
    expect(() => evaluateColumns({ ref: "x" }, 1, () => undefined)).toThrow(RangeError);
    expect(() => evaluateColumns({ ref: "x" }, 1, () => new Float64Array(2))).toThrow(RangeError);
  });
});

describe("parseExpression", () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = { op: "add", terms: [deep] };
  it.each<[string, unknown]>([
    ["code", "process.exit()"],
    ["an unknown operation", { op: "eval", terms: ["1"] }],
    ["a further field", { ref: "a", other: "b" }],
    ["a prototype", JSON.parse('{"ref":"a","__proto__":{"op":"add"},"constructor":1}')],
    ["no number", Number.NaN],
    ["an infinite number", { op: "add", terms: [Number.POSITIVE_INFINITY] }],
    ["no terms", { op: "add", terms: [] }],
    ["what is too deep", deep],
    ["what is too large", { op: "add", terms: Array.from({ length: 20_000 }, () => 1) }],
    [
      "a weight below zero",
      { op: "index", components: [{ value: 1, weight: -1, low: 0, high: 1 }], missing: "refuse" },
    ],
  ])("refuses %s", (_, input) => {
    expect(() => parseExpression(input)).toThrow(RangeError);
  });
});

describe("units and explanations", () => {
  const rate: Expression = { op: "rate", numerator: { ref: "1.1" }, denominator: { ref: "1.2" }, per: 1000 };
  const unitOf = (ref: string) => ({ "1.1": "cases", "1.2": "people", "1.3": "people" })[ref];
  it("adds only what has one unit", () => {
    expect(unitOfExpression({ op: "add", terms: [{ ref: "1.2" }, { ref: "1.3" }] }, unitOf)).toEqual({
      unit: "people",
    });
    expect(unitOfExpression({ op: "add", terms: [{ ref: "1.1" }, { ref: "1.2" }] }, unitOf)).toEqual({
      problem: { en: "+: cases and people", fr: "+ : cases et people" },
    });
    expect(unitOfExpression(rate, unitOf)).toEqual({ unit: "cases per 1000 people" });
    expect(unitOfExpression({ ref: "9" }, unitOf)).toEqual({
      problem: { en: "there is no indicator 9", fr: "il n’y a pas d’indicateur 9" },
    });
  });
  it("writes the formula, and its numbers", () => {
    expect(formulaOf(rate)).toBe("1000 × [1.1] ÷ [1.2]");
    expect(workingOf(rate, (ref) => (ref === "1.1" ? 12 : { low: 4000, high: 4800 }))).toBe(
      "1000 × 12 ÷ 4000…4800",
    );
    expect(referencesOf(rate)).toEqual(["1.1", "1.2"]);
    const change: Expression = {
      op: "change",
      from: { ref: "1.1", of: "baseline" },
      to: { ref: "1.1" },
      relative: true,
    };
    expect(formulaOf(change)).toBe("([1.1] − [1.1, baseline]) ÷ |[1.1, baseline]|");
  });
});

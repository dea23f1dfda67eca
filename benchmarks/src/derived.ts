import { type Expression, evaluateColumns } from "@cadre/core/derived";
import { type Bench, measure } from "./harness.ts";

const RATE: Expression = {
  op: "add",
  terms: [
    { op: "rate", numerator: { ref: "a" }, denominator: { ref: "b" }, per: 1000 },
    { op: "multiply", terms: [0.5, { op: "subtract", terms: [{ ref: "c" }, { ref: "a" }] }] },
  ],
};

/** An expression that is data, over a table, against the same arithmetic written by hand. */
export const derived: Bench = {
  about: "an expression over every row of a table",
  n: 1_000_000,
  run: (limit) => {
    const column = (seed: number) =>
      Float64Array.from({ length: limit }, (_, row) => 1 + ((row * seed) % 9973));
    const columns: Record<string, Float64Array> = { a: column(7), b: column(11), c: column(13) };
    const { a, b, c } = columns as Record<"a" | "b" | "c", Float64Array>;
    const byHand = () => {
      const result = new Float64Array(limit);
      for (let row = 0; row < limit; row += 1)
        result[row] =
          ((a[row] as number) / (b[row] as number)) * 1000 + 0.5 * ((c[row] as number) - (a[row] as number));
      return result;
    };
    const cadre = () => evaluateColumns(RATE, limit, (ref) => columns[ref]);
    const right = byHand();
    if (!cadre().every((value, row) => value === right[row])) throw new Error("cadre differs");
    const contenders = [
      { impl: "written by hand", run: byHand },
      { impl: "cadre", run: cadre },
    ];
    return { name: "derived", n: limit, results: measure(contenders) };
  },
};

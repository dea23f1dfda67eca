import { describe, expect, it } from "vitest";
import type { BudgetLine } from "../document/index.ts";
import { exactShare, weightLines } from "./gewe-share.ts";
import { geweOfLines, totalLines } from "./lines.ts";
import { markerAgreement } from "./marker.ts";

/** Pseudo-random numbers (Numerical Recipes), so that a failing budget can be made again. */
const numbers = (seed: number) => {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
};

interface Row {
  minor: bigint;
  percent: bigint;
}

/**
 * A budget of whole percents; `threshold`: the last row makes the share exactly that. With a remainder r of Σ amount × (percent − threshold),
 * a row of percent threshold ∓ d and amount r ÷ d cancels it.
 */
function budget(seed: number, threshold: bigint | null): Row[] {
  const next = numbers(seed);
  const rows: Row[] = Array.from({ length: 1 + next(6) }, () => ({
    minor: BigInt(1 + next(10_000_000)),
    percent: BigInt(next(101)),
  }));
  if (threshold === null) return rows;
  const rest = rows.reduce((sum, { minor, percent }) => sum + minor * (percent - threshold), 0n);
  if (rest > 0n) rows.push({ minor: rest, percent: threshold - 1n });
  else if (rest < 0n) rows.push({ minor: -rest, percent: threshold + 1n });
  return rows;
}

const linesOf = (rows: readonly Row[]): BudgetLine[] =>
  rows.map(({ minor, percent }, index) => ({
    id: String(index),
    activity: null,
    output: null,
    agency: "UNDP",
    category: null,
    amount: { minor: Number(minor), currency: "USD" },
    gewe: Number(percent) / 100,
  }));

const RUNS = 100_000;

describe("shares and thresholds", () => {
  it(`agree with fractions of integers: ${RUNS} budgets, half of them exactly on 30 or 80 %`, () => {
    let onThreshold = 0;
    for (let seed = 0; seed < RUNS; seed += 1) {
      const threshold = seed % 4 === 0 ? 30n : seed % 4 === 1 ? 80n : null;
      const rows = budget(seed, threshold);
      const weighted = rows.reduce((sum, { minor, percent }) => sum + minor * percent, 0n);
      const whole = rows.reduce((sum, { minor }) => sum + minor, 0n);
      if (weighted === 30n * whole || weighted === 80n * whole) onThreshold += 1;
      const expected =
        weighted === 0n ? "GM0" : weighted >= 80n * whole ? "GM3" : weighted >= 30n * whole ? "GM2" : "GM1";
      const lines = linesOf(rows);
      const share = exactShare(weightLines(lines));
      // Cross-multiplied, without a quotient.
      const same = share !== null && share.numerator * whole * 100n === weighted * share.denominator;
      const { geweShare } = totalLines(lines);
      const computed = markerAgreement(null, share).computed;
      const byNumber = markerAgreement(null, geweShare).computed;
      const rounded = (weighted * 2n + 100n) / 200n;
      if (
        !same ||
        computed !== expected ||
        byNumber !== expected ||
        BigInt(geweOfLines({ lines })?.minor ?? -1) !== rounded
      )
        expect({ seed, same, computed, byNumber, amount: geweOfLines({ lines })?.minor }).toEqual({
          seed,
          same: true,
          computed: expected,
          byNumber: expected,
          amount: Number(rounded),
        });
    }
    expect(onThreshold).toBeGreaterThanOrEqual(RUNS / 2);
  }, 120_000);

  it("0.57 × 50,000 and 0.03 × 50,000 are 30 %", () => {
    const lines = linesOf([
      { minor: 5_000_000n, percent: 57n },
      { minor: 5_000_000n, percent: 3n },
    ]);
    expect(totalLines(lines).geweShare).toBe(0.3);
    expect(markerAgreement("GM2", totalLines(lines).geweShare).agrees).toBe(true);
  });
});

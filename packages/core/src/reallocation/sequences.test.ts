import { describe, expect, it } from "vitest";
import { PBF_BUDGET_POLICY_2018 } from "../budget/index.ts";
import type { BudgetLine, ExpenseCategory, SharedExpenditure } from "../document/index.ts";
import type { Move } from "./policy.ts";
import { reallocate } from "./reallocate.ts";

/** An independent model: arrays of integers, and fractions compared by multiplying out. */
interface Model {
  amounts: bigint[];
  approved: bigint[];
  used: bigint[];
  percents: bigint[];
  categories: string[];
  groups: { members: number[]; used: bigint }[];
}

const numbers = (seed: number) => {
  let state = seed >>> 0;
  return (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
};

const CATEGORIES: readonly ExpenseCategory[] = ["staff", "supplies", "travel"];
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

function modelOf(seed: number): Model {
  const next = numbers(seed * 2_654_435_761 + 1);
  const count = 2 + next(5);
  const at = Array.from({ length: count }, (_, index) => index);
  const amounts = at.map(() => BigInt(100 + next(1_000)) * (next(3) === 0 ? 1n : 100n));
  return {
    amounts,
    approved: [...amounts],
    used: amounts.map((amount) => (next(3) === 0 ? amount / BigInt(2 + next(4)) : 0n)),
    percents: at.map(() => BigInt([0, 10, 29, 30, 57, 80, 100][next(7)] ?? 0)),
    categories: at.map(() => CATEGORIES[next(3)] ?? "staff"),
    groups: next(2) === 0 ? [] : [{ members: [0, 1], used: (amounts[0] ?? 0n) / 3n }],
  };
}

const linesOf = (model: Model): BudgetLine[] =>
  model.amounts.map((minor, index) => ({
    id: String(index),
    activity: null,
    output: null,
    agency: "UNDP",
    category: model.categories[index] as ExpenseCategory,
    amount: { minor: Number(minor), currency: "USD" },
    gewe: Number(model.percents[index] ?? 0n) / 100,
    ...((model.used[index] ?? 0n) === 0n
      ? {}
      : { spent: { minor: Number(model.used[index]), currency: "USD" } }),
  }));

function step(model: Model, moves: readonly { from: number; to: number; minor: bigint }[]): Model | null {
  const amounts = [...model.amounts];
  for (const { from, to, minor } of moves) {
    const [source, target] = [amounts[from], amounts[to]];
    if (source === undefined || target === undefined || from === to || minor <= 0n) return null;
    if (source - minor < (model.used[from] ?? 0n)) return null;
    for (const { members, used } of model.groups)
      if (members.includes(from)) {
        const left = sum(members.map((index) => (amounts[index] ?? 0n) - (model.used[index] ?? 0n))) - used;
        if (minor > left) return null;
      }
    amounts[from] = source - minor;
    amounts[to] = target + minor;
  }
  return { ...model, amounts };
}

const RUNS = 10_000;

describe("sequences of reallocations", () => {
  it(`agree with an independent model: ${RUNS} of them`, () => {
    let [accepted, refused, over] = [0, 0, 0];
    for (let seed = 0; seed < RUNS; seed += 1) {
      const next = numbers(seed + 77);
      let model = modelOf(seed);
      const approved = linesOf(model);
      let lines = approved;
      const shared: SharedExpenditure[] = model.groups.map(({ members, used }) => ({
        lines: members.map(String),
        spent: { minor: Number(used), currency: "USD" },
      }));
      for (let round = 0; round < 3; round += 1) {
        const drawn = Array.from({ length: 1 + next(3) }, () => ({
          from: next(lines.length + (next(20) === 0 ? 1 : 0)),
          to: next(lines.length),
          minor: BigInt(next(12) === 0 ? 0 : next(20_000)),
        }));
        const moves: Move[] = drawn.map(({ from, to, minor }) => ({
          from: String(from),
          to: String(to),
          amount: { minor: Number(minor), currency: "USD" },
        }));
        const expected = step(model, drawn);
        const result = reallocate(lines, moves, { approved, shared, marker: "GM2" });
        expect(result.ok, `seed ${seed}`).toBe(expected !== null);
        if (!result.ok || expected === null) {
          refused += 1;
          continue;
        }
        accepted += 1;
        const { value, findings } = result;
        expect(value.lines.map(({ amount }) => BigInt(amount.minor))).toEqual(expected.amounts);
        // Conserved to the cent.
        expect(BigInt(value.totals[0]?.minor ?? 0)).toBe(sum(model.approved));
        // Cumulative limits: a category that these moves change, against the approved budget.
        const limits = CATEGORIES.filter((category) => {
          const of = (amounts: readonly bigint[]) =>
            sum(amounts.filter((_, index) => model.categories[index] === category));
          const [first, was, is] = [of(model.approved), of(model.amounts), of(expected.amounts)];
          const change = is > first ? is - first : first - is;
          return was !== is && change * 100n > first * 15n;
        });
        if (limits.length > 0) over += 1;
        const reported = findings
          .filter(
            ({ code, where }) => code === "move-needs-approval" && where.path.startsWith("budget/category/"),
          )
          .map(({ where }) => where.path.split("/")[2]);
        expect(reported.sort(), `seed ${seed}`).toEqual([...limits].sort());
        // Shares and thresholds, exactly.
        const weighted = sum(expected.amounts.map((amount, index) => amount * (model.percents[index] ?? 0n)));
        const whole = sum(expected.amounts);
        const fits = weighted >= 30n * whole && weighted < 80n * whole;
        expect(value.marker.after.agrees, `seed ${seed}`).toBe(whole === 0n ? null : fits);
        const before = sum(model.amounts.map((amount, index) => amount * (model.percents[index] ?? 0n)));
        const low = weighted < 15n * whole && weighted < before;
        expect(
          findings.some(({ code }) => code === "gewe-below-minimum"),
          `seed ${seed}`,
        ).toBe(low);
        model = expected;
        lines = value.lines;
      }
    }
    expect(PBF_BUDGET_POLICY_2018.minima.gewe).toBe(0.15);
    // The draw reaches both sides.
    expect(Math.min(accepted, refused, over)).toBeGreaterThan(RUNS / 20);
  }, 120_000);
});

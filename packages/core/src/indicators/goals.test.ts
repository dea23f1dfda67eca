import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GoalCase, type Rational, ratio, referenceGoal } from "../../test/goals/reference.ts";
import { number } from "../../test/sound-document.ts";
import { markerAgreement } from "../budget/index.ts";
import { shiftDate } from "../values/date.ts";
import { fraction, quotient } from "../values/fraction.ts";
import type { Value } from "../values/value.ts";
import { NONE, numberValue } from "../values/value-number.ts";
import { percentOfTarget, progress } from "./performance.ts";
import { type StatusInput, statusOf } from "./status.ts";

const FIRST = "2020-01-01";
const date = (day: number) => shiftDate(FIRST, day);
const FULL = process.env.CADRE_FULL === "1";
/** The double of a rational number whose parts are small. */
const toNumber = (value: Rational | null) => (value === null ? null : Number(value[0]) / Number(value[1]));
const toValue = (level: Rational | null): Value =>
  level === null ? NONE : numberValue(toNumber(level) ?? 0);

function inputOf(goal: GoalCase): StatusInput {
  const { milestone, start, end, on, direction, maintain } = goal;
  const day = (each: number | null) => (each === null ? null : date(each));
  return {
    baseline: toValue(goal.baseline),
    target: toValue(goal.target),
    actual: toValue(goal.actual),
    milestones: milestone === null ? [] : [{ value: toValue(milestone.level), by: day(milestone.by) }],
    start: day(start),
    end: day(end),
    on: day(on),
    ...(direction !== undefined && { direction }),
    ...(maintain !== undefined && { maintain: maintain === "within" ? { within: 0.05 } : maintain }),
  };
}

function answerOf(goal: GoalCase) {
  const input = inputOf(goal);
  const { status, reason } = statusOf(input);
  const indicator = {
    baseline: { value: input.baseline },
    target: { value: input.target },
    actual: { value: input.actual },
    ...(input.direction !== undefined && { direction: input.direction }),
    ...(input.maintain !== undefined && { maintain: input.maintain }),
  };
  return {
    percent: percentOfTarget(indicator).value,
    progress: progress(indicator).value,
    status,
    statusReason: reason,
  };
}
const expectedOf = (goal: GoalCase) => {
  const { percent, progress: way, ...rest } = referenceGoal(goal);
  return { percent: toNumber(percent), progress: toNumber(way), ...rest };
};

describe("against the reference in rational numbers", () => {
  const scale = fc.constantFrom(1n, 10n, 100n);
  const level = fc
    .tuple(fc.bigInt({ min: -60n, max: 240n }), scale)
    .map(([units, parts]): Rational => ratio(units, parts));
  const day = fc.integer({ min: -20, max: 420 });
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 12 });
  const goalCase = fc.record(
    {
      baseline: optional(level),
      target: optional(level),
      actual: optional(level),
      milestone: fc.option(fc.record({ level, by: fc.option(day) })),
      start: optional(fc.constantFrom(0, 10)),
      end: optional(fc.constantFrom(365, 400)),
      on: optional(day),
      direction: fc.constantFrom("increase", "decrease", "maintain"),
      maintain: fc.constantFrom("at-least", "at-most", "within"),
    },
    { requiredKeys: ["baseline", "target", "actual", "milestone", "start", "end", "on"] },
  ) as fc.Arbitrary<GoalCase>;

  it("percent, progress and status are the same", () => {
    fc.assert(
      fc.property(goalCase, (drawn) => {
        const { maintain, ...rest } = drawn;
        const goal = rest.direction === "maintain" ? drawn : rest;
        expect(answerOf(goal)).toEqual(expectedOf(goal));
      }),
      { numRuns: FULL ? 50_000 : 3000 },
    );
  });

  it("values at a threshold, and just below and above it, have the same status", () => {
    const tenths = fc.constantFrom(6n, 9n, 10n);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 365 }),
        fc.integer({ min: -1, max: 1 }),
        tenths,
        fc.boolean(),
        (baseline, change, on, shift, threshold, down) => {
          // The level at which the threshold is met on the day, to two decimals, and its neighbours.
          const gain = (BigInt(change) * BigInt(on) * threshold * 100n) / (365n * 10n);
          const sign = down ? -1n : 1n;
          const goal: GoalCase = {
            baseline: ratio(BigInt(baseline), 1n),
            target: ratio(BigInt(baseline) + sign * BigInt(change), 1n),
            actual: ratio(BigInt(baseline) * 100n + sign * (gain + BigInt(shift)), 100n),
            milestone: null,
            start: 0,
            end: 365,
            on,
          };
          expect(answerOf(goal)).toEqual(expectedOf(goal));
        },
      ),
      { numRuns: FULL ? 20_000 : 2000 },
    );
  });

  it("90 % of every milestone up to 1,000 is on track, one hundredth less at risk; 60 % at risk, less off track, up and down", () => {
    const at = (actual: number, milestone: number, from: number, to: number) =>
      statusOf({
        baseline: numberValue(from),
        target: numberValue(to),
        actual: numberValue(actual),
        milestones: [{ value: numberValue(milestone), by: null }],
        on: date(100),
      }).status;
    const wrong: unknown[] = [];
    for (let milestone = 1; milestone <= 1000; milestone += 1)
      for (const [tenths, is, below] of [
        [9, "on-track", "at-risk"],
        [6, "at-risk", "off-track"],
      ] as const) {
        const level = Number(`${milestone * tenths}e-1`);
        const less = Number(`${milestone * tenths * 10 - 1}e-2`);
        const rising = [at(level, milestone, 0, 2000), at(less, milestone, 0, 2000)];
        const falling = [
          at(Number(`${20_000 - milestone * tenths}e-1`), 2000 - milestone, 2000, 0),
          at(Number(`${200_001 - milestone * tenths * 10}e-2`), 2000 - milestone, 2000, 0),
        ];
        if (
          JSON.stringify([rising, falling]) !==
          JSON.stringify([
            [is, below],
            [is, below],
          ])
        )
          wrong.push([milestone, tenths, rising, falling]);
      }
    expect(wrong).toEqual([]);
  });
});

describe("whole percentages n/d with d up to 1,000", () => {
  const pairs = Array.from({ length: 1000 }, (_, index) => index + 1).flatMap((d) =>
    Array.from({ length: 99 }, (_, index) => index + 1)
      .filter((percent) => (percent * d) % 100 === 0)
      .map((percent) => ({ percent, d, n: (percent * d) / 100 })),
  );
  const status = (baseline: number, value: number, target: number) =>
    statusOf({
      baseline: numberValue(baseline, { unit: "%" }),
      target: numberValue(target, { unit: "%" }),
      actual: numberValue(value, { unit: "%" }),
      on: "2020-07-01",
      end: "2020-06-30",
    }).status;
  it("meet their targets, and one less does not, upwards and downwards", () => {
    const wrong = pairs.filter(({ percent, d, n }) => {
      const [less, exact, more] = [n - 1, n, n + 1].map((part) => quotient(part, d, 100)) as [
        number,
        number,
        number,
      ];
      return (
        status(0, exact, percent) !== "achieved" ||
        status(0, less, percent) === "achieved" ||
        status(300, exact, percent) !== "achieved" ||
        status(300, more, percent) === "achieved" ||
        percentOfTarget({ target: number(percent, "%"), actual: number(exact, "%") }).value !== 1
      );
    });
    expect(pairs.length).toBeGreaterThan(2000);
    expect(wrong).toEqual([]);
  });
  it("have the marker that integers say, at 30 % and 80 %, and one part off", () => {
    const wrong: unknown[] = [];
    for (let d = 1; d <= 1000; d += 1)
      for (const threshold of [30, 80])
        for (const n of [Math.floor((threshold * d) / 100), Math.ceil((threshold * d) / 100)]) {
          const marker = n === 0 ? "GM0" : n * 100 >= 80 * d ? "GM3" : n * 100 >= 30 * d ? "GM2" : "GM1";
          if (markerAgreement(null, fraction(n, d)).computed !== marker) wrong.push([n, d, marker]);
        }
    expect(wrong).toEqual([]);
  });
});

describe("named cases", () => {
  const at = (baseline: number, actual: number, target: number, more: Partial<StatusInput> = {}) =>
    statusOf({
      baseline: numberValue(baseline),
      actual: numberValue(actual),
      target: numberValue(target),
      start: "2020-01-15",
      end: "2022-07-15",
      on: "2020-11-15",
      ...more,
    });
  const indicator = (baseline: number, actual: number, target: number) => ({
    baseline: number(baseline),
    actual: number(actual),
    target: number(target),
  });

  it("incidents 34 → 10, now 19: no percent of target, 62.5 % of the way", () => {
    const incidents = indicator(34, 19, 10);
    expect(percentOfTarget(incidents)).toEqual({ value: null, reason: "decreasing-indicator" });
    expect(progress(incidents)).toEqual({ value: 0.625, reason: null });
  });
  it("a milestone of 0 in a report, and 0 on its day: not due, neither on track nor late", () => {
    const report = { milestones: [{ value: numberValue(0), by: "2020-11-15" }] };
    expect(at(0, 0, 4, report)).toMatchObject({ status: "not-due", against: "milestone", expected: 0 });
    expect(at(0, 1, 4, report).status).toBe("on-track");
    // A month later something is expected.
    expect(at(0, 0, 4, { ...report, on: "2020-12-15" })).toMatchObject({
      status: "off-track",
      against: "time",
    });
  });
  it("a project that ended in July is off track in December, whatever its last milestone", () => {
    for (const milestones of [
      [],
      [{ value: numberValue(2), by: "2022-06-15" }],
      [{ value: numberValue(2), by: null }],
    ])
      expect(at(0, 2, 4, { milestones, on: "2022-12-01" })).toMatchObject({
        status: "off-track",
        against: "target",
        expected: 1,
      });
    expect(
      at(0, 2, 4, { milestones: [{ value: numberValue(2), by: "2022-06-15" }], on: "2022-06-15" }).status,
    ).toBe("on-track");
  });
  it("a milestone counts until its day; from there what is expected runs evenly to the target", () => {
    const milestones = [{ value: numberValue(25), by: "2020-07-01" }];
    const on = (day: string) =>
      at(0, 0, 100, { milestones, start: "2020-01-01", end: "2021-07-01", on: day }).expected;
    expect(on("2020-03-01")).toBe(0.25);
    expect(on("2020-07-01")).toBe(0.25);
    // 100 of 365 days: 25 % + 75 % × 100 ÷ 365.
    expect(on("2020-10-09")).toBe((25 + (75 * 100) / 365) / 100);
    expect(on("2021-07-01")).toBe(1);
  });
  it("milestones of periods are points of a path", () => {
    const milestones = [
      { value: numberValue(20), by: "2020-04-10", from: "2020-04-10" },
      { value: numberValue(60), by: "2020-07-19", from: "2020-07-19" },
    ];
    const on = (day: string) =>
      at(0, 0, 100, { milestones, start: "2020-01-01", end: "2021-01-01", on: day }).expected;
    expect([on("2020-02-20"), on("2020-04-10"), on("2020-05-30"), on("2020-07-19")]).toEqual([
      0.1, 0.2, 0.4, 0.6,
    ]);
  });
  it("without a day there is no status", () => {
    expect(at(0, 4, 4, { on: null })).toMatchObject({ status: null, reason: "no-day" });
  });
  it("without a start nothing is expected evenly, but the target is at the end", () => {
    expect(at(0, 1, 4, { start: null })).toMatchObject({ status: null, reason: "no-milestone-nor-time" });
    expect(at(0, 1, 4, { start: null, on: "2022-07-15" }).status).toBe("off-track");
  });
  it("a baseline that equals the target is to be kept at least there", () => {
    expect(
      [at(40, 90, 40), at(40, 40, 40), at(40, 38, 40), at(40, 30, 40)].map(({ status }) => status),
    ).toEqual(["on-track", "on-track", "at-risk", "off-track"]);
    expect(percentOfTarget(indicator(40, 50, 40))).toEqual({ value: 1.25, reason: null });
  });
  it("maintain is one-sided or within a tolerance", () => {
    const statusAt = (actual: number, maintain: StatusInput["maintain"]) =>
      at(40, actual, 40, { maintain }).status;
    expect([statusAt(1000, "at-least"), statusAt(1000, "at-most"), statusAt(1000, { within: 0.05 })]).toEqual(
      ["on-track", "off-track", "off-track"],
    );
    // 5 % of 40 is 2: exactly on the tolerance, and one hundredth beyond.
    expect([
      statusAt(42, { within: 0.05 }),
      statusAt(42.01, { within: 0.05 }),
      statusAt(38, { within: 0.05 }),
    ]).toEqual(["on-track", "at-risk", "on-track"]);
    expect(
      percentOfTarget({ ...indicator(40, 30, 40), direction: "maintain", maintain: "at-most" }).reason,
    ).toBe("decreasing-indicator");
  });
  it("a range has no percent but bounds, and a status only where both ends have the same", () => {
    const range = (low: number, high: number): Value => ({ kind: "number", value: null, low, high });
    expect(percentOfTarget({ ...indicator(0, 0, 40), actual: { value: range(10, 15) } })).toEqual({
      value: null,
      reason: "bounds-only",
      bounds: { low: 0.25, high: 0.375 },
    });
    expect(progress({ ...indicator(34, 0, 10), actual: { value: range(16, 22) } }).value).toBeNull();
    expect(progress({ ...indicator(34, 0, 10), actual: { value: range(16, 22) } })).toMatchObject({
      bounds: { low: 0.5, high: 0.75 },
    });
    expect(at(0, 0, 40, { actual: range(35, 39) }).status).toBe("on-track");
    expect(at(0, 0, 40, { actual: range(1, 39) })).toMatchObject({ status: null, reason: "bounds-only" });
    const least: Value = { kind: "number", value: 40, qualifier: "at-least" };
    expect(at(0, 0, 40, { actual: least }).status).toBe("achieved");
    expect(at(0, 0, 40, { actual: { ...least, value: 30 } })).toMatchObject({
      status: null,
      reason: "bounds-only",
    });
  });
  it("0.7 of a target of 0.1 is 7, not 6.999999999999999", () => {
    expect(percentOfTarget(indicator(0, 0.7, 0.1)).value).toBe(7);
  });
});

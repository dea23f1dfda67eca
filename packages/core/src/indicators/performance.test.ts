import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicator, number } from "../../test/sound-document.ts";
import type { ReportedValue } from "../document/index.ts";
import type { Value } from "../values/value.ts";
import { checkBreakdown } from "./breakdown.ts";
import { directionOf, percentOfTarget, progress, unitOf } from "./performance.ts";

const value = (content: Value): ReportedValue => ({ value: content });
const tbd = value({ kind: "tbd" });
const none = value({ kind: "none" });
const text = value({ kind: "text", text: "beaucoup" });

describe("percent of target", () => {
  it("is actual over target, never cut off", () => {
    const at = (actual: number, target: number) =>
      percentOfTarget({ actual: number(actual), target: number(target) });
    expect(at(150, 200)).toEqual({ value: 0.75, reason: null });
    expect(at(5, 4)).toEqual({ value: 1.25, reason: null });
    expect(at(0, 4)).toEqual({ value: 0, reason: null });
  });
  it.each([
    ["target-tbd", tbd, number(1)],
    ["no-target", none, number(1)],
    ["target-not-a-number", text, number(1)],
    ["actual-tbd", number(4), tbd],
    ["no-actual", number(4), none],
    ["actual-not-a-number", number(4), text],
    ["target-zero", number(0), number(1)],
    ["target-zero", number(0), number(0)],
    ["units-differ", number(25, "%"), number(3, "personnes")],
    ["target-tbd", tbd, none],
  ] as const)("is undefined: %s", (reason, target, actual) =>
    expect(percentOfTarget({ target, actual })).toEqual({ value: null, reason }),
  );
  it("compares a zero without unit with a percentage", () =>
    expect(percentOfTarget({ target: number(25, "%"), actual: number(0) })).toEqual({
      value: 0,
      reason: null,
    }));
});

describe("progress", () => {
  it("holds for indicators that should fall, beyond the target and away from it", () => {
    const at = (baseline: number, actual: number, target: number) =>
      progress({ baseline: number(baseline), actual: number(actual), target: number(target) }).value;
    expect(at(100, 60, 20)).toBe(0.5);
    expect(at(100, 0, 20)).toBe(1.25);
    expect(at(100, 120, 20)).toBe(-0.25);
  });
  it.each([
    ["baseline-tbd", tbd],
    ["no-baseline", none],
    ["baseline-not-a-number", text],
    ["baseline-equals-target", number(40)],
    ["units-differ", number(5, "%")],
  ] as const)("is undefined: %s", (reason, baseline) =>
    expect(progress(indicator("1.1", { baseline }))).toEqual({ value: null, reason }),
  );
});

it("of any values, a number or a reason, never NaN or infinite", () => {
  const reported = fc.oneof(
    fc
      .double({ noNaN: true, min: -1e12, max: 1e12 })
      .map((n) => number(n === 0 || Math.abs(n) > 1e-9 ? n : 1)),
    fc.constantFrom(tbd, none, text, number(0), number(-0), number(25, "%")),
  );
  fc.assert(
    fc.property(reported, reported, reported, (baseline, target, actual) => {
      for (const computed of [percentOfTarget({ target, actual }), progress({ baseline, target, actual })])
        expect(computed.reason === null ? Number.isFinite(computed.value) : computed.value === null).toBe(
          true,
        );
    }),
  );
});

describe("direction and unit", () => {
  it("are the declared ones, or what the values show", () => {
    expect(directionOf(indicator("1.1"))).toBe("increase");
    expect(directionOf(indicator("1.1", { target: number(-1) }))).toBe("decrease");
    expect(directionOf(indicator("1.1", { target: number(0) }))).toBe("maintain");
    expect(directionOf(indicator("1.1", { target: tbd }))).toBeNull();
    expect(directionOf(indicator("1.1", { direction: "decrease" }))).toBe("decrease");
    expect(unitOf(indicator("1.1"))).toBeNull();
    expect(unitOf(indicator("1.1", { actual: number(1, "puits") }))).toBe("puits");
    expect(unitOf(indicator("1.1", { unit: "%", actual: number(1, "puits") }))).toBe("%");
  });
});

describe("a breakdown", () => {
  const breakdownOf = (total: Value, partition: boolean, ...values: number[]): ReportedValue => ({
    value: total,
    breakdown: { partition, parts: values.map((part) => ({ label: "x", value: part })) },
  });
  const ten: Value = { kind: "number", value: 10 };
  it("of a partition adds up or contradicts, decimals exactly", () => {
    expect(checkBreakdown(breakdownOf(ten, true, 4, 6))).toEqual({ sum: 10, consistent: true });
    expect(checkBreakdown(breakdownOf(ten, true, 4, 7))).toEqual({ sum: 11, consistent: false });
    expect(checkBreakdown(breakdownOf({ kind: "number", value: 0.3 }, true, 0.1, 0.2))).toEqual({
      sum: 0.3,
      consistent: true,
    });
  });
  it("of overlapping groups contradicts only where one exceeds the whole, and proves nothing", () => {
    expect(checkBreakdown(breakdownOf(ten, false, 9, 9))?.consistent).toBeNull();
    expect(checkBreakdown(breakdownOf(ten, false, 11))?.consistent).toBe(false);
  });
  it("says nothing of a total that is not known, and is none without parts", () => {
    expect(checkBreakdown(breakdownOf({ kind: "tbd" }, true, 1))).toEqual({ sum: 1, consistent: null });
    expect(checkBreakdown(breakdownOf(ten, true))).toBeNull();
    expect(checkBreakdown(number(3))).toBeNull();
  });
});

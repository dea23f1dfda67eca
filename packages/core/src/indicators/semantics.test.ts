import { describe, expect, it } from "vitest";
import { money } from "../values/money.ts";
import { NONE, numberValue } from "../values/value-number.ts";
import { summarise } from "./measure.ts";
import { paceOf } from "./pace.ts";
import { type RollUpIndicator, rollUpIndicator } from "./roll-up.ts";
import { STATUS_POLICY, statusOf } from "./status.ts";

describe("readings of one measure", () => {
  it("of counts add up exactly; what was not reported is counted as missing, not as zero", () => {
    expect(
      summarise([
        { measure: "count", value: 0.1 },
        { measure: "count", value: 0.2 },
        { measure: "count", value: null },
      ]),
    ).toEqual({ value: 0.3, reason: null, reported: 2, missingCount: 1 });
    expect(summarise([{ measure: "count", value: null }])).toMatchObject({
      value: null,
      reason: "no-actual",
    });
  });
  it("of percentages divide the sums, and are never averaged", () => {
    const half = { measure: "percentage", numerator: 1, denominator: 2 } as const;
    const tenth = { measure: "percentage", numerator: 10, denominator: 100 } as const;
    expect(summarise([half, tenth])).toMatchObject({ value: (11 * 100) / 102, reason: null });
    expect(
      summarise([half, { measure: "percentage", value: 10 }]),
      "without a denominator only bounds are known",
    ).toMatchObject({ value: null, reason: "denominator-missing", low: 10, high: 50 });
    expect(summarise([{ measure: "ratio", numerator: 1, denominator: 0 }])).toMatchObject({
      value: null,
      reason: "denominator-zero",
    });
  });
  it("of money are sums by currency", () => {
    const usd = { measure: "currency", value: money(0.1, "USD") } as const;
    expect(summarise([usd, usd, usd]).money).toEqual([money(0.3, "USD")]);
    expect(summarise([usd, { measure: "currency", value: money(1, "EUR") }])).toMatchObject({
      reason: "currencies-differ",
      money: [money(0.1, "USD"), money(1, "EUR")],
    });
  });
  it("of scores have a mean on one scale only", () => {
    const score = (value: number, of: number) => ({ measure: "score", value, of }) as const;
    expect(summarise([score(2, 5), score(5, 5)])).toMatchObject({ value: 3.5, low: 2, high: 5 });
    expect(summarise([score(2, 5), score(5, 10)]).reason).toBe("scores-differ");
  });
  it("of a qualitative scale are counted by level and have a median, no mean", () => {
    const level = (name: string) => ({ measure: "scale", level: name }) as const;
    const levels = ["low", "middle", "high"];
    expect(summarise([level("low"), level("high"), level("high")], { levels })).toMatchObject({
      value: null,
      counts: { low: 1, middle: 0, high: 2 },
      median: ["high"],
    });
    expect(summarise([level("low"), level("high")], { levels }).median).toEqual(["low", "high"]);
    expect(() => summarise([level("huge")], { levels })).toThrow(RangeError);
  });
  it("of yes and no are counted; measures are never mixed", () => {
    const answer = (yes: boolean | null) => ({ measure: "yes-no", yes }) as const;
    expect(summarise([answer(true), answer(false), answer(null)])).toMatchObject({
      value: 1,
      counts: { yes: 1, no: 1 },
      missingCount: 1,
    });
    expect(summarise([answer(true), { measure: "count", value: 1 }]).reason).toBe("measures-differ");
  });
});

describe("status", () => {
  const span = { start: "2020-01-01", end: "2020-12-31" };
  // Half of the days from the first to the last.
  const half = { ...span, on: "2020-07-01" } as const;
  const at = (baseline: number, actual: number, target: number) => ({
    baseline: numberValue(baseline),
    actual: numberValue(actual),
    target: numberValue(target),
  });
  it("compares with the milestone, else with the time elapsed", () => {
    const milestones = [{ value: numberValue(20), by: null }];
    expect(statusOf({ ...at(0, 18, 40), milestones, on: "2020-07-01" })).toMatchObject({
      status: "on-track",
      against: "milestone",
      expected: 0.5,
      progress: 0.45,
    });
    expect(statusOf({ ...at(0, 12, 40), ...half })).toMatchObject({
      status: "at-risk",
      against: "time",
    });
    expect(statusOf({ ...at(0, 11, 40), ...half }).status).toBe("off-track");
    expect(
      statusOf({ ...at(0, 11, 40), ...half }, { policy: { ...STATUS_POLICY, atRisk: 0.5 } }).status,
    ).toBe("at-risk");
  });
  it("knows indicators that should fall, and over-achievement as achieved", () => {
    expect(statusOf({ ...at(100, 10, 20), ...span, on: "2020-02-07" })).toMatchObject({
      status: "achieved",
      progress: 1.125,
    });
    expect(statusOf({ ...at(100, 90, 20), ...half }).status).toBe("off-track");
  });
  it("of an indicator to be maintained is its distance from the target", () => {
    const statusAt = (actual: number) =>
      statusOf({ ...at(100, actual, 100), direction: "maintain", on: "2020-07-01" }).status;
    expect([statusAt(105), statusAt(94), statusAt(80)]).toEqual(["on-track", "at-risk", "off-track"]);
  });
  it.each([
    ["target-tbd", { ...at(0, 1, 2), target: { kind: "tbd" as const }, ...half }],
    ["no-actual", { ...at(0, 1, 2), actual: NONE, ...half }],
    ["no-milestone-nor-time", { ...at(0, 1, 2), on: "2020-07-01" }],
    ["direction-contradicts-target", { ...at(5, 1, 2), direction: "increase" as const, ...half }],
  ])("is unknown, with its reason: %s", (reason, input) =>
    expect(statusOf(input)).toMatchObject({ status: null, reason }),
  );
});

describe("pace", () => {
  const time = { start: "2020-01-01", on: "2020-01-11", end: "2020-01-31" };
  it("is the change a day so far and needed", () => {
    expect(paceOf({ baseline: 0, target: 40, actual: 10 }, time)).toEqual({
      achieved: 1,
      needed: 1.5,
      reason: null,
    });
    expect(paceOf({ baseline: 0, target: 40, actual: 50 }, time).needed).toBe(0);
    expect(paceOf({ baseline: 0, target: 40, actual: 0 }, { ...time, on: time.start })).toEqual({
      achieved: null,
      needed: 40 / 30,
      reason: "not-begun",
    });
    expect(paceOf({ baseline: 0, target: 40, actual: 10 }, { ...time, on: time.end }).reason).toBe(
      "no-time-left",
    );
  });
});

describe("a roll-up", () => {
  const people = (
    id: string,
    level: RollUpIndicator["level"],
    value?: number,
    source?: string,
  ): RollUpIndicator => ({
    id,
    level,
    measure: "count",
    unit: "people",
    ...(value !== undefined && { reading: { measure: "count", value } }),
    ...(source !== undefined && { source }),
  });
  it("adds what is mapped, over several levels, each indicator once however many ways lead up", () => {
    const result = rollUpIndicator(
      [
        people("all", "portfolio"),
        people("p", "project"),
        people("a", "output", 10),
        people("b", "output", 5),
      ],
      [
        { from: "a", to: "p" },
        { from: "b", to: "p" },
        { from: "p", to: "all" },
        { from: "a", to: "all" },
      ],
      "all",
    );
    expect(result).toMatchObject({ summary: { value: 15 }, parts: ["a", "b"], leftOut: [] });
  });
  it("counts a source once, and gives no value where its values differ", () => {
    const list = (second: number) =>
      rollUpIndicator(
        [
          people("all", "portfolio"),
          people("a", "output", 10, "list 7"),
          people("b", "output", second, "list 7"),
        ],
        [
          { from: "a", to: "all" },
          { from: "b", to: "all" },
        ],
        "all",
      );
    expect(list(10)).toMatchObject({ summary: { value: 10 }, leftOut: [{ from: "b", why: "same-source" }] });
    expect(list(11)).toMatchObject({
      summary: { value: null, reason: "sources-differ" },
      conflicts: ["list 7"],
    });
  });
  it("leaves out what does not fit, and says why", () => {
    const result = rollUpIndicator(
      [
        people("all", "portfolio"),
        people("a", "output", 10),
        { ...people("wells", "output", 3), unit: "wells" },
        {
          id: "share",
          level: "output",
          measure: "percentage",
          unit: "people",
          reading: { measure: "percentage", value: 3 },
        },
        people("silent", "output"),
        people("test run", "output", 1000),
      ],
      [
        ...["a", "wells", "share", "silent", "nobody"].map((from) => ({ from, to: "all" })),
        { from: "test run", to: "all", exclude: "a rehearsal" },
      ],
      "all",
    );
    expect(result.summary.value).toBe(10);
    expect(result.leftOut.map(({ from, why }) => [from, why])).toEqual([
      ["wells", "units-differ"],
      ["share", "measures-differ"],
      ["silent", "no-actual"],
      ["nobody", "unknown-indicator"],
      ["test run", "excluded"],
    ]);
  });
  it("lets a value reported above cover what is below, and never goes down", () => {
    const result = rollUpIndicator(
      [people("p", "project", 12), people("a", "output", 10), people("up", "portfolio", 3)],
      [
        { from: "a", to: "p" },
        { from: "up", to: "p" },
      ],
      "p",
    );
    expect(result.summary.value).toBe(12);
    expect(result.leftOut.map(({ why }) => why).sort()).toEqual(["not-upward", "reported-above"]);
  });

  const up = (...pairs: [from: string, to: string][]) => pairs.map(([from, to]) => ({ from, to }));
  it("counts 15 and not 25 where 10 of a reported 15 also leads up directly", () => {
    const result = rollUpIndicator(
      [
        people("all", "portfolio"),
        people("p", "project", 15),
        people("a", "output", 10),
        people("b", "output", 5),
      ],
      up(["p", "all"], ["a", "p"], ["b", "p"], ["a", "all"]),
      "all",
    );
    expect(result).toMatchObject({ summary: { value: 15 }, parts: ["p"] });
    expect(result.leftOut.map(({ from, to, why }) => [from, to, why])).toContainEqual([
      "a",
      "all",
      "reported-above",
    ]);
  });
  it("an unknown value above hides nothing of what is below", () => {
    const result = rollUpIndicator(
      [
        people("all", "portfolio"),
        { ...people("p", "project"), reading: { measure: "count", value: null } },
        people("a", "output", 10),
        { ...people("b", "output"), reading: { measure: "count", value: null } },
      ],
      up(["p", "all"], ["a", "p"], ["b", "p"]),
      "all",
    );
    expect(result).toMatchObject({ summary: { value: 10, reported: 1, missingCount: 1 }, parts: ["a", "b"] });
  });
  it("takes off what two reported values both contain, or gives bounds where that is unknown", () => {
    const of = (shared: number | undefined) =>
      rollUpIndicator(
        [
          people("all", "portfolio"),
          people("p", "project", 15),
          people("q", "project", 12),
          people("a", "output", shared),
        ],
        up(["p", "all"], ["q", "all"], ["a", "p"], ["a", "q"]),
        "all",
      );
    expect(of(10)).toMatchObject({ summary: { value: 17 }, overlaps: [{ id: "a", value: 10 }] });
    const unknown = rollUpIndicator(
      [
        people("all", "portfolio"),
        people("p", "project", 15),
        people("q", "project", 12),
        { ...people("a", "output"), reading: { measure: "count", value: null } },
      ],
      up(["p", "all"], ["q", "all"], ["a", "p"], ["a", "q"]),
      "all",
    );
    expect(unknown.summary).toMatchObject({ value: null, reason: "overlap-unknown", low: 15, high: 27 });
  });
  it("counts a source once, also one inside a value that was reported above", () => {
    const of = (elsewhere: number) =>
      rollUpIndicator(
        [
          people("all", "portfolio"),
          people("c", "project", elsewhere, "list 7"),
          people("p", "project", 15),
          people("a", "output", 10, "list 7"),
        ],
        up(["c", "all"], ["p", "all"], ["a", "p"]),
        "all",
      );
    expect(of(10)).toMatchObject({ summary: { value: 15 }, parts: ["p"] });
    expect(of(11)).toMatchObject({
      summary: { value: null, reason: "sources-differ" },
      conflicts: ["list 7"],
    });
  });
  it("of ratios adds numerators and denominators over every level", () => {
    const share = (id: string, numerator: number, denominator: number): RollUpIndicator => ({
      id,
      level: "output",
      measure: "percentage",
      unit: "%",
      reading: { measure: "percentage", numerator, denominator },
    });
    const result = rollUpIndicator(
      [
        { id: "all", level: "portfolio", measure: "percentage", unit: "%" },
        { id: "p", level: "project", measure: "percentage", unit: "%" },
        share("a", 14, 50),
        share("b", 15, 50),
      ],
      up(["p", "all"], ["a", "p"], ["b", "p"]),
      "all",
    );
    expect(result.summary).toMatchObject({ value: 29, numerator: 29, denominator: 100 });
  });
});

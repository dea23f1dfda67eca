import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { soundDocument } from "../../test/sound-document.ts";
import { Schedule } from "../document/index.ts";
import { daysBetween, shiftDate } from "../values/date.ts";
import { delayImpact } from "./delay-impact.ts";
import { computeNetwork } from "./network.ts";
import { whatIf } from "./what-if.ts";

const activity = (code: string, start: string | null, end: string | null, more = {}) => ({
  code,
  start,
  end,
  ...more,
});
const after = (from: string, to: string, more = {}) => ({
  from,
  to,
  kind: "finish-to-start" as const,
  lag: 0,
  ...more,
});
// Training (10 days), then a campaign with five days of slack before the fair; a survey on its own.
const schedule: Schedule = {
  activities: [
    activity("1.1.1", "2020-02-20", "2020-02-29"),
    activity("1.1.2", "2020-03-06", "2020-03-10"),
    activity("1.2.1", "2020-03-11", "2020-03-20"),
    activity("1.3.1", "2020-03-01", "2020-03-05"),
  ],
  dependencies: [after("1.1.1", "1.1.2"), after("1.1.2", "1.2.1")],
};
const network = (plan: Schedule) => {
  const computed = computeNetwork(plan);
  if (!computed.ok) throw new Error(JSON.stringify(computed.problems));
  return computed.value;
};
const reach = (delay: Parameters<typeof delayImpact>[2], plan = schedule) => {
  const computed = delayImpact(soundDocument(), plan, delay);
  if (!computed.ok) throw new Error(JSON.stringify(computed.problems));
  return computed.value;
};

describe("a schedule", () => {
  it("has earliest dates, slack and a critical path", () => {
    const { activities, end, criticalPath } = network(schedule);
    expect(activities).toMatchObject([
      { code: "1.1.1", start: "2020-02-20", end: "2020-02-29", slack: 5, critical: false },
      { code: "1.3.1", start: "2020-03-01", end: "2020-03-05", slack: 15, critical: false },
      { code: "1.1.2", start: "2020-03-06", end: "2020-03-10", slack: 0, critical: true },
      { code: "1.2.1", start: "2020-03-11", end: "2020-03-20", slack: 0, critical: true },
    ]);
    expect({ end, criticalPath }).toEqual({ end: "2020-03-20", criticalPath: ["1.1.2", "1.2.1"] });
  });

  it("puts an activity off where it would start too early, with lag, and from a start where it says so", () => {
    const starts = (more: object) =>
      network({
        activities: [activity("1", "2020-01-01", "2020-01-10"), activity("2", "2020-01-02", "2020-01-03")],
        dependencies: [after("1", "2", more)],
      }).activities[1]?.start;
    expect(starts({})).toBe("2020-01-11");
    expect(starts({ lag: 3 })).toBe("2020-01-14");
    expect(starts({ lag: -4 })).toBe("2020-01-07");
    expect(starts({ kind: "start-to-start", lag: 2 })).toBe("2020-01-03");
  });

  it("goes by what happened where it has happened", () => {
    const plan = {
      activities: [
        activity("1", "2020-01-01", "2020-01-10", { actualStart: "2020-01-05", actualEnd: "2020-01-20" }),
        activity("2", "2020-01-11", "2020-01-12"),
      ],
      dependencies: [after("1", "2")],
    };
    expect(network(plan).activities).toMatchObject([
      { start: "2020-01-05", end: "2020-01-20", critical: false },
      { start: "2020-01-21", end: "2020-01-22", critical: true },
    ]);
  });

  it("counts days over a leap day and a change of clocks", () => {
    expect(shiftDate("2020-02-28", 1)).toBe("2020-02-29");
    expect(shiftDate("2021-02-28", 1)).toBe("2021-03-01");
    // Clocks change in Europe on 29 March and 25 October 2020.
    expect([shiftDate("2020-03-28", 2), shiftDate("2020-10-24", 2)]).toEqual(["2020-03-30", "2020-10-26"]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: -20_000, max: 20_000 }),
        (from, by) => {
          const day = shiftDate("2000-01-01", from);
          expect(daysBetween(day, shiftDate(day, by))).toBe(by);
        },
      ),
    );
  });

  it("leaves unknown dates unknown", () => {
    const plan = {
      activities: [
        activity("1", null, null),
        activity("2", null, null),
        activity("3", "2020-01-01", "2020-01-02"),
      ],
      dependencies: [after("3", "2"), after("1", "3")],
    };
    expect(network(plan).activities).toMatchObject([
      { code: "1", start: null, end: null, slack: null, critical: false },
      // It waits for what has no dates: no earlier than planned, and nobody knows when.
      { code: "3", start: null, bounds: { start: { from: "2020-01-01", to: null } }, slack: null },
      { code: "2", start: null, bounds: { start: { from: "2020-01-03", to: null } }, slack: null },
    ]);
    expect(network({ activities: [], dependencies: [] })).toEqual({
      activities: [],
      end: null,
      endBounds: { from: null, to: null },
      criticalPath: [],
    });
  });

  it.each([
    [["1", "2", "3"], [after("1", "2"), after("2", "3"), after("3", "1")], "dependency-cycle"],
    [["1", "2"], [after("2", "2")], "dependency-cycle"],
    [["1"], [after("1", "9")], "unknown-activity"],
    [["1", "1"], [], "activity-twice"],
  ])("is refused where nothing can come first: %j", (codes, dependencies, code) => {
    const computed = computeNetwork({
      activities: codes.map((each) => activity(each, null, null)),
      dependencies,
    });
    expect(computed).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it("names a cycle from activity to activity, each of which waits for the one before", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })), { maxLength: 14 }), (pairs) => {
        const dependencies = pairs.map(([from, to]) => after(String(from + 1), String(to + 1)));
        const activities = Array.from({ length: 7 }, (_, index) => activity(String(index + 1), null, null));
        const computed = computeNetwork({ activities, dependencies });
        if (computed.ok) return;
        const round = String(computed.problems[0]?.found).split(" → ");
        expect(round.length).toBeGreaterThan(1);
        expect(round[0]).toBe(round.at(-1));
        for (const [index, from] of round.slice(0, -1).entries())
          expect(dependencies.some((each) => each.from === from && each.to === round[index + 1])).toBe(true);
      }),
    );
  });

  it("is read from JSON with what it does not say", () => {
    const parsed = Schedule.parse({
      activities: [{ code: "1", start: null, end: null }],
      dependencies: [{ from: "1", to: "1" }],
    });
    expect(parsed.dependencies).toEqual([{ from: "1", to: "1", kind: "finish-to-start", lag: 0 }]);
    expect(
      Schedule.safeParse({ activities: [activity("1", "2020-02-02", "2020-02-01")], dependencies: [] })
        .success,
    ).toBe(false);
  });
});

describe("the impact of a delay", () => {
  it("is what slack does not take up: activities, outputs, outcomes, indicators, the end", () => {
    expect(reach({ activity: "1.1.1", days: 5 })).toMatchObject({
      activities: [{ code: "1.1.1", low: 5, high: 5 }],
      end: { low: 0, high: 0 },
    });
    const late = reach({ activity: "1.1.1", days: 12 });
    expect(late.activities).toEqual([
      { code: "1.1.1", low: 12, high: 12 },
      { code: "1.1.2", low: 7, high: 7 },
      { code: "1.2.1", low: 7, high: 7 },
    ]);
    expect(late.outputs).toEqual([
      { code: "1.1", low: 12, high: 12 },
      { code: "1.2", low: 7, high: 7 },
    ]);
    expect(late.outcomes).toEqual([{ code: "1", low: 12, high: 12 }]);
    expect(late.indicators.map(({ code }) => code)).toEqual(["1.1.1", "1.1"]);
    expect(late.end).toEqual({ low: 7, high: 7 });
    expect(late.text.en).toContain("1.1.1 is delayed: 12 days.\nIt delays 1.1.2 (7 days), 1.2.1 (7 days).");
    expect(late.text.fr).toContain("Elle retarde 1.1.2 (7 jours), 1.2.1 (7 jours).");
  });

  it("until a month known as such lies between its first and its last day", () => {
    const late = reach({ activity: "1.1.1", until: "2020-03" });
    expect(late.activities[0]).toEqual({ code: "1.1.1", low: 10, high: 40 });
    expect(late.activities[1]).toEqual({ code: "1.1.2", low: 5, high: 35 });
    expect(late.text.fr).toContain("jusqu’à mars 2020 : 10 à 40 jours");
  });

  it("without an end has no most, and is not zero", () => {
    const late = reach({ activity: "1.1.1", until: null });
    expect(late.activities).toEqual(
      ["1.1.1", "1.1.2", "1.2.1"].map((code) => ({ code, low: 0, high: null })),
    );
    expect(late.end).toEqual({ low: 0, high: null });
    expect(late.text.en).toContain("for as long as nobody knows");
  });

  it("names what waits and has no dates", () => {
    const plan = {
      activities: [...schedule.activities, activity("3.1.1", null, null)],
      dependencies: [...schedule.dependencies, after("3.1.1", "1.3.1")],
    };
    expect(reach({ activity: "1.1.1", days: 30 }, plan).undated).toEqual([]);
    const undated = reach({ activity: "3.1.1", days: 3 }, plan);
    expect(undated.activities[0]).toEqual({ code: "3.1.1", low: 3, high: 3 });
    // What waits for it may have time enough: it is late by nothing to three days.
    expect(undated.activities.slice(1)).toEqual([{ code: "1.3.1", low: 0, high: 3 }]);
    expect(undated.end).toEqual({ low: 0, high: 3 });
    expect(reach({ activity: "3.1.1", until: "2021" }, plan).activities).toEqual([
      { code: "3.1.1", low: 0, high: null },
      { code: "1.3.1", low: 0, high: null },
    ]);
    expect(delayImpact(soundDocument(), plan, { activity: "9", days: 3 })).toMatchObject({
      ok: false,
      problems: [{ code: "unknown-activity" }],
    });
  });

  it("never reaches what does not wait, and grows with the delay", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (a, b) => {
        const [short, long] = [
          reach({ activity: "1.1.1", days: Math.min(a, b) }),
          reach({ activity: "1.1.1", days: Math.max(a, b) }),
        ];
        expect(long.activities.map(({ code }) => code)).not.toContain("1.3.1");
        for (const { code, low } of short.activities)
          expect(long.activities.find((each) => each.code === code)?.low).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe("what if", () => {
  it("tries a change on a copy and says what moves", () => {
    const before = structuredClone(schedule);
    const tried = whatIf(schedule, (draft) => {
      const first = draft.activities[0];
      if (first !== undefined) first.end = "2020-03-10";
    });
    if (!tried.ok) throw new Error("was refused");
    expect(tried.value.moved).toEqual([
      { code: "1.1.2", before: "2020-03-06", after: "2020-03-11", days: 5 },
      { code: "1.2.1", before: "2020-03-11", after: "2020-03-16", days: 5 },
    ]);
    expect(schedule).toEqual(before);
    const round = whatIf(schedule, (draft) => {
      draft.dependencies.push(after("1.2.1", "1.1.1"));
    });
    expect(round).toMatchObject({ ok: false, problems: [{ code: "dependency-cycle" }] });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOf, randomNetwork, type SolverNetwork, slackOf, times } from "../../test/schedule/solver.ts";
import { soundDocument } from "../../test/sound-document.ts";
import type { Schedule } from "../document/index.ts";
import { shiftDate } from "../values/date.ts";
import { dayCount } from "./calendar.ts";
import { delayImpact } from "./delay-impact.ts";
import { computeNetwork } from "./network.ts";

const full = process.env.CADRE_FULL === "1";
const date = (day: number) => shiftDate("2020-01-01", day);
const KINDS = {
  FS: "finish-to-start",
  SS: "start-to-start",
  FF: "finish-to-finish",
  SF: "start-to-finish",
} as const;

/** The solver's network as a schedule. Ends of the solver are the day after the last. */
const scheduleOf = ({ activities, links }: SolverNetwork): Schedule => ({
  activities: activities.map(({ code, planned, duration, remaining, actualStart, actualEnd }) => ({
    code,
    start: date(planned ?? 0),
    end: date((planned ?? 0) + duration - 1),
    ...(remaining === undefined ? {} : { remaining }),
    ...(actualStart === undefined ? {} : { actualStart: date(actualStart) }),
    ...(actualEnd === undefined ? {} : { actualEnd: date(actualEnd - 1) }),
  })),
  dependencies: links.map(({ from, to, kind, lag }) => ({ from, to, kind: KINDS[kind], lag })),
});
const optionsOf = ({ status }: SolverNetwork) => ({ statusDate: status === null ? null : date(status - 1) });
const networks = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 12 }))
  .map(([seed, size]) => {
    let state = seed >>> 0;
    return randomNetwork(() => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    }, size);
  });

describe("random networks with actual dates, four kinds of links and a status date", () => {
  it("have the start, end, slack, critical path and impact of an independent solver", () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 1, max: 60 }), (network, days) => {
        const [schedule, options] = [scheduleOf(network), optionsOf(network)];
        const computed = computeNetwork(schedule, options);
        if (!computed.ok) throw new Error(JSON.stringify(computed.problems));
        const expected = times(network);
        expect(computed.value.end).toBe(date((endOf(expected) ?? 0) - 1));
        for (const { code, start, end, slack, critical } of computed.value.activities) {
          const own = expected.get(code);
          expect([code, start, end]).toEqual([code, date(own?.start ?? 0), date((own?.end ?? 0) - 1)]);
          const free = slackOf(network, code);
          expect([code, slack, critical]).toEqual([code, free, free === 0]);
        }
        const unfinished = network.activities.filter(({ actualEnd }) => actualEnd === undefined);
        const delayed = unfinished[days % Math.max(1, unfinished.length)];
        if (delayed === undefined) return;
        const impact = delayImpact(soundDocument(), schedule, { activity: delayed.code, days }, options);
        if (!impact.ok) throw new Error(JSON.stringify(impact.problems));
        const late = times(network, new Map([[delayed.code, days]]));
        const moved = network.activities.flatMap(({ code }) => {
          const by = (late.get(code)?.end ?? 0) - (expected.get(code)?.end ?? 0);
          return by > 0 ? [[code, by]] : [];
        });
        expect(impact.value.activities.map(({ code, high }) => [code, high]).sort()).toEqual(moved.sort());
        expect(impact.value.end.low).toBe((endOf(late) ?? 0) - (endOf(expected) ?? 0));
      }),
      { numRuns: full ? 5_000 : 400 },
    );
  }, 600_000);

  it("with missing and vague dates have bounds that hold every completion, and no impossible slack", () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 1, max: 2 ** 30 }), (network, seed) => {
        let state = seed >>> 0;
        const random = () => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return state / 2 ** 32;
        };
        // Some dates are forgotten; the network itself is one of their completions.
        const schedule = scheduleOf(network);
        const vague: Schedule = {
          ...schedule,
          activities: schedule.activities.map((activity) => {
            if (random() < 0.3 && activity.actualEnd === undefined)
              return { ...activity, start: null, end: null };
            if (random() < 0.3 && activity.actualStart !== undefined)
              return { ...activity, actualStart: activity.actualStart.slice(0, 7) };
            if (random() < 0.3 && activity.actualEnd !== undefined)
              return { ...activity, actualEnd: activity.actualEnd.slice(0, 7) };
            return activity;
          }),
        };
        const computed = computeNetwork(vague, optionsOf(network));
        if (!computed.ok) throw new Error(JSON.stringify(computed.problems));
        const expected = times(network);
        for (const { code, bounds, slackBounds } of computed.value.activities) {
          const own = expected.get(code);
          const [start, end] = [date(own?.start ?? 0), date((own?.end ?? 0) - 1)];
          expect(bounds.start.from === null || bounds.start.from <= start).toBe(true);
          expect(bounds.start.to === null || bounds.start.to >= start).toBe(true);
          expect(bounds.end.from === null || bounds.end.from <= end).toBe(true);
          expect(bounds.end.to === null || bounds.end.to >= end).toBe(true);
          const free = slackOf(network, code);
          if (free === null || slackBounds === null) {
            expect(slackBounds).toBeNull();
            continue;
          }
          expect(slackBounds.low).toBeGreaterThanOrEqual(0);
          expect(slackBounds.low).toBeLessThanOrEqual(free);
          expect(slackBounds.high === null || slackBounds.high >= free).toBe(true);
        }
      }),
      { numRuns: full ? 5_000 : 400 },
    );
  }, 600_000);

  it("do not let a finished activity be delayed", () => {
    const schedule = {
      activities: [{ code: "1", start: "2020-01-01", end: "2020-01-10", actualEnd: "2020-01-12" }],
      dependencies: [],
    };
    expect(delayImpact(soundDocument(), schedule, { activity: "1", days: 3 })).toMatchObject({
      ok: false,
      problems: [{ code: "finished" }],
    });
  });
});

describe("a working calendar", () => {
  it("counts working days one by one, over weekends and holidays", () => {
    const calendar = { weekend: [0, 6], holidays: ["2020-01-01", "2020-05-25", "1999-12-24", "2020-05-30"] };
    const days = dayCount(calendar);
    const works = (day: string) =>
      !calendar.weekend.includes(new Date(`${day}T00:00:00Z`).getUTCDay()) &&
      !calendar.holidays.includes(day);
    let index = days.indexOf("1999-12-01");
    for (let day = "1999-12-01"; day < "2020-07-01"; day = shiftDate(day, 1)) {
      expect(days.indexOf(day)).toBe(index);
      if (!works(day)) continue;
      expect(days.dateOf(index)).toBe(day);
      index += 1;
    }
    expect(() => dayCount({ weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [] })).toThrow(RangeError);
  });

  it("puts what would begin on a weekend to Monday", () => {
    const computed = computeNetwork(
      {
        activities: [
          { code: "1", start: "2020-06-01", end: "2020-06-05" },
          { code: "2", start: "2020-06-01", end: "2020-06-02" },
        ],
        dependencies: [{ from: "1", to: "2", kind: "finish-to-start", lag: 0 }],
      },
      { calendar: { weekend: [0, 6], holidays: [] } },
    );
    expect(computed.ok && computed.value.activities[1]).toMatchObject({
      start: "2020-06-08",
      end: "2020-06-09",
    });
  });
});

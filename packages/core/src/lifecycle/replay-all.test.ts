import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIVITY_EVENT_TYPES, type ActivityEvent, FundCause, replay, replayAll } from "./index.ts";

const full = process.env.CADRE_FULL === "1";

const event = fc
  .record({
    type: fc.constantFrom(...ACTIVITY_EVENT_TYPES),
    // Mostly days in order, so that the shared run is what is tried; now and then a vague one.
    step: fc.integer({ min: 0, max: 3 }),
    vague: fc.integer({ min: 0, max: 20 }),
    causes: fc.subarray([...FundCause.options, "river:elections" as const], { maxLength: 2 }),
    until: fc.constantFrom(undefined, "2020-09", "2021"),
    share: fc.constantFrom(undefined, 0.5, 1),
    to: fc.constantFrom("IOM", "FAO"),
  })
  .map(({ type, step, vague, causes, until, share, to }) => ({
    step,
    vague,
    event: {
      ...{ type, date: null, basis: "reported" },
      ...(type === "delayed" || type === "suspended" ? { causes } : {}),
      ...((type === "resumed" || type === "hold-up-ended") && causes.length > 0 ? { causes } : {}),
      ...((type === "delayed" || type === "suspended") && until !== undefined
        ? { expectedUntil: until }
        : {}),
      ...(type === "completed" && share !== undefined ? { share } : {}),
      ...(type === "handed-over" ? { to } : {}),
      ...(type === "merged" ? { into: "1.1.2" } : {}),
      ...(type === "split" ? { into: ["1.1.2", "1.1.3"] } : {}),
    } as ActivityEvent,
  }));
const log = fc.array(event, { maxLength: 7 }).map((steps) => {
  let day = 0;
  return steps.map(({ step, vague, event: each }): ActivityEvent => {
    day += step;
    const date = new Date(Date.UTC(2020, 0, 1 + day * 9)).toISOString().slice(0, 10);
    return { ...each, date: vague === 0 ? date.slice(0, 7) : date };
  });
});

describe("replayAll", () => {
  it("gives each log the status that replay gives it alone, whatever the logs beside it", () => {
    fc.assert(
      fc.property(fc.array(log, { maxLength: 30 }), fc.constantFrom(null, "2020-03-01"), (logs, asOf) => {
        const found = replayAll(logs, { asOf });
        for (const [index, events] of logs.entries()) {
          const { state, readings, causes, expectedUntil, share, refusals } = replay(events, { asOf });
          expect(found[index]).toEqual({ state, readings, causes, expectedUntil, share, refusals });
        }
      }),
      { numRuns: full ? 2_000 : 60 },
    );
  });

  it("hands out lists that belong to their status alone", () => {
    const events: ActivityEvent[] = [
      { type: "delayed", date: "2020-03-10", causes: ["covid-19"], basis: "reported" },
    ];
    const [first, second] = replayAll([events, events]);
    first?.causes.push("season");
    first?.readings.push("done");
    expect(second).toMatchObject({ causes: ["covid-19"], readings: ["delayed"] });
  });
});

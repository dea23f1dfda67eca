import { describe, expect, it } from "vitest";
import { eventsOfPath } from "../../test/lifecycle/path-notation.ts";
import { LIFECYCLE_PATHS } from "../../test/lifecycle/paths.ts";
import { daysLost, replay } from "./index.ts";

const asOf = "2020-11-15";

describe("paths of real life", () => {
  it.each(LIFECYCLE_PATHS.map((each) => [each.path, each] as const))("%s", (path, expected) => {
    const events = eventsOfPath(path);
    const found = replay(events, { asOf });
    const { state } = expected;
    if (typeof state === "string") expect(found.state).toBe(state);
    else {
      expect(found.state).toBe("undetermined");
      expect([...found.readings].sort()).toEqual([...state].sort());
    }
    if (expected.plan !== undefined) expect(found.plan).toBe(expected.plan);
    if (expected.started === null) expect(found.started).toBeNull();
    else if (expected.started !== undefined)
      expect([found.started?.from, found.started?.to]).toEqual(expected.started);
    if (expected.open !== undefined) expect([...found.causes].sort()).toEqual([...expected.open].sort());
    for (const [cause, until] of Object.entries(expected.expected ?? {}))
      expect(found.holdUps.find((each) => each.cause === cause && each.to === null)?.expectedUntil).toBe(
        until,
      );
    if (expected.lost !== undefined) {
      const { total } = daysLost(found.holdUps, { asOf });
      expect([total.low, total.high]).toEqual(expected.lost);
    }
    if (expected.share !== undefined) expect(found.share).toBe(expected.share);
    for (const finding of expected.findings ?? [])
      expect(found.findings.map(({ code }) => code)).toContain(finding);
    expect(found.refusals.map(({ event }) => event.type)).toEqual(expected.refused ?? []);
    // A refusal says which states would allow the event.
    for (const { requires, state: at } of found.refusals) {
      expect(requires.length).toBeGreaterThan(0);
      expect(requires).not.toContain(at);
    }
  });
});

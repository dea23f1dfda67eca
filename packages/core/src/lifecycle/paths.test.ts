import { describe, expect, it } from "vitest";
import { eventsOfPath } from "../../test/lifecycle/path-notation.ts";
import { LIFECYCLE_PATHS } from "../../test/lifecycle/paths.ts";
import { daysLost, replay } from "./index.ts";

const asOf = "2020-11-15";

describe("paths of real life", () => {
  it.each(LIFECYCLE_PATHS.map((each) => [each.path, each] as const))("%s", (path, wanted) => {
    const events = eventsOfPath(path);
    const found = replay(events, { asOf });
    const { state } = wanted;
    if (typeof state === "string") expect(found.state).toBe(state);
    else {
      expect(found.state).toBe("undetermined");
      expect([...found.readings].sort()).toEqual([...state].sort());
    }
    if (wanted.plan !== undefined) expect(found.plan).toBe(wanted.plan);
    if (wanted.started === null) expect(found.started).toBeNull();
    else if (wanted.started !== undefined)
      expect([found.started?.from, found.started?.to]).toEqual(wanted.started);
    if (wanted.open !== undefined) expect([...found.causes].sort()).toEqual([...wanted.open].sort());
    for (const [cause, until] of Object.entries(wanted.expected ?? {}))
      expect(found.holdUps.find((each) => each.cause === cause && each.to === null)?.expectedUntil).toBe(
        until,
      );
    if (wanted.lost !== undefined) {
      const { total } = daysLost(found.holdUps, asOf);
      expect([total.low, total.high]).toEqual(wanted.lost);
    }
    if (wanted.share !== undefined) expect(found.share).toBe(wanted.share);
    for (const finding of wanted.findings ?? [])
      expect(found.findings.map(({ rule }) => rule)).toContain(finding);
    expect(found.refusals.map(({ event }) => event.type)).toEqual(wanted.refused ?? []);
    // A refusal says which states would allow the event.
    for (const { requires, state: at } of found.refusals) {
      expect(requires.length).toBeGreaterThan(0);
      expect(requires).not.toContain(at);
    }
  });
});

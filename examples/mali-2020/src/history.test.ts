import { readFileSync } from "node:fs";
import { type FrameworkDocument, parseFramework, replay } from "@cadre/core";
import { readReport } from "@cadre/documents";
import { describe, expect, it } from "vitest";
import { history, impactOfPlanning, states } from "./history.ts";
import { FRAMEWORK, REPORT } from "./read.ts";
import { record } from "./record.ts";

const framework = ((): FrameworkDocument => {
  const parsed = parseFramework(JSON.parse(readFileSync(FRAMEWORK, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
})();

describe("the project's history, as dated events", () => {
  it("replays to the states that the report states", () => {
    const read = readReport(readFileSync(REPORT));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const reported = Object.fromEntries(
      read.value.activities.map(({ code, events }) => [code, replay(events).state]),
    );
    expect(states(framework)).toEqual(reported);
    expect(reported).toMatchObject({
      "1.1.1": "delayed",
      "1.1.2": "in-progress",
      "1.4.1": "delayed",
      "3.2.3": "delayed",
    });
  });

  it("has the approvals of May and of September 2020", () => {
    const moments = history(framework);
    const approved = moments.filter(({ event }) => event.type.startsWith("reallocation"));
    expect(approved.some(({ date }) => date?.startsWith("2020-05"))).toBe(true);
    expect(
      approved.some(
        ({ date, activity, event }) =>
          activity === "1.4.1" && date?.startsWith("2020-09") && event.type === "reallocation-reverted",
      ),
    ).toBe(true);
    const dates = moments.flatMap(({ date }) => (date === null ? [] : [date]));
    expect(dates).toEqual([...dates].sort());
  });
});

describe("the same history in a log of the engine", () => {
  it("is admitted event by event from those who may report it, and is where the report says", async () => {
    const { activities, position } = await record(framework);
    expect(Object.fromEntries(activities.map(({ code, state }) => [code, state]))).toEqual(states(framework));
    expect(position).toBe(1 + history(framework).length);
    expect(activities.flatMap(({ refusals }) => refusals)).toEqual([]);
  });
});

describe("the impact of 1.1.1's delay", () => {
  it("is what waits for it and what both move, for nobody knows how long, in both languages", () => {
    const impact = impactOfPlanning(framework);
    expect(impact.activities).toEqual([
      { code: "1.1.1", low: 0, high: null },
      { code: "2.2.1", low: 0, high: null },
    ]);
    expect(impact.outputs.map(({ code }) => code)).toEqual(["1.1", "2.2"]);
    expect(impact.indicators.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["1.1.1", "2.2.1", "1.1", "2.1"]),
    );
    expect(impact.undated).toEqual(["2.2.1"]);
    expect(impact.text.en).toContain("1.1.1 is delayed: for as long as nobody knows.");
    expect(impact.text.fr).toContain("1.1.1 est retardée : pour une durée que nul ne connaît.");
  });
});

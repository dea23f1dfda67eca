import { describe, expect, it } from "vitest";
import { soundDocument } from "../../test/sound-document.ts";
import type { FrameworkDocument } from "../document/index.ts";
import type { ActivityEvent } from "../lifecycle/index.ts";
import { projectDelays } from "./delays.ts";

const event = (type: string, date: string, more: object = {}) =>
  ({ type, date, basis: "reported", ...more }) as ActivityEvent;
const covid = { causes: ["covid-19"] };

/** Four activities: late and done, held up in two ways until today, early without a hold-up, cancelled. */
const document = (): FrameworkDocument => ({
  ...soundDocument(),
  activities: [
    {
      code: "1.1.1",
      events: [
        event("started", "2020-01-01"),
        event("delayed", "2020-03-01", covid),
        event("resumed", "2020-03-31"),
        event("completed", "2020-07-10"),
      ],
    },
    {
      code: "1.1.2",
      events: [
        event("started", "2020-01-01"),
        event("delayed", "2020-10-01", covid),
        event("suspended", "2020-10-11", { causes: ["insecurity"] }),
      ],
    },
    {
      code: "1.2.1",
      events: [event("started", "2020-01-01"), event("completed", "2020-05-21")],
    },
    { code: "1.2.2", events: [event("delayed", "2020-03-01", covid), event("cancelled", "2020-03-11")] },
  ] as FrameworkDocument["activities"],
  schedule: {
    activities: [
      { code: "1.1.1", start: "2020-01-01", end: "2020-06-30" },
      { code: "1.1.2", start: "2020-01-01", end: "2020-06-30", actualStart: "2020-01-01" },
      { code: "1.2.1", start: "2020-01-01", end: "2020-05-31" },
      { code: "1.2.2", start: "2020-01-01", end: "2020-05-31" },
    ],
    dependencies: [],
  },
});

describe("the delays of a project", () => {
  const { activities, outputs, lost } = projectDelays(document(), { asOf: "2020-10-31" });
  const of = (code: string) => activities.find((each) => each.code === code);

  it("count days by cause, once where causes overlap", () => {
    expect(of("1.1.1")?.lost.total).toEqual({ low: 30, high: 30 });
    expect(of("1.1.2")?.lost.total).toEqual({ low: 30, high: 30 });
    expect(of("1.1.2")?.lost.causes.map(({ cause, days, shared }) => [cause, days.low, shared.low])).toEqual([
      ["covid-19", 30, 20],
      ["insecurity", 20, 10],
    ]);
  });

  it("add up to outputs and the project", () => {
    expect(outputs.map(({ code, lost: { total } }) => [code, total.low, total.high])).toEqual([
      ["1.1", 60, 60],
      ["1.2", 10, 10],
    ]);
    expect(lost.total).toEqual({ low: 70, high: 70 });
    expect(lost.causes.map(({ cause, days }) => [cause, days.low])).toEqual([
      ["covid-19", 70],
      ["insecurity", 20],
    ]);
  });

  it("compare the end with the plan: late, early, not yet ended", () => {
    expect(of("1.1.1")?.late).toEqual({ low: 10, high: 10 });
    expect(of("1.2.1")?.late).toEqual({ low: -10, high: -10 });
    // Unfinished work ends on the status date or later: 123 days after 30 June.
    expect(of("1.1.2")?.late?.low).toBeGreaterThanOrEqual(123);
    expect(of("1.2.2")?.late).toBeNull();
  });

  it("say nothing of the plan where there is none", () => {
    const { schedule: _, ...without } = document();
    expect(projectDelays(without).activities.every(({ late }) => late === null)).toBe(true);
  });
});

import { createFramework } from "@cadre/core/create";
import { expect, it } from "vitest";
import { textOf } from "../markup/index.ts";
import { activityDetails } from "./details.ts";
import { dashboardModel } from "./model.ts";

it("lists what an agency's own event records beside its date", () => {
  const document = createFramework({
    ...{ title: "Dialogue", startDate: "2020-01-01", endDate: "2021-12-31" },
    outcomes: [{ code: "1", indicators: [{ code: "1.1", target: 200 }] }],
    activities: [{ code: "1.1.1", title: "Train mediators" }],
  });
  const details = { ballot: "<local>", stations: 1200, early: false };
  const model = dashboardModel({
    ...document,
    activities: document.activities.map((activity) => ({
      ...activity,
      events: [{ type: "river:put-on-hold", date: "2020-03-01", basis: "reported", details }],
    })),
  });
  const [row] = model.activities;
  if (row === undefined) throw new Error("no activity");
  expect(row.history[0]?.details).toEqual(details);
  for (const [language, text] of [
    ["en", "ballot: &lt;local&gt;; stations: 1,200; early: no"],
    ["fr", "ballot\u00a0: &lt;local&gt;\u00a0; stations\u00a0: 1\u202f200\u00a0; early\u00a0: non"],
  ] as const)
    expect(textOf(activityDetails(row, model, language))).toContain(text);
});

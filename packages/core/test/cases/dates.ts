import type { ActivityEvent } from "../../src/lifecycle/index.ts";
import { all, budget, project, type RuleCase, reportOf, write } from "../rule-case.ts";
import { indicator, number } from "../sound-document.ts";

const events =
  (...events: ActivityEvent[]): RuleCase["spoil"] =>
  (document) => {
    document.activities = [{ code: "1.1.1", events }];
  };
const started = (date: string): ActivityEvent => ({ type: "started", date, basis: "reported" });
const delayed = (expectedUntil?: string): ActivityEvent => ({
  type: "delayed",
  date: "2020-03",
  basis: "reported",
  causes: ["covid-19"],
  ...(expectedUntil !== undefined && { expectedUntil }),
});
const planned =
  (start: string | null, end: string | null): RuleCase["spoil"] =>
  (document) => {
    document.schedule = { activities: [{ code: "1.1.1", start, end }], dependencies: [] };
  };
const waiting =
  (start: string): RuleCase["spoil"] =>
  (document) => {
    document.activities.push({ code: "1.1.2", events: [] });
    document.schedule = {
      activities: [
        { code: "1.1.1", start: "2020-02-01", end: "2020-04-30" },
        { code: "1.1.2", start, end: "2020-12-31" },
      ],
      dependencies: [{ from: "1.1.1", to: "1.1.2", kind: "finish-to-start", lag: 0 }],
    };
  };
const on =
  (asOf: string, rate: number): RuleCase["spoil"] =>
  (document) => {
    Object.assign(reportOf(document), { asOf, year: Number(asOf.slice(0, 4)) });
    document.budget.deliveryRate = rate;
  };
const answer =
  (field: string, text: string): RuleCase["spoil"] =>
  (document) =>
    Object.assign(reportOf(document).answers, { [field]: text });
/** Three indicators of the output that have reached so much of 40, and a rating. */
const rated =
  (rating: "off-track" | "on-track", actual: number): RuleCase["spoil"] =>
  (document) => {
    const [outcome] = document.outcomes;
    if (outcome === undefined) return;
    outcome.rating = rating;
    outcome.indicators = [indicator("1.1", { actual: number(actual) })];
    const codes = ["1.1.1", "1.1.2"];
    const texts = ["Nombre de médiateurs formés", "Nombre de puits creusés"];
    Object.assign(outcome.outputs[0] ?? {}, {
      indicators: codes.map((code, index) =>
        indicator(code, { text: texts[index] ?? "", actual: number(actual) }),
      ),
    });
  };

/** For tests: dates, events, the work plan, ratings. */
export const DATE_CASES: RuleCase[] = [
  {
    rule: "dates-out-of-order",
    at: "project/endDate",
    severity: "error",
    found: "2020-01-01",
    expected: "after 2020-01-01",
    spoil: project({ endDate: "2020-01-01" }),
    near: all(project({ endDate: "2020-01-02" }), budget({ deliveryRate: 1 }), events(), (document) => {
      reportOf(document).asOf = null;
    }),
  },
  {
    rule: "report-outside-project",
    at: "report/year",
    severity: "error",
    found: 2019,
    expected: "2020 to 2022",
    spoil: (document) => Object.assign(reportOf(document), { year: 2019 }),
    // A final report may be of the year after the end.
    near: (document) => Object.assign(reportOf(document), { year: 2022 }),
  },
  {
    rule: "last-six-months",
    at: "answers/last-six-months",
    severity: "error",
    found: "Oui",
    expected: "Non",
    spoil: answer("last-six-months", "Oui"),
    near: all(answer("last-six-months", "Oui"), on("2021-06-15", 0.9)),
  },
  {
    rule: "last-six-months",
    at: "answers/last-six-months",
    severity: "error",
    found: "Non",
    expected: "Oui",
    spoil: on("2021-11-15", 0.95),
    near: on("2021-06-15", 0.9),
  },
  {
    rule: "baselines-answer",
    at: "answers/outcome-baselines",
    severity: "error",
    found: "Oui",
    expected: "Non",
    also: ["to-be-determined"],
    spoil: (document) => {
      const baseline = document.outcomes[0]?.indicators[0];
      if (baseline !== undefined) baseline.baseline = { value: { kind: "tbd" } };
    },
    near: answer("outcome-baselines", "Oui, sauf trois qui sont à déterminer"),
  },
  {
    rule: "event-outside-project",
    at: "activities/1.1.1",
    severity: "warning",
    found: "2019-12",
    expected: "2020-01-01 to 2021-12-31",
    spoil: events(started("2019-12")),
    near: events(started("2020")),
  },
  {
    rule: "event-outside-project",
    at: "activities/1.1.1",
    severity: "warning",
    found: "2021-01",
    expected: "2020-01-01 to 2021-12-31",
    spoil: events(started("2021-01")),
    near: events(started("2020-12")),
  },
  {
    rule: "event-refused",
    at: "activities/1.1.1",
    severity: "warning",
    found: "reopened",
    expected: "done",
    spoil: (document) =>
      document.activities[0]?.events.push({ type: "reopened", date: "2020-04", basis: "reported" }),
    near: (document) =>
      document.activities[0]?.events.push(
        { type: "resumed", date: "2020-04", basis: "reported" },
        { type: "completed", date: "2020-05", basis: "reported" },
      ),
  },
  {
    rule: "own-code-unknown",
    at: "activities/1.1.1",
    severity: "info",
    found: "river:put-on-hold",
    expected: null,
    spoil: (document) =>
      document.activities[0]?.events.push({ type: "river:put-on-hold", date: "2020-04", basis: "reported" }),
    near: (document) =>
      document.activities[0]?.events.push({
        ...{ type: "delayed", date: "2020-04", basis: "reported", causes: ["other"] },
      }),
  },
  {
    rule: "delay-without-cause",
    at: "activities/1.1.1",
    severity: "info",
    found: "delayed",
    expected: "a cause",
    spoil: events({ type: "delayed", date: "2020-03", basis: "reported", causes: [] }),
    near: events({ type: "delayed", date: "2020-03", basis: "inferred", causes: [] }),
  },
  {
    rule: "delay-overdue",
    at: "activities/1.1.1",
    severity: "warning",
    found: "2020-10",
    expected: "2020-11-15",
    spoil: events(delayed("2020-10")),
    near: events(delayed("2020-11")),
  },
  {
    rule: "delay-overdue",
    at: "activities/1.1.1",
    severity: "warning",
    found: "2022",
    expected: "2021-12-31",
    spoil: events(delayed("2022")),
    near: events(delayed("2021-12")),
  },
  {
    rule: "work-plan-outside-project",
    at: "schedule/activities/1.1.1",
    severity: "warning",
    found: "2022-01-01",
    expected: "2020-01-01 to 2021-12-31",
    spoil: planned("2021-12-01", "2022-01-01"),
    near: planned("2021-12-01", "2021-12-31"),
  },
  {
    rule: "work-plan-order",
    at: "schedule/activities/1.1.2",
    severity: "warning",
    found: "2020-04-30",
    expected: "at least 2020-05-01",
    spoil: waiting("2020-04-30"),
    near: waiting("2020-05-01"),
  },
  {
    rule: "work-plan-order",
    at: "schedule/activities/1.1.1",
    severity: "warning",
    found: "2020-02-01",
    expected: "at least 2020-03-01",
    spoil: (document) => {
      const dates = { start: null, end: null, actualStart: "2020-03-01", actualEnd: "2020-02-01" };
      document.schedule = { activities: [{ code: "1.1.1", ...dates }], dependencies: [] };
    },
    near: (document) => {
      const dates = { start: null, end: null, actualStart: "2020-03-01", actualEnd: "2020-03-01" };
      document.schedule = { activities: [{ code: "1.1.1", ...dates }], dependencies: [] };
    },
  },
  {
    rule: "periods-overlap",
    at: "periods/b",
    severity: "warning",
    found: "2020-06-30",
    expected: "after 2020-06-30",
    spoil: (document) => {
      document.periods = [
        { id: "a", start: "2020-01-01", end: "2020-06-30" },
        { id: "b", start: "2020-06-30", end: "2020-12-31" },
      ];
    },
    near: (document) => {
      document.periods = [
        { id: "a", start: "2020-01-01", end: "2020-06-30" },
        { id: "b", start: "2020-07-01", end: "2020-12-31" },
        { id: "year", start: "2020-01-01", end: "2020-12-31" },
        { id: "q2", start: "2020-04-01", end: "2020-06-30" },
      ];
    },
  },
  {
    rule: "rating-contradicted",
    at: "outcomes/1/rating",
    severity: "warning",
    found: "on-track",
    expected: "off-track",
    spoil: all(rated("on-track", 0), on("2021-02-15", 0.5)),
    near: all(rated("on-track", 1), on("2021-02-15", 0.5)),
  },
  {
    rule: "rating-contradicted",
    at: "outcomes/1/rating",
    severity: "warning",
    found: "off-track",
    expected: "on-track",
    spoil: rated("off-track", 40),
    near: rated("off-track", 39),
  },
  {
    rule: "narrative-missing",
    at: "narrative/overall-status",
    severity: "warning",
    found: null,
    expected: "an answer",
    spoil: write(""),
    near: write("", "other-issues"),
  },
  {
    rule: "narrative-missing",
    at: "narrative/structural-change",
    severity: "warning",
    found: "N/A",
    expected: "an answer",
    spoil: all(write("N/A", "structural-change"), on("2021-11-15", 0.95), answer("last-six-months", "Oui")),
    near: write("N/A", "structural-change"),
  },
];

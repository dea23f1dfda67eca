import type { FrameworkDocument } from "@cadre/core";
import { longLists } from "../src/routes/document-limits.ts";
import { document } from "./server.ts";

/** Parts of a document, changed by what is long in it. */
type Draft = Record<string, unknown> & { project: Record<string, unknown>; budget: Record<string, unknown> };
type Lists = Record<string, unknown[]>;

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const day = (n: number) => new Date(Date.UTC(2000, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const code = (n: number) => `${1 + (n % 9)}.${1 + (Math.floor(n / 9) % 9)}.${1 + (Math.floor(n / 81) % 999)}`;
const usd = (minor: number) => ({ minor, currency: "USD" });
const none = { value: { kind: "none" } };
const count = (value: number, more = {}) => ({ value: { kind: "number", value }, ...more });
const indicator = (n: number, more = {}) => ({
  ...{ code: code(n), text: `Number of women and men trained in mediation in commune ${n}` },
  ...{ baseline: count(0), target: count(100), milestone: none, actual: count(n % 120) },
  ...more,
});
const EVENTS = ["started", "delayed", "suspended", "resumed", "hold-up-ended", "completed", "cancelled"];
const event = (n: number, date: string | null) => {
  const type = EVENTS[n % EVENTS.length] ?? "";
  return { type, date, basis: "reported", ...(/delayed|suspended/.test(type) && { causes: ["season"] }) };
};
const late = [{ type: "delayed", date: "2020-03", causes: ["covid-19"], basis: "reported" }];
const oneActivity = (count: number, date: (n: number) => string | null) => (draft: Draft) => {
  draft.activities = [{ code: "1.1.1", title: "x", events: many(count, (n) => event(n, date(n))) }];
};
/** Late activities with a work plan, of which some wait for others. */
const plan =
  (count: number, edges: (n: number) => [from: number, to: number][], dates = ["2020-02-01", "2020-05-01"]) =>
  (draft: Draft) => {
    const [start, end] = dates;
    draft.activities = many(count, (n) => ({ code: code(n), events: late }));
    draft.schedule = {
      activities: many(count, (n) => ({ code: code(n), start, end })),
      dependencies: many(count, edges)
        .flat()
        .map(([from, to]) => ({ from: code(from), to: code(to) })),
    };
  };
const chain = (n: number): [number, number][] => (n === 0 ? [] : [[n - 1, n]]);
const outcome = (draft: Draft): Lists => (draft.outcomes as Lists[])[0] as Lists;
const line = (n: number, more = {}) => ({
  ...{ id: `l${n}`, activity: code(n), output: null, agency: "FAO", category: "travel", amount: usd(n) },
  ...{ gewe: 0.3, ...more },
});
const narratives = (texts: string[]) => (draft: Draft) => {
  draft.report = {
    ...{ type: "annual", year: 2020, language: "fr", asOf: "2020-11-15", covidCategories: {}, answers: {} },
    ...{
      claims: [],
      lines: {},
      narratives: texts.map((text) => ({ topic: "overall-status", text, limit: 100 })),
    },
  };
};

/** What is long in a document that its schema permits, by name. */
const LONG: Record<string, (draft: Draft) => void> = {
  "30,000 events of one activity on certain days": oneActivity(30_000, day),
  "30,000 events of one activity on one day": oneActivity(30_000, () => "2020-03-03"),
  "30,000 undated events of one activity": oneActivity(30_000, () => null),
  "events of one activity in vague months": oneActivity(20_000, (n) => `20${10 + (n % 60)}-0${1 + (n % 9)}`),
  "a thousand activities of ten undated events": (draft) => {
    draft.activities = many(1_000, (n) => ({ code: code(n), events: many(10, (each) => event(each, null)) }));
  },
  "5,000 late activities": (draft) => {
    draft.activities = many(5_000, (n) => ({ code: code(n), title: `Activity ${n}`, events: late }));
  },
  "a chain of 4,500 late activities": plan(4_500, chain),
  "a work plan of all for all": plan(160, (n) => many(n, (before): [number, number] => [before, n])),
  "a cycle of 5,000 activities": plan(5_000, (n) => [[n, (n + 1) % 5_000]]),
  "a work plan of ten thousand years": (draft) => {
    plan(3_000, (n) => (n === 0 ? [] : [[0, n]]), ["0002-02-01", "0003-05-01"])(draft);
    Object.assign(draft.project, { startDate: "0001-01-01", endDate: "9999-12-31" });
  },
  "waits beyond the end of the calendar": (draft) => {
    plan(400, chain)(draft);
    for (const each of (draft.schedule as Lists).dependencies ?? []) (each as { lag: number }).lag = 36_525;
  },
  "4,500 indicators of alike texts": (draft) => {
    outcome(draft).indicators = many(4_500, (n) => indicator(n));
  },
  "parts of one breakdown": (draft) => {
    const parts = many(30_000, (n) => ({ label: `label ${n}`, value: n }));
    outcome(draft).indicators = [
      indicator(0, { actual: count(1e6, { breakdown: { partition: true, parts } }) }),
    ];
  },
  "axes that are not defined": (draft) => {
    draft.axes = many(12_000, (n) => ({ name: `a${n}`, kind: "partition", categories: ["x", "y"] }));
    outcome(draft).indicators = [indicator(0, { disaggregation: many(12_000, (n) => `b${n}`) })];
  },
  "thirty-one axes": (draft) => {
    draft.axes = many(31, (n) => ({ name: `a${n}`, kind: "partition", categories: ["x", "y"] }));
  },
  "periods that share their days": (draft) => {
    draft.periods = many(20_000, (n) => ({ id: `p${n}`, start: day(n), end: day(n + 4_000) }));
  },
  "budget lines of as many agencies, unlike those of the cover": (draft) => {
    draft.project.agencies = many(3_000, (n) => ({
      name: `Organisation des Nations ${n}`,
      convening: false,
      budget: usd(1),
    }));
    draft.budget.lines = many(7_000, (n) => line(n, { agency: `Organisation Nation ${n}`, spent: usd(n) }));
  },
  "expenditure that thousands of lines share": (draft) => {
    draft.budget.lines = many(5_000, (n) => line(n));
    draft.budget.shared = many(40, () => ({
      lines: many(1_000, (n) => `l${(n * 7) % 5_000}`),
      spent: usd(1),
    }));
  },
  "tranches of thousands of agencies": (draft) => {
    draft.budget.tranches = many(15_000, (n) => ({
      number: n + 1,
      agency: `A${n % 3_000}`,
      amount: usd(1),
      share: 0.5,
      received: null,
    }));
  },
  "narratives of digits": narratives(many(90, () => "1 ".repeat(9_900))),
  "narratives of one word": narratives(many(90, () => "a".repeat(19_900))),
  "narratives of sentences": narratives(
    many(90, (n) => `${n} Le projet a formé 1,245 femmes et 350 hommes. `.repeat(400)),
  ),
  "49,000 fields that are unknown": (draft) => {
    for (let n = 0; n < 49_000; n += 1) draft[`field ${n}`] = n;
  },
};
export const LONG_DOCUMENTS = Object.keys(LONG);

/** A document with something long in it. */
export function longDocument(name: string): FrameworkDocument {
  const draft = structuredClone(document()) as unknown as Draft;
  LONG[name]?.(draft);
  return draft as unknown as FrameworkDocument;
}

/** The same with each list cut to its limit. */
export function longestDocument(name: string): FrameworkDocument {
  const cut = longDocument(name);
  for (let problems = longLists(cut); problems.length > 0; problems = longLists(cut))
    for (const { where, found, expected } of problems) {
      const list = where.path.split("/").reduce<unknown>((at, key) => (at as Lists)[key], cut) as unknown[];
      list.length = Math.min(Number(found), Number(/\d+/.exec(String(expected))?.[0]));
    }
  return cut;
}

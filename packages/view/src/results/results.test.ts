import {
  type ActivityEvent,
  addMoney,
  type BudgetLine,
  type FrameworkDocument,
  money,
  shiftDate,
} from "@cadre/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { large, mali } from "../../test/documents.ts";
import {
  activityRows,
  budgetSlices,
  countByStatus,
  findingRows,
  indicatorRows,
  lateByCause,
  sliceBudget,
  timeOf,
  timeSpan,
} from "./index.ts";

const line = (over: Partial<BudgetLine> & { amount: BudgetLine["amount"] }): BudgetLine => ({
  id: "1",
  activity: null,
  output: null,
  agency: "PAM",
  category: null,
  gewe: null,
  ...over,
});
const lines = fc.array(
  fc.record({
    agency: fc.constantFrom("PAM", "FAO", "OIM"),
    currency: fc.constantFrom("USD", "XOF"),
    minor: fc.integer({ min: 0, max: 10 ** 11 }),
    gewe: fc.option(fc.integer({ min: 0, max: 100 }).map((share) => share / 100)),
  }),
  { maxLength: 30 },
);

describe("slices of a budget", () => {
  it("add up to the lines to the cent, each currency by itself, and nothing is in two slices", () => {
    fc.assert(
      fc.property(lines, (drawn) => {
        const all = drawn.map(({ minor, currency, ...rest }) =>
          line({ ...rest, amount: { minor, currency } }),
        );
        const slices = sliceBudget({ lines: all }, "agency");
        for (const currency of ["USD", "XOF"]) {
          const sum = (amounts: { minor: number; currency: string }[]) =>
            amounts
              .filter((each) => each.currency === currency)
              .reduce((total, { minor }) => total + minor, 0);
          expect(sum(slices.map(({ amount }) => amount))).toBe(sum(all.map(({ amount }) => amount)));
        }
        const names = slices.map(({ key, amount }) => `${key} ${amount.currency}`);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it("know no share where one line has none, which is not a share of nothing", () => {
    const [reported, unknown, nothing] = sliceBudget(
      {
        lines: [
          line({ agency: "PAM", amount: money(100, "USD"), gewe: 0.3 }),
          line({ agency: "FAO", amount: money(100, "USD"), gewe: 0.3 }),
          line({ agency: "FAO", amount: money(100, "USD"), gewe: null }),
          line({ agency: "OIM", amount: money(100, "USD"), gewe: 0 }),
        ],
      },
      "agency",
    );
    expect([reported?.share, unknown?.share, nothing?.share]).toEqual([0.3, null, 0]);
    expect([unknown?.gewe, nothing?.gewe]).toEqual([null, { minor: 0, currency: "USD" }]);
  });

  it("come from the cover page where there are no lines, and from nowhere else", () => {
    const document = mali();
    const slices = budgetSlices(document, "agency");
    expect(slices.map(({ key }) => key)).toEqual(["PAM", "FAO", "OIM"]);
    expect(addMoney(money(0, "USD"), ...slices.map(({ amount }) => amount))).toEqual(document.budget.total);
    expect(budgetSlices(document, "output")).toEqual([]);
  });
});

describe("rows of indicators", () => {
  it("are all of the document's, each once, with a status or why there is none", () => {
    const document = large(200, 0);
    const rows = indicatorRows(document);
    expect(rows.map(({ code }) => code)).toEqual(
      document.outcomes.flatMap(({ indicators, outputs }) =>
        [...indicators, ...outputs.flatMap((output) => output.indicators)].map(({ code }) => code),
      ),
    );
    for (const { status, statusReason } of rows) expect(status === null).toBe(statusReason !== null);
    expect(Object.values(countByStatus(rows)).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });

  it("keep a value that is to be determined, missing, in words and zero apart", () => {
    const kinds = new Set(indicatorRows(large(400, 0)).map(({ actual }) => actual.kind));
    expect([...kinds].sort()).toEqual(["none", "number", "tbd", "text"]);
    for (const { actual, percentOfTarget, reason } of indicatorRows(large(400, 0)))
      if (actual.kind !== "number") {
        expect(percentOfTarget).toBeNull();
        expect(reason).not.toBeNull();
      }
  });

  it("lead each finding to the row that it speaks of", () => {
    const document = mali();
    const findings = findingRows([
      {
        code: "x",
        severity: "warning",
        where: { path: "indicators/1.1.1/actual" },
        message: { en: "x", fr: "x" },
        found: null,
        expected: null,
      },
    ]);
    const rows = indicatorRows(document, { findings });
    expect(rows.filter(({ findings: indexes }) => indexes.length > 0).map(({ code }) => code)).toEqual([
      "1.1.1",
    ]);
  });
});

describe("time", () => {
  it("has no share where a day is not known", () => {
    const { project, report } = mali();
    expect(timeOf({ project: { ...project, endDate: null }, report }).elapsed).toBeNull();
    expect(timeOf({ project, report: null })).toEqual({ asOf: null, elapsed: null });
    expect(timeOf({ project, report }).elapsed).toBeCloseTo(0.334, 3);
  });

  const DAYS = ["2020-02-10", "2020-03", "2020-05-01", "2020-08-20", "2020", null];
  const events = fc.array(
    fc.record({
      type: fc.constantFrom("started", "delayed", "resumed", "completed", "cancelled"),
      date: fc.constantFrom(...DAYS),
    }),
    { maxLength: 6 },
  );
  const withEvents = (drawn: { type: string; date: string | null }[]): FrameworkDocument => ({
    ...mali(),
    activities: [
      {
        code: "1.1.1",
        events: drawn.map(({ type, date }) => ({
          type,
          date,
          basis: "reported",
          ...(type === "delayed" && { causes: ["covid-19"] }),
        })) as ActivityEvent[],
      },
    ],
  });

  it("is covered by an activity's states once, from the project's start to the report's day, whatever happened", () => {
    fc.assert(
      fc.property(events, (drawn) => {
        const document = withEvents(drawn);
        const [row] = activityRows(document);
        const spans = row?.spans ?? [];
        expect(spans[0]?.from).toBe(document.project.startDate);
        expect(spans.at(-1)?.to).toBe(document.report?.asOf);
        for (const [index, { from, to }] of spans.entries()) {
          expect(from <= to).toBe(true);
          if (index > 0) expect(from).toBe(shiftDate(spans[index - 1]?.to ?? "", 1));
        }
        expect(row?.history).toHaveLength(drawn.length);
      }),
    );
  });

  it("spans the project and whatever lies outside of it, and is none where nothing is dated", () => {
    const document = mali();
    expect(timeSpan(document, activityRows(document))).toEqual({ start: "2020-01-15", end: "2022-07-15" });
    const undated = { ...document, project: { ...document.project, startDate: null, endDate: null } };
    expect(timeSpan(undated, [])).toBeNull();
  });
});

describe("what is late", () => {
  it("is under each of its causes, and under none where no cause is reported", () => {
    const base = activityRows(large(4, 9));
    const late = lateByCause(base);
    const delayed = base.filter(({ state }) => state === "delayed" || state === "suspended");
    expect(delayed.length).toBeGreaterThan(0);
    for (const row of delayed)
      for (const cause of row.causes.length === 0 ? [null] : row.causes)
        expect(late.find((each) => each.cause === cause)?.rows).toContain(row);
    const sizes = late.map(({ rows }) => rows.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it("reaches whoever waits for it, and nobody else; of further delays only the direct ones are reported", () => {
    const document = large(4, 30);
    const rows = activityRows(document);
    const held = rows.filter(({ impact }) => impact !== null);
    expect(held.length).toBeGreaterThan(0);
    for (const row of held)
      for (const code of row.waiting) expect(rows.map((each) => each.code)).toContain(code);
    expect(activityRows(document, { maxImpacts: 0 }).every(({ impact }) => impact === null)).toBe(true);
  });
});

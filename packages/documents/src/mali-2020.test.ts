import { existsSync, readFileSync } from "node:fs";
import { type FrameworkDocument, indicatorsOf, replay } from "@cadre/core";
import { inspect } from "@cadre/core/results";
import { beforeAll, describe, expect, it } from "vitest";
import { readReport } from "./report-text.ts";

// The real report is beside the project's root; its prose is no part of the project.
const REPORT = new URL("../../../../shared/reports/mali-2020.fr.txt", import.meta.url);
const there = existsSync(REPORT);
if (!there) console.warn("SKIPPED: the real report is not beside the project; nothing is read from it.");

describe.skipIf(!there)("the real report (skipped where shared/reports/mali-2020.fr.txt is absent)", () => {
  let document: FrameworkDocument;
  let text: string[];
  let inspection: ReturnType<typeof inspect>;

  beforeAll(() => {
    const bytes = readFileSync(REPORT);
    text = bytes.toString("utf8").split("\n");
    const read = readReport(bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    document = read.value;
    inspection = inspect(document, { readerFindings: read.findings });
  });

  const indicator = (code: string) => {
    const found = inspection.indicators.find((each) => each.code === code);
    if (found === undefined) throw new Error(`no indicator ${code}`);
    return found;
  };
  const found = (rule: string) => inspection.findings.filter((finding) => finding.code === rule);
  const codes = (rule: string) => found(rule).map(({ where }) => where.path.split("/")[1]);
  const activityOf = (code: string) => {
    const activity = document.activities.find((each) => each.code === code);
    if (activity === undefined) throw new Error(`no activity ${code}`);
    return replay(activity.events);
  };

  it("has 3 outcomes, 9 outputs and 40 indicators, each with its cells", () => {
    expect(document.outcomes).toHaveLength(3);
    expect(document.outcomes.flatMap(({ outputs }) => outputs)).toHaveLength(9);
    const all = indicatorsOf(document);
    expect(all).toHaveLength(40);
    for (const { indicator: each } of all) {
      expect(each.text).not.toBe("");
      for (const column of ["baseline", "target", "milestone", "actual"] as const) {
        const { raw } = each[column];
        const line = document.report?.lines[`indicators/${each.code}/${column}`] ?? 0;
        const opening = text[line - 1]?.trim().split(/\s+/)[0] ?? "";
        expect((raw ?? "").startsWith(opening), `${each.code} ${column}: ${raw} at line ${line}`).toBe(true);
      }
    }
    expect(all.filter(({ indicator: each }) => each.remark !== undefined)).toHaveLength(18);
  });

  it("has its dates, agencies and money", () => {
    expect(inspection.project).toMatchObject({
      startDate: "2020-01-15",
      endDate: "2022-07-15",
      reportType: "annual",
      year: 2020,
      agencies: [
        { name: "PAM", convening: true, budget: 1_200_000 },
        { name: "FAO", convening: false, budget: 900_000 },
        { name: "OIM", convening: false, budget: 900_000 },
      ],
    });
    expect(inspection.budget).toMatchObject({
      total: 3_000_000,
      currency: "USD",
      deliveryRate: 0.2,
      covidAdjustment: 55_000,
      evaluation: 105_000,
      gewe: { allocated: 1_072_749.17, spent: 269_854.82 },
      marker: { declared: "GM2", computed: "GM2", agrees: true },
    });
    const { share, burn, spentShare } = inspection.budget.gewe;
    expect([share, burn, spentShare].map((part) => (100 * (part ?? Number.NaN)).toFixed(2))).toEqual([
      "35.76",
      "25.16",
      "44.98",
    ]);
  });

  it("gives percent of target, or why not", () => {
    expect(indicator("2.1.1").percentOfTarget).toBe(0.75);
    expect(indicator("2.1.4").percentOfTarget).toBe(1.25);
    expect(indicator("2.1.5")).toMatchObject({
      percentOfTarget: null,
      undefinedBecause: "target-not-a-number",
    });
    const tbd = inspection.indicators.filter(({ target }) => target.kind === "tbd");
    expect(tbd).toHaveLength(15);
    for (const each of tbd)
      expect(each).toMatchObject({ percentOfTarget: null, undefinedBecause: "target-tbd" });
    expect(indicator("1.4").baseline).toEqual({ kind: "tbd", note: "DTM" });
    expect(indicator("1.4").actual).toEqual({ kind: "none" });
    expect(indicator("1.1.1").actual).toEqual({ kind: "number", value: 0 });
    const rest = inspection.indicators.filter(({ target }) => target.kind === "number");
    expect(rest.every(({ percentOfTarget }) => percentOfTarget !== null)).toBe(true);
  });

  it("says of 22 of 24 indicators that nothing is due yet, and that they are off track once something is", () => {
    const statuses = (on?: string) => {
      const { indicators } = inspect(document, on === undefined ? {} : { on });
      return indicators.flatMap(({ status }) => status ?? []).sort();
    };
    const expected = (first: string, second: string, rest: string) =>
      [first, second, ...Array<string>(22).fill(rest)].sort();
    expect(statuses()).toEqual(expected("achieved", "on-track", "not-due"));
    expect(statuses("2020-12-15")).toEqual(expected("achieved", "on-track", "off-track"));
    // After the project's end all of the target is expected: 150 of 200 is 75 %.
    expect(statuses("2022-12-01")).toEqual(expected("achieved", "at-risk", "off-track"));
  });

  it("reads the breakdowns", () => {
    expect(indicator("2.1.1").breakdown.target).toMatchObject({
      partition: true,
      sum: 300,
      consistent: false,
    });
    expect(indicator("2.1.1").breakdown.actual).toMatchObject({
      partition: true,
      sum: 150,
      consistent: true,
    });
    expect(indicator("1.3.3").breakdown.target).toMatchObject({
      partition: true,
      sum: 280,
      consistent: true,
    });
    expect(indicator("2.1.7").breakdown.target).toMatchObject({
      partition: true,
      sum: 6000,
      consistent: true,
    });
    expect(indicator("2.3.3").breakdown.target).toMatchObject({
      partition: false,
      sum: 2900,
      consistent: null,
    });
  });

  it("finds what is wrong, and nothing else", () => {
    const counts = Object.fromEntries(
      [...new Set(inspection.findings.map(({ code }) => code))].map((rule) => [rule, found(rule).length]),
    );
    expect(counts).toEqual({
      "breakdown-sum": 1,
      "value-contradicted": 1,
      "cell-two-quantities": 1,
      "disaggregation-missing": 6,
      "text-over-limit": 4,
      "cell-over-limit": 11,
      "number-format": 2,
      "rating-missing": 3,
      "spelling-variant": 2,
      "covid-category-unticked": 1,
      "delivery-behind-time": 1,
      "answer-missing": 2,
      "to-be-determined": 15,
      "zero-or-unknown": 1,
      "breakdown-in-narrative": 1,
    });
    expect(found("breakdown-sum")).toMatchObject([
      { where: { path: "indicators/2.1.1/target", line: 471 }, found: 300, expected: 200 },
    ]);
    expect(found("value-contradicted")).toMatchObject([
      { where: { path: "indicators/2.1.6/actual" }, found: 0, expected: 30 },
    ]);
    expect(found("value-contradicted")[0]?.message.en).toMatch(
      /indicator 2\.1\.5, remark.*gender and youth analysis, outcome 2/,
    );
    expect(found("cell-two-quantities")).toMatchObject([
      { where: { path: "indicators/2.1.5/target", line: 514 } },
    ]);
    expect(codes("disaggregation-missing").sort()).toEqual([
      "1.4",
      "2.2.1",
      "2.2.2",
      "2.3",
      "3.2.2",
      "3.2.3",
    ]);
    expect(
      found("text-over-limit").map(({ where, found: count, expected }) => [where.path, count, expected]),
    ).toEqual([
      ["narrative/overall-status", 1959, 1500],
      ["narrative/next-six-months", 1366, 1000],
      ["narrative/gender-and-youth/1", 1115, 1000],
      ["narrative/outcome-progress/2", 3782, 3000],
    ]);
    expect(
      found("cell-over-limit").every(({ found: count, expected }) => Number(count) > 300 && expected === 300),
    ).toBe(true);
    expect(found("delivery-behind-time")).toMatchObject([{ found: 0.2 }]);
  });

  it("reports the activities' states", () => {
    const states = Object.fromEntries(inspection.activities.map(({ code, state }) => [code, state]));
    expect(states).toEqual({
      "1.1.1": "delayed",
      "1.1.2": "in-progress",
      "1.1.3": "in-progress",
      "1.1.4": "in-progress",
      "1.4.1": "delayed",
      "2.1.1": "in-progress",
      "2.1.2": "in-progress",
      "2.1.3": "in-progress",
      "2.1.4": "delayed",
      "2.2.1": "in-progress",
      "3.1.1": "delayed",
      "3.1.2": "delayed",
      "3.2.1": "delayed",
      "3.2.2": "delayed",
      "3.2.3": "delayed",
    });
    expect(activityOf("1.1.1").causes).toEqual(["covid-19"]);
    expect(activityOf("3.2.3")).toMatchObject({ causes: ["covid-19"], expectedUntil: "2021" });
    expect(inspection.activities.find(({ code }) => code === "1.1.1")?.events).toEqual([
      { type: "delayed", date: "2020-03" },
      { type: "delayed", date: "2020-06" },
      { type: "hold-up-ended", date: "2020-10" },
    ]);
    expect(inspection.activities.find(({ code }) => code === "2.1.1")?.events).toContainEqual({
      type: "started",
      date: "2020-05",
    });
  });

  it("marks every event as inferred and quotes what is at the line that it names", () => {
    for (const { events } of document.activities) {
      expect(events.length).toBeGreaterThan(0);
      for (const { basis, evidence = [] } of events) {
        expect(basis).toBe("inferred");
        expect(evidence.length).toBeGreaterThan(0);
        for (const { quote, where } of evidence) {
          expect(text[(where.line ?? 0) - 1]?.replace(/\s+/g, " ")).toContain(quote);
        }
      }
    }
  });
});

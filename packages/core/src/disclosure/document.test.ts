import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jointBounds } from "../bounds/index.ts";
import { check } from "../checks/index.ts";
import { createFramework } from "../create/index.ts";
import { withDerived } from "../derived/index.ts";
import {
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  type ReportedValue,
} from "../document/index.ts";
import { indicatorTableRows } from "../portfolio/index.ts";
import { inspect } from "../results/index.ts";
import { numberOf } from "../values/value-number.ts";
import { protectDocument, protectSeries } from "./index.ts";

const RUNS = process.env.CADRE_FULL === "1" ? 5_000 : 300;
const count = (value: number): ReportedValue => ({ value: { kind: "number", value } });
const NONE: ReportedValue = { value: { kind: "none" } };

function documentOf(actual: ReportedValue, more: Partial<Indicator> = {}): FrameworkDocument {
  const indicator: Indicator = {
    ...{ code: "1.1", text: "Displaced people helped", baseline: NONE, target: count(500), milestone: NONE },
    ...{ actual, ...more },
  };
  return {
    ...{ format: "cadre/framework", version: 1 },
    project: {
      ...{ title: "A project", country: null, number: null, startDate: "2020-01-01", endDate: "2021-12-31" },
      ...{ agencies: [], genderMarker: null, riskMarker: null, focusArea: null },
    },
    budget: {
      ...{ total: null, deliveryRate: null, gewe: { allocated: null, spent: null } },
      ...{ covidAdjustment: null, evaluation: null },
    },
    outcomes: [{ code: "1", title: "Peace", rating: null, indicators: [indicator], outputs: [] }],
    activities: [],
    report: null,
  };
}
const actualOf = (document: FrameworkDocument) => document.outcomes[0]?.indicators[0]?.actual;
const partsOf = (values: Record<string, number>) =>
  Object.entries(values).map(([label, value]) => ({ label, value }));

describe("protectDocument", () => {
  it("withholds a small part and a second one that hides it, with what quotes them", () => {
    const document = documentOf(
      {
        ...{ ...count(43), raw: "43 (soit 3 femmes, 40 hommes)" },
        breakdown: { partition: true, parts: partsOf({ femmes: 3, hommes: 40 }) },
      },
      { remark: "Seules 3 femmes sont venues." },
    );
    const { document: safe, withheld } = protectDocument(document);
    expect(withheld).toEqual([{ indicator: "1.1", column: "actual", parts: ["femmes", "hommes"] }]);
    expect(actualOf(safe)).toEqual({
      value: { kind: "number", value: 43 },
      breakdown: { partition: false, parts: [], suppressed: ["femmes", "hommes"] },
    });
    expect(JSON.stringify(safe)).not.toContain("Seules");
    expect(JSON.stringify(safe)).not.toContain("soit");
    expect(check(safe).filter(({ code }) => /^(breakdown|disaggregation)/.test(code))).toEqual([]);
    expect(inspect(safe).indicators[0]).toMatchObject({ value: 43, coverage: null });
    expect(
      indicatorTableRows([{ name: "a", document: safe }]).filter(({ column }) => column === "actual"),
    ).toMatchObject([
      { part: null, kind: "number", value: 43, written: null },
      { part: "femmes", kind: "suppressed", value: null },
      { part: "hommes", kind: "suppressed", value: null },
    ]);
  });
  it("withholds a whole value that is small, and says that it is withheld", () => {
    const document = documentOf(count(3), { disaggregation: ["sex"] });
    const { document: safe, withheld } = protectDocument(document);
    expect(withheld).toEqual([{ indicator: "1.1", column: "actual", parts: null }]);
    expect(actualOf(safe)).toEqual({ value: { kind: "none", because: "suppressed" } });
    expect(inspect(safe).indicators[0]).toMatchObject({
      ...{ value: null, reason: "suppressed", percentOfTarget: null, undefinedBecause: "suppressed" },
      ...{ status: null, statusUndefinedBecause: "suppressed" },
    });
  });
  it("withholds groups of which those outside are few", () => {
    const actual = { ...count(43), breakdown: { partition: false, parts: partsOf({ "young people": 40 }) } };
    expect(protectDocument(documentOf(actual)).withheld).toMatchObject([{ parts: ["young people"] }]);
  });
  it("withholds shares that come to a few people, and a limit that is one", () => {
    const shares = [{ label: "women", share: 0.02, low: 2, high: 2 }];
    const actual = { ...count(100), breakdown: { partition: false, parts: [], shares } };
    expect(protectDocument(documentOf(actual)).withheld).toMatchObject([{ parts: ["women"] }]);
    const limited: ReportedValue = { value: { kind: "number", value: 3, qualifier: "at-least", low: 3 } };
    expect(protectDocument(documentOf(limited, { disaggregation: ["age"] })).withheld).toMatchObject([
      { parts: null },
    ]);
  });
  it("leaves plans, percentages, large groups and what counts no groups alone", () => {
    for (const document of [
      documentOf(count(3)),
      documentOf({ value: { kind: "number", value: 3, unit: "%" } }, { disaggregation: ["sex"] }),
      documentOf({ ...count(60), breakdown: { partition: true, parts: partsOf({ women: 20, men: 40 }) } }),
      documentOf(NONE, {
        target: { ...count(4), breakdown: { partition: true, parts: partsOf({ a: 1, b: 3 }) } },
      }),
    ])
      expect(protectDocument(document)).toEqual({ document, withheld: [] });
  });
  it("leaves out what no field holds, and could hold anything", () => {
    const document = documentOf(count(60), { extensions: { women: 3 } });
    const [outcome] = document.outcomes;
    if (outcome === undefined) throw new Error("no outcome");
    const more = { iati: { result: [{ value: "3" }] } };
    const { document: safe } = protectDocument({
      ...{ ...document, extensions: more, outcomes: [{ ...outcome, extensions: more }] },
    });
    expect(safe).toEqual(documentOf(count(60)));
  });
  it("gives no small part back to a reader who solves what is left", () => {
    const worlds = fc.record({
      parts: fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
        ...{ minLength: 2, maxLength: 6 },
      }),
      threshold: fc.integer({ min: 2, max: 8 }),
    });
    fc.assert(
      fc.property(worlds, ({ parts, threshold }) => {
        const values = Object.fromEntries(parts.map((value, index) => [`g${index}`, value]));
        const total = parts.reduce((sum, each) => sum + each, 0);
        const actual = { ...count(total), breakdown: { partition: true, parts: partsOf(values) } };
        const safe = actualOf(protectDocument(documentOf(actual), { policy: { threshold } }).document);
        const published =
          safe?.value.kind === "number" && safe.value.value !== null
            ? [{ at: {}, value: safe.value.value }]
            : [];
        const left = [
          ...published,
          ...(safe?.breakdown?.parts ?? []).map(({ label, value }) => ({ at: { part: label }, value })),
        ];
        for (const [label, value] of Object.entries(values)) {
          if (value === 0 || value >= threshold) continue;
          const known = jointBounds({ part: Object.keys(values) }, left, { part: label });
          expect((known?.high ?? Number.POSITIVE_INFINITY) - (known?.low ?? 0)).toBeGreaterThanOrEqual(
            threshold,
          );
        }
      }),
      { numRuns: RUNS, seed: 21 },
    );
  });
});

describe("protectSeries", () => {
  it("leaves past values out that are small", () => {
    const points = [
      { date: "2020-06-30", value: 3 },
      { date: "2020-12-31", value: 30 },
    ];
    const document = documentOf(count(30), { disaggregation: ["sex"] });
    expect(protectSeries(document, { "1.1": points })).toEqual({ "1.1": points.slice(1) });
    expect(protectSeries(documentOf(count(30)), { "1.1": points })).toEqual({ "1.1": points });
  });
});

describe("formulas in a protected document", () => {
  const counted = (code: string, actual: number) => ({ code, disaggregation: ["sex"], actual });
  const document = (total?: number) =>
    createFramework({
      ...{ title: "Dialogue", axes: { sex: ["female", "male"] } },
      outcomes: [
        {
          code: "1",
          indicators: [
            counted("1.1", 3),
            counted("1.2", 40),
            { code: "1.3", formula: "[1.1] + [1.2]", ...(total !== undefined && { actual: total }) },
            { code: "1.4", formula: "[1.2] * 2" },
          ],
        },
      ],
    });
  const actuals = (read: ReturnType<typeof document>) =>
    indicatorsOf(withDerived(protectDocument(read).document)).map(({ indicator }) =>
      numberOf(indicator.actual.value),
    );

  it("give no value back that was withheld, computed or stated", () => {
    expect(actuals(document())).toEqual([null, 40, null, 80]);
    expect(actuals(withDerived(document()))).toEqual([null, 40, null, 80]);
    expect(actuals(document(43))).toEqual([null, 40, null, 80]);
    expect(protectDocument(document(43)).withheld.map(({ indicator }) => indicator)).toEqual(["1.1", "1.3"]);
  });
});

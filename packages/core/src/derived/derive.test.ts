import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFramework, type IndicatorInput, measure } from "../create/index.ts";
import { indicatorsOf, parseFramework } from "../document/index.ts";
import { inspect } from "../results/index.ts";
import { formulaOf, formulaValues, readFormula, withDerived } from "./index.ts";

const framework = (...indicators: IndicatorInput[]) =>
  createFramework({ title: "Dialogue", outcomes: [{ code: "1", indicators }] });
const actual = (document: ReturnType<typeof framework>, code: string) =>
  indicatorsOf(withDerived(document)).find(({ indicator }) => indicator.code === code)?.indicator.actual;

const codeAt = (index: number) => `${1 + Math.floor(index / 900)}.${1 + (index % 900)}`;
const RATE: IndicatorInput[] = [
  { code: "1.1", unit: "cases", baseline: 24, actual: 12 },
  { code: "1.2", unit: "people", baseline: 4000, actual: 4800 },
  { code: "1.3", formula: "1000 * [1.1] / [1.2]", target: 2 },
];

describe("formulas in a document", () => {
  it("give the columns that it does not state, and say how", () => {
    const [, , rate] = inspect(framework(...RATE)).indicators;
    expect(rate).toMatchObject({ value: 2.5, baseline: { value: 6 }, progress: 0.875 });
    expect(rate?.derived).toMatchObject({
      ...{ formula: "(1000 × [1.1]) ÷ [1.2]", working: "(1000 × 12) ÷ 4800", value: 2.5, missing: [] },
    });
  });

  it("may depend on one another, in any order", () => {
    const document = framework({ code: "1.4", formula: "[1.3] * 2" }, ...RATE, {
      code: "1.5",
      formula: "[1.4] - [1.4, baseline]",
    });
    expect([actual(document, "1.4"), actual(document, "1.5")]).toMatchObject([
      { value: { value: 5 }, computed: true },
      { value: { value: -7 }, computed: true },
    ]);
    expect(withDerived(withDerived(document))).toEqual(withDerived(document));
  });

  it("leave what is stated, to be determined or withheld as it is", () => {
    const rest = RATE.slice(0, 2);
    for (const stated of [
      3,
      "tbd" as const,
      { value: { kind: "none" as const, because: "suppressed" as const } },
    ]) {
      const document = framework(...rest, { code: "1.3", formula: "[1.1] / [1.2]", actual: stated });
      expect(actual(document, "1.3")?.computed).toBeUndefined();
      expect(actual(document, "1.3")).toEqual(indicatorsOf(document)[2]?.indicator.actual);
    }
  });

  it("say what is missing, and carry what is only confined", () => {
    const range = { value: { kind: "number" as const, value: null, low: 4000, high: 4800 } };
    const formula = "1000 * [1.1] / [1.2]";
    const known = framework(
      { code: "1.1", actual: 12 },
      { code: "1.2", actual: range },
      { code: "1.3", formula },
    );
    expect(inspect(known).indicators[2]).toMatchObject({ value: null, bounds: { low: 2.5, high: 3 } });
    const open = framework({ code: "1.1", actual: 12 }, { code: "1.2" }, { code: "1.3", formula });
    expect(inspect(open).indicators[2]).toMatchObject({
      ...{ value: null, reason: "no-actual", derived: { reason: "missing", missing: ["1.2"] } },
    });
  });

  it("that rest on themselves have no value, however many there are", () => {
    const ring = Array.from({ length: 40 }, (_, index) => ({
      code: `1.${index + 1}`,
      // Each refers to all others: paths through them are beyond counting.
      formula: Array.from({ length: 40 }, (_, other) => `[1.${other + 1}]`).join(" + "),
    }));
    const found = inspect(framework(...ring));
    expect(found.indicators.every(({ value }) => value === null)).toBe(true);
    expect(found.findings.filter(({ code }) => code === "formula-invalid").length).toBe(40);
  });

  it("may be a long chain", () => {
    const chain = Array.from({ length: 3000 }, (_, index) => ({
      code: codeAt(index + 1),
      formula: `[${codeAt(index)}] + 1`,
    }));
    expect(actual(framework(...chain, { code: codeAt(0), actual: 1 }), codeAt(3000))?.value).toMatchObject({
      value: 3001,
    });
  });

  it("of estimates have an interval that holds whatever depends on what", () => {
    const share = (value: number, n: number) => ({
      value: { kind: "number" as const, value, unit: "%" },
      sample: { n },
    });
    const measurement = {
      ...{ measure: "survey-share" as const, accumulation: "latest" as const },
      combination: { sources: "none" as const, places: "none" as const },
    };
    const document = framework(
      { code: "1.1", unit: "%", measurement, actual: share(60, 400), baseline: share(50, 400) },
      { code: "1.2", formula: "[1.1] - [1.1, baseline]" },
    );
    const derived = inspect(document).indicators[1]?.derived;
    expect(derived).toMatchObject({ value: 10, estimates: ["1.1"], interval: { level: 0.95 } });
    // Wilson's intervals of 97.5 % of both: 54.4…65.4 and 44.4…55.6.
    expect(derived?.interval?.low).toBeCloseTo(-1.1, 0);
    expect(derived?.interval?.high).toBeCloseTo(21, 0);
  });

  it("that are too deep are refused", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level += 1) deep = { op: "add", terms: [deep] };
    const document = structuredClone(framework(...RATE)) as unknown as {
      outcomes: { indicators: { formula?: unknown }[] }[];
    };
    const [outcome] = document.outcomes;
    Object.assign(outcome?.indicators[2] ?? {}, { formula: deep });
    expect(parseFramework(document)).toMatchObject({ ok: false });
  });
});

describe("formulas over observations", () => {
  const document = framework(
    { code: "1.1", measurement: "count" },
    { code: "1.2", measurement: "count" },
    { code: "1.3", formula: "100 * [1.1] / [1.2]", unit: "%", target: 50, baseline: 0 },
  );
  const rows = [
    { indicator: "1.1", period: "2020", value: 12, categories: { sex: "female" } },
    { indicator: "1.1", period: "2020", value: 8, categories: { sex: "male" } },
    { indicator: "1.2", period: "2020", value: 16, categories: { sex: "female" } },
    { indicator: "1.2", period: "2020", value: 34, categories: { sex: "male" } },
  ];

  it("are evaluated in all and in each cell", () => {
    const found = measure(document)
      .add(rows)
      .results({ by: ["sex"] })[2];
    expect(found).toMatchObject({
      ...{ value: 40, percentOfTarget: 0.8, progress: 0.8, count: 4 },
      derived: { working: "(100 × 20) ÷ 50", missing: [] },
    });
    expect(found?.cells.map(({ at, value }) => [at.sex, value])).toEqual([
      ["female", 75],
      ["male", 800 / 34],
    ]);
  });

  it("take the reason of what is missing", () => {
    const found = measure(document)
      .add(rows.slice(0, 2))
      .results({ by: ["sex"] })[2];
    expect(found).toMatchObject({ value: null, reason: "no-actual", derived: { missing: ["1.2"] } });
  });

  it("fill the document that observations complete", () => {
    const observed = measure(document).add(rows).observed().document;
    expect(actual(observed, "1.3")).toMatchObject({ value: { value: 40 }, computed: true });
  });
});

describe("readFormula", () => {
  it.each([
    ["1000 * [1.1] / [1.2]", "(1000 × [1.1]) ÷ [1.2]"],
    ["[1.1] + [1.2] * 2 - 3", "([1.1] + ([1.2] × 2)) − 3"],
    ["−([1.1] − 2,5)", "0 − ([1.1] − 2.5)"],
    ["max([1.1, target]; min(1, [1.2]))", "max([1.1, target], min(1, [1.2]))"],
    ["[a − b] − [c] − [d]", "[a − b] − [c] − [d]"],
    ["[a] − ([b] − [c])", "[a] − ([b] − [c])"],
    ["[a] ÷ [b] ÷ [c]", "[a] ÷ [b] ÷ [c]"],
  ])("reads %s", (text, expected) => expect(formulaOf(readFormula(text))).toBe(expected));

  it.each([
    ["", "the end"],
    ["1 +", "the end"],
    ["process.exit(1)", "“process.ex”"],
    ["[1.1", "“[1.1”"],
    ["[1.1, actual]", "[1.1, actual]"],
    ["(1", "the end"],
    ["1 2", "“2”"],
    ["max 1", "“1”"],
    ["min(1,5)", "character 5: found “1,5”, expected a point"],
    ["2 * * [1.1]", "character 5: found “*”"],
    [`${"(".repeat(100)}1${")".repeat(100)}`, "24 brackets"],
    [`${"-".repeat(9000)}1`, "24 brackets"],
  ])("refuses %s", (text, message) => expect(() => readFormula(text)).toThrow(message));

  it("reads back what formulaOf writes", () => {
    const { tree } = fc.letrec<{ tree: object | number }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.nat(9),
        fc.record({ ref: fc.constantFrom("1.1", "2.1a") }),
        fc.record({ ref: fc.constant("1.1"), of: fc.constantFrom("baseline", "target") }),
        fc.record({
          op: fc.constantFrom("add", "subtract", "multiply", "divide", "min", "max"),
          terms: fc.array(tie("tree"), { minLength: 2, maxLength: 3 }),
        }),
      ),
    }));
    fc.assert(
      fc.property(tree, (expression) => {
        const text = formulaOf(expression as Parameters<typeof formulaOf>[0]);
        expect(formulaOf(readFormula(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("is a document’s formula, with what it comes to", () => {
    const document = framework(...RATE);
    const rate = indicatorsOf(document)[2]?.indicator;
    expect(rate && formulaValues(document).derivedAt(rate, "baseline")?.value).toBe(6);
  });
});

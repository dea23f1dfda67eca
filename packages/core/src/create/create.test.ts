import { describe, expect, it } from "vitest";
import { readFormula } from "../derived/index.ts";
import { ResultError } from "../diagnostics/unwrap.ts";
import { indicatorsOf, parseFramework } from "../document/index.ts";
import { inspect } from "../results/index.ts";
import { createFramework, measure, parseFrameworkInput, rollUp } from "./index.ts";

const target = { code: "1", indicators: [{ code: "1.1", target: 200 }] };

describe("a framework", () => {
  it("is created of a title and what is known of its outcomes", () => {
    const document = createFramework({ title: "Dialogue", outcomes: [target] });
    expect(parseFramework(document)).toEqual({ ok: true, value: document, findings: [] });
    const [only] = indicatorsOf(document);
    expect(only?.indicator).toEqual({
      ...{ code: "1.1", text: "Indicator 1.1", baseline: { value: { kind: "none" } } },
      ...{ target: { value: { kind: "number", value: 200 } }, milestone: { value: { kind: "none" } } },
      actual: { value: { kind: "none" } },
    });
    expect([document.periods, document.project.endDate, document.budget.total]).toEqual([
      undefined,
      null,
      null,
    ]);
    expect(inspect(document).indicators[0]).toMatchObject({ value: null, reason: "no-actual" });
  });

  it("has its periods from the project's dates, and its money exactly", () => {
    const document = createFramework({
      ...{ title: "Dialogue", startDate: "2020-01-15", endDate: "2020-12-14", budget: 1_500_000.1 },
      ...{ agencies: ["UNDP", { name: "FAO", kind: "RUNO" }], axes: { sex: ["female", "male"] } },
      ...{
        outcomes: [
          { code: "1", outputs: [{ code: "1.1", indicators: [{ code: "1.1.1", measurement: "ratio" }] }] },
        ],
      },
    });
    expect(document.periods?.map(({ id }) => id)).toEqual(["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"]);
    expect(document.budget.total).toEqual({ minor: 150_000_010, currency: "USD" });
    expect(document.project.agencies.map(({ name, convening }) => [name, convening])).toEqual([
      ["UNDP", true],
      ["FAO", false],
    ]);
    expect(document.axes).toEqual([{ name: "sex", kind: "partition", categories: ["female", "male"] }]);
    const years = createFramework({
      ...{ title: "x", startDate: "2020-01-15", endDate: "2021-07-14", outcomes: [] },
      periods: { months: 6, from: "2020-01-15" },
    });
    expect(years.periods?.length).toBe(3);
  });

  it("takes formulas as they are written, and refuses one that it does not understand", () => {
    const withFormula = (formula: string) => ({
      title: "x",
      outcomes: [{ code: "1", indicators: [{ code: "1.1" }, { code: "1.2", formula }] }],
    });
    const [, computed] = indicatorsOf(createFramework(withFormula("2 * [1.1]")));
    expect(computed?.indicator.formula).toEqual(readFormula("2 * [1.1]"));
    expect(parseFrameworkInput(withFormula("2 * * [1.1]"))).toMatchObject({
      ok: false,
      problems: [
        {
          where: { path: "outcomes/0/indicators/1/formula" },
          message: { en: expect.stringContaining("character 5"), fr: expect.stringContaining("caractère 5") },
        },
      ],
    });
  });

  it("that is none is refused with what is wrong", () => {
    const create = () => createFramework({ title: "x", outcomes: [{ code: "one" }] });
    expect(create).toThrow(ResultError);
    expect(create).toThrow("outcomes/0/code: found “one”, expected a code such as 1, 1.1, 1.1.1 or 1.1.1a.");
  });
});

describe("rows", () => {
  it("are measured in one line, by the axes that they name", () => {
    const document = createFramework({ title: "Dialogue", outcomes: [target] });
    const rows = [
      { indicator: "1.1", period: "2020-Q1", value: 12, categories: { sex: "female" } },
      { indicator: "1.1", period: "2020-Q1", value: 8, categories: { sex: "male" } },
      { indicator: "1.1", period: "2020-Q2", value: 30 },
    ];
    const [only] = measure(document)
      .add(rows)
      .results({ by: ["sex"] });
    expect(only).toMatchObject({ code: "1.1", value: 50, percentOfTarget: 0.25 });
    // Of the second quarter nobody knows the parts.
    expect(only?.cells.map(({ at, reported }) => [at, reported])).toEqual([
      [{ sex: "female" }, 12],
      [{ sex: "male" }, 8],
    ]);
  });

  it("that are added leave what was there as it was", () => {
    const document = createFramework({ title: "Dialogue", outcomes: [target] });
    const first = measure(document).add([{ indicator: "1.1", period: "2020", value: 1 }]);
    const second = first.add([{ indicator: "1.1", period: "2021", value: 2 }]);
    expect([first, second].map((each) => each.results()[0]?.value)).toEqual([1, 3]);
    const { document: observed, series } = second.observed();
    expect(indicatorsOf(observed)[0]?.indicator.actual.value).toEqual({ kind: "number", value: 3 });
    expect(series["1.1"]?.map(({ date }) => date)).toEqual(["2020-12-31", "2021-12-31"]);
  });

  it("that are wrong are not counted, and reported apart", () => {
    const measured = measure(createFramework({ title: "Dialogue", outcomes: [target] })).add([
      { indicator: "9.9", period: "2020", value: 1 },
      { indicator: "1.1", period: "last year", value: 1 },
    ]);
    expect(measured.rejected.map(({ row, code }) => [row, code])).toEqual([
      [0, "unknown-indicator"],
      [1, "unknown-period"],
    ]);
    expect(measured.results()[0]?.value).toBeNull();
    expect(() => measured.results({ by: ["height"] })).toThrow(/height.*known/);
  });
});

describe("a portfolio of three documents", () => {
  const project = (trained: number | undefined, numerator: number, denominator: number) =>
    createFramework({
      title: "x",
      outcomes: [
        {
          code: "1",
          indicators: [
            { code: "1.1", target: 100, ...(trained !== undefined && { actual: trained }) },
            {
              ...{
                code: "1.2",
                measurement: "ratio",
                target: { value: { kind: "number", value: null, numerator: 8, denominator: 10 } },
              },
              actual: { value: { kind: "number", value: null, numerator, denominator } },
            },
          ],
        },
      ],
    });

  it("is rolled up: counts add up, ratios add numerators and denominators", () => {
    const [trained, settled] = rollUp([project(50, 1, 2), project(30, 30, 100), project(40, 0, 8)], {
      trained: ["1.1", "1.1", "1.1"],
      settled: ["1.2", "1.2", null],
    });
    expect(trained).toMatchObject({ code: "trained", percentOfTarget: 0.4 });
    expect(trained?.actual.summary).toMatchObject({ value: 120, reported: 3, missingCount: 0 });
    // 31 of 102, not the mean of one half and three tenths.
    expect(settled?.actual.summary).toMatchObject({ numerator: 31, denominator: 102 });
    expect(settled?.actual.summary.value).toBeCloseTo(31 / 102, 12);
  });

  it("counts what was not reported as missing, and makes no percentage of it", () => {
    const [trained] = rollUp([project(50, 1, 2), project(undefined, 1, 2)], { trained: ["1.1", "1.1"] });
    expect(trained?.actual.summary).toMatchObject({ value: 50, reported: 1, missingCount: 1 });
    expect(trained?.percentOfTarget).toBeNull();
  });

  it("names what a mapping does not find", () => {
    expect(() => rollUp([project(1, 1, 1)], { x: ["7.7"] })).toThrow(
      "document 1 has no indicator 7.7; known: 1.1, 1.2",
    );
  });
});

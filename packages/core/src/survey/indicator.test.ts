import { describe, expect, it } from "vitest";
import { IndicatorDefinition } from "../aggregate/index.ts";
import { Indicator, type Measure } from "../document/index.ts";
import { rollUpIndicator, summarise } from "../indicators/index.ts";
import { surveyIndicator } from "./index.ts";

const cell = (value: number, n?: number) => ({
  value: { kind: "number", value },
  ...(n !== undefined && { sample: { n, designEffect: 1.5 } }),
});
const indicator = (measure: Measure, actual: object) =>
  Indicator.parse({
    ...{ code: "1.1", text: "Share of people who trust the police", unit: "%" },
    measurement: { measure, accumulation: "latest", combination: { sources: "none", places: "none" } },
    ...{ baseline: cell(42, 400), target: cell(60), milestone: { value: { kind: "none" } }, actual },
  });

describe("a survey indicator of a report", () => {
  it.each([
    [70, "reached"],
    [62, "inconclusive"],
    [50, "not-reached"],
  ])("at %d %%, target 60 %%: %s", (actual, status) => {
    expect(surveyIndicator(indicator("survey-share", cell(actual, 400)))).toMatchObject({
      status,
      target: 0.6,
    });
  });
  it("has no interval where the report does not say how many were asked", () => {
    expect(surveyIndicator(indicator("survey-share", cell(62)))).toMatchObject({
      actual: null,
      status: null,
    });
  });
  it("is one only by its measure", () => {
    expect(surveyIndicator(indicator("percentage", cell(62, 400)))).toBeNull();
  });
});

describe("estimates in a roll-up", () => {
  const reading = (value: number) => ({ measure: "survey-share", value }) as const;
  it("are not put together: they lie between the smallest and the largest", () => {
    expect(summarise([reading(40), reading(60)])).toMatchObject({
      ...{ value: null, reason: "survey-estimates", low: 40, high: 60, reported: 2 },
    });
    expect(summarise([reading(40)])).toMatchObject({ value: 40, reason: null });
  });
  it("are never mixed with counts", () => {
    const found = rollUpIndicator(
      [
        { id: "trust", level: "portfolio", measure: "survey-share" },
        { id: "a", level: "project", measure: "survey-share", reading: reading(40) },
        { id: "b", level: "project", measure: "count", reading: { measure: "count", value: 7 } },
      ],
      [
        { from: "a", to: "trust" },
        { from: "b", to: "trust" },
      ],
      "trust",
    );
    expect(found.summary.value).toBe(40);
    expect(found.leftOut).toMatchObject([{ from: "b", why: "measures-differ" }]);
  });
  it("are refused where a definition adds them up", () => {
    const combination = { sources: "sum", places: "sum" };
    const base = { code: "1", measure: "survey-share", accumulation: "latest" };
    expect(IndicatorDefinition.safeParse({ ...base, combination }).success).toBe(false);
    expect(
      IndicatorDefinition.safeParse({ ...base, combination: { sources: "none", places: "none" } }).success,
    ).toBe(true);
  });
});

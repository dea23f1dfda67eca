import { describe, expect, it } from "vitest";
import type { IndicatorDefinition, MeasurementFramework } from "../aggregate/index.ts";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { rowFindings } from "./row-findings.ts";

const indicator = (code: string, more: Partial<IndicatorDefinition> = {}): IndicatorDefinition => ({
  code,
  measure: "count",
  accumulation: "sum",
  combination: { sources: "sum", places: "sum" },
  ...more,
});
const quarter = (year: number, nth: number) => ({
  id: `${year}-Q${nth}`,
  start: `${year}-${String(3 * nth - 2).padStart(2, "0")}-01`,
  end: `${year}-${String(3 * nth).padStart(2, "0")}-${nth === 1 || nth === 4 ? 31 : 30}`,
});
const framework: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: [1, 2, 3, 4].map((nth) => quarter(2020, nth)),
  start: "2020-01-15",
  end: "2020-09-15",
  indicators: [
    indicator("people"),
    indicator("running", { accumulation: "cumulative" }),
    indicator("share", { measure: "percentage", unit: "%", accumulation: "latest" }),
    indicator("score", { measure: "score", accumulation: "latest" }),
  ],
};
const row = (
  code: string,
  period: string,
  value: number,
  sex?: string,
  more: Partial<Observation> = {},
): Observation => ({
  ...{ indicator: code, period, value, recordedAt: "2020-10-01" },
  ...(sex !== undefined && { categories: { sex } }),
  ...more,
});
const found = (rows: Observation[], on?: string) => {
  const table = createTable(framework);
  expect(addObservations(table, rows).rejected).toEqual([]);
  return rowFindings(framework, table, on === undefined ? {} : { on }).map(
    ({ code, severity, where, found: count }) => [code, severity, where.path, where.line, count],
  );
};

describe("findings about rows", () => {
  it("are none where rows are sound: parts of a total, a running total that grows, zero, a score below zero", () => {
    expect(
      found(
        [
          row("people", "2020-Q1", 10),
          row("people", "2020-Q1", 6, "female"),
          row("people", "2020-Q2", 0, "male"),
          row("running", "2020-Q1", 2),
          row("running", "2020-Q2", 5),
          row("running", "2020-Q3", 5),
          row("score", "2020-Q1", -1.5),
          { indicator: "share", period: "2020-Q1", numerator: 3, denominator: 3, recordedAt: "2020-10-01" },
        ],
        "2020-10-01",
      ),
    ).toEqual([]);
  });

  it.each<[string, Observation[], unknown[]]>([
    [
      "outside the project",
      [row("people", "2020-Q4", 1)],
      ["row-outside-project", "warning", "people", 1, 1],
    ],
    [
      "that are fractions of people",
      [row("people", "2020-Q1", 1.5)],
      ["row-not-whole", "warning", "people", 1, 1],
    ],
    ["that are negative", [row("people", "2020-Q1", -2)], ["row-negative", "warning", "people", 1, 1]],
    [
      "whose part is more than the total",
      [row("people", "2020-Q1", 5), row("people", "2020-Q1", 6, "female")],
      ["row-parts-beyond-total", "error", "people", 2, 1],
    ],
    [
      "whose parts together are more than the total",
      [
        row("people", "2020-Q1", 5),
        row("people", "2020-Q1", 3, "female"),
        row("people", "2020-Q1", 3, "male"),
      ],
      ["row-parts-beyond-total", "error", "people", 2, 2],
    ],
    [
      "of a numerator beyond its denominator",
      [{ indicator: "share", period: "2020-Q1", numerator: 4, denominator: 3, recordedAt: "2020-10-01" }],
      ["row-numerator-beyond-denominator", "warning", "share", 1, 1],
    ],
    [
      "of a running total that falls",
      [row("running", "2020-Q2", 4), row("running", "2020-Q1", 9)],
      ["row-total-fell", "warning", "running", 1, 1],
    ],
    [
      "that were replaced",
      [row("people", "2020-Q1", 4), row("people", "2020-Q1", 9, undefined, { recordedAt: "2020-11-01" })],
      ["row-replaced", "info", "people", undefined, 1],
    ],
  ])("name rows %s", (_, rows, [rule, severity, code, line, count]) => {
    expect(found(rows)).toEqual([[rule, severity, `indicators/${code}`, line, count]]);
  });

  it("are of the future only on a day that is given", () => {
    expect(found([row("people", "2020-Q3", 1)])).toEqual([]);
    expect(found([row("people", "2020-Q3", 1)], "2020-06-30").map(([rule]) => rule)).toEqual([
      "row-in-future",
    ]);
  });

  it("keep what different sources and places say apart", () => {
    expect(
      found([
        row("people", "2020-Q1", 5, undefined, { source: "A" }),
        row("people", "2020-Q1", 9, "female", { source: "B" }),
        row("running", "2020-Q1", 9, undefined, { place: "Mopti" }),
        row("running", "2020-Q2", 4, undefined, { place: "Gao" }),
      ]),
    ).toEqual([]);
  });
});

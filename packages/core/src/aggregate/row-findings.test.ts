import { describe, expect, it } from "vitest";
import { adversaryOf } from "../../test/aggregate/adversary.ts";
import { worldOf } from "../../test/aggregate/worlds.ts";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
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
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "age", kind: "partition", categories: ["young", "old"] },
  ],
  periods: [
    ...[1, 2, 3, 4].map((nth) => quarter(2020, nth)),
    { id: "2020-H1", start: "2020-01-01", end: "2020-06-30" },
  ],
  places: [{ id: "Mopti" }, { id: "Gao" }, { id: "Djenné", parent: "Mopti" }],
  start: "2020-01-15",
  end: "2020-09-15",
  indicators: [
    indicator("people"),
    indicator("running", { accumulation: "cumulative" }),
    indicator("money", { measure: "currency" }),
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
      ["row-parts-beyond-total", "error", "people", 1, 2],
    ],
    [
      "whose parts together are more than the total",
      [
        row("people", "2020-Q1", 5),
        row("people", "2020-Q1", 3, "female"),
        row("people", "2020-Q1", 3, "male"),
      ],
      ["row-parts-beyond-total", "error", "people", 1, 3],
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
      "whose amounts are more than their total",
      [row("money", "2020-Q1", 5.5), row("money", "2020-Q1", 6.25, "female")],
      ["row-parts-beyond-total", "error", "money", 1, 2],
    ],
    [
      "that add up to 10 by sex and to 12 by age",
      [
        ...[row("people", "2020-Q1", 6, "female"), row("people", "2020-Q1", 4, "male")],
        ...[
          row("people", "2020-Q1", 7, undefined, { categories: { age: "young" } }),
          row("people", "2020-Q1", 5, undefined, { categories: { age: "old" } }),
        ],
        row("people", "2020-Q2", 3, "female"),
      ],
      ["row-contradicts", "warning", "people", 1, 4],
    ],
    [
      "of all sexes that are less than the total: 4, 4 and none unknown of 10",
      [
        ...[row("people", "2020-Q1", 10), row("people", "2020-Q1", 4, "female")],
        ...[row("people", "2020-Q1", 4, "male"), row("people", "2020-Q1", 0, "unknown")],
      ],
      ["row-contradicts", "warning", "people", 1, 4],
    ],
    [
      "of a district with more people than its region",
      [
        row("people", "2020-Q1", 3, undefined, { place: "Mopti" }),
        row("people", "2020-Q1", 4, undefined, { place: "Djenné" }),
        row("people", "2020-Q1", 9, undefined, { place: "Gao" }),
      ],
      ["row-contradicts", "warning", "people", 1, 2],
    ],
    [
      "of quarters with more people than their half-year",
      [row("people", "2020-H1", 9), row("people", "2020-Q1", 5), row("people", "2020-Q2", 6)],
      ["row-contradicts", "warning", "people", 1, 3],
    ],
    [
      "of a running total that is less than the women were before",
      [row("running", "2020-Q1", 6, "female"), row("running", "2020-Q2", 5)],
      ["row-contradicts", "warning", "running", 1, 2],
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

  it("name no contradiction in what is true, however incomplete: 400 made-up worlds", () => {
    const contradictions: readonly string[] = ["row-contradicts", "row-parts-beyond-total", "row-total-fell"];
    for (let seed = 1; seed <= 200; seed += 1)
      for (const { framework: own, observations } of [adversaryOf(seed), worldOf(seed)]) {
        const table = createTable(own);
        addObservations(table, observations);
        const codes = rowFindings(own, table).map(({ code }) => code);
        expect([seed, codes.filter((code) => contradictions.includes(code))]).toEqual([seed, []]);
      }
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

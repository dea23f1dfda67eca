import { describe, expect, it } from "vitest";
import { indicatorResults, MeasurementFramework } from "../aggregate/index.ts";
import { createFramework, measure } from "../create/index.ts";
import { addObservations, createTable } from "../observations/index.ts";
import { protectResults } from "./index.ts";

const framework = MeasurementFramework.parse({
  format: "cadre/measurement",
  indicators: [
    { code: "1", measure: "count", accumulation: "sum", combination: { sources: "sum", places: "sum" } },
  ],
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "group", kind: "overlapping", categories: ["displaced", "young"] },
  ],
  periods: [{ id: "2020", start: "2020-01-01", end: "2020-12-31" }],
});
const row = (value: number, cells: Record<string, string>) => ({
  ...{ indicator: "1", period: "2020", source: "A", place: "v", value, recordedAt: "2020-12-31" },
  categories: cells,
});
const resultsOf = (rows: ReturnType<typeof row>[], by: string[]) => {
  const table = createTable(framework);
  expect(addObservations(table, rows)).toMatchObject({ rejected: [] });
  return indicatorResults(framework, table, { by });
};

describe("protectResults", () => {
  it("withholds a small cell and its complement, with everything they could be computed from", () => {
    const rows = [row(2, { sex: "female" }), row(40, { sex: "male" })];
    const [safe] = protectResults(framework, resultsOf(rows, ["sex"]));
    expect(safe?.value).toBe(42);
    for (const cell of safe?.cells ?? [])
      if (cell.at.sex !== "unknown")
        expect(cell).toMatchObject({
          ...{ value: null, reported: null, reason: "suppressed" },
          bounds: { low: 0, high: 42 },
        });
  });
  it("withholds a total, and its status, where nothing else hides a cell", () => {
    const rows = [row(2, { sex: "female" }), row(40, { sex: "male" })];
    const results = resultsOf(rows, ["sex"]).map((each) => ({
      ...each,
      cells: each.cells.filter(({ at }) => at.sex === "female"),
      value: 2,
    }));
    expect(protectResults(framework, results)[0]).toMatchObject({ value: null, status: { status: null } });
  });
  it("withholds all groups that may overlap where one is small", () => {
    const rows = [row(50, {}), row(2, { group: "displaced" }), row(30, { group: "young" })];
    const [safe] = protectResults(framework, resultsOf(rows, ["group"]));
    expect(safe?.value).toBe(50);
    expect(safe?.cells.every(({ value, bounds }) => value === null && bounds === null)).toBe(true);
  });
  it("leaves results alone in which nobody stands out", () => {
    const results = resultsOf([row(20, { sex: "female" }), row(40, { sex: "male" })], ["sex"]);
    expect(protectResults(framework, results)).toEqual(results);
  });
});

describe("formulas of protected results", () => {
  it("give no cell back that was withheld", () => {
    const document = createFramework({
      ...{ title: "Dialogue", axes: { sex: ["female", "male"] } },
      outcomes: [
        {
          code: "1",
          indicators: [
            { code: "1.1", measurement: "count" },
            { code: "1.2", measurement: "count" },
            { code: "1.3", formula: "100 * [1.1] / [1.2]" },
          ],
        },
      ],
    });
    const row = (indicator: string, sex: string, value: number) => ({
      ...{ indicator, period: "2020", value, categories: { sex } },
    });
    const measured = measure(document).add([
      ...[row("1.1", "female", 3), row("1.1", "male", 40)],
      ...[row("1.2", "female", 30), row("1.2", "male", 50)],
    ]);
    const results = measured.results({ by: ["sex"] });
    expect(results[2]?.cells.map(({ value }) => value)).toEqual([10, 80]);
    const safe = protectResults(measured.framework, results)[2];
    expect(safe?.cells.map(({ value, reason }) => [value, reason])).toEqual([
      [null, "suppressed"],
      [null, "suppressed"],
    ]);
    expect(safe?.value).toBe(53.75);
  });
});

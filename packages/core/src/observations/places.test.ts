import { expect, it } from "vitest";
import { computeResults, type MeasurementFramework, resultRows } from "../aggregate/index.ts";
import { addObservations, createTable } from "./index.ts";

const framework: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [],
  periods: [{ id: "2015", start: "2015-01-01", end: "2015-12-31" }],
  places: [
    { id: "ML", name: "Mali" },
    { id: "ML-7", name: "Gao", parent: "ML", code: "ML07" },
    { id: "ML-5", name: "Mopti", parent: "ML", code: "ML05" },
    { id: "ML-5-1", name: "Centre", parent: "ML-5" },
    { id: "ML-7-1", name: "Centre", parent: "ML-7" },
  ],
  indicators: [
    {
      code: "1",
      text: "People",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
    },
  ],
};
const valuesOf = (...rows: [place: string, value: number][]) => {
  const table = createTable(framework);
  const observations = rows.map(([place, value]) => ({
    ...{ indicator: "1", period: "2015", recordedAt: "2016-01-01" },
    ...{ place, value },
  }));
  expect(addObservations(table, observations).rejected).toEqual([]);
  const by = (names: string[]) => resultRows(computeResults(framework, table, { by: names }));
  return [by([])[0]?.value, Object.fromEntries(by(["place"]).map(({ at, value }) => [at.place, value]))];
};

it("a place is known by its id, its name and its code: a total called by its name is not one place more", () => {
  const expected = [100, { ML: 100, "ML-7": 30, "ML-5": 20 }];
  expect(valuesOf(["ML", 100], ["ML-7", 30], ["ML-5", 20])).toMatchObject(expected);
  expect(valuesOf(["Mali", 100], ["Gao", 30], ["ML05", 20])).toMatchObject(expected);
});

it("a name that two places have is neither of them", () => {
  const [, places] = valuesOf(["Centre", 5]);
  expect(places).toMatchObject({ Centre: 5 });
});

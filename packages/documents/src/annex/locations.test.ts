import { describe, expect, it } from "vitest";
import { CellLocations, withLocations } from "./locations.ts";

const cellLocations = () => {
  const locations = new CellLocations();
  locations.add("budget/total", "Project", 9, 1);
  locations.add("budget/lines/0/amount", "Tableau 1", 1, 27);
  locations.add("__proto__", "Project", 0, 0);
  locations.add("budget/total", "Budget", 4, 2);
  return locations;
};
const CELLS = Object.fromEntries([
  ["budget/total", "Budget!C5"],
  ["budget/lines/0/amount", "'Tableau 1'!AB2"],
  ["__proto__", "Project!A1"],
]);

describe("the cells of a workbook's values", () => {
  it("are named by path, the last one of a path", () => {
    expect(cellLocations().cellOf("budget/total")).toBe("Budget!C5");
    expect(cellLocations().cellOf("budget/other")).toBeUndefined();
    expect(cellLocations().byPath()).toEqual(CELLS);
  });

  it("are plain data to whatever looks at the document", () => {
    const document = () => withLocations({ version: 1 }, cellLocations());
    const plain = { version: 1, locations: CELLS };
    expect(document()).toEqual(plain);
    expect({ ...document() }).toEqual(plain);
    expect(structuredClone(document())).toEqual(plain);
    expect(JSON.parse(JSON.stringify(document()))).toEqual(JSON.parse(JSON.stringify(plain)));
    expect(Object.keys(document())).toEqual(["version", "locations"]);
    const frozen = Object.freeze(document());
    expect(frozen.locations).toBe(frozen.locations);
    const other = document();
    other.locations = {};
    expect(other.locations).toEqual({});
  });
});

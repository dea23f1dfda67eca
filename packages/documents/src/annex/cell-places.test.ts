import { describe, expect, it } from "vitest";
import { CellPlaces, withCells } from "./cell-places.ts";

const places = () => {
  const made = new CellPlaces();
  made.add("budget/total", "Project", 9, 1);
  made.add("budget/lines/0/amount", "Tableau 1", 1, 27);
  made.add("__proto__", "Project", 0, 0);
  made.add("budget/total", "Budget", 4, 2);
  return made;
};
const CELLS = Object.fromEntries([
  ["budget/total", "Budget!C5"],
  ["budget/lines/0/amount", "'Tableau 1'!AB2"],
  ["__proto__", "Project!A1"],
]);

describe("the cells of a workbook's values", () => {
  it("are named by path, the last one of a path", () => {
    expect(places().cellOf("budget/total")).toBe("Budget!C5");
    expect(places().cellOf("budget/other")).toBeUndefined();
    expect(places().byPath()).toEqual(CELLS);
  });

  it("are plain data to whatever looks at the document", () => {
    const document = () => withCells({ version: 1 }, places());
    const plain = { version: 1, cells: CELLS };
    expect(document()).toEqual(plain);
    expect({ ...document() }).toEqual(plain);
    expect(structuredClone(document())).toEqual(plain);
    expect(JSON.parse(JSON.stringify(document()))).toEqual(JSON.parse(JSON.stringify(plain)));
    expect(Object.keys(document())).toEqual(["version", "cells"]);
    const frozen = Object.freeze(document());
    expect(frozen.cells).toBe(frozen.cells);
    const other = document();
    other.cells = {};
    expect(other.cells).toEqual({});
  });
});

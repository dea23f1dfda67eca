import type { Value } from "@cadre/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mali } from "../../test/documents.ts";
import { type IndicatorRow, indicatorRows } from "../results/index.ts";
import { csvFile, fileName, nextSort, type SortKey, sortedBy, sortRows } from "./data.ts";
import { indicatorColumns } from "./indicators.ts";

const sorted = (keys: readonly SortKey[], descending = false) =>
  sortRows(keys, (key) => key, descending, "en");

describe("the order of rows", () => {
  it("puts what is not known last, whichever way, and never among the zeros", () => {
    expect(sorted([null, 5, 0, -3, null])).toEqual([-3, 0, 5, null, null]);
    expect(sorted([null, 5, 0, -3, null], true)).toEqual([5, 0, -3, null, null]);
  });

  it("sorts ranges by their lower end, then by their upper end; an open end lies beyond every number", () => {
    const [ten, wide, open, atMost] = [
      { low: 10, high: 12 },
      { low: 10, high: 40 },
      { low: 10, high: null },
      { low: null, high: 5 },
    ];
    expect(sorted([11, open, wide, 10, ten, atMost, 0])).toEqual([atMost, 0, 10, ten, wide, open, 11]);
  });

  it("sorts texts as the language does, codes by their numbers, after all numbers", () => {
    expect(sorted(["1.10", "1.9", "10", "2", 3])).toEqual([3, "1.9", "1.10", "2", "10"]);
    expect(sortRows(["zone", "école", "eau"], (key) => key, false, "fr")).toEqual(["eau", "école", "zone"]);
  });

  it("leaves equal rows in their order, and turns round exactly what is known", () => {
    const end = fc.option(fc.integer({ min: -3, max: 3 }));
    const key = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom("a", "b"),
      fc.record({ low: end, high: end }),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), (keys) => {
        const rows = keys.map((each, place) => ({ each, place }));
        const by = (descending: boolean) => sortRows(rows, ({ each }) => each, descending, "en");
        const [up, down] = [by(false), by(true)];
        expect(new Set(up)).toEqual(new Set(rows));
        const known = keys.filter((each) => each !== null).length;
        for (const all of [up, down]) expect(all.slice(known).every(({ each }) => each === null)).toBe(true);
        const texts = (all: typeof up) => all.slice(0, known).map(({ each }) => JSON.stringify(each));
        const firsts = (all: typeof up) => [...new Set(texts(all))];
        const same = (text: string) => up.filter(({ each }) => JSON.stringify(each) === text);
        for (const text of firsts(up))
          expect(same(text).map(({ place }) => place)).toEqual(
            [...same(text).map(({ place }) => place)].sort((a, b) => a - b),
          );
      }),
    );
  });

  it("goes one way, the other and back with each press", () => {
    expect(["", "-money", "money"].map((now) => nextSort("money", true, now))).toEqual([
      "-money",
      "money",
      "",
    ]);
    expect(["", "code", "-code"].map((now) => nextSort("code", false, now))).toEqual(["code", "-code", ""]);
    expect(nextSort("code", false, "-money")).toBe("code");
    expect(["code", "-code", "x", ""].map((order) => sortedBy("code", order))).toEqual([
      "ascending",
      "descending",
      "none",
      "none",
    ]);
  });
});

describe("a table as a file", () => {
  it("is what a spreadsheet of the language opens: French has semicolons and decimal commas", () => {
    const rows = [
      ["a,b", 1.5, null],
      ["c;d", -2, 0],
    ] as const;
    expect(csvFile(["x", "y", "z"], rows, "en")).toBe('\ufeffx,y,z\r\n"a,b",1.5,\r\nc;d,-2,0\r\n');
    expect(csvFile(["x", "y", "z"], rows, "fr")).toBe('\ufeffx;y;z\r\na,b;1,5;\r\n"c;d";-2;0\r\n');
  });

  it.each(["en", "fr"] as const)("runs no formula, in %s", (language) => {
    const hostile = fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", ";", ",", '"', "\n", "a") });
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = csvFile([], [[text]], language)
          .slice("\ufeff\r\n".length)
          .replace(/^"/, "");
        for (const part of cell.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^[=+\-@]/);
      }),
    );
  });

  it("has a name without accents or signs", () => {
    expect(fileName("00119645 - PBF/MLI/A-1", "Activités")).toBe("00119645-pbf-mli-a-1-activites.csv");
    expect(fileName(null, "Indicators")).toBe("indicators.csv");
  });
});

describe("an indicator in a file", () => {
  const [first] = indicatorRows(mali());
  const said = (value: Value, unit: string | null = null) => {
    if (first === undefined) throw new Error("the example has no indicator");
    const row: IndicatorRow = { ...first, unit, actual: value };
    const column = indicatorColumns({ language: "en", findings: [], prefix: "p", trend: false }).find(
      (each) => each.column === "actual",
    );
    return { key: column?.sort?.(row), cells: column?.fields?.slice(0, 2).map((field) => field.value(row)) };
  };

  it.each<[value: Value, cells: unknown[], key: unknown]>([
    [{ kind: "number", value: 0 }, [0, null], { low: 0, high: 0 }],
    [{ kind: "none" }, [null, "nothing reported"], null],
    [{ kind: "none", because: "suppressed" }, [null, "withheld to protect people"], null],
    [{ kind: "tbd", note: "DTM" }, [null, "to be determined: announced, not known yet (DTM)"], null],
    [{ kind: "text", text: "=1+1 villages" }, [null, "=1+1 villages"], null],
    [{ kind: "number", value: 30, qualifier: "at-least" }, [null, "≥ 30"], { low: 30, high: null }],
    [{ kind: "number", value: 40, qualifier: "about" }, [null, "≈ 40"], 40],
    [{ kind: "number", value: 24, unit: "%" }, [24, "24%"], { low: 24, high: 24 }],
  ])("says a number only where it is exact, and otherwise why not: %j", (value, cells, key) => {
    expect(said(value)).toEqual({ cells, key });
  });

  it("needs no note where the unit is the indicator's", () => {
    expect(said({ kind: "number", value: 24, unit: "%" }, "%").cells).toEqual([24, null]);
  });
});

import { describe, expect, it } from "vitest";
import { dataFlow } from "./data-flow.ts";
import { importsOf } from "./imports.ts";

const imports = importsOf();
const has = (by: string, of: string, folder = "") =>
  imports.some((each) => each.by === by && each.of === of && each.folder === folder);

describe("the picture of the data flow", () => {
  it("knows imports of an entry point, of names of the main one, within the core, and dynamic ones", () => {
    expect(has("view", "core", "aggregate")).toBe(true);
    expect(has("engine", "core", "values")).toBe(true);
    expect(has("core/results", "core", "checks")).toBe(true);
    expect(has("cli", "server")).toBe(true);
    expect(has("core/document", "core", "checks")).toBe(false);
    expect(imports.filter(({ by, of }) => by.startsWith("core") && of !== "core")).toEqual([]);
  });

  it("has room in each box for its lines", () => {
    const shapes = [
      ...dataFlow().matchAll(
        /<rect [^>]*y="(\d+)" [^>]*height="(\d+)"[^>]*\/>((?:<text [^>]*y="\d+"[^>]*>[^<]*<\/text>)*)/g,
      ),
    ];
    expect(shapes.length).toBeGreaterThan(7);
    for (const [, y, height, texts = ""] of shapes)
      for (const [, line] of texts.matchAll(/ y="(\d+)"/g))
        expect(Number(line)).toBeLessThan(Number(y) + Number(height));
  });

  it("has an arrow for each import of a package by another", () => {
    expect(dataFlow([])).not.toContain("marker-end");
    const one = dataFlow([{ by: "view", of: "core", folder: "aggregate" }]);
    expect(one.match(/marker-end/g)).toHaveLength(1);
    expect(one).toContain("<title>@cadre/view imports @cadre/core: aggregate</title>");
  });
});

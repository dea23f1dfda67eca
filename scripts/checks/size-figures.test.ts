import { describe, expect, it } from "vitest";
import { figureFaults, figuresOf, withFigures } from "./size-figures.ts";

const readme = [
  "| door | for | weighs |",
  "| --- | --- | ---: |",
  "| `@cadre/x` | all of it | 12.0 kB |",
  "| `@cadre/x/y` | a part | ? kB |",
].join("\n");

describe("figures of sizes in a README", () => {
  it("reads them by door", () => {
    expect([...figuresOf(readme)]).toEqual([
      ["@cadre/x", 12],
      ["@cadre/x/y", Number.NaN],
    ]);
  });

  it("takes a figure within a tenth, and tells of one beyond, of an entry point without one and of what is no entry point", () => {
    const known = withFigures(readme, new Map([["@cadre/x/y", 3456]]));
    expect(known).toContain("| a part | 3.5 kB |");
    const sizes = (x: number) =>
      new Map([
        ["@cadre/x", x],
        ["@cadre/x/y", 3456],
      ]);
    expect(figureFaults(known, sizes(13_000))).toEqual([]);
    expect(figureFaults(known, sizes(13_400))).toEqual([
      expect.stringContaining("@cadre/x is said to weigh 12 kB"),
    ]);
    expect(figureFaults(known, sizes(10_900))).toHaveLength(1);
    expect(figureFaults(known, new Map([...sizes(12_000), ["@cadre/x/z", 1]]))).toEqual([
      "@cadre/x/z has no row",
    ]);
    expect(figureFaults(known, new Map([["@cadre/x", 12_000]]))).toEqual([
      "@cadre/x/y is no entry point of it",
    ]);
    expect(figureFaults(readme, sizes(12_000))).toHaveLength(1);
  });
});

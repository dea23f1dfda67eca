import { describe, expect, it } from "vitest";
import { sizeFaults, sizesOf, withSizes } from "./size-table.ts";

const readme = [
  "| entry point | for | size |",
  "| --- | --- | ---: |",
  "| `@cadre/x` | all of it | 12.0 kB |",
  "| `@cadre/x/y` | a part | ? kB |",
].join("\n");

describe("sizes in a README", () => {
  it("reads them by entry point", () => {
    expect([...sizesOf(readme)]).toEqual([
      ["@cadre/x", 12],
      ["@cadre/x/y", Number.NaN],
    ]);
  });

  it("takes a value within a tenth, and reports one beyond, of an entry point without one and of what is no entry point", () => {
    const known = withSizes(readme, new Map([["@cadre/x/y", 3456]]));
    expect(known).toContain("| a part | 3.5 kB |");
    const sizes = (x: number) =>
      new Map([
        ["@cadre/x", x],
        ["@cadre/x/y", 3456],
      ]);
    expect(sizeFaults(known, sizes(13_000))).toEqual([]);
    expect(sizeFaults(known, sizes(13_400))).toEqual([expect.stringContaining("@cadre/x is given as 12 kB")]);
    expect(sizeFaults(known, sizes(10_900))).toHaveLength(1);
    expect(sizeFaults(known, new Map([...sizes(12_000), ["@cadre/x/z", 1]]))).toEqual([
      "@cadre/x/z has no row",
    ]);
    expect(sizeFaults(known, new Map([["@cadre/x", 12_000]]))).toEqual([
      "@cadre/x/y is no entry point of it",
    ]);
    expect(sizeFaults(readme, sizes(12_000))).toHaveLength(1);
  });
});

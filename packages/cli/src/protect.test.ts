import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { temporaryFiles } from "../test/files.ts";
import { cadre } from "../test/terminal.ts";

describe("cadre protect", () => {
  const files = temporaryFiles();
  const table = (name: string, ...values: number[]) => {
    const places = ["f,A", "m,A", "f,B", "m,B", "f,C", "m,C"];
    return files.file(
      name,
      ["sex,place,people", ...places.map((at, index) => `${at},${values[index]}`), ""].join("\n"),
    );
  };
  const ARGS = ["--axes", "sex,place", "--value", "people"];
  const withheld = (out: string) =>
    JSON.parse(out).cells.flatMap(({ at, value }: { at: Record<string, string>; value: number | null }) =>
      value === null ? [`${at.sex} ${at.place}`] : [],
    );

  it("withholds a small count with what would give it back", async () => {
    const { exit, out, error } = await cadre(
      "protect",
      table("first.csv", 3, 40, 20, 30, 25, 35),
      ...ARGS,
      "--min-cell",
      "5",
    );
    expect(exit).toBe(0);
    expect(error).toBe("cadre: 4 of 12 values withheld; small counts: 1; the others would give them back");
    expect(out.split(/\r?\n/).slice(0, 2)).toEqual(["sex,place,people,suppressed", ",,153,"]);
    expect(out).toContain("f,A,,sensitive");
  });

  it("takes what was released before into account", async () => {
    const [first, now] = [table("q1.csv", 20, 25, 30, 35, 40, 45), table("q2.csv", 21, 45, 40, 55, 60, 65)];
    const released = files.at("q1-safe.csv");
    expect((await cadre("protect", first, ...ARGS, "--out", released)).exit).toBe(0);
    expect(readFileSync(released, "utf8")).toContain("f,A,20");
    expect(withheld((await cadre("protect", now, ...ARGS, "--json")).out)).toEqual([]);
    const both = await cadre("protect", now, ...ARGS, "--running", released, "--before", first, "--json");
    expect(withheld(both.out)).toContain("f A");
    const falls = await cadre("protect", first, ...ARGS, "--running", released, "--before", now);
    expect([falls.exit, falls.error.includes("the running total fell by")]).toEqual([1, true]);
  });

  it("rounds instead, and says what was given away before", async () => {
    const path = table("round.csv", 3, 40, 20, 30, 25, 35);
    const { out } = await cadre("protect", path, ...ARGS, "--round-to", "10", "--json");
    expect(
      JSON.parse(out).cells.every(
        ({ value }: { value: number | null }) => value === null || value % 10 === 0,
      ),
    ).toBe(true);
    const released = files.file("released.csv", "sex,place,people\nf,A,3\n");
    const exposed = await cadre("protect", path, ...ARGS, "--released", released);
    expect([exposed.exit, exposed.error.includes("given away already by what was released: f · A")]).toEqual([
      1,
      true,
    ]);
  });

  it("says what is wrong with a table", async () => {
    const path = files.file("wrong.csv", "sex,place,people\nf,A,2.5\n");
    expect((await cadre("protect", path, ...ARGS)).error).toContain("row 1, people");
    expect((await cadre("protect", path, "--axes", "age", "--value", "people")).error).toContain(
      "sex | place | people",
    );
    expect((await cadre("protect", path, ...ARGS, "--round-to", "1")).exit).toBe(2);
    expect((await cadre("protect", path, ...ARGS, "--before", path)).exit).toBe(2);
  });
});

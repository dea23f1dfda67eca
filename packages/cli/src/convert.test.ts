import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseFramework } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { cadre, FRAMEWORK, REPORT, withFile } from "../test/terminal.ts";

/** The values, 150 of them known in July, and a row that is none. */
const ROWS = [
  "indicator,period,value,sex,recordedAt",
  "2.1.1,2020-Q1,100,female,2020-04-10",
  "2.1.1,2020-Q1,0,male,2020-04-10",
  "2.1.1,2020-Q2,0,female,2020-07-10",
  "2.1.1,2020-Q2,50,male,2020-07-10",
  "2.1.1,2020-Q3,30,female,2020-10-10",
  "2.1.1,2020-Q3,0,male,2020-10-10",
].join("\n");

/** A document's value of 2.1.1, and of 1.1.1. */
function resultsOf(path: string) {
  const read = parseFramework(JSON.parse(readFileSync(path, "utf8")));
  if (!read.ok) throw new Error("no framework");
  const all = read.value.outcomes.flatMap(({ indicators, outputs }) => [
    ...indicators,
    ...outputs.flatMap((output) => output.indicators),
  ]);
  return Object.fromEntries(all.map(({ code, actual }) => [code, actual.value]));
}

describe("cadre convert", () => {
  it("writes a report as a framework document that inspects to the same", () =>
    withFile("empty", "", async (path) => {
      const out = join(dirname(path), "framework.json");
      const { exit, out: printed, error } = await cadre("convert", REPORT, "--to", "json", "--out", out);
      expect({ exit, printed }).toEqual({ exit: 0, printed: "" });
      expect(error).toContain(`written: ${out}`);
      const [before, after] = [
        await cadre("inspect", REPORT, "--json"),
        await cadre("inspect", out, "--json"),
      ];
      const { findings: _, ...first } = JSON.parse(before.out);
      const { findings: __, ...second } = JSON.parse(after.out);
      expect(second).toEqual(first);
    }));

  it("leaves what is there as it is, and nothing beside it, where the input is refused", () =>
    withFile("before.json", "mine", async (path) => {
      const { exit, error } = await cadre("convert", `${path}.txt`, "--to", "json", "--out", path);
      expect(exit).toBe(2);
      expect(error).toContain("no such file");
      expect(readFileSync(path, "utf8")).toBe("mine");
      expect(readdirSync(dirname(path))).toEqual(["before.json"]);
    }));

  it("says where a file cannot be written", async () => {
    const { exit, error } = await cadre("convert", REPORT, "--to", "json", "--out", "/no/such/folder/x.json");
    expect(exit).toBe(2);
    expect(error).toContain("/no/such/folder/x.json");
  });

  it.each([
    ["--to", "word-star", "--out", "x"],
    ["--out", "x"],
    ["--to", "json"],
  ])("refuses wrong use: %s", async (...args) => {
    expect((await cadre("convert", REPORT, ...args)).exit).toBe(2);
  });

  it("puts reported values into whatever it writes, by what was known on a day", () =>
    withFile("rows.csv", ROWS, async (rows) => {
      const [out, then] = [join(dirname(rows), "now.json"), join(dirname(rows), "then.json")];
      const args = ["convert", FRAMEWORK, "--to", "json", "--observations", rows];
      expect((await cadre(...args, "--out", out)).exit).toBe(0);
      expect((await cadre(...args, "--as-of", "2020-07-31", "--out", then)).exit).toBe(0);
      const before = resultsOf(FRAMEWORK);
      expect(resultsOf(out)).toEqual({
        ...before,
        "2.1.1": { ...before["2.1.1"], kind: "number", value: 180 },
      });
      expect(resultsOf(then)["2.1.1"]).toMatchObject({ value: 150 });
    }));

  it("shows them on the dashboard with what led there", () =>
    withFile("rows.csv", ROWS, async (rows) => {
      const out = join(dirname(rows), "page.html");
      const { exit } = await cadre("convert", REPORT, "--to", "html", "--observations", rows, "--out", out);
      expect(exit).toBe(0);
      const page = readFileSync(out, "utf8");
      const series = [
        { date: "2020-03-31", value: 100 },
        { date: "2020-06-30", value: 150 },
        { date: "2020-09-30", value: 180 },
      ];
      expect(page).toContain(`"series":${JSON.stringify(series)}`);
    }));

  it("reports rows that it could not take, and writes the rest", () =>
    withFile("rows.csv", `${ROWS}\n9.9.9,2020-Q1,1,female,`, async (rows) => {
      const out = join(dirname(rows), "now.json");
      const { exit, error } = await cadre(
        ...["convert", FRAMEWORK, "--to", "json", "--observations", rows, "--out", out],
      );
      expect(exit).toBe(1);
      expect(error).toContain("9.9.9");
      expect(resultsOf(out)["2.1.1"]).toMatchObject({ value: 180 });
    }));

  it("writes nothing where the values are refused", () =>
    withFile("rows.csv", "place,value\nMopti,1", async (rows) => {
      const out = join(dirname(rows), "now.json");
      const { exit, error } = await cadre(
        ...["convert", FRAMEWORK, "--to", "json", "--observations", rows, "--out", out],
      );
      expect(exit).toBe(1);
      expect(error).toContain(rows);
      expect(readdirSync(dirname(rows))).toEqual(["rows.csv"]);
    }));

  it.each([
    ["--mapping", "m.json"],
    ["--form", "f.json"],
    ["--as-of", "yesterday"],
  ])("refuses %s where it says nothing", async (...args) => {
    expect((await cadre("convert", REPORT, "--to", "json", "--out", "x", ...args)).exit).toBe(2);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cadre, REPORT, withFile } from "./testing/terminal.ts";

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
      expect(exit).toBe(1);
      expect(error).toContain("no such file");
      expect(readFileSync(path, "utf8")).toBe("mine");
      expect(readdirSync(dirname(path))).toEqual(["before.json"]);
    }));

  it("says where a file cannot be written", async () => {
    const { exit, error } = await cadre("convert", REPORT, "--to", "json", "--out", "/no/such/folder/x.json");
    expect(exit).toBe(1);
    expect(error).toContain("/no/such/folder/x.json");
  });

  it.each([
    ["--to", "word-star", "--out", "x"],
    ["--out", "x"],
    ["--to", "json"],
  ])("refuses wrong use: %s", async (...args) => {
    expect((await cadre("convert", REPORT, ...args)).exit).toBe(2);
  });
});

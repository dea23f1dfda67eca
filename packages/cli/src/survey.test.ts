import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { cadre as call } from "../test/terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "cadre-survey-"));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const rows = ["sex,trust,weight,village"];
for (let row = 0; row < 80; row += 1)
  rows.push(`${row % 2 ? "female" : "male"},${row % 5 === 0 ? 1 : 0},${1 + (row % 3)},v${row % 8}`);
const responses = file("responses.csv", `${rows.join("\n")}\n`);

describe("cadre survey", () => {
  it("prints the contract’s estimates for each group", async () => {
    const { exit, out } = await call(
      ...["survey", responses, "--value", "trust", "--weight", "weight", "--cluster", "village"],
      ...["--by", "sex", "--json"],
    );
    expect(exit).toBe(0);
    const found = JSON.parse(out);
    expect(found.map(({ at, n }: { at: object; n: number }) => [at, n])).toEqual([
      [{ sex: "male" }, 40],
      [{ sex: "female" }, 40],
    ]);
    expect(Object.keys(found[0]).slice(0, 8)).toEqual([
      ...["at", "estimate", "se", "low", "high", "n", "designEffect", "method"],
    ]);
  });
  it.each([
    ["CSV", "sex,trust\nf,1\nf,0\nm,1\n"],
    ["JSON", '[{"sex":"f","trust":1},{"sex":"f","trust":0},{"sex":"m","trust":1}]'],
  ])("reads %s from standard input", (_, input) => {
    const bin = fileURLToPath(new URL("./bin.ts", import.meta.url));
    const args = ["--conditions=cadre-source", bin, "survey", "-", "--value", "trust", "--json"];
    const { status, stdout } = spawnSync(process.execPath, args, { input, encoding: "utf8" });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ n: 3 }]);
  });

  it("reads whole exports of KoboToolbox, and no page of one", async () => {
    const results = [{ q: "yes" }, { q: "no" }, { q: "dont_know" }, { q: "yes" }];
    const kobo = file("kobo.json", JSON.stringify({ count: 4, next: null, results }));
    const args = ["--value", "q", "--yes", "yes", "--missing", "dont_know", "--json"];
    const { out } = await call("survey", kobo, ...args);
    expect(JSON.parse(out)[0]).toMatchObject({ n: 3, missing: 1, estimate: 2 / 3 });
    const page = file("page.json", JSON.stringify({ count: 9, next: "https://example.org/2", results }));
    expect((await call("survey", page, ...args)).exit).toBe(1);
  });
  it("names the row of what it does not understand", async () => {
    const wrong = file("wrong.csv", "trust,weight\n1,1\n7,0\n");
    const { exit, error } = await call("survey", wrong, "--value", "trust", "--weight", "weight");
    expect(exit).toBe(1);
    expect(error).toContain("row 2, trust");
    expect(error).toContain("row 2, weight");
  });
  it("says which columns there are", async () => {
    const { exit, error } = await call("survey", responses, "--value", "trsut");
    expect(exit).toBe(1);
    expect(error).toContain("sex, trust, weight, village");
  });
  it("exits with 2 where the file is not there", async () => {
    expect((await call("survey", join(folder, "none.csv"), "--value", "x")).exit).toBe(2);
  });
});

describe("cadre plan-survey", () => {
  it("says how many to ask", async () => {
    const { exit, out } = await call("plan-survey", "--margin", "0.05", "--design-effect", "2", "--json");
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ simple: 381, answers: 762, sample: 762 });
  });
  it("needs one aim, and numbers", async () => {
    expect((await call("plan-survey")).exit).toBe(2);
    expect((await call("plan-survey", "--margin", "0.05", "--from", "0.4", "--to", "0.5")).exit).toBe(2);
    expect((await call("plan-survey", "--margin", "five")).exit).toBe(2);
  });

  it.each([
    [["--margin", "five"], "--margin\u00a0: trouvé\u00a0: five, attendu\u00a0: 0 < x < 0.5"],
    [["--margin", "0.05", "--per-cluster", "2.5"], "--per-cluster"],
    [["--from", "0.4", "--to", "0.4"], "doivent différer"],
    [["--margin", "0.0001"], "élargissez la marge"],
  ])("says in French what is wrong with %j", async (args, message) => {
    const { exit, error } = await call("plan-survey", ...args, "--lang", "fr");
    expect(exit).toBe(2);
    expect(error.replace("--margin: ", "--margin\u00a0: ")).toContain(message);
    expect(error).not.toMatch(/out of range|must/);
  });
});

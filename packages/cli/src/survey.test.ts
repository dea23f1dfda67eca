import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
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
    expect(JSON.parse(out)[0]).toMatchObject({ n: 3, missingCount: 1, estimate: 2 / 3 });
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
    expect(JSON.parse(out)).toMatchObject({ simple: 381, answersPerGroup: 762, sample: 762 });
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

describe("cadre compare-surveys", () => {
  const round = (name: string, yes: number) =>
    file(
      `${name}.csv`,
      [
        "trust,sex",
        ...Array.from({ length: 400 }, (_, row) => `${row < yes ? 1 : 0},${row % 2 ? "f" : "m"}`),
        "",
      ].join("\n"),
    );
  const [before, after] = [round("before", 168), round("after", 200)];

  it("prints the change with its interval and test, and what could have been found", async () => {
    const { exit, out } = await call("compare-surveys", before, after, "--value", "trust", "--json");
    expect(exit).toBe(0);
    const [found] = JSON.parse(out);
    expect(found).toMatchObject({
      at: {},
      before: { n: 400, estimate: 0.42 },
      after: { estimate: 0.5 },
      verdict: "increase",
    });
    expect(found.low).toBeGreaterThan(0);
    expect(found.p).toBeLessThan(0.05);
    expect(found.detectable.up).toBeGreaterThan(0.08);
    const text = (
      await call("compare-surveys", before, after, "--value", "trust", "--by", "sex", "--lang", "fr")
    ).out;
    expect(text).toContain("m  42\u00a0% (n = 200) → 50\u00a0% (n = 200)");
    expect(text).toContain("on ne peut pas dire s’il y a eu évolution");
  });

  it("takes published estimates, and rounds of one file", async () => {
    const published = await call(
      ...[
        "compare-surveys",
        "--before",
        "0.42,400",
        "--after",
        "0.5,400",
        "--design-effect",
        "1.5",
        "--json",
      ],
    );
    expect(JSON.parse(published.out)).toMatchObject([{ verdict: "inconclusive" }]);
    const rows = Array.from(
      { length: 120 },
      (_, row) => `${row < 60 ? "a" : "b"},v${row % 12},${row % 3 === 0 || row > 90 ? 1 : 0}`,
    );
    const panel = file("panel.csv", ["when,village,trust", ...rows, ""].join("\n"));
    const args = ["--value", "trust", "--cluster", "village", "--round", "when", "--rounds", "a,b", "--json"];
    expect(JSON.parse((await call("compare-surveys", panel, ...args)).out)).toMatchObject([
      { before: { n: 60 }, after: { n: 60 }, verdict: "increase" },
    ]);
  });

  it("writes a picture, and says what does not go together", async () => {
    const picture = join(folder, "change.svg");
    const args = ["--value", "trust", "--by", "sex", "--chart", picture];
    expect((await call("compare-surveys", before, after, ...args)).exit).toBe(0);
    expect(readFileSync(picture, "utf8")).toContain("before.csv");
    expect((await call("compare-surveys", before, "--value", "trust")).exit).toBe(2);
    expect((await call("compare-surveys", before, after, "--before", "0.4,10")).exit).toBe(2);
    expect((await call("compare-surveys", "--before", "4,400", "--after", "0.5,400")).exit).toBe(2);
  });
});

describe("cadre likert", () => {
  const answers = ["agree", "agree", "neither", "disagree", "", "don't know"];
  const path = file(
    "scale.csv",
    ["safe,sex", ...answers.map((answer, row) => `${answer},${row % 2 ? "f" : "m"}`), ""].join("\n"),
  );
  const args = ["likert", path, "--items", "safe", "--levels", "disagree,neither,agree"];

  it("prints shares, median and net score", async () => {
    const { exit, out } = await call(...args, "--missing", "don't know", "--json");
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      {
        ...{ item: "safe", n: 4, missingCount: 2, median: ["neither", "agree"], net: { estimate: 0.25 } },
        levels: [
          { level: "disagree", estimate: 0.25 },
          { estimate: 0.25 },
          { level: "agree", estimate: 0.5 },
        ],
      },
    ]);
    const picture = join(folder, "scale.svg");
    const text = await call(...args, "--missing", "don't know", "--by", "sex", "--chart", picture);
    expect(text.out).toContain("safe · m");
    expect(readFileSync(picture, "utf8")).toContain("<svg");
  });

  it("names an answer that is no level, and levels that are none", async () => {
    const { exit, error } = await call(...args);
    expect([exit, error.includes("row 6, safe"), error.includes("disagree | neither | agree")]).toEqual([
      1,
      true,
      true,
    ]);
    expect((await call(...args, "--positive", "always")).exit).toBe(2);
    expect((await call("likert", path, "--items", "safe", "--levels", "a,a")).exit).toBe(2);
  });
});

describe("what a stranger does", () => {
  const answers = file("words.csv", `trust,sex\n${"Yes,f\nNo,f\n".repeat(40)}\n`);

  it("says once what is not understood, and how to name it", async () => {
    const { exit, error } = await call("survey", answers, "--value", "trust");
    expect(exit).toBe(1);
    expect(error.match(/found: /g)?.length).toBe(2);
    expect(error).toContain("row 1, trust (+39)");
    expect(error).toContain("--yes");
  });
  it("takes no slip of spelling for a share of zero", async () => {
    const { exit, error } = await call("survey", answers, "--value", "trust", "--yes", "yes");
    expect([exit, error.includes("Yes | No")]).toEqual([1, true]);
    const meant = await call(
      "survey",
      answers,
      "--value",
      "trust",
      "--yes",
      "yes",
      "--no",
      "Yes,No",
      "--json",
    );
    expect(JSON.parse(meant.out)).toMatchObject([{ estimate: 0, n: 80 }]);
  });
  it("lists a group that only one round has", async () => {
    const other = file("other.csv", `trust,sex\n${"Yes,m\nNo,f\n".repeat(40)}\n`);
    const { out } = await call(
      "compare-surveys",
      answers,
      other,
      "--value",
      "trust",
      "--yes",
      "Yes",
      "--by",
      "sex",
      "--json",
    );
    expect(JSON.parse(out)).toMatchObject([
      { at: { sex: "f" }, after: { n: 40 } },
      { at: { sex: "m" }, before: { n: 0, reason: "no-responses" }, after: { n: 40 }, verdict: null },
    ]);
  });
});

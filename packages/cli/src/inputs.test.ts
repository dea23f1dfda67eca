import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cadre, FRAMEWORK, REPORT } from "../test/terminal.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cadre-inputs-"));
  mkdirSync(join(folder, "2021"));
  for (const [name, text] of [
    ["a.txt", "no report"],
    ["2021/b.json", "{}"],
    ["notes.md", "not read"],
    ["~$b.docx", "a lock file"],
  ] as const)
    writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = (text: string) => JSON.parse(text);

describe("what a command's arguments name", () => {
  it("is one object for one file, a list with the files' names for several", async () => {
    const one = await cadre("inspect", FRAMEWORK, "--json");
    expect(json(one.out)).toHaveProperty("project");
    const both = await cadre("inspect", FRAMEWORK, REPORT, "--json");
    expect(both.exit).toBe(0);
    expect(json(both.out).map(({ file }: { file: string }) => file)).toEqual([FRAMEWORK, REPORT]);
    expect(json(both.out)[0]).toEqual({ file: FRAMEWORK, ...json(one.out) });
  });

  it("is every file of a folder that the commands can read; what cannot be read says why", async () => {
    const { exit, out } = await cadre("inspect", folder, "--json");
    expect(exit).toBe(1);
    const files = json(out) as { file: string; problems: { code: string }[] }[];
    expect(files.map(({ file }) => file.slice(folder.length + 1))).toEqual(["2021/b.json", "a.txt"]);
    for (const { problems } of files) expect(problems.length).toBeGreaterThan(0);
  });

  it("is what a glob matches, each file once", async () => {
    const { out } = await cadre("inspect", join(folder, "*.txt"), join(folder, "a.txt"), "--json");
    expect(json(out)).toHaveLength(1);
  });

  it("is wrong use where it names nothing, and then nothing is read", async () => {
    const { exit, out, error } = await cadre("inspect", FRAMEWORK, join(folder, "none.txt"), "--json");
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(error).toContain("none.txt");
  });
});

describe("cadre check", () => {
  it("ends with a summary on standard error, and links each location to its line", async () => {
    const { exit, out, error } = await cadre("check", REPORT);
    expect(exit).toBe(1);
    expect(error).toMatch(/^\d+ errors, \d+ warnings, \d+ notes in 1 file$/);
    expect(out).toMatch(/report\.fr\.txt:\d+ {2}indicators\//);
  });

  it("shows only what was asked for, and fails only by that", async () => {
    const all = json((await cadre("check", REPORT, "--json")).out) as { code: string; severity: string }[];
    const errors = json((await cadre("check", REPORT, "--json", "--severity", "error")).out);
    expect(errors).toEqual(all.filter(({ severity }) => severity === "error"));
    const [quiet] = all.filter(({ severity }) => severity === "info");
    const one = await cadre("check", REPORT, "--json", "--rule", quiet?.code ?? "");
    expect(one.exit).toBe(0);
    expect(json(one.out)).toEqual(all.filter(({ code }) => code === quiet?.code));
  });

  it("annotates lines in the form of GitHub Actions, nothing in a message ending one", async () => {
    const { out } = await cadre("check", REPORT, "--format", "github");
    const lines = out.split("\n");
    expect(lines.length).toBe(json((await cadre("check", REPORT, "--json")).out).length);
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=[^,]+(,line=\d+)?,title=[a-z-]+::./);
  });

  it("writes SARIF 2.1.0 with each rule once and each result at its line", async () => {
    const log = json((await cadre("check", REPORT, "--format", "sarif")).out);
    const [{ tool, results }] = log.runs;
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex, level, locations } of results) {
      expect(ids[ruleIndex]).toBe(ruleId);
      expect(["error", "warning", "note"]).toContain(level);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/report\.fr\.txt$/);
    }
    expect(
      results.some(
        ({ locations }: { locations: { physicalLocation: { region?: object } }[] }) =>
          locations[0]?.physicalLocation.region,
      ),
    ).toBe(true);
  });
});

describe("cadre explain", () => {
  it("says what a rule is about and where it is written, in both languages", async () => {
    const english = await cadre("explain", "breakdown-sum");
    expect(english).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^breakdown-sum\n\n.+\n\nSource: ./s),
    });
    const french = await cadre("explain", "breakdown-sum", "--lang", "fr");
    expect(french.out).not.toBe(english.out);
  });

  it("names the nearest rules where there is none of that name", async () => {
    const { exit, error } = await cadre("explain", "breakdown-summ");
    expect(exit).toBe(2);
    expect(error).toContain("breakdown-");
  });
});

it("cadre --version prints the version and nothing else", async () => {
  const { exit, out } = await cadre("--version");
  expect(exit).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+$/);
});

describe("cadre portfolio", () => {
  it("prints one row a project, in at most the screen's width, and the same as JSON", async () => {
    const text = await cadre("portfolio", FRAMEWORK, REPORT, "--on", "2020-11-15");
    // Without a day, statuses are those of the report's own, as inspect and the dashboard have them.
    const own = JSON.parse((await cadre("portfolio", FRAMEWORK, "--json")).out);
    const inspected = JSON.parse((await cadre("inspect", FRAMEWORK, "--json")).out);
    const notDue = inspected.indicators.filter(({ status }: { status: string }) => status === "not-due");
    expect([own.on, own.projects[0].statuses["not-due"]]).toEqual([null, notDue.length]);
    expect(notDue.length).toBeGreaterThan(0);
    expect(text.exit).toBe(0);
    for (const line of text.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const { projects, total, unread } = json((await cadre("portfolio", FRAMEWORK, REPORT, "--json")).out);
    // The report and the framework document are of one project.
    expect(projects).toHaveLength(1);
    expect(projects[0].reports).toHaveLength(2);
    expect(total).toMatchObject({ projectCount: 1, indicatorCount: 40 });
    expect(unread).toEqual([]);
  });

  it("writes the long table as CSV and Parquet, and the page", async () => {
    for (const format of ["csv", "parquet", "html"]) {
      const out = join(folder, `table.${format}`);
      expect((await cadre("portfolio", REPORT, "--to", format, "--out", out)).exit).toBe(0);
      expect(statSync(out).size).toBeGreaterThan(1000);
    }
    const lines = readFileSync(join(folder, "table.csv"), "utf8").split("\r\n");
    expect(lines[0]).toMatch(/^project,title,country,report/);
  });

  it("leaves out what it cannot read, says so, and exits with 1", async () => {
    const { exit, out } = await cadre("portfolio", REPORT, join(folder, "a.txt"), "--json");
    expect(exit).toBe(1);
    expect(json(out)).toMatchObject({
      total: { projectCount: 1 },
      unread: [{ file: join(folder, "a.txt") }],
    });
  });

  it("is wrong use without --out beside --to, or with a day that there is not", async () => {
    expect((await cadre("portfolio", REPORT, "--to", "csv")).exit).toBe(2);
    expect((await cadre("portfolio", REPORT, "--on", "2020-02-30")).exit).toBe(2);
  });
});

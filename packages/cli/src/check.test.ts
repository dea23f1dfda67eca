import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readReport, writeWorkbook } from "@cadre/documents";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { cadre, FRAMEWORK, REPORT, withFile } from "../test/terminal.ts";

const Finding = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  where: z.string(),
  message: z.string(),
  found: z.union([z.string(), z.number(), z.null()]),
  expected: z.union([z.string(), z.number(), z.null()]),
  fix: z.string().optional(),
});
const Fixed = z.strictObject({
  fixed: z.array(
    z.strictObject({
      code: z.string(),
      where: z.string(),
      message: z.string(),
      patches: z.array(
        z.strictObject({
          op: z.enum(["replace", "remove", "add"]),
          path: z.array(z.union([z.string(), z.number()])),
          value: z.unknown().optional(),
        }),
      ),
    }),
  ),
  written: z.string().nullable(),
  findings: z.array(Finding),
});

/** The example's framework document with two things that are certain to be wrong. */
function untidy(): string {
  const document = JSON.parse(readFileSync(FRAMEWORK, "utf8"));
  document.project.focusArea = "(2.3) Prévention";
  document.project.title = `${document.project.title}  `;
  return JSON.stringify(document);
}

describe("cadre check --fix", () => {
  it("mends what is certain in the file itself, says what, and checks again", async () => {
    await withFile("framework.json", untidy(), async (path) => {
      const { exit, out, error } = await cadre("check", path, "--fix", "--json");
      const { fixed, written, findings } = Fixed.parse(JSON.parse(out));
      expect(fixed.map(({ code }) => code).sort()).toEqual(["focus-area-unknown", "untidy-text"]);
      expect(written).toBe(path);
      expect(error).toContain("(2.3) Prévention → 2.3");
      // What a person has to decide remains, and fails the check.
      expect(findings.filter(({ severity }) => severity === "error")).not.toEqual([]);
      expect(exit).toBe(1);
      const again = JSON.parse(readFileSync(path, "utf8"));
      expect(again).toEqual(JSON.parse(readFileSync(FRAMEWORK, "utf8")));
      const twice = await cadre("check", path, "--fix", "--json");
      expect(Fixed.parse(JSON.parse(twice.out))).toMatchObject({ fixed: [], written: null, findings });
    });
  });

  it("leaves the file as it is where --out names another, and without --fix", async () => {
    const content = untidy();
    await withFile("framework.json", content, async (path) => {
      const out = join(path, "..", "fixed.json");
      expect((await cadre("check", path, "--fix", "--out", out)).error).toContain(`written: ${out}`);
      expect(readFileSync(path, "utf8")).toBe(content);
      expect(JSON.parse(readFileSync(out, "utf8")).project.focusArea).toBe("2.3");
      const { out: screen } = await cadre("check", path);
      expect(screen).toContain("automatic fix (--fix)");
      expect(z.array(Finding).parse(JSON.parse((await cadre("check", path, "--json")).out))).not.toEqual([]);
      expect(readFileSync(path, "utf8")).toBe(content);
    });
  });

  it("never replaces a document: a report needs --out, and --out a document", async () => {
    const report = readFileSync(REPORT, "utf8");
    for (const args of [["--fix"], ["--fix", "--out", "/tmp/report.docx"], ["--out", "/tmp/x.json"]]) {
      const { exit, out, error } = await cadre("check", REPORT, ...args);
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
      expect(error).toMatch(/--out/);
    }
    expect(readFileSync(REPORT, "utf8")).toBe(report);
  });

  it("that cannot write says where, and leaves the file whole", async () => {
    const content = untidy();
    await withFile("framework.json", content, async (path) => {
      const { exit, error } = await cadre("check", path, "--fix", "--out", "/nowhere/at/all.json");
      expect(exit).toBe(2);
      expect(error).toContain("/nowhere/at/all.json");
      expect(readFileSync(path, "utf8")).toBe(content);
    });
  });
});

describe("cadre check --previous", () => {
  it("finds what only the two together show", async () => {
    const alone = JSON.parse((await cadre("check", REPORT, "--json")).out);
    const { out } = await cadre("check", REPORT, "--previous", REPORT, "--json");
    const both = z.array(Finding).parse(JSON.parse(out));
    const rules = (findings: { code: string }[]) => new Set(findings.map(({ code }) => code));
    expect(rules(alone)).not.toContain("text-copied");
    expect(rules(both)).toContain("text-copied");
    expect(both.some(({ message }) => message.includes("as in the previous report"))).toBe(true);
  });
  it("names the file of the two that cannot be read", async () => {
    await withFile("previous.txt", "no report", async (path) => {
      const { exit, out, error } = await cadre("check", REPORT, "--previous", path);
      expect({ exit, out }).toEqual({ exit: 1, out: "" });
      expect(error).toContain(`cadre: ${path}: `);
    });
  });
});

describe("cadre check --annex", () => {
  const annexOf = async (total: number) => {
    const read = readReport(readFileSync(REPORT));
    if (!read.ok) throw new Error("not read");
    const document = read.value;
    const lines = document.project.agencies.map(({ name, budget }, index) => ({
      id: String(index + 1),
      activity: null,
      output: "1.1",
      agency: name,
      category: null,
      amount:
        index === 0
          ? { minor: (budget?.minor ?? 0) + total, currency: "USD" }
          : (budget ?? { minor: 0, currency: "USD" }),
      gewe: null,
    }));
    const annex = { ...document, budget: { ...document.budget, lines } };
    return (await writeWorkbook(annex, { language: "fr" })).bytes;
  };
  const rules = ({ out }: { out: string }) => z.array(Finding).parse(JSON.parse(out));
  const checked = async (bytes: Uint8Array) => {
    const folder = mkdtempSync(join(tmpdir(), "cadre-annex-"));
    try {
      const path = join(folder, "budget.xlsx");
      writeFileSync(path, bytes);
      return await cadre("check", REPORT, "--annex", path, "--json");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it("says nothing of sums that agree, and quotes both places of one that does not", async () => {
    const sums = /^annex-.*budget-differs$/;
    expect(rules(await checked(await annexOf(0))).filter(({ code }) => sums.test(code))).toEqual([]);
    const { exit, out } = await checked(await annexOf(100));
    expect(exit).toBe(1);
    const differing = rules({ out }).filter(({ code }) => sums.test(code));
    expect(differing.map(({ code }) => code).sort()).toEqual([
      "annex-agency-budget-differs",
      "annex-budget-differs",
    ]);
    for (const { message } of differing) {
      expect(message).toContain("Budget!G2");
      expect(message).toMatch(/budget/);
    }
  });

  it("names the annex where it cannot be read", async () => {
    await withFile("budget.xlsx", "no workbook", async (path) => {
      const { exit, out, error } = await cadre("check", REPORT, "--annex", path);
      expect({ exit, out }).toEqual({ exit: 1, out: "" });
      expect(error).toContain(`cadre: ${path}: `);
    });
  });
});

const Value = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("number"), value: z.number(), unit: z.string().optional() }),
  z.strictObject({ kind: z.literal("tbd"), note: z.string().optional() }),
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("text"), text: z.string() }),
]);
const Plain = z
  .union([
    z.string(),
    z.number(),
    z.boolean(),
    Value,
    z.strictObject({ amount: z.number(), currency: z.string() }),
    z.strictObject({
      partition: z.boolean(),
      parts: z.array(z.strictObject({ label: z.string(), value: z.number() })),
      rates: z.array(z.strictObject({ value: z.number(), per: z.string() })).optional(),
    }),
  ])
  .nullable();
const Side = z.strictObject({
  title: z.string().nullable(),
  number: z.string().nullable(),
  reportType: z.enum(["semi-annual", "annual", "final"]).nullable(),
  year: z.number().nullable(),
  asOf: z.string().nullable(),
});
const Comparison = z.strictObject({
  before: Side,
  after: Side,
  changes: z.array(
    z.strictObject({
      area: z.enum(["values", "targets", "states", "money", "text", "plan"]),
      path: z.string(),
      before: Plain,
      after: Plain,
      difference: z.number().optional(),
      likeness: z.number().min(0).max(1).optional(),
    }),
  ),
  renumbered: z.array(
    z.strictObject({
      kind: z.enum(["indicators", "outputs", "outcomes", "activities"]),
      from: z.string(),
      to: z.string(),
      likeness: z.number(),
    }),
  ),
  findings: z.strictObject({ gained: z.array(Finding), lost: z.array(Finding) }),
});

/** The example a year later: more trained, a target corrected, a narrative rewritten, an activity resumed. */
function later(): string {
  const document = JSON.parse(readFileSync(FRAMEWORK, "utf8"));
  const indicators = document.outcomes.flatMap((outcome: { outputs: { indicators: unknown[] }[] }) =>
    outcome.outputs.flatMap((output) => output.indicators),
  );
  const of = (code: string) => indicators.find((indicator: { code: string }) => indicator.code === code);
  of("2.1.1").actual = { value: { kind: "number", value: 180 } };
  of("2.1.1").target = { value: { kind: "number", value: 300 } };
  document.budget.gewe.spent = { minor: 50_000_000, currency: "USD" };
  document.activities[0].events.push({ type: "started", date: "2020-12", basis: "reported" });
  return JSON.stringify(document);
}

describe("cadre diff", () => {
  it("of a file and itself finds nothing, in JSON and on the screen", async () => {
    const { exit, out, error } = await cadre("diff", REPORT, REPORT, "--json");
    expect({ exit, error }).toEqual({ exit: 0, error: "" });
    expect(Comparison.parse(JSON.parse(out))).toMatchObject({
      changes: [],
      findings: { gained: [], lost: [] },
    });
    expect((await cadre("diff", FRAMEWORK, FRAMEWORK)).out).toContain("No changes.");
  });

  it("keeps its documented shape, and says what changed", async () => {
    await withFile("later.json", later(), async (path) => {
      const { exit, out, error } = await cadre("diff", FRAMEWORK, path, "--json");
      expect({ exit, error }).toEqual({ exit: 0, error: "" });
      const { changes, findings } = Comparison.parse(JSON.parse(out));
      const at = (place: string) => changes.find((change) => change.path === place);
      expect(at("indicators/2.1.1/actual")).toMatchObject({ area: "values", difference: 30 });
      expect(at("indicators/2.1.1/target")).toMatchObject({ area: "targets", difference: 100 });
      expect(at("budget/gewe/spent")).toMatchObject({
        area: "money",
        after: { amount: 500_000, currency: "USD" },
      });
      expect(changes.some(({ area }) => area === "states")).toBe(true);
      expect(findings.lost.map(({ code }) => code)).toContain("breakdown-sum");
    });
  });

  it.each(["en", "fr"] as const)("fits 80 columns in %s", async (lang) => {
    await withFile("later.json", later(), async (path) => {
      const { out } = await cadre("diff", FRAMEWORK, path, "--lang", lang);
      const { default: width } = await import("string-width");
      for (const line of out.split("\n")) expect(width(line), line).toBeLessThanOrEqual(80);
      expect(out).toMatch(/indicators\/2\.1\.1\/actual +150 .*→ 180 +\+30/);
      expect(out).toContain(lang === "fr" ? "CONSTATS DISPARUS" : "FINDINGS GONE");
      expect(out).not.toMatch(/undefined|NaN|\[object/);
    });
  });

  it("names the file that cannot be read, and both where neither can", async () => {
    const { exit, out, error } = await cadre("diff", "/nowhere/a.txt", "/nowhere/b.txt");
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(error).toContain("/nowhere/a.txt");
    expect(error).toContain("/nowhere/b.txt");
    expect((await cadre("diff", REPORT)).exit).toBe(2);
  });
});

describe("cadre explain", () => {
  it.each([
    ["en", "What to do", "Compare the parts with the source"],
    ["fr", "Que faire", "Comparez les parties à la source"],
  ])("says what to do about what a rule finds, in %s", async (lang, heading, remedy) => {
    const { exit, out } = await cadre("explain", "breakdown-sum", "--lang", lang);
    expect(exit).toBe(0);
    expect(out).toContain(heading);
    expect(out.replace(/\s+/g, " ")).toContain(remedy);
  });
});

import { describe, expect, it } from "vitest";
import * as z from "zod";
import { cadre, FRAMEWORK, REPORT, withFile } from "../test/terminal.ts";

// The command line's contract, word for word.
const number = z.number().nullable();
const text = z.string().nullable();
const Value = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("number"), value: z.number(), unit: z.string().optional() }),
  z.strictObject({ kind: z.literal("tbd"), note: z.string().optional() }),
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("text"), text: z.string() }),
]);
const Breakdown = z
  .strictObject({
    partition: z.boolean(),
    parts: z.array(z.strictObject({ label: z.string(), value: z.number() })),
    sum: z.number(),
    consistent: z.boolean().nullable(),
  })
  .nullable();
const Finding = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  where: z.string(),
  message: z.string(),
  found: z.union([z.string(), z.number(), z.null()]),
  expected: z.union([z.string(), z.number(), z.null()]),
  fix: z.string().optional(),
});
const Inspection = z.strictObject({
  project: z.strictObject({
    title: text,
    country: text,
    number: text,
    startDate: text,
    endDate: text,
    reportType: text,
    year: number,
    agencies: z.array(z.strictObject({ name: z.string(), convening: z.boolean(), budget: number })),
  }),
  budget: z.looseObject({
    total: number,
    currency: text,
    deliveryRate: number,
    elapsedShare: number,
    covidAdjustment: number,
    evaluation: number,
    gewe: z.looseObject({
      allocated: number,
      share: number,
      spent: number,
      burn: number,
      spentShare: number,
    }),
    marker: z.looseObject({ declared: text, computed: text, agrees: z.boolean().nullable() }),
  }),
  indicators: z.array(
    z.strictObject({
      code: z.string(),
      level: z.enum(["outcome", "output"]),
      text: z.string(),
      unit: text,
      baseline: Value,
      target: Value,
      milestone: Value,
      actual: Value,
      direction: text,
      value: number,
      bounds: z.strictObject({ low: number, high: number }).nullable(),
      reason: text,
      percentOfTarget: number,
      progress: number,
      undefinedBecause: text,
      status: text,
      statusUndefinedBecause: text,
      against: text,
      coverage: number,
      breakdown: z.strictObject({ target: Breakdown, actual: Breakdown }),
    }),
  ),
  activities: z.array(
    z.strictObject({
      code: z.string(),
      state: z.string(),
      title: z.string().nullable(),
      readings: z.array(z.string()).optional(),
      causes: z.array(z.string()),
      events: z.array(z.strictObject({ type: z.string(), date: text })),
    }),
  ),
  findings: z.array(Finding),
});

describe("cadre inspect --json", () => {
  it("assesses indicators on the report's own day, or on the day asked for", async () => {
    const statuses = async (...options: string[]) => {
      const { exit, out } = await cadre("inspect", REPORT, "--json", ...options);
      expect(exit).toBe(0);
      const { indicators } = Inspection.parse(JSON.parse(out));
      return indicators.flatMap(({ status }) => status ?? []);
    };
    expect(await statuses()).toContain("not-due");
    expect(await statuses("--on", "2023-01-01")).not.toContain("not-due");
    expect((await cadre("inspect", REPORT, "--on", "yesterday")).exit).toBe(2);
  });
  it.each([REPORT, FRAMEWORK])("of %s keeps the contract, and prints nothing else", async (file) => {
    const { exit, out, error } = await cadre("inspect", file, "--json");
    expect({ exit, error }).toEqual({ exit: 0, error: "" });
    const inspection = Inspection.parse(JSON.parse(out));
    expect(inspection.indicators).toHaveLength(40);
    expect(inspection.budget).toMatchObject({ total: 3_000_000, currency: "USD", covidAdjustment: 55_000 });
    expect(inspection.budget.gewe.share).toBeCloseTo(0.3576, 4);
  });
  it("gives messages in the language asked for, and the same data in both", async () => {
    const [en, fr] = await Promise.all(
      ["en", "fr"].map(async (lang) =>
        Inspection.parse(JSON.parse((await cadre("inspect", REPORT, "--json", "--lang", lang)).out)),
      ),
    );
    const messages = (inspection: typeof en) => inspection?.findings.map(({ message }) => message);
    const data = (inspection: typeof en) => ({
      ...inspection,
      findings: inspection?.findings.map(({ message, ...finding }) => finding),
    });
    expect(data(fr)).toEqual(data(en));
    expect(messages(fr)).not.toEqual(messages(en));
  });
});

describe("cadre check", () => {
  it("prints the findings alone, and fails where one is an error", async () => {
    const { exit, out } = await cadre("check", REPORT, "--json");
    const findings = z.array(Finding).parse(JSON.parse(out));
    expect(exit).toBe(1);
    expect(findings.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "breakdown-sum",
      "value-contradicted",
    ]);
    const inspected = Inspection.parse(JSON.parse((await cadre("inspect", REPORT, "--json")).out));
    expect(findings).toEqual(inspected.findings);
  });
  it("passes where none is, and says so", async () => {
    const { out } = await cadre("inspect", FRAMEWORK, "--json");
    expect(out).not.toBe("");
    const sound = {
      format: "cadre/framework",
      version: 1,
      project: {
        title: "Paix",
        country: "MALI",
        number: "1",
        startDate: "2020-01-15",
        endDate: "2022-07-15",
        agencies: [{ name: "PAM", convening: true, budget: { minor: 100, currency: "USD" } }],
        genderMarker: "GM1",
        riskMarker: "low",
        focusArea: "2.3",
      },
      budget: {
        total: { minor: 100, currency: "USD" },
        deliveryRate: null,
        gewe: { allocated: null, spent: null },
        covidAdjustment: null,
        evaluation: null,
      },
      outcomes: [],
      activities: [],
      report: null,
    };
    const checked = await withFile("sound.json", JSON.stringify(sound), (path) => cadre("check", path));
    expect(checked).toMatchObject({
      exit: 0,
      out: expect.stringContaining("No findings."),
      error: "0 errors, 0 warnings, 0 notes in 1 file",
    });
  });
});

describe("on a screen", () => {
  const HEADINGS = {
    en: ["INDICATORS", "GENDER BUDGET", "ACTIVITIES", "FINDINGS"],
    fr: ["INDICATEURS", "BUDGET GENRE", "ACTIVITÉS", "CONSTATS"],
  };
  it.each(["en", "fr"] as const)("of 80 columns every line fits, in %s and in nothing else", async (lang) => {
    const { out } = await cadre("inspect", REPORT, "--lang", lang);
    const { default: width } = await import("string-width");
    for (const line of out.split("\n")) expect(width(line), line).toBeLessThanOrEqual(80);
    for (const heading of HEADINGS[lang]) expect(out).toContain(heading);
    for (const heading of HEADINGS[lang === "en" ? "fr" : "en"]) expect(out).not.toMatch(`\n${heading}`);
    // No colour codes where none are wanted.
    expect(out).not.toContain("\u001b");
    expect(out).not.toMatch(/undefined|NaN|\[object/);
    const { indicators } = Inspection.parse(JSON.parse((await cadre("inspect", REPORT, "--json")).out));
    for (const { code } of indicators)
      expect(out).toMatch(new RegExp(`^ *${code.replaceAll(".", "\\.")} `, "m"));
  });
});

describe("wrong use", () => {
  it.each([
    [[]],
    [["inspect"]],
    [["inspect", REPORT, "--yaml"]],
    [["inspect", REPORT, "--lang", "de"]],
    [["guess", REPORT]],
  ])("%j exits with 2, says how and prints no output", async (args) => {
    const { exit, out, error } = await cadre(...args);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(error).not.toBe("");
    expect(error).not.toMatch(/\n\s+at /);
  });
  it("is none to ask for help", async () => {
    const { exit, out } = await cadre("inspect", "--help");
    expect(exit).toBe(0);
    expect(out).toContain("cadre inspect report.fr.txt");
  });
});

import { existsSync, readFileSync } from "node:fs";
import { parseFramework } from "@cadre/core";
import { describe, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { FRAMEWORK, inspectFramework, inspectReport, REPORT } from "./read.ts";

// The document that the example retells is beside the project where it may be read, and is not part of it.
const REAL = new URL("../../../../shared/reports/mali-2020.fr.txt", import.meta.url);
const realIsHere = existsSync(REAL);
if (!realIsHere) console.warn(`SKIPPED: the real report is not here (${REAL.pathname})`);

const report = inspectReport(REPORT);
const framework = inspectFramework(FRAMEWORK);

/** What findings are about, without the words and line numbers that differ from text to text. */
const subjects = ({ findings }: typeof report) =>
  findings.map(({ code, severity, where }) => `${severity} ${code} ${where.path}`).sort();

describe("the Mali project of 2020", () => {
  test("gives the same values as a report and as a framework document", () => {
    expect(report.indicators).toHaveLength(40);
    expect(differences(report, framework)).toEqual([]);
  });

  test("is a framework document whose events are reported, not inferred", () => {
    const parsed = parseFramework(JSON.parse(readFileSync(FRAMEWORK, "utf8")));
    const bases = parsed.ok
      ? parsed.value.activities.flatMap(({ events }) => events.map(({ basis }) => basis))
      : [];
    expect(new Set(bases)).toEqual(new Set(["reported"]));
  });

  test("a changed value is reported with its place", () => {
    const changed = structuredClone(framework);
    changed.budget.deliveryRate = 0.3;
    const one = changed.activities.find(({ code }) => code === "1.1.1");
    if (one !== undefined) one.state = "done";
    changed.indicators.pop();
    expect(differences(report, changed)).toEqual([
      "budget/deliveryRate: 0.2 ≠ 0.3",
      expect.stringMatching(/^indicators\/3\.2\.3: .* ≠ undefined$/),
      'activities/1.1.1/state: "delayed" ≠ "done"',
    ]);
  });

  test.skipIf(!realIsHere)("the real report gives the same values and findings on the same places", () => {
    const real = inspectReport(REAL);
    expect(differences(real, framework)).toEqual([]);
    expect(subjects(real)).toEqual(subjects(report));
  });
});

import { describe, expect, it } from "vitest";
import { CASES } from "../../test/cases/index.ts";
import type { RuleCase } from "../../test/rule-case.ts";
import { outputIndicator, soundDocument } from "../../test/sound-document.ts";
import { ROW_RULES } from "../aggregate/row-findings.ts";
import { bySeverity } from "../diagnostics/problem.ts";
import type { FrameworkDocument } from "../document/index.ts";
import { BOUNDARY_RULES } from "../document/index.ts";
import { RULE_PAGES } from "../rule-pages/index.ts";
import { check } from "./check.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";

/** The sound document with a change, and how to check it: with its previous report where the case has one. */
function prepared(each: RuleCase, change: RuleCase["spoil"]) {
  const document = soundDocument();
  change(document);
  if (each.before === undefined) return { document, options: {} };
  const previous: FrameworkDocument = soundDocument();
  each.before(previous);
  return { document, options: { previous } };
}

describe("the rules", () => {
  it("find nothing in a sound report", () => {
    expect(check(soundDocument())).toEqual([]);
  });

  it.each(CASES)(
    "$rule ($at, $severity) is found where it is broken, alone and in both languages",
    (each) => {
      const { document, options } = prepared(each, each.spoil);
      const before = structuredClone(document);
      const findings = check(document, options);
      expect(findings.map(({ code }) => code)).toEqual([each.rule, ...(each.also ?? [])]);
      const { severity, found, expected } = each;
      expect(findings[0]).toMatchObject({ severity, found, expected, where: { path: each.at } });
      const { en, fr } = findings[0]?.message ?? { en: "", fr: "" };
      expect(en).not.toBe("");
      expect(fr).not.toBe("");
      expect(fr).not.toBe(en);
      // Every place for a fact is filled, and with a fact.
      expect(`${en}${fr}`).not.toMatch(/\{\d\}|undefined|NaN|\[object/);
      expect(document).toEqual(before);
    },
  );

  it.each(CASES)("$rule ($at, $severity) lets pass what is near it", (each) => {
    const { document, options } = prepared(each, each.near);
    expect(check(document, options)).toEqual([]);
  });

  it("are each tried above, have one id each and a page that says in both languages what they are about", () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(CASES.map(({ rule }) => rule))).toEqual(new Set(ids));
    expect(new Set(ids).size).toBe(RULES.length);
    expect(Object.keys(RULE_PAGES)).toEqual([
      ...ids,
      ...Object.keys(ROW_RULES),
      ...Object.keys(BOUNDARY_RULES),
    ]);
    for (const { about, source } of Object.values(RULE_PAGES)) {
      expect(about.en).not.toBe(about.fr);
      expect(source.en).not.toBe(source.fr);
    }
  });

  it("that need the previous report say nothing without it", () => {
    for (const each of CASES.filter(({ before, spoil }) => before !== undefined && spoil.length === 0)) {
      const { document } = prepared(each, each.spoil);
      expect(check(document).map(({ code }) => code)).toEqual([]);
    }
  });

  it("name the line where the document was read from a file", () => {
    const document = soundDocument();
    outputIndicator(document).disaggregation = ["sex"];
    expect(check(document)[0]?.where).toEqual({ path: "indicators/1.1.1/actual", line: 40 });
  });
});

describe("a caller", () => {
  const spoilt = () => {
    const document = soundDocument();
    document.project.number = null;
    document.budget.deliveryRate = 0.3;
    return document;
  };

  it("switches rules off", () => {
    const rules = RULES.filter(({ id }) => id !== "delivery-behind-time");
    expect(check(spoilt(), { rules }).map(({ code }) => code)).toEqual(["project-field-missing"]);
  });

  it("adds a rule, whose findings are sorted with the others by severity", () => {
    const ours: Rule = {
      id: "title-shouts",
      severity: "error",
      check: ({ project }) => [
        {
          where: { path: "project/title" },
          message: { en: "Too loud", fr: "Trop fort" },
          found: project.title,
          expected: null,
        },
      ],
    };
    expect(check(spoilt(), { rules: [...RULES, ours] }).map(({ code }) => code)).toEqual([
      "title-shouts",
      "delivery-behind-time",
      "project-field-missing",
    ]);
  });

  it("brings another policy", () => {
    expect(check(spoilt(), { policy: { deliveryLag: 0.2 } }).map(({ code }) => code)).toEqual([
      "project-field-missing",
    ]);
    const strict = check(soundDocument(), { policy: { cellLimit: 10 } });
    expect(new Set(strict.map(({ code }) => code))).toEqual(new Set(["cell-over-limit"]));
  });
});

describe("findings", () => {
  it("come errors first and keep their order within a severity", () => {
    const named = (code: string, severity: "error" | "warning" | "info") => ({
      code,
      severity,
      where: { path: "" },
      message: { en: "", fr: "" },
      found: null,
      expected: null,
    });
    const sorted = bySeverity([
      named("a", "info"),
      named("b", "error"),
      named("c", "info"),
      named("d", "error"),
    ]);
    expect(sorted.map(({ code }) => code)).toEqual(["b", "d", "a", "c"]);
  });
});

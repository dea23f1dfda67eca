import fc from "fast-check";
import { applyPatches, enablePatches } from "immer";
import { describe, expect, it } from "vitest";
import { CASES } from "../../test/cases/index.ts";
import { line, usd } from "../../test/rule-case.ts";
import { indicator, soundDocument } from "../../test/sound-document.ts";
import type { FrameworkDocument } from "../document/index.ts";
import { check } from "./check.ts";
import { applyFixes } from "./fix.ts";
import type { Rule } from "./rule.ts";

enablePatches();

/** What each rule's fix mends: the cases whose finding offers one. */
const fixable = CASES.map((each) => {
  const document = soundDocument();
  each.spoil(document);
  return { ...each, document };
}).filter(({ document }) => check(document).some(({ fix }) => fix !== undefined));

/** Every number in a document, whatever holds it. */
const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe("a certain fix", () => {
  it("is offered by these rules and no others", () => {
    expect(new Set(fixable.map(({ rule }) => rule))).toEqual(
      new Set(["line-unknown-agency", "focus-area-unknown", "untidy-text", "row-repeated"]),
    );
  });

  it.each(fixable)(
    "of $rule ($at) resolves the finding, with a message in both languages",
    ({ document, rule }) => {
      const before = structuredClone(document);
      const { document: fixed, applied, findings } = applyFixes(document);
      expect(findings).toEqual([]);
      expect(document).toEqual(before);
      expect(applied.map((each) => each.code)).toEqual([rule]);
      expect(applied[0]?.message.en).not.toBe("");
      // The patches are the whole of the change.
      expect(
        applied.reduce((each: FrameworkDocument, { patches }) => applyPatches(each, patches), document),
      ).toEqual(fixed);
      // Nothing is left to do.
      expect(applyFixes(fixed).applied).toEqual([]);
    },
  );

  it("makes up no number", () => {
    for (const { document } of fixable) {
      const known = new Set(numbersIn(document));
      for (const number of numbersIn(applyFixes(document).document)) expect(known).toContain(number);
    }
  });

  it("is not offered for what only seems so: two agencies that a name may mean, a likely slip, a focus area of two codes", () => {
    const document = soundDocument();
    document.project.focusArea = "2.3 / 2.1";
    document.project.agencies.push({ name: "F.A.O.", convening: false, budget: null });
    document.budget.lines = [
      line("a", "PAM", 600_000),
      line("b", "fao", 200_000),
      line("c", "UNICFE", 200_000),
    ];
    const { applied, document: same } = applyFixes(document);
    expect(applied).toEqual([]);
    expect(same).toBe(document);
  });
});

describe("several fixes", () => {
  it("are applied together, rows removed last, however many are repeated", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 12 }), fc.nat(5), (again, spaces) => {
        const document = soundDocument();
        const list = document.outcomes[0]?.outputs[0]?.indicators ?? [];
        const texts = ["médiateurs", "puits", "dialogues", "clubs"];
        list.splice(
          0,
          1,
          ...texts.map((text, index) => indicator(`1.1.${index + 1}`, { text: `Nombre de ${text}` })),
        );
        for (const which of again) {
          const row = list[which];
          if (row !== undefined) list.splice(which, 0, structuredClone(row));
        }
        document.project.title = `Paix${" ".repeat(spaces)}`;
        const { document: fixed, findings } = applyFixes(document);
        expect(findings).toEqual([]);
        const codes = fixed.outcomes[0]?.outputs[0]?.indicators.map(({ code }) => code) ?? [];
        expect(codes).toEqual([...new Set(list.map(({ code }) => code))]);
        expect(fixed.project.title).toBe("Paix");
      }),
      { numRuns: 50 },
    );
  });
});

describe("a caller's rule", () => {
  const rule = (patches: { op: "replace"; path: (string | number)[]; value: unknown }[]): Rule => ({
    id: "ours",
    severity: "info",
    check: () => [
      {
        where: { path: "project/title" },
        message: { en: "x", fr: "y" },
        found: null,
        expected: null,
        fix: { message: { en: "x", fr: "y" }, patches },
      },
    ],
  });

  it("whose fix would make no document is left alone, and its finding stays", () => {
    const document = { ...soundDocument(), budget: { ...soundDocument().budget, total: usd(1) } };
    for (const path of [["budget"], ["nowhere", "at", "all"], ["version"]]) {
      const {
        applied,
        document: same,
        findings,
      } = applyFixes(document, {
        rules: [rule([{ op: "replace", path, value: 7 }])],
      });
      expect(applied).toEqual([]);
      expect(same).toEqual(document);
      expect(findings).toHaveLength(1);
    }
  });

  it("that never has enough is not followed without end", () => {
    const { document } = applyFixes(soundDocument(), {
      rules: [rule([{ op: "replace", path: ["project", "title"], value: "Paix" }])],
    });
    expect(document.project.title).toBe("Paix");
  });
});

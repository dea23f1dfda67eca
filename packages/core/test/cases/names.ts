import { DEFAULT_QUALITY_POLICY } from "../../src/checks/index.ts";
import type { Indicator } from "../../src/document/index.ts";
import { all, called, project, type RuleCase, reportOf, set, write } from "../rule-case.ts";
import { indicator, number } from "../sound-document.ts";

const another = (code: string, text: string, change: Partial<Indicator> = {}) =>
  indicator(code, { text, ...change });

const AREAS = DEFAULT_QUALITY_POLICY.focusAreas.join(" | ");

/** For tests: codes, names, spellings. */
export const NAME_CASES: RuleCase[] = [
  {
    rule: "duplicate-code",
    at: "indicators/1.1.1",
    severity: "error",
    found: 2,
    expected: 1,
    spoil: (document) => document.outcomes[0]?.outputs[0]?.indicators.push(another("1.1.1", "Puits creusés")),
    near: (document) => document.outcomes[0]?.outputs[0]?.indicators.push(another("1.1.2", "Puits creusés")),
  },
  {
    rule: "row-repeated",
    at: "indicators/1.1.1",
    severity: "warning",
    found: 2,
    expected: 1,
    spoil: (document) => document.outcomes[0]?.outputs[0]?.indicators.push(indicator("1.1.1")),
    near: (document) => document.outcomes[0]?.outputs[0]?.indicators.push(another("1.1.2", "Puits creusés")),
  },
  {
    rule: "code-misplaced",
    at: "indicators/1.2.1",
    severity: "error",
    found: "1.2.1",
    expected: "1.1.n",
    spoil: set({ code: "1.2.1" }),
    near: set({ code: "1.1.3" }),
  },
  {
    rule: "code-skipped",
    at: "indicators/1.1.3",
    severity: "info",
    found: "1.1.3",
    expected: "1.1.2",
    spoil: (document) => document.outcomes[0]?.outputs[0]?.indicators.push(another("1.1.3", "Puits creusés")),
    near: (document) => document.outcomes[0]?.outputs[0]?.indicators.push(another("1.1.2", "Puits creusés")),
  },
  {
    rule: "indicator-repeated",
    at: "indicators/1.1.2/text",
    severity: "warning",
    found: "1.1.2",
    expected: "1.1.1",
    spoil: (document) =>
      document.outcomes[0]?.outputs[0]?.indicators.push(
        another("1.1.2", "Nombre de Médiateurs  formés.".replace("  ", " ")),
      ),
    near: (document) =>
      document.outcomes[0]?.outputs[0]?.indicators.push(another("1.1.2", "Nombre de médiatrices formées")),
  },
  {
    rule: "too-many-outcomes",
    at: "outcomes",
    severity: "info",
    found: 5,
    expected: "at most 4",
    spoil: (document) => {
      for (const code of ["2", "3", "4", "5"])
        document.outcomes.push({
          code,
          title: "x",
          rating: "on-track",
          indicators: [indicator(`${code}.1`)],
          outputs: [],
        });
    },
    near: (document) => {
      for (const code of ["2", "3", "4"])
        document.outcomes.push({
          code,
          title: "x",
          rating: "on-track",
          indicators: [indicator(`${code}.1`)],
          outputs: [],
        });
    },
  },
  {
    rule: "nothing-measured",
    at: "outputs/1.2",
    severity: "info",
    found: 0,
    expected: "at least 1",
    spoil: (document) => document.outcomes[0]?.outputs.push({ code: "1.2", title: "Puits", indicators: [] }),
    near: (document) =>
      document.outcomes[0]?.outputs.push({ code: "1.2", title: "Puits", indicators: [indicator("1.2.1")] }),
  },
  {
    rule: "focus-area-unknown",
    at: "project/focusArea",
    severity: "error",
    found: "(2.3) Prévention",
    expected: AREAS,
    spoil: project({ focusArea: "(2.3) Prévention" }),
    near: project({ focusArea: "4.3" }),
  },
  {
    rule: "focus-area-unknown",
    at: "project/focusArea",
    severity: "error",
    found: "5.1",
    expected: AREAS,
    spoil: project({ focusArea: "5.1" }),
    near: project({ focusArea: "1.1" }),
  },
  {
    rule: "untidy-text",
    at: "indicators/1.1.1/text",
    severity: "info",
    found: "Nombre de  médiateurs formés ",
    expected: "Nombre de médiateurs formés",
    spoil: called("Nombre de  médiateurs formés "),
    // A no-break space before French punctuation is as it should be.
    near: called("Nombre de médiateurs\u00a0: formés"),
  },
  {
    rule: "spelling-variant",
    at: "narrative/overall-status",
    severity: "warning",
    found: "Doucombo",
    expected: "Doucoumbo",
    spoil: write(
      "Les communes de Doucombo et Kendié sont visitées. Le puits de Doucoumbo, à Doucoumbo, est prêt.",
    ),
    near: write(
      "Les communes de Ménaka et Mopti sont visitées. Les Maliens et le peuple Malien, la Malienne, Gao et Goa.",
    ),
  },
  {
    rule: "spelling-variant",
    at: "narrative/overall-status",
    severity: "warning",
    found: "Segou",
    expected: "Ségou",
    spoil: write("Les régions de Ségou et Mopti, puis Segou à nouveau, et Ségou encore."),
    // The accent of a capital is left out by habit, and two spellings that are both common are two names.
    near: write("De l’État et l’Etat. À Bamakou et Bamakon, à Bamakou et Bamakon, à Bamakou et Bamakon."),
  },
  {
    rule: "number-format",
    at: "narrative/overall-status",
    severity: "info",
    found: "9,937",
    expected: "9 937",
    spoil: write("On a identifié 9,937 personnes."),
    near: write("On a dépensé 1 072 749,17 dollars, soit 9,94 % ou 9,9375 par personne."),
  },
  {
    rule: "number-format",
    at: "narrative/overall-status",
    severity: "info",
    found: "9.937",
    expected: "9,937",
    spoil: all(write("We found 9.937 persons."), (document) => {
      reportOf(document).language = "en";
    }),
    near: all(write("We spent 1,072,749.17 dollars, or 9.94 each, on activity 1.1.1."), (document) => {
      reportOf(document).language = "en";
    }),
  },
  {
    rule: "text-copied",
    at: "narrative/overall-status",
    severity: "warning",
    found: 107,
    expected: "a text of this period",
    before: write("Les dialogues ont eu lieu ".repeat(4)),
    // Other punctuation does not make it another text.
    spoil: write("Les dialogues ont eu lieu, ".repeat(4)),
    near: write(`Cette année, ${"les dialogues ont eu lieu ".repeat(4)}`),
  },
  {
    rule: "to-be-determined",
    at: "indicators/1.1.1/baseline",
    severity: "info",
    found: "baseline, target",
    expected: null,
    spoil: set({ baseline: { value: { kind: "tbd" } }, target: { value: { kind: "tbd", note: "DTM" } } }),
    near: set({ baseline: number(1) }),
  },
  {
    rule: "to-be-determined",
    at: "indicators/1.1.1/text",
    severity: "warning",
    found: "text",
    expected: null,
    spoil: set({ text: "Tbd" }),
    near: set({ text: "Tbdx : nombre de puits" }),
  },
];

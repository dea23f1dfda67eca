import type { Expression } from "../../src/document/index.ts";
import { all, called, claim, parts, type RuleCase, reportOf, set } from "../rule-case.ts";
import { indicator, NONE, number } from "../sound-document.ts";

const tbd = { value: { kind: "tbd" as const } };
const none = { value: NONE };
const textValue = (text: string) => ({ value: { kind: "text" as const, text } });
const SENTENCE = "Les formations ont commencé en octobre dans les deux communes.";

/** More rows of the same output, whose cells are the sound row's where not changed. */
const rows =
  (count: number, change: Parameters<typeof set>[0] = {}): RuleCase["spoil"] =>
  (document) => {
    for (const [index, things] of ["puits", "clubs", "accords", "comités", "marchés"]
      .slice(0, count)
      .entries())
      document.outcomes[0]?.outputs[0]?.indicators.push(
        indicator(`1.1.${index + 2}`, { text: `Nombre de ${things}`, ...change }),
      );
  };
const labelled = (total: number, ...labels: string[]) => ({
  ...number(total, "personnes"),
  breakdown: {
    partition: true,
    parts: labels.map((label) => ({ label, value: total / labels.length })),
  },
});

const formula = (expression: Expression, change: Parameters<typeof set>[0] = {}) =>
  set({ formula: expression, ...change });

/** For tests: the values of the indicator table. */
export const VALUE_CASES: RuleCase[] = [
  {
    rule: "formula-invalid",
    at: "indicators/1.1.1/formula",
    severity: "error",
    found: "1.1.9",
    expected: "a code of the framework",
    spoil: formula({ op: "add", terms: [{ ref: "1.1.9" }, 20] }),
    near: formula({ op: "divide", terms: [{ ref: "1.1.1", of: "target" }, 2] }, { baseline: number(20) }),
  },
  {
    rule: "formula-invalid",
    at: "indicators/1.1.1/formula",
    severity: "error",
    found: "1.1.1",
    expected: "other indicators",
    spoil: formula({ op: "add", terms: [{ ref: "1.1.1" }, 1] }, { actual: none, baseline: none }),
    also: ["value-missing", "value-missing"],
    near: formula(
      { op: "divide", terms: [{ ref: "1.1.1", of: "target" }, 2] },
      { actual: none, baseline: number(20) },
    ),
  },
  {
    rule: "formula-units",
    at: "indicators/1.1.1/formula",
    severity: "warning",
    found: "%",
    expected: "personnes",
    spoil: formula(
      { op: "rate", numerator: 20, denominator: { op: "add", terms: [100] }, per: 100 },
      { unit: "personnes", baseline: number(20) },
    ),
    near: formula(
      { op: "rate", numerator: 20, denominator: { op: "add", terms: [100] }, per: 100 },
      { baseline: number(20) },
    ),
  },
  {
    rule: "formula-contradicted",
    at: "indicators/1.1.1/actual",
    severity: "warning",
    found: 20,
    expected: 21,
    spoil: formula(
      { op: "add", terms: [{ ref: "1.1.1", of: "target" }, -19] },
      { baseline: number(21), milestone: none },
    ),
    near: formula({ op: "divide", terms: [{ ref: "1.1.1", of: "target" }, 1.96] }, { baseline: number(20) }),
  },
  {
    rule: "value-missing",
    at: "indicators/1.1.1/baseline",
    severity: "warning",
    found: null,
    expected: "a value",
    spoil: set({ baseline: none }),
    near: set({ baseline: number(3) }),
  },
  {
    rule: "value-missing",
    at: "indicators/1.1.1/target",
    severity: "warning",
    found: null,
    expected: "a value",
    spoil: set({ target: none }),
    near: set({ target: textValue("une salle par commune") }),
  },
  {
    rule: "value-missing",
    at: "indicators/1.1.1/actual",
    severity: "warning",
    found: null,
    expected: "a value",
    spoil: set({ actual: none }),
    near: set({ actual: number(0) }),
  },
  {
    rule: "target-not-beyond-baseline",
    at: "indicators/1.1.1/target",
    severity: "warning",
    found: 10,
    expected: "more than 40",
    spoil: set({ baseline: number(40), target: number(10), milestone: none }),
    near: called("Nombre d’incidents violents", {
      baseline: number(40),
      target: number(10),
      milestone: none,
    }),
  },
  {
    rule: "target-not-beyond-baseline",
    at: "indicators/1.1.1/target",
    severity: "warning",
    found: 40,
    expected: "less than 20",
    spoil: called("Tensions", { direction: "decrease", baseline: number(20), milestone: none }),
    near: called("Tensions", { direction: "increase", baseline: number(20), milestone: none }),
  },
  {
    rule: "milestone-below-baseline",
    at: "indicators/1.1.1/milestone",
    severity: "info",
    found: 4,
    expected: 5,
    spoil: set({ baseline: number(5), milestone: number(4) }),
    near: set({ baseline: number(5), milestone: number(5) }),
  },
  {
    rule: "milestone-beyond-target",
    at: "indicators/1.1.1/milestone",
    severity: "warning",
    found: 41,
    expected: 40,
    spoil: set({ milestone: number(41) }),
    near: set({ milestone: number(40) }),
  },
  {
    rule: "units-differ",
    at: "indicators/1.1.1/actual",
    severity: "error",
    found: "actual",
    expected: "%",
    spoil: called("Personnes satisfaites", { target: number(40, "%"), milestone: number(20, "%") }),
    near: called("Personnes satisfaites", {
      target: number(40, "%"),
      milestone: number(20, "%"),
      actual: number(0),
    }),
  },
  {
    rule: "share-out-of-range",
    at: "indicators/1.1.1/target",
    severity: "error",
    found: 140,
    expected: "0 to 100",
    spoil: called("Pourcentage de personnes satisfaites", {
      target: number(140, "%"),
      milestone: none,
      actual: number(50, "%"),
    }),
    near: called("Pourcentage d’augmentation des revenus", {
      target: number(140, "%"),
      milestone: none,
      actual: number(50, "%"),
    }),
  },
  {
    rule: "count-not-whole",
    at: "indicators/1.1.1/actual",
    severity: "error",
    found: 9.937,
    expected: "a whole number",
    spoil: set({ actual: number(9.937) }),
    near: called("Hectares aménagés", { actual: number(9.937) }),
  },
  {
    rule: "actual-far-beyond-target",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: 121,
    expected: 40,
    spoil: set({ actual: number(121) }),
    near: set({ actual: number(120) }),
  },
  {
    rule: "zero-or-unknown",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: 0,
    expected: "to be determined",
    spoil: set({ actual: number(0), remark: "En cours, en attente des données du terrain." }),
    near: set({ actual: number(0), remark: "En attente du démarrage des formations." }),
  },
  {
    rule: "columns-shifted",
    at: "indicators/1.1.1/actual",
    severity: "warning",
    found: "prose",
    expected: "a value",
    spoil: set({ actual: textValue(SENTENCE) }),
    near: set({ actual: textValue(SENTENCE), remark: "Voir le texte." }),
  },
  {
    rule: "columns-shifted",
    at: "indicators/1.1.1/remark",
    severity: "warning",
    found: "20",
    expected: "a remark",
    spoil: set({ baseline: textValue(SENTENCE), remark: "20" }),
    also: ["remark-is-number"],
    near: set({ baseline: textValue("faible"), remark: "20 jours" }),
  },
  {
    rule: "remark-is-number",
    at: "indicators/1.1.1/remark",
    severity: "warning",
    found: "20",
    expected: "reasons",
    spoil: set({ remark: "20" }),
    near: set({ remark: "20 médiateurs absents" }),
  },
  {
    rule: "breakdown-label-repeated",
    at: "indicators/1.1.1/actual",
    severity: "warning",
    found: "Femmes",
    expected: "once",
    spoil: set({
      actual: {
        ...number(20),
        breakdown: {
          partition: true,
          parts: [
            { label: "femmes", value: 12 },
            { label: "Femmes", value: 8 },
          ],
        },
      },
    }),
    near: set({
      actual: {
        ...number(20),
        breakdown: {
          partition: true,
          parts: [
            { label: "femmes", value: 12 },
            { label: "hommes", value: 8 },
          ],
        },
      },
    }),
  },
  {
    rule: "plan-changed",
    at: "indicators/1.1.1/target",
    severity: "info",
    found: 40,
    expected: 50,
    before: set({ target: number(50) }),
    spoil: () => {},
    near: set({ target: number(50) }),
  },
  {
    rule: "actual-fell",
    at: "indicators/1.1.1/actual",
    severity: "warning",
    found: 20,
    expected: "at least 25",
    before: set({ actual: number(25) }),
    spoil: () => {},
    near: called("Nombre d’incidents violents"),
  },
  {
    rule: "to-be-determined",
    at: "indicators/1.1.1/target",
    severity: "warning",
    found: "target",
    expected: null,
    // 13 months after the start, and already so in the previous report.
    before: set({ target: tbd }),
    spoil: all(set({ target: tbd }), (document) => {
      Object.assign(reportOf(document), { asOf: "2021-02-15", year: 2021 });
      document.budget.deliveryRate = 0.6;
    }),
    near: all((document) => {
      Object.assign(reportOf(document), { asOf: "2021-02-15", year: 2021 });
      document.budget.deliveryRate = 0.6;
    }),
  },
  {
    rule: "disaggregation-missing",
    at: "indicators/1.1.1/actual",
    severity: "warning",
    found: "number",
    expected: "sex, age",
    spoil: set({ disaggregation: ["sex", "age"] }),
    near: set({ disaggregation: ["sex", "age"], actual: { ...number(20), breakdown: parts(true, 12, 8) } }),
  },
  {
    rule: "disaggregation-missing",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: "number",
    expected: "sex",
    spoil: set({ disaggregation: ["sex"], target: { ...number(40), breakdown: parts(true, 20, 20) } }),
    near: set({ disaggregation: [], target: { ...number(40), breakdown: parts(true, 20, 20) } }),
  },
  {
    rule: "value-unlike-others",
    at: "indicators/1.1.1/milestone",
    severity: "info",
    found: 7,
    expected: 20,
    spoil: all(rows(4), set({ milestone: number(7) })),
    // Of five rows, none is usual yet.
    near: all(rows(3), set({ milestone: number(7) })),
  },
  {
    rule: "value-unlike-others",
    at: "indicators/1.1.1/milestone",
    severity: "info",
    found: "-",
    expected: 20,
    spoil: all(rows(4), set({ milestone: none })),
    // Two that differ are no slip.
    near: all(
      rows(3),
      rows(1, { code: "1.1.5", text: "Nombre de réunions", milestone: none }),
      set({ milestone: none }),
    ),
  },
  {
    rule: "value-unlike-others",
    at: "indicators/1.1.1/baseline",
    severity: "info",
    found: 4,
    expected: 0,
    spoil: all(rows(4), set({ baseline: number(4) })),
    // Where the milestone is another kind of value, the row is of another kind.
    near: all(rows(4, { milestone: none }), set({ baseline: number(4) })),
  },
  {
    rule: "value-unlike-others",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: 5,
    expected: 20,
    spoil: all(rows(5), set({ actual: number(5) })),
    near: all(rows(5), set({ actual: number(5, "médiateurs de la région") })),
  },
  {
    rule: "value-unlike-others",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: 5,
    expected: 20,
    spoil: all(rows(5), set({ actual: number(5) })),
    near: all(rows(5), set({ actual: number(5) }), (document) => reportOf(document).claims.push(claim(5))),
  },
  {
    rule: "breakdown-label-variant",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: "autoritxs locales",
    expected: "autorités locales",
    spoil: set({
      target: labelled(40, "femmes", "autorités locales"),
      actual: labelled(20, "femmes", "autoritxs locales"),
    }),
    // Endings, ages, letters of a list, names that differ by more.
    near: set({
      target: labelled(40, "jeunes déplacés de 18 à 35 ans", "groupe A", "enseignants", "hommes"),
      actual: labelled(20, "jeune déplacée de 18 à 25 ans", "groupe B", "enseignantes", "femmes"),
    }),
  },
  {
    rule: "breakdown-label-variant",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: "bénéfixiaires",
    expected: "bénéficiaires",
    spoil: set({ target: number(40, "bénéficiaires"), actual: number(20, "bénéfixiaires") }),
    near: set({ target: number(40, "bénéficiaires"), actual: number(20, "bénéficiaire") }),
  },
  {
    rule: "breakdown-label-variant",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: "femmxs",
    expected: "femmes",
    spoil: set({ actual: labelled(20, "femmxs", "hommes") }),
    // Other words, other endings.
    near: set({ actual: labelled(20, "pommes", "femme") }),
  },
];

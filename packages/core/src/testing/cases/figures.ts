import type { Indicator } from "../../framework/index.ts";
import { all, called, parts, type RuleCase, reportOf, set, write } from "../rule-case.ts";
import { indicator, NONE, number } from "../sound-document.ts";

const tbd = { value: { kind: "tbd" as const } };
const none = { value: NONE };
const words = (text: string) => ({ value: { kind: "text" as const, text } });
const SENTENCE = "Les formations ont commencé en octobre dans les deux communes.";

/** So many indicators of the output, each with words and a target of its own, and what differs in some. */
const rows =
  (count: number, change: (at: number) => Partial<Indicator>): RuleCase["spoil"] =>
  (document) => {
    const things = [
      "puits",
      "écoles",
      "clubs",
      "plans",
      "comités",
      "sites",
      "ponts",
      "radios",
      "accords",
      "forums",
      "médiateurs",
    ];
    Object.assign(document.outcomes[0]?.outputs[0] ?? {}, {
      indicators: Array.from({ length: count }, (_, at) =>
        indicator(`1.1.${at + 1}`, { text: `Nombre de ${things[at]} du projet`, ...change(at) }),
      ),
    });
  };

/** For tests: the figures of the indicator table. */
export const FIGURE_CASES: RuleCase[] = [
  {
    rule: "figure-missing",
    at: "indicators/1.1.1/baseline",
    severity: "warning",
    found: null,
    expected: "a figure",
    spoil: set({ baseline: none }),
    near: set({ baseline: number(3) }),
  },
  {
    rule: "figure-missing",
    at: "indicators/1.1.1/target",
    severity: "warning",
    found: null,
    expected: "a figure",
    spoil: set({ target: none }),
    near: set({ target: words("une salle par commune") }),
  },
  {
    rule: "figure-missing",
    at: "indicators/1.1.1/actual",
    severity: "warning",
    found: null,
    expected: "a figure",
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
    expected: "a figure",
    spoil: set({ actual: words(SENTENCE) }),
    near: set({ actual: words(SENTENCE), remark: "Voir le texte." }),
  },
  {
    rule: "columns-shifted",
    at: "indicators/1.1.1/remark",
    severity: "warning",
    found: "Tbd",
    expected: "a remark",
    spoil: set({ baseline: words(SENTENCE), remark: "Tbd" }),
    near: set({ baseline: words("faible"), remark: "Tbd" }),
  },
  {
    rule: "columns-shifted",
    at: "indicators/1.1.1/remark",
    severity: "warning",
    found: "20",
    expected: "a remark",
    spoil: set({ remark: "20" }),
    near: set({ remark: "20 de plus en mai" }),
  },
  {
    rule: "figure-unlike-others",
    at: "indicators/1.1.11/baseline",
    severity: "info",
    found: 7,
    expected: 0,
    spoil: rows(11, (at) => (at === 10 ? { baseline: number(7) } : {})),
    near: rows(11, (at) => (at === 10 ? { baseline: number(7), remark: "Sept l’étaient déjà." } : {})),
  },
  {
    rule: "figure-unlike-others",
    at: "indicators/1.1.11/baseline",
    severity: "info",
    found: 7,
    expected: 0,
    spoil: all(
      rows(11, (at) => (at === 10 ? { baseline: number(7) } : {})),
      write("Le 7 mai, rien. Des médiateurs travaillent."),
    ),
    near: all(
      rows(11, (at) => (at === 10 ? { baseline: number(7) } : {})),
      write("Au départ, 7 médiateurs travaillaient déjà."),
    ),
  },
  {
    rule: "figure-unlike-others",
    at: "indicators/1.1.11/milestone",
    severity: "info",
    found: null,
    expected: "a figure",
    spoil: rows(11, (at) => (at === 10 ? { milestone: none } : {})),
    near: rows(11, (at) => (at > 8 ? { milestone: none } : {})),
  },
  {
    rule: "zero-against-nothing",
    at: "indicators/1.1.1/milestone",
    severity: "info",
    found: 0,
    expected: "nothing",
    also: ["to-be-determined"],
    spoil: set({ baseline: tbd, target: tbd, milestone: number(0), actual: none }),
    near: set({ baseline: number(0), target: number(40), milestone: number(0) }),
  },
  {
    rule: "breakdown-one-sided",
    at: "indicators/1.1.1/target",
    severity: "info",
    found: 0,
    expected: 2,
    spoil: set({ actual: { ...number(20), breakdown: parts(true, 12, 8) } }),
    near: set({
      actual: { ...number(20), breakdown: parts(true, 12, 8) },
      target: { ...number(40), breakdown: parts(true, 20, 20) },
    }),
  },
  {
    rule: "breakdown-label-variant",
    at: "indicators/1.1.1/target",
    severity: "info",
    found: "feqmes",
    expected: "femmes",
    spoil: all(write("Les femmes, toutes les femmes."), set({ target: number(40, "feqmes") })),
    near: all(write("Une jeune, toute jeune équipe."), set({ target: number(40, "jeunes") })),
  },
  {
    rule: "breakdown-label-variant",
    at: "indicators/1.1.1/milestone",
    severity: "info",
    found: "guérisseqrs",
    expected: "guerisseurs",
    spoil: set({
      baseline: number(0, "guérisseurs"),
      target: number(40, "guérisseurs"),
      milestone: number(20, "guérisseqrs"),
    }),
    near: set({ baseline: number(0, "guérisseurs"), target: number(40, "guérisseurs") }),
  },
  {
    rule: "breakdown-label-repeated",
    at: "indicators/1.1.1/target",
    severity: "warning",
    found: "Femmes",
    expected: "once",
    spoil: set({
      target: {
        ...number(40),
        breakdown: {
          partition: true,
          parts: [
            { label: "femmes", value: 24 },
            { label: "Femmes", value: 16 },
          ],
        },
      },
    }),
    near: set({
      target: {
        ...number(40),
        breakdown: {
          partition: true,
          parts: [
            { label: "femmes", value: 24 },
            { label: "hommes", value: 16 },
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
];

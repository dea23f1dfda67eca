import {
  CovidCategory,
  type FrameworkDocument,
  GenderMarker,
  type Money,
  type Narrative,
  type NarrativeTopic,
  Rating,
  ReportType,
  RiskMarker,
  type Tranche,
} from "@cadre/core";
import fc from "fast-check";
import { PLAIN_ANSWERS } from "../src/template/grammar.ts";
import { randomDocument } from "./random-document.ts";

/** Texts that occur in reports and are hard to write and read. */
export const HARD_TEXTS: readonly string[] = [
  "L’égalité — « paix » …",
  "مشروع المصالحة المجتمعية",
  "👩🏽‍🌾 30 clubs 🕊️",
  "constructor",
  "x".repeat(2000),
  "un deux ".repeat(300).trim(),
  '"Ils sont venus", a-t-elle dit.',
  "'quoted",
  "Une ligne\nUne autre",
  "a\u00a0b\u202fc",
  "1.1.1",
  "100 %",
  "N/A",
  "Oui",
  "<w:t>&amp;</w:t>",
];

/** Texts that read like the template's own. */
export const LABEL_LIKE: readonly string[] = [
  "Project Title: another",
  "Titre du projet: un autre",
  "Outcome 2: dialogue",
  "Résultat 1: paix",
  "Indicator 1.1.1",
  "Produit 1.1",
  "Choose an item.",
  "Choisissez un élément.",
  "☒ Other (please specify):",
  "PART V: INDICATOR BASED PERFORMANCE ASSESSMENT",
  "Partie IV: COVID-19",
  "Des mots\nBudget pour évaluation finale (réponse obligatoire):\n$ 5",
  "Total: $ 5",
  "(1500 character limit): rest",
  "PAM (Agence coordinatrice)",
];

const TOPICS: readonly NarrativeTopic[] = [
  "overall-status",
  "next-six-months",
  "structural-change",
  "human-impact",
  "monitoring",
  "evaluation-preparations",
  "other-issues",
  "covid-adjustments",
  "covid-success-story",
];

const currency = fc.constantFrom("USD", "USD", "USD", "EUR", "XOF", "GBP");
const money: fc.Arbitrary<Money> = fc.record({ minor: fc.nat({ max: 1e11 }), currency });
const day = fc.integer({ min: 0, max: 7000 }).map((days) => {
  const date = new Date(Date.UTC(2015, 0, 1) + days * 86_400_000);
  return date.toISOString().slice(0, 10);
});
const share = fc.integer({ min: 0, max: 10_000 }).map((points) => Number(`${points}e-4`));

/** Names of agencies, each another: plain ones with hard ones between them. */
const names = (words: fc.Arbitrary<string>) =>
  fc.uniqueArray(
    fc.oneof(fc.constantFrom("PAM", "FAO", "OIM", "ONU Femmes", "UN Women (HQ)", "Fonds 2030"), words),
    {
      maxLength: 4,
      selector: (name) => name.normalize().replace(/\s+/g, " ").trim(),
    },
  );

/**
 * For tests: any document that a report or a workbook may be made of, with all that {@link randomDocument} leaves as it is: the cover, its
 * agencies and money, activities, tranches, and the report's texts and answers.
 */
export function randomReport(
  base: FrameworkDocument,
  texts: readonly string[],
): fc.Arbitrary<FrameworkDocument> {
  const words = fc.constantFrom(...texts);
  const maybe = fc.option(words);
  return fc
    .record({
      document: randomDocument(base, texts),
      country: maybe,
      number: maybe,
      startDate: fc.option(day),
      endDate: fc.option(day),
      riskMarker: fc.option(fc.constantFrom(...RiskMarker.options)),
      genderMarker: fc.option(fc.constantFrom(...GenderMarker.options)),
      focusArea: fc.option(fc.constantFrom("1.1", "2.3", "4.3")),
      agencies: names(words).chain((list) =>
        fc.tuple(
          ...list.map((name) =>
            fc.record({ name: fc.constant(name), convening: fc.boolean(), budget: fc.option(money) }),
          ),
        ),
      ),
      money: fc.record({
        total: fc.option(money),
        covidAdjustment: fc.option(money),
        evaluation: fc.option(money),
        deliveryRate: fc.option(share),
        gewe: fc.record({ allocated: fc.option(money), spent: fc.option(money) }),
      }),
      activities: fc
        .uniqueArray(fc.constantFrom("1.1.1", "1.1.2", "1.2.1", "2.1.1"), { minLength: 1 })
        .chain((codes) =>
          fc.tuple(
            ...codes
              .toSorted()
              .map((code) =>
                maybe.map((title) => ({ code, ...(title === null ? {} : { title }), events: [] })),
              ),
          ),
        ),
      tranches: fc.option(
        fc.array(
          fc.record({
            number: fc.integer({ min: 1, max: 3 }),
            agency: words,
            amount: fc.option(money),
            share: fc.option(share),
            received: fc.option(day),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      ),
      rating: fc.option(fc.constantFrom(...Rating.options)),
      type: fc.option(fc.constantFrom(...ReportType.options)),
      year: fc.option(fc.integer({ min: 2018, max: 2030 })),
      boxes: fc.tuple(...CovidCategory.options.map(() => fc.boolean())),
      narratives: fc.tuple(...TOPICS.map(() => maybe)),
      ofOutcome: fc.tuple(maybe, maybe),
      answers: fc.tuple(...PLAIN_ANSWERS.map(() => maybe)),
    })
    .map((drawn) => {
      const { document } = drawn;
      const narratives: Narrative[] = [
        ...drawn.narratives.flatMap((text, index): Narrative[] =>
          text === null ? [] : [{ topic: TOPICS[index] ?? "monitoring", text }],
        ),
        ...drawn.ofOutcome.flatMap((text, index): Narrative[] =>
          text === null
            ? []
            : [{ topic: index === 0 ? "outcome-progress" : "gender-and-youth", outcome: "1", text }],
        ),
      ];
      const { country, number, startDate, endDate, riskMarker, genderMarker, focusArea, agencies } = drawn;
      const activities = drawn.activities.some(({ code }) => code === "1.1.1")
        ? drawn.activities
        : [...document.activities, ...drawn.activities];
      return {
        ...document,
        project: {
          ...document.project,
          ...{ country, number, startDate, endDate, riskMarker, genderMarker, focusArea, agencies },
        },
        budget: {
          ...document.budget,
          ...drawn.money,
          ...(drawn.tranches === null ? {} : { tranches: drawn.tranches satisfies Tranche[] }),
        },
        outcomes: document.outcomes.map((outcome) => ({ ...outcome, rating: drawn.rating })),
        activities,
        report: {
          type: drawn.type,
          year: drawn.year,
          language: "fr" as const,
          asOf: null,
          narratives,
          covidCategories: Object.fromEntries(
            CovidCategory.options.map((category, index) => [category, drawn.boxes[index] === true]),
          ),
          answers: Object.fromEntries(
            drawn.answers.flatMap((text, index) =>
              text === null ? [] : [[PLAIN_ANSWERS[index] ?? "", text]],
            ),
          ),
          claims: [],
          lines: {},
        },
      };
    });
}

import { indicatorsOf, placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import { showPlace } from "../../place.ts";
import { numberOf } from "../../value.ts";
import type { Rule } from "../rule.ts";

export const breakdownInNarrative: Rule = {
  id: "breakdown-in-narrative",
  severity: "info",
  about: {
    en: "A breakdown by sex that the text gives stands in the table too",
    fr: "Une ventilation par sexe donnée dans le texte figure aussi dans le tableau",
  },
  source: "Template, part V: figures disaggregated by sex and age belong to the table",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const claim = document.report?.claims.find(
        ({ indicator: code, value, breakdown }) =>
          code === indicator.code && breakdown !== undefined && value === numberOf(indicator.actual.value),
      );
      if (claim?.breakdown === undefined) return [];
      const parts = claim.breakdown.parts.map(({ label, value }) => `${value} ${label}`).join(", ");
      return [
        {
          where: placeIn(document, `indicators/${indicator.code}/actual`),
          message: messages.breakdownInNarrative(
            indicator.code,
            claim.evidence.quote,
            showPlace(claim.evidence.where),
          ),
          found: indicator.actual.raw ?? numberOf(indicator.actual.value),
          expected: parts,
        },
      ];
    }),
};

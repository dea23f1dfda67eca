import { indicatorsOf, placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import { showPlace } from "../../place.ts";
import { numberOf } from "../../value.ts";
import type { Rule } from "../rule.ts";

export const figureContradicted: Rule = {
  id: "figure-contradicted",
  severity: "error",
  about: {
    en: "The progress in the table is not contradicted by a figure for the same thing in the text or in a remark",
    fr: "Le progrès du tableau n’est pas contredit par un chiffre sur le même objet dans le texte ou dans une remarque",
  },
  source: "Consistency of the report with itself",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const reported = numberOf(indicator.actual.value);
      const claims = (document.report?.claims ?? []).filter(
        (claim) => claim.indicator === indicator.code && claim.value !== reported,
      );
      if (reported === null) return [];
      return [...new Set(claims.map(({ value }) => value))].map((value) => {
        const evidence = claims.filter((claim) => claim.value === value).map((claim) => claim.evidence);
        return {
          where: placeIn(document, `indicators/${indicator.code}/actual`),
          message: messages.figureContradicted(
            indicator.code,
            reported,
            value,
            evidence.map(({ where, quote }) => ({ quote, place: showPlace(where) })),
          ),
          found: reported,
          expected: value,
        };
      });
    }),
};

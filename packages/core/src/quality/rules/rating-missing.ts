import { placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import type { Rule } from "../rule.ts";

export const ratingMissing: Rule = {
  id: "rating-missing",
  severity: "warning",
  about: { en: "A report rates each outcome", fr: "Un rapport évalue chaque résultat" },
  source: "Template, part II: rate the current status of the outcome progress",
  check: (document) => {
    if (document.report === null) return [];
    return document.outcomes
      .filter(({ rating }) => rating === null)
      .map(({ code }) => ({
        where: placeIn(document, `outcomes/${code}/rating`),
        message: messages.ratingMissing(code),
        found: null,
        expected: "off-track | on-track | on-track-with-peacebuilding-results",
      }));
  },
};

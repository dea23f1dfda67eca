import { FIGURE_COLUMNS, indicatorsOf, placeIn } from "../../framework/index.ts";
import { checkBreakdown } from "../../indicators/index.ts";
import { messages } from "../../locale/index.ts";
import { numberOf } from "../../value.ts";
import type { Hit, Rule } from "../rule.ts";

export const breakdownSum: Rule = {
  id: "breakdown-sum",
  severity: "error",
  about: {
    en: "The parts of a partition (“soit”) add up to their total; no overlapping group (“dont”) exceeds it",
    fr: "Les parties d’une partition (« soit ») totalisent le chiffre ; aucun groupe (« dont ») ne le dépasse",
  },
  source: "Arithmetic",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) =>
      FIGURE_COLUMNS.flatMap((column): Hit[] => {
        const figure = indicator[column];
        const total = numberOf(figure.value);
        const check = checkBreakdown(figure);
        if (figure.breakdown === undefined || total === null || check?.consistent !== false) return [];
        const where = placeIn(document, `indicators/${indicator.code}/${column}`);
        if (figure.breakdown.partition) {
          const message = messages.breakdownSum(indicator.code, column, check.sum, total);
          return [{ where, message, found: check.sum, expected: total }];
        }
        const largest = Math.max(...figure.breakdown.parts.map(({ value }) => value));
        const message = messages.breakdownPart(indicator.code, column, largest, total);
        return [{ where, message, found: largest, expected: `at most ${total}` }];
      }),
    ),
};

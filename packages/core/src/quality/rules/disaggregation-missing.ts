import { indicatorsOf, placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import type { Rule } from "../rule.ts";

export const disaggregationMissing: Rule = {
  id: "disaggregation-missing",
  severity: "warning",
  about: {
    en: "An indicator whose words ask for disaggregation shows it",
    fr: "Un indicateur dont l’énoncé demande une désagrégation la montre",
  },
  source: "The indicator's own words; template, part V: data disaggregated by sex and age",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const axes = indicator.disaggregation ?? [];
      const shows = (column: "actual" | "target") => indicator[column].breakdown?.parts ?? [];
      if (axes.length === 0 || shows("actual").length > 0) return [];
      const target = shows("target").map(({ label, value }) => `${value} ${label}`);
      return [
        {
          // Groups named in the target are some disaggregation, so that the gap is then only one of the progress.
          severity: target.length > 0 ? ("info" as const) : ("warning" as const),
          where: placeIn(document, `indicators/${indicator.code}/actual`),
          message: messages.disaggregationMissing(
            indicator.code,
            axes,
            target.length > 0 ? target.join(", ") : null,
          ),
          found: indicator.actual.raw ?? indicator.actual.value.kind,
          expected: axes.join(", "),
        },
      ];
    }),
};

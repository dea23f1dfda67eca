import { indicatorsOf } from "../../framework/index.ts";
import { say } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_V } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Where progress is told by groups, its target is, too, so that the two can be compared",
    fr: "Si le progrès est donné par groupes, sa cible l’est aussi, pour que l’on puisse comparer",
  },
  source: PART_V,
};

export const rule: Rule = {
  id: "breakdown-one-sided",
  severity: "info",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator: { code, target, actual, disaggregation = [] } }) => {
      const groups = actual.breakdown?.parts.length ?? 0;
      // Where disaggregation is asked for, it is asked for in the progress alone.
      if (
        groups < 2 ||
        target.breakdown !== undefined ||
        target.value.kind !== "number" ||
        disaggregation.length > 0
      )
        return [];
      const message = say(
        "Indicator {0}: the progress has {1} groups, the target none.",
        "Indicateur {0} : le progrès a {1} groupes, la cible aucun.",
        code,
        groups,
      );
      return [hit(document, `indicators/${code}/target`, message, 0, groups)];
    }),
};

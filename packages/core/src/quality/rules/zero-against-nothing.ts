import { indicatorsOf } from "../../framework/index.ts";
import { columnName, say } from "../../locale/index.ts";
import { numberOf } from "../../value.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { CONSISTENCY } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Milestone and progress are no zero where both baseline and target are still to be determined: nothing was measured, which is a dash",
    fr: "Étape et progrès ne sont pas zéro si la base et la cible sont encore à déterminer : rien n’a été mesuré, ce qui est un tiret",
  },
  source: CONSISTENCY,
};

export const rule: Rule = {
  id: "zero-against-nothing",
  severity: "info",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      if (indicator.baseline.value.kind !== "tbd" || indicator.target.value.kind !== "tbd") return [];
      return (["milestone", "actual"] as const).flatMap((column) => {
        if (numberOf(indicator[column].value) !== 0) return [];
        const message = say(
          "Indicator {0}, {1}: zero, although neither its baseline nor its target is determined.",
          "Indicateur {0}, {1} : zéro, alors que ni sa base ni sa cible ne sont déterminées.",
          indicator.code,
          columnName(column),
        );
        return [hit(document, `indicators/${indicator.code}/${column}`, message, 0, "nothing")];
      });
    }),
};

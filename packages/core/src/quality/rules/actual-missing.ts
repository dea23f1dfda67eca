import { indicatorsOf } from "../../framework/index.ts";
import { say } from "../../locale/index.ts";
import { numberOf } from "../../value.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_V } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "A report gives the progress of each indicator that has a figure for a target; nothing is not zero",
    fr: "Un rapport donne le progrès de chaque indicateur dont la cible est un chiffre ; rien n’est pas zéro",
  },
  source: PART_V,
};

export const rule: Rule = {
  id: "actual-missing",
  severity: "warning",
  check: (document) =>
    (document.report === null ? [] : indicatorsOf(document))
      .filter(
        ({ indicator }) =>
          indicator.actual.value.kind === "none" && numberOf(indicator.target.value) !== null,
      )
      .map(({ indicator: { code } }) =>
        hit(
          document,
          `indicators/${code}/actual`,
          say(
            "Indicator {0} has a target but its progress is not reported.",
            "L’indicateur {0} a une cible mais son progrès n’est pas rapporté.",
            code,
          ),
          null,
          "a figure",
        ),
      ),
};

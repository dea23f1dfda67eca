import { indicatorsOf } from "../../framework/index.ts";
import { say } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_V } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "An indicator with a target has a baseline: a figure, or that it is to be determined",
    fr: "Un indicateur qui a une cible a une base de donnée : un chiffre, ou « à déterminer »",
  },
  source: PART_V,
};

export const rule: Rule = {
  id: "baseline-missing",
  severity: "warning",
  check: (document) =>
    indicatorsOf(document)
      .filter(
        ({ indicator }) => indicator.baseline.value.kind === "none" && indicator.target.value.kind !== "none",
      )
      .map(({ indicator: { code } }) =>
        hit(
          document,
          `indicators/${code}/baseline`,
          say(
            "Indicator {0} has a target but no baseline.",
            "L’indicateur {0} a une cible mais pas de base de donnée.",
            code,
          ),
          null,
          "a figure",
        ),
      ),
};

import { indicatorsOf } from "../../framework/index.ts";
import { say } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_V } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "An indicator has an end-of-project target: a figure, or that it is to be determined",
    fr: "Un indicateur a une cible de fin de projet : un chiffre, ou « à déterminer »",
  },
  source: PART_V,
};

export const rule: Rule = {
  id: "target-missing",
  severity: "warning",
  check: (document) =>
    indicatorsOf(document)
      .filter(({ indicator }) => indicator.target.value.kind === "none")
      .map(({ indicator: { code } }) =>
        hit(
          document,
          `indicators/${code}/target`,
          say("Indicator {0} has no target.", "L’indicateur {0} n’a pas de cible.", code),
          null,
          "a figure",
        ),
      ),
};

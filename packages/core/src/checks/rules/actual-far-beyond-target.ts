import { indicatorsOf } from "../../document/index.ts";
import { percentOfTarget } from "../../indicators/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { OUR_POLICY } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "The progress is not many times the target (`farBeyondTarget`): a digit may have slipped",
    fr: "Le progrès n’est pas plusieurs fois la cible (`farBeyondTarget`) : un chiffre a pu glisser",
  },
  source: OUR_POLICY,
};

export const rule: Rule = {
  id: "actual-far-beyond-target",
  severity: "info",
  check: (document, { farBeyondTarget }) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const percent = percentOfTarget(indicator).value;
      const [target, actual] = [numberOf(indicator.target.value), numberOf(indicator.actual.value)];
      if (percent === null || target === null || actual === null || percent <= farBeyondTarget) return [];
      // A value that is to fall has no percent of target: it starts far above it.
      const message = bilingual(
        en.actualFarBeyondTarget,
        fr.actualFarBeyondTarget,
        indicator.code,
        actual,
        target,
        { share: percent },
      );
      return [hit(document, `indicators/${indicator.code}/actual`, message, actual, target)];
    }),
};

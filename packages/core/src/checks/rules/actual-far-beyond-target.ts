import { indicatorsOf } from "../../document/index.ts";
import { percentOfTarget } from "../../indicators/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

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

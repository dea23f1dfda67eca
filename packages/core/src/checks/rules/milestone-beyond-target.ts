import { indicatorsOf } from "../../document/index.ts";
import { directionOf } from "../../indicators/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "milestone-beyond-target",
  severity: "warning",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const [step, target] = [numberOf(indicator.milestone.value), numberOf(indicator.target.value)];
      const direction = directionOf(indicator);
      if (step === null || target === null) return [];
      if (direction === "increase" ? step <= target : direction !== "decrease" || step >= target) return [];
      // Nothing yet for this period is no milestone below a decreasing target.
      if (step === 0 && direction === "decrease") return [];
      const message = bilingual(
        en.milestoneBeyondTarget,
        fr.milestoneBeyondTarget,
        indicator.code,
        step,
        target,
      );
      return [hit(document, `indicators/${indicator.code}/milestone`, message, step, target)];
    }),
};

import { indicatorsOf } from "../../document/index.ts";
import { directionOf } from "../../indicators/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import type { Value } from "../../values/value.ts";
import { isPercentUnit, numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

const isPercent = (value: Value) => value.kind === "number" && isPercentUnit(value.unit);

export const rule: Rule = {
  id: "milestone-below-baseline",
  severity: "info",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const { baseline, milestone } = indicator;
      const [from, step] = [numberOf(baseline.value), numberOf(milestone.value)];
      if (isPercent(baseline.value) !== isPercent(milestone.value)) return [];
      if (from === null || step === null || step === 0 || step >= from) return [];
      if (directionOf(indicator) !== "increase") return [];
      const message = bilingual(
        en.milestoneBelowBaseline,
        fr.milestoneBelowBaseline,
        indicator.code,
        step,
        from,
      );
      return [hit(document, `indicators/${indicator.code}/milestone`, message, step, from)];
    }),
};

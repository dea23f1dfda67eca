import { indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { counts, fewerIsBetter } from "../texts.ts";

export const rule: Rule = {
  id: "target-not-beyond-baseline",
  severity: "warning",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const [from, to] = [numberOf(indicator.baseline.value), numberOf(indicator.target.value)];
      const direction =
        indicator.direction ??
        (counts(indicator) && !fewerIsBetter(indicator.text) ? "increase" : "maintain");
      if (from === null || to === null || direction === "maintain") return [];
      if (direction === "increase" ? to > from : to < from) return [];
      const message = bilingual(
        en.targetNotBeyondBaseline,
        fr.targetNotBeyondBaseline,
        indicator.code,
        to,
        from,
      );
      const expected = `${direction === "increase" ? "more" : "less"} than ${from}`;
      return [hit(document, `indicators/${indicator.code}/target`, message, to, expected)];
    }),
};

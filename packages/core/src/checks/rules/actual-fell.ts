import { indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { counts, fewerIsBetter } from "../texts.ts";

export const rule: Rule = {
  id: "actual-fell",
  severity: "warning",
  check: (document, { previous }) => {
    const before = new Map(
      (previous === null ? [] : indicatorsOf(previous)).map(({ indicator }) => [
        indicator.code,
        numberOf(indicator.actual.value),
      ]),
    );
    return indicatorsOf(document).flatMap(({ indicator }) => {
      const [then, now] = [before.get(indicator.code) ?? null, numberOf(indicator.actual.value)];
      if (then === null || now === null || now >= then) return [];
      if (!counts(indicator) || fewerIsBetter(indicator.text) || indicator.direction === "decrease")
        return [];
      const message = bilingual(en.actualFell, fr.actualFell, indicator.code, then, now);
      return [hit(document, `indicators/${indicator.code}/actual`, message, now, `at least ${then}`)];
    });
  },
};

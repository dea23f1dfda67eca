import { indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PREVIOUS } from "../sources.ts";
import { counts, fewerIsBetter } from "../texts.ts";

export const page: RulePage = {
  about: {
    en: "What counts what was done does not fall from one report to the next",
    fr: "Un décompte de ce qui a été fait ne baisse pas d’un rapport à l’autre",
  },
  source: PREVIOUS,
};

export const rule: Rule = {
  id: "actual-fell",
  severity: "warning",
  check: (document, _, previous) => {
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
      const message = bilingual(
        "Indicator {0} reports {2}; the previous report had {1}.",
        "L’indicateur {0} rapporte {2} ; le rapport précédent avait {1}.",
        indicator.code,
        then,
        now,
      );
      return [hit(document, `indicators/${indicator.code}/actual`, message, now, `at least ${then}`)];
    });
  },
};

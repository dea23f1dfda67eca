import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_II } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "There are no more outcomes than the template allows (four)",
    fr: "Il n’y a pas plus de résultats que le canevas n’en prévoit (quatre)",
  },
  source: PART_II,
};

export const rule: Rule = {
  id: "too-many-outcomes",
  severity: "info",
  check: (document, { maxOutcomes }) => {
    const count = document.outcomes.length;
    if (count <= maxOutcomes) return [];
    const message = bilingual(en.tooManyOutcomes, fr.tooManyOutcomes, count, maxOutcomes);
    return [hit(document, "outcomes", message, count, `at most ${maxOutcomes}`)];
  },
};

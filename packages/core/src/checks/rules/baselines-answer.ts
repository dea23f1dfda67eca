import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_III } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Where the report says that outcome indicators have baselines, they have",
    fr: "Si le rapport dit que les indicateurs des résultats ont des bases de référence, ils en ont",
  },
  source: PART_III,
};

export const rule: Rule = {
  id: "baselines-answer",
  severity: "error",
  check: (document) => {
    const answer = document.report?.answers["outcome-baselines"] ?? "";
    if (!/^\s*(?:oui|yes)\s*[.!]?\s*$/i.test(answer)) return [];
    const open = document.outcomes
      .flatMap(({ indicators }) => indicators)
      .filter(({ baseline }) => baseline.value.kind === "tbd")
      .map(({ code }) => code);
    if (open.length === 0) return [];
    const message = bilingual(en.baselinesAnswer, fr.baselinesAnswer, open.join(", "));
    return [hit(document, "answers/outcome-baselines", message, answer.trim(), "Non")];
  },
};

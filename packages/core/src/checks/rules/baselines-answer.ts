import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

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

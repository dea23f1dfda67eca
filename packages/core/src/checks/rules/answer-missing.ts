import { bilingual, questionName } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { COVER } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "The template's yes-or-no questions are answered",
    fr: "Les questions fermées du canevas ont une réponse",
  },
  source: COVER,
};

/** Questions of the template that every report answers. */
const ALWAYS_ASKED = ["last-six-months", "secretariat-review", "outcome-baselines", "evaluation-done"];

export const rule: Rule = {
  id: "answer-missing",
  severity: "info",
  check: (document) =>
    ALWAYS_ASKED.filter((field) => document.report?.answers[field] === "").map((field) =>
      hit(
        document,
        `answers/${field}`,
        bilingual(
          "The question “{0}” has no answer.",
          "La question « {0} » n’a pas de réponse.",
          questionName(field),
        ),
        null,
        "Oui | Non",
      ),
    ),
};

import { bilingual, questionName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

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
        bilingual(en.answerMissing, fr.answerMissing, questionName(field)),
        null,
        "Oui | Non",
      ),
    ),
};

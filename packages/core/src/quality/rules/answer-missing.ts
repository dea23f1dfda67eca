import { placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import type { Rule } from "../rule.ts";

/** Questions of the template that every report answers. */
const ALWAYS_ASKED = ["last-six-months", "secretariat-review", "outcome-baselines", "evaluation-done"];

export const answerMissing: Rule = {
  id: "answer-missing",
  severity: "info",
  about: {
    en: "The template's yes-or-no questions are answered",
    fr: "Les questions fermées du canevas ont une réponse",
  },
  source: "Template, cover page and part III",
  check: (document) =>
    ALWAYS_ASKED.filter((field) => document.report?.answers[field] === "").map((field) => ({
      where: placeIn(document, `answers/${field}`),
      message: messages.answerMissing(field),
      found: null,
      expected: "Oui | Non",
    })),
};

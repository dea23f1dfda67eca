import { say } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { COVER } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "The paper's questions for money that goes to gender equality and for what COVID-19 moved are answered; a blank may be a zero that nobody wrote, or a line that was lost",
    fr: "Les questions sur l’argent de l’égalité des sexes et sur les ajustements liés au COVID-19 ont une réponse ; un blanc peut être un zéro que personne n’a écrit, ou une ligne perdue",
  },
  source: COVER,
};

export const rule: Rule = {
  id: "amount-unanswered",
  severity: "info",
  check: (document) => {
    const { gewe, covidAdjustment } = document.budget;
    const asked = {
      "budget/gewe/allocated": gewe.allocated,
      "budget/gewe/spent": gewe.spent,
      "budget/covidAdjustment": covidAdjustment,
    };
    // Without its line, the question was never asked.
    return Object.entries(asked)
      .filter(([path, amount]) => amount === null && document.report?.lines[path] !== undefined)
      .map(([path]) =>
        hit(
          document,
          path,
          say(
            "The paper asks for an amount and none stands there: {0}.",
            "Le document demande un montant et n’en donne pas : {0}.",
            path,
          ),
          null,
          "an amount",
        ),
      );
  },
};

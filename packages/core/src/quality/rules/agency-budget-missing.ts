import { say } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { COVER } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Where one recipient organisation's share of the budget is given, that of each is; the annex's lines tell it as well",
    fr: "Si la part du budget d’une agence récipiendaire est donnée, celle de chacune l’est ; les lignes de l’annexe la disent aussi",
  },
  source: COVER,
};

export const rule: Rule = {
  id: "agency-budget-missing",
  severity: "warning",
  check: (document) => {
    const { agencies } = document.project;
    // Where the annex is known, its lines tell.
    if (document.budget.lines !== undefined || agencies.every(({ budget }) => budget === null)) return [];
    return agencies
      .filter(({ budget }) => budget === null)
      .map(({ name }) =>
        hit(
          document,
          `project/agencies/${name}`,
          say("{0} has no share of the budget.", "{0} n’a pas de part du budget.", name),
          null,
          "an amount",
        ),
      );
  },
};

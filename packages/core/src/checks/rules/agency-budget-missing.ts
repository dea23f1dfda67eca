import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { COVER } from "../sources.ts";
import { isUnread } from "../texts.ts";

export const page: RulePage = {
  about: {
    en: "Where the budget of one recipient organisation is given, that of each is",
    fr: "Quand le budget d’une agence récipiendaire est donné, celui de chacune l’est",
  },
  source: COVER,
};

export const rule: Rule = {
  id: "agency-budget-missing",
  severity: "warning",
  check: (document) => {
    const { agencies } = document.project;
    const without = agencies.filter(
      ({ name, budget }) => budget === null && !isUnread(document, `project/agencies/${name}`),
    );
    if (without.length === agencies.length) return [];
    return without.map(({ name }) =>
      hit(
        document,
        `project/agencies/${name}`,
        bilingual(en.agencyBudgetMissing, fr.agencyBudgetMissing, name),
        null,
        "an amount",
      ),
    );
  },
};

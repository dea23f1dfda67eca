import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { isUnread } from "../texts.ts";

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

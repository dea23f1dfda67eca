import { bilingual } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { COVER } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Of several recipient organisations, exactly one is the convening agency",
    fr: "De plusieurs agences récipiendaires, une seule est l’agence coordinatrice",
  },
  source: COVER,
};

export const rule: Rule = {
  id: "convening-agency",
  severity: "warning",
  check: (document) => {
    const { agencies } = document.project;
    const convening = agencies.filter((agency) => agency.convening);
    if (convening.length === 1 || (agencies.length < 2 && convening.length === 0)) return [];
    const message = bilingual(
      "{0} agencies of {1} are marked as convening.",
      "{0} agences sur {1} sont marquées comme coordinatrices.",
      convening.length,
      agencies.length,
    );
    return [hit(document, "project/agencies", message, convening.length, 1)];
  },
};

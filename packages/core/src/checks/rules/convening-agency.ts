import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "convening-agency",
  severity: "warning",
  check: (document) => {
    const { agencies } = document.project;
    const convening = agencies.filter((agency) => agency.convening);
    if (convening.length === 1 || (agencies.length < 2 && convening.length === 0)) return [];
    const message = bilingual(en.conveningAgency, fr.conveningAgency, convening.length, agencies.length);
    return [hit(document, "project/agencies", message, convening.length, 1)];
  },
};

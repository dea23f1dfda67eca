import { indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_V } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "A remark gives reasons: a number alone probably belongs to another column",
    fr: "Une remarque donne des raisons : un nombre seul appartient sans doute à une autre colonne",
  },
  source: PART_V,
};

export const rule: Rule = {
  id: "remark-is-number",
  severity: "warning",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator: { code, remark = "" } }) => {
      if (!/^\s*\d[\d\s.,]*%?\s*(?:\((?:19|20)\d\d\)\s*)?$/.test(remark)) return [];
      const message = bilingual(en.remarkIsNumber, fr.remarkIsNumber, code, remark.trim());
      return [hit(document, `indicators/${code}/remark`, message, remark.trim(), "reasons")];
    }),
};

import { indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

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

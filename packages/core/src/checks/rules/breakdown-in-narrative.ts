import { indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { whereText } from "../where.ts";

export const rule: Rule = {
  id: "breakdown-in-narrative",
  severity: "info",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator: { code, actual } }) => {
      const claim = document.report?.claims.find(
        ({ indicator, value, breakdown }) =>
          indicator === code && breakdown !== undefined && value === numberOf(actual.value),
      );
      if (claim?.breakdown === undefined) return [];
      const message = bilingual(
        en.breakdownInNarrative,
        fr.breakdownInNarrative,
        code,
        claim.evidence.quote,
        whereText(claim.evidence.where),
      );
      const parts = claim.breakdown.parts.map(({ label, value }) => `${value} ${label}`).join(", ");
      const found = actual.raw ?? numberOf(actual.value);
      return [hit(document, `indicators/${code}/actual`, message, found, parts)];
    }),
};

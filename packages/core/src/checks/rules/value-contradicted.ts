import { indicatorsOf } from "../../document/index.ts";
import { bilingual, type Language } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { whereText } from "../where.ts";

export const rule: Rule = {
  id: "value-contradicted",
  severity: "error",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator: { code, actual } }) => {
      const reported = numberOf(actual.value);
      if (reported === null) return [];
      // Less than the table says may be a part of it: only a total, or more than is reported, contradicts.
      const claims = (document.report?.claims ?? []).filter(
        (claim) =>
          claim.indicator === code &&
          (claim.value > reported || (claim.total === true && claim.value !== reported)),
      );
      return [...new Set(claims.map(({ value }) => value))].map((value) => {
        const evidence = claims.filter((claim) => claim.value === value).map((claim) => claim.evidence);
        const quotes = evidence.map(({ where, quote }) => [
          bilingual(en.quoted, fr.quoted, quote),
          whereText(where),
        ]);
        const listed = (language: Language, between: string) =>
          quotes.map(([quote, where]) => `${quote?.[language]} (${where?.[language]})`).join(between);
        const message = bilingual(en.valueContradicted, fr.valueContradicted, code, reported, value, {
          en: listed("en", "; "),
          fr: listed("fr", " ; "),
        });
        return hit(document, `indicators/${code}/actual`, message, reported, value);
      });
    }),
};

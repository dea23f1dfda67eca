import { indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import { plain } from "../plain.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "indicator-repeated",
  severity: "warning",
  check: (document) => {
    const seen = new Map<string, string>();
    return indicatorsOf(document).flatMap(({ indicator: { code, text }, parent }) => {
      const normalized = plain(text);
      // Too short to mean anything: "Tbd".
      if (normalized.length < 8) return [];
      const key = `${parent} ${normalized}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, code);
      // The same code again is another rule's.
      if (first === undefined || first === code) return [];
      const message = bilingual(en.indicatorRepeated, fr.indicatorRepeated, code, first);
      return [hit(document, `indicators/${code}/text`, message, code, first)];
    });
  },
};

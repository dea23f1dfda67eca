import { formulaNodes, formulaOrder, referencesOf } from "../../derived/index.ts";
import { indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "formula-invalid",
  severity: "error",
  check: (document) => {
    const indicators = indicatorsOf(document).map(({ indicator }) => indicator);
    const codes = new Set(indicators.map(({ code }) => code));
    const { circular } = formulaOrder(indicators.flatMap(formulaNodes));
    const circularCodes = new Set(circular.map(({ code }) => code));
    return indicators.flatMap(({ code, formula }) => {
      if (formula === undefined) return [];
      const path = `indicators/${code}/formula`;
      const unknown = referencesOf(formula)
        .filter((ref) => !codes.has(ref))
        .map((ref) => {
          const message = bilingual(en.formulaInvalidReference, fr.formulaInvalidReference, code, ref);
          return hit(document, path, message, ref, en.expectedFrameworkCode);
        });
      if (!circularCodes.has(code)) return unknown;
      const message = bilingual(en.formulaInvalidCycle, fr.formulaInvalidCycle, code);
      return [...unknown, hit(document, path, message, code, "other indicators")];
    });
  },
};

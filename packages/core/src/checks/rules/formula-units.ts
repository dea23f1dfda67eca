import { unitOfExpression } from "../../derived/index.ts";
import { indicatorsOf } from "../../document/index.ts";
import { unitOf } from "../../indicators/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { isPercentUnit } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "formula-units",
  severity: "warning",
  check: (document) => {
    const indicators = indicatorsOf(document).map(({ indicator }) => indicator);
    const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    return indicators.flatMap((indicator) => {
      const { code, formula } = indicator;
      if (formula === undefined) return [];
      const path = `indicators/${code}/formula`;
      const found = unitOfExpression(formula, (ref) => {
        const other = byCode.get(ref);
        return other === undefined ? "" : (unitOf(other) ?? "");
      });
      if ("problem" in found) {
        const message = bilingual(en.formulaUnitsMixed, fr.formulaUnitsMixed, code, found.problem);
        return [hit(document, path, message, found.problem.en, "one unit")];
      }
      const own = unitOf(indicator);
      if (own === null || found.unit === "" || isPercentUnit(own) === isPercentUnit(found.unit)) return [];
      const message = bilingual(en.formulaUnitsDiffer, fr.formulaUnitsDiffer, code, own, found.unit);
      return [hit(document, path, message, found.unit, own)];
    });
  },
};

import { DERIVED_COLUMNS, formulaValues } from "../../derived/index.ts";
import { indicatorsOf } from "../../document/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

/** Half a unit of the last decimal that a number is stated with. */
const roundingOf = (stated: number): number => {
  const [, decimals = ""] = String(stated).split(".");
  return 0.5 * 10 ** -decimals.length * (1 + 1e-9);
};

export const rule: Rule = {
  id: "formula-contradicted",
  severity: "warning",
  check: (document) => {
    const { derivedAt } = formulaValues(document);
    return indicatorsOf(document).flatMap(({ indicator }) =>
      DERIVED_COLUMNS.flatMap((column) => {
        const { value, computed } = indicator[column];
        const stated = numberOf(value);
        if (stated === null || computed === true) return [];
        const derived = derivedAt(indicator, column);
        if (derived === null) return [];
        const { bounds } = derived;
        const low = derived.value ?? bounds?.low ?? null;
        const high = derived.value ?? bounds?.high ?? null;
        if (low === null || high === null) return [];
        const slack = roundingOf(stated);
        if (stated >= low - slack && stated <= high + slack) return [];
        const expected = derived.value ?? `${low}–${high}`;
        const message = bilingual(
          en.formulaContradicted,
          fr.formulaContradicted,
          indicator.code,
          columnName(column),
          stated,
          expected,
          derived.working,
        );
        return [hit(document, `indicators/${indicator.code}/${column}`, message, stated, expected)];
      }),
    );
  },
};

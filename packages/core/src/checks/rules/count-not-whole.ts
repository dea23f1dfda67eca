import { indicatorsOf, VALUE_COLUMNS } from "../../document/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { isPercentUnit, numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { counts } from "../texts.ts";

export const rule: Rule = {
  id: "count-not-whole",
  severity: "error",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) =>
      VALUE_COLUMNS.flatMap((column) => {
        const { value } = indicator[column];
        const number = numberOf(value);
        if (value.kind !== "number" || number === null || isPercentUnit(value.unit) || !counts(indicator))
          return [];
        if (Number.isInteger(number) && number >= 0) return [];
        const message = bilingual(
          en.countNotWhole,
          fr.countNotWhole,
          indicator.code,
          columnName(column),
          number,
        );
        return [hit(document, `indicators/${indicator.code}/${column}`, message, number, "a whole number")];
      }),
    ),
};

import { indicatorsOf, VALUE_COLUMNS } from "../../document/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { isPercentUnit, numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

/** "Percentage of persons who…" is a share; "percentage of increase" is a change. */
const isShare = (text: string) =>
  /^(?:%|pourcentage|proportion|part|taux|percent(?:age)?|share|rate)\b/i.test(text.trim()) &&
  !/augment|accroi|hausse|croissan|variation|changement|r[ée]du|baiss|diminu|increas|grow|chang|rise|reduc|decreas/i.test(
    text,
  );

export const rule: Rule = {
  id: "share-out-of-range",
  severity: "error",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) =>
      VALUE_COLUMNS.flatMap((column) => {
        const { value } = indicator[column];
        const number = numberOf(value);
        if (
          value.kind !== "number" ||
          number === null ||
          !isPercentUnit(value.unit) ||
          !isShare(indicator.text)
        )
          return [];
        if (number >= 0 && number <= 100) return [];
        const message = bilingual(
          en.shareOutOfRange,
          fr.shareOutOfRange,
          indicator.code,
          columnName(column),
          number,
        );
        return [hit(document, `indicators/${indicator.code}/${column}`, message, number, "0 to 100")];
      }),
    ),
};

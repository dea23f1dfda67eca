import { indicatorsOf, VALUE_COLUMNS } from "../../document/index.ts";
import { bilingual, columnNames } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { isPercentUnit } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "units-differ",
  severity: "error",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const numbers = VALUE_COLUMNS.flatMap((column) => {
        const { value } = indicator[column];
        // A change in percent is measured against a baseline that may be a count.
        return value.kind === "number" && value.value !== 0 && value.qualifier !== "change"
          ? [{ column, percent: isPercentUnit(value.unit) }]
          : [];
      });
      const of = (percent: boolean) =>
        numbers.filter((each) => each.percent === percent).map(({ column }) => column);
      const [percents, others] = [of(true), of(false)];
      const [first] = others;
      if (first === undefined || percents.length === 0) return [];
      const message = bilingual(
        en.unitsDiffer,
        fr.unitsDiffer,
        indicator.code,
        columnNames(percents),
        columnNames(others),
      );
      return [hit(document, `indicators/${indicator.code}/${first}`, message, others.join(", "), "%")];
    }),
};

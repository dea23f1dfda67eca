import { indicatorsOf, VALUE_COLUMNS } from "../../document/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import { plain } from "../plain.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "breakdown-label-repeated",
  severity: "warning",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) =>
      VALUE_COLUMNS.flatMap((column) => {
        const labels = (indicator[column].breakdown?.parts ?? []).map(({ label }) => label);
        const names = labels.map(plain);
        const again = labels.find(
          (_, index) => names[index] !== "" && names.indexOf(names[index] ?? "") < index,
        );
        if (again === undefined) return [];
        const message = bilingual(
          en.breakdownLabelRepeated,
          fr.breakdownLabelRepeated,
          indicator.code,
          columnName(column),
          again,
        );
        return [hit(document, `indicators/${indicator.code}/${column}`, message, again, "once")];
      }),
    ),
};

import { indicatorsOf, VALUE_COLUMNS } from "../../document/index.ts";
import { checkBreakdown } from "../../indicators/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";

export const rule: Rule = {
  id: "breakdown-sum",
  severity: "error",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) =>
      VALUE_COLUMNS.flatMap((column): Hit[] => {
        const reported = indicator[column];
        const total = numberOf(reported.value);
        const check = checkBreakdown(reported);
        if (reported.breakdown === undefined || total === null || check?.consistent !== false) return [];
        const path = `indicators/${indicator.code}/${column}`;
        const name = columnName(column);
        if (reported.breakdown.partition) {
          const message = bilingual(en.breakdownSum, fr.breakdownSum, indicator.code, name, check.sum, total);
          return [hit(document, path, message, check.sum, total)];
        }
        const largest = Math.max(...reported.breakdown.parts.map(({ value }) => value));
        const message = bilingual(
          en.breakdownSumLargest,
          fr.breakdownSumLargest,
          indicator.code,
          name,
          largest,
          total,
        );
        return [hit(document, path, message, largest, `at most ${total}`)];
      }),
    ),
};

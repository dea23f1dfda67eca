import type { Patch } from "../../diagnostics/problem.ts";
import type { FrameworkDocument, Indicator } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";

/** Each list of indicators with the path to it. */
const lists = ({ outcomes }: FrameworkDocument): { at: Patch["path"]; indicators: Indicator[] }[] =>
  outcomes.flatMap((outcome, outcomeIndex) => [
    { at: ["outcomes", outcomeIndex, "indicators"], indicators: outcome.indicators },
    ...outcome.outputs.map(({ indicators }, index) => ({
      at: ["outcomes", outcomeIndex, "outputs", index, "indicators"],
      indicators,
    })),
  ]);

export const rule: Rule = {
  id: "row-repeated",
  severity: "warning",
  check: (document) =>
    lists(document).flatMap(({ at, indicators }): Hit[] => {
      const rows = indicators.map((indicator) => JSON.stringify(indicator));
      return indicators.flatMap(({ code }, index): Hit[] => {
        if (rows.indexOf(rows[index] ?? "") === index) return [];
        const message = bilingual(en.rowRepeated, fr.rowRepeated, code);
        const correction = bilingual(en.rowRepeatedFix, fr.rowRepeatedFix, code);
        const fix = { message: correction, patches: [{ op: "remove" as const, path: [...at, index] }] };
        return [{ ...hit(document, `indicators/${code}`, message, 2, 1), fix }];
      });
    }),
};

import { indirectCosts } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "indirect-support-rate",
  severity: "warning",
  check: (document, { budget }) =>
    indirectCosts(document.budget.lines ?? [], { policy: budget }).flatMap(
      ({ agency, indirect, rate, expected }) => {
        // No indirect costs at all: they may be stated below the lines.
        if (rate === null || indirect.minor === 0 || Math.abs(rate - (budget.indirectRate ?? rate)) <= 0.0005)
          return [];
        const message = bilingual(
          en.indirectSupportRate,
          fr.indirectSupportRate,
          agency,
          amountOf(indirect),
          { share: rate },
          amountOf(expected),
        );
        return [hit(document, "budget/lines", message, toMajor(indirect), toMajor(expected))];
      },
    ),
};

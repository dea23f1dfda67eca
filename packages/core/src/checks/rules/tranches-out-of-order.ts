import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "tranches-out-of-order",
  severity: "warning",
  check: (document) => {
    const tranches = document.budget.tranches ?? [];
    const { startDate } = document.project;
    return tranches.flatMap(({ agency, number, received }) => {
      if (received === null) return [];
      const earlier = tranches.find(
        (one) => one.agency === agency && one.number === number - 1 && (one.received ?? "9999") > received,
      );
      const least = earlier?.received ?? startDate;
      if (earlier === undefined && (least === null || received >= least)) return [];
      const message = bilingual(
        en.tranchesOutOfOrder,
        fr.tranchesOutOfOrder,
        agency,
        number,
        received,
        earlier === undefined
          ? bilingual(en.tranchesOutOfOrderFirst, fr.tranchesOutOfOrderFirst, startDate ?? "")
          : bilingual(en.tranchesOutOfOrderEarlier, fr.tranchesOutOfOrderEarlier, number - 1),
      );
      return [hit(document, `budget/tranches/${agency}/${number}`, message, received, least ?? "later")];
    });
  },
};

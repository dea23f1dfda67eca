import { elapsedShare } from "../../date.ts";
import { placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import type { Rule } from "../rule.ts";

export const deliveryBehindTime: Rule = {
  id: "delivery-behind-time",
  severity: "warning",
  about: {
    en: "Delivery does not lag far behind the share of time elapsed",
    fr: "L’exécution du budget ne reste pas loin derrière la durée écoulée",
  },
  source: "Ours: the lag that is let pass is `deliveryLag` of the policy",
  check: (document, { deliveryLag }) => {
    const { startDate, endDate } = document.project;
    const [rate, asOf] = [document.budget.deliveryRate, document.report?.asOf ?? null];
    if (startDate === null || endDate === null || rate === null || asOf === null) return [];
    const elapsed = elapsedShare(startDate, endDate, asOf);
    if (elapsed === null || elapsed - rate <= deliveryLag) return [];
    return [
      {
        where: placeIn(document, "budget/deliveryRate"),
        message: messages.deliveryBehind(rate, elapsed, asOf),
        found: rate,
        expected: `at least ${(elapsed - deliveryLag).toFixed(4)}`,
      },
    ];
  },
};

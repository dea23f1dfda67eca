import { bilingual, formatDate } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { daysBetween, elapsedShare } from "../../values/date.ts";
import { addFractions, compareFractions, fraction } from "../../values/fraction.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "delivery-behind-time",
  severity: "warning",
  check: (document, { deliveryLag }) => {
    const { startDate, endDate } = document.project;
    const [rate, asOf] = [document.budget.deliveryRate, document.report?.asOf ?? null];
    if (startDate === null || endDate === null || rate === null || asOf === null) return [];
    const elapsed = elapsedShare(startDate, endDate, asOf);
    if (elapsed === null) return [];
    const passed = fraction(
      Math.min(daysBetween(startDate, asOf), daysBetween(startDate, endDate)),
      daysBetween(startDate, endDate),
    );
    if (compareFractions(passed, addFractions(fraction(rate), fraction(deliveryLag))) <= 0) return [];
    const message = bilingual(
      en.deliveryBehindTime,
      fr.deliveryBehindTime,
      { share: rate },
      { share: elapsed },
      { en: formatDate(asOf, { language: "en" }), fr: formatDate(asOf, { language: "fr" }) },
    );
    const expected = `at least ${(elapsed - deliveryLag).toFixed(4)}`;
    return [hit(document, "budget/deliveryRate", message, rate, expected)];
  },
};

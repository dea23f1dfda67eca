import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { daysBetween } from "../../values/date.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "dates-out-of-order",
  severity: "error",
  check: (document) => {
    const { startDate, endDate } = document.project;
    if (startDate === null || endDate === null || daysBetween(startDate, endDate) > 0) return [];
    const message = bilingual(en.datesOutOfOrder, fr.datesOutOfOrder, startDate, endDate);
    return [hit(document, "project/endDate", message, endDate, `after ${startDate}`)];
  },
};

import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { monthsBetween } from "../../values/date.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { projectSpan } from "../span.ts";

export const rule: Rule = {
  id: "last-six-months",
  severity: "error",
  check: (document) => {
    const [span, asOf] = [projectSpan(document), document.report?.asOf ?? null];
    const answer = document.report?.answers["last-six-months"]?.trim() ?? "";
    if (span === null || asOf === null || !/^(?:oui|yes|non|no)\b/i.test(answer)) return [];
    const left = monthsBetween(asOf, span.end);
    const said = /^(?:oui|yes)/i.test(answer);
    // The report speaks for the day it is due; it was written some weeks before or after.
    if (said ? left <= 6 : left >= 5) return [];
    const message = bilingual(en.lastSixMonths, fr.lastSixMonths, answer, span.end, left);
    return [hit(document, "answers/last-six-months", message, answer, said ? "Non" : "Oui")];
  },
};

import { documentEffort, replay } from "../../lifecycle/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { latest } from "../../values/date.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { projectSpan } from "../span.ts";

export const rule: Rule = {
  id: "delay-overdue",
  severity: "warning",
  check: (document, { profile }) => {
    const asOf = document.report?.asOf ?? null;
    const end = projectSpan(document)?.end ?? null;
    const effort = documentEffort();
    return document.activities.flatMap(({ code, events }) => {
      if (!events.some((event) => event.type === "delayed" && event.expectedUntil !== undefined)) return [];
      const { state, expectedUntil } = replay(events, { asOf, effort, profile });
      if (state !== "delayed" || expectedUntil === null) return [];
      const overdue = asOf !== null && latest(expectedUntil) < asOf;
      const beyond = end !== null && expectedUntil > end;
      if (!overdue && !beyond) return [];
      const message = overdue
        ? bilingual(en.delayOverdue, fr.delayOverdue, code, expectedUntil, asOf)
        : bilingual(
            en.delayOverdueBeyondProject,
            fr.delayOverdueBeyondProject,
            code,
            expectedUntil,
            end ?? "",
          );
      return [hit(document, `activities/${code}`, message, expectedUntil, overdue ? asOf : end)];
    });
  },
};

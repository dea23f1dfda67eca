import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { projectSpan } from "../span.ts";

export const rule: Rule = {
  id: "work-plan-outside-project",
  severity: "warning",
  check: (document) => {
    const span = projectSpan(document);
    return (document.schedule?.activities ?? []).flatMap(({ code, start, end }) =>
      [start, end].flatMap((date) => {
        if (span === null || date === null || (date >= span.start && date <= span.end)) return [];
        const message = bilingual(
          en.workPlanOutsideProject,
          fr.workPlanOutsideProject,
          code,
          date,
          span.start,
          span.end,
        );
        return [hit(document, `schedule/activities/${code}`, message, date, `${span.start} to ${span.end}`)];
      }),
    );
  },
};

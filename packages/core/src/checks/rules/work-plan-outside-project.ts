import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { WORK_PLAN } from "../sources.ts";
import { projectSpan } from "../span.ts";

export const page: RulePage = {
  about: {
    en: "Activities are planned within the project's dates",
    fr: "Les activités sont planifiées dans la durée du projet",
  },
  source: WORK_PLAN,
};

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

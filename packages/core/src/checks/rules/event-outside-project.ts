import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { earliest, latest } from "../../values/date.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { projectSpan } from "../span.ts";

export const rule: Rule = {
  id: "event-outside-project",
  severity: "warning",
  check: (document) => {
    const span = projectSpan(document);
    const year = document.report?.asOf?.slice(0, 4);
    return document.activities.flatMap(({ code, events }) =>
      events.flatMap(({ type, date, evidence }) => {
        if (date === null) return [];
        const before = span !== null && latest(date) < span.start;
        const after = span !== null && earliest(date) > span.end;
        const toCome = year !== undefined && date.slice(0, 4) > year;
        if (!before && !after && !toCome) return [];
        const message = bilingual(
          en.eventOutsideProject,
          fr.eventOutsideProject,
          code,
          type,
          date,
          before
            ? { en: en.beforeProject, fr: fr.beforeProject }
            : after
              ? { en: en.afterProject, fr: fr.afterProject }
              : { en: en.afterReportYear, fr: fr.afterReportYear },
        );
        const expected = span === null ? `at most ${year}` : `${span.start} to ${span.end}`;
        const found = hit(document, `activities/${code}`, message, date, expected);
        return [{ ...found, where: evidence?.[0]?.where ?? found.where }];
      }),
    );
  },
};

import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { earliest, latest, shiftDate } from "../../values/date.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "work-plan-order",
  severity: "warning",
  check: (document) => {
    const { activities = [], dependencies = [] } = document.schedule ?? {};
    const planned = new Map(activities.map((activity) => [activity.code, activity]));
    const turned = activities.flatMap(({ code, actualStart, actualEnd }) => {
      if (actualStart === undefined || actualEnd === undefined || earliest(actualStart) <= latest(actualEnd))
        return [];
      const message = bilingual(
        en.workPlanOrderOfDates,
        fr.workPlanOrderOfDates,
        code,
        actualEnd,
        actualStart,
      );
      return [hit(document, `schedule/activities/${code}`, message, actualEnd, `at least ${actualStart}`)];
    });
    const early = dependencies.flatMap(({ from, to, kind, lag }) => {
      const [first, second] = [planned.get(from), planned.get(to)];
      // The day of the one before that counts, and the day of the other that it binds.
      const [ofStart, binds] = [
        kind === "start-to-start" || kind === "start-to-finish",
        kind === "finish-to-finish" || kind === "start-to-finish" ? second?.end : second?.start,
      ];
      const free = ofStart ? first?.start : first?.end;
      const start = binds;
      if (free == null || start == null) return [];
      const allowed = shiftDate(
        free,
        lag + (kind === "finish-to-start" ? 1 : kind === "start-to-finish" ? -1 : 0),
      );
      if (start >= allowed) return [];
      const message = bilingual(
        en.workPlanOrderOfActivities,
        fr.workPlanOrderOfActivities,
        to,
        start,
        from,
        allowed,
      );
      return [hit(document, `schedule/activities/${to}`, message, start, `at least ${allowed}`)];
    });
    return [...turned, ...early];
  },
};

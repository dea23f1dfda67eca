import { bilingual } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_V } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "A reported delay or suspension has a cause",
    fr: "Un retard ou une suspension rapporté comme tel indique sa cause",
  },
  source: PART_V,
};

export const rule: Rule = {
  id: "delay-without-cause",
  severity: "info",
  check: (document) =>
    document.activities.flatMap(({ code, events }) =>
      events.flatMap((event) => {
        if (event.type !== "delayed" && event.type !== "suspended") return [];
        // What a reader concluded from prose has the causes that the sentence happens to name.
        if (event.causes.length > 0 || event.basis === "inferred") return [];
        const message = bilingual(
          "Activity {0} is “{1}” without a cause.",
          "L’activité {0} est « {1} » sans cause.",
          code,
          event.type,
        );
        return [hit(document, `activities/${code}`, message, event.type, "a cause")];
      }),
    ),
};

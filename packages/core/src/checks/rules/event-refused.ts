import { documentEffort, replay } from "../../lifecycle/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "event-refused",
  severity: "warning",
  check: (document, { profile }) => {
    const options = { asOf: document.report?.asOf ?? null, effort: documentEffort(), profile };
    return document.activities.flatMap(({ code, events }) =>
      replay(events, options).refusals.map(({ event, state, requires }) => {
        const message = bilingual(en.eventRefused, fr.eventRefused, code, event.type, state);
        const found = hit(document, `activities/${code}`, message, event.type, requires.join(" | "));
        return { ...found, where: event.evidence?.[0]?.where ?? found.where };
      }),
    );
  },
};

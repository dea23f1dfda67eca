import { isOwnEvent, knowsCause } from "../../lifecycle/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";

export const rule: Rule = {
  id: "own-code-unknown",
  severity: "info",
  check: (document, { profile }) => {
    const found = new Map<string, Hit>();
    for (const { code, events } of document.activities)
      for (const event of events) {
        const type = isOwnEvent(event) && !profile.table.types.has(event.type) ? [event.type] : [];
        const causes = "causes" in event ? (event.causes ?? []) : [];
        for (const unknown of [...type, ...causes.filter((cause) => !knowsCause(cause, profile))]) {
          if (found.has(unknown)) continue;
          const message = bilingual(en.ownCodeUnknown, fr.ownCodeUnknown, unknown);
          found.set(unknown, hit(document, `activities/${code}`, message, unknown));
        }
      }
    return [...found.values()];
  },
};

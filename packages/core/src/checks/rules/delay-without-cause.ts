import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "delay-without-cause",
  severity: "info",
  check: (document) =>
    document.activities.flatMap(({ code, events }) =>
      events.flatMap((event) => {
        if (event.type !== "delayed" && event.type !== "suspended") return [];
        // What a reader concluded from prose has the causes that the sentence happens to name.
        if (event.causes.length > 0 || event.basis === "inferred") return [];
        const message = bilingual(en.delayWithoutCause, fr.delayWithoutCause, code, event.type);
        return [hit(document, `activities/${code}`, message, event.type, "a cause")];
      }),
    ),
};

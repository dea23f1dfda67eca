import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { isUnread } from "../texts.ts";

export const rule: Rule = {
  id: "rating-missing",
  severity: "warning",
  check: (document) =>
    (document.report === null ? [] : document.outcomes)
      .filter(({ code, rating }) => rating === null && !isUnread(document, `outcomes/${code}/rating`))
      .map(({ code }) =>
        hit(
          document,
          `outcomes/${code}/rating`,
          bilingual(en.ratingMissing, fr.ratingMissing, code),
          null,
          "off-track | on-track | on-track-with-peacebuilding-results",
        ),
      ),
};

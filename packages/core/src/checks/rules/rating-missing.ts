import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_II } from "../sources.ts";
import { isUnread } from "../texts.ts";

export const page: RulePage = {
  about: { en: "A report rates each outcome", fr: "Un rapport évalue chaque résultat" },
  source: PART_II,
};

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

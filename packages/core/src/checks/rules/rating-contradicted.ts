import { progress } from "../../indicators/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { elapsedShare } from "../../values/date.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { projectSpan } from "../span.ts";

export const rule: Rule = {
  id: "rating-contradicted",
  severity: "warning",
  check: (document) => {
    const [span, asOf] = [projectSpan(document), document.report?.asOf ?? null];
    const elapsed = span === null || asOf === null ? null : elapsedShare(span.start, span.end, asOf);
    return document.outcomes.flatMap(({ code, rating, indicators, outputs }) => {
      const reached = [...indicators, ...outputs.flatMap((output) => output.indicators)].flatMap(
        (indicator) => {
          const { value } = progress(indicator);
          return value === null ? [] : [value];
        },
      );
      if (rating === null || reached.length < 3) return [];
      const stuck =
        rating !== "off-track" && elapsed !== null && elapsed >= 0.5 && reached.every((one) => one <= 0);
      const done = rating === "off-track" && reached.every((one) => one >= 1);
      if (!stuck && !done) return [];
      const message = stuck
        ? bilingual(
            en.ratingContradictedNoneMoved,
            fr.ratingContradictedNoneMoved,
            code,
            rating,
            reached.length,
          )
        : bilingual(
            en.ratingContradictedAllReached,
            fr.ratingContradictedAllReached,
            code,
            rating,
            reached.length,
          );
      return [hit(document, `outcomes/${code}/rating`, message, rating, stuck ? "off-track" : "on-track")];
    });
  },
};

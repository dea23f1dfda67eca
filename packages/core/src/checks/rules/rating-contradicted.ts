import { progress } from "../../indicators/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { elapsedShare } from "../../values/date.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_II } from "../sources.ts";
import { projectSpan } from "../span.ts";

export const page: RulePage = {
  about: {
    en:
      "An outcome's rating does not go against its indicators: on track with nothing reached in half of the time, or off track with " +
      "every target reached. Three indicators that can be computed are needed",
    fr:
      "L’évaluation d’un résultat ne contredit pas ses indicateurs : « on track » sans rien d’atteint à mi-parcours, ou « off track » avec " +
      "toutes les cibles atteintes. Il faut trois indicateurs calculables",
  },
  source: PART_II,
};

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

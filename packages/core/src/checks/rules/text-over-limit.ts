import { bilingual, topicName } from "../../locale/index.ts";
import { characterCount } from "../characters.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { LIMITS } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Each text keeps to the template's limit of characters",
    fr: "Chaque texte respecte la limite de caractères du canevas",
  },
  source: LIMITS,
};

export const rule: Rule = {
  id: "text-over-limit",
  severity: "warning",
  check: (document) =>
    (document.report?.narratives ?? []).flatMap(({ topic, outcome, text, limit }) => {
      const count = characterCount(text);
      if (limit === undefined || count <= limit) return [];
      const message = bilingual(
        "The text “{0}”{1} has {2} characters; the template allows {3}.",
        "Le texte « {0} »{1} compte {2} caractères ; le canevas en admet {3}.",
        topicName(topic),
        outcome === undefined ? "" : bilingual(" of outcome {0}", " du résultat {0}", outcome),
        count,
        limit,
      );
      const path = outcome === undefined ? `narrative/${topic}` : `narrative/${topic}/${outcome}`;
      return [hit(document, path, message, count, limit)];
    }),
};

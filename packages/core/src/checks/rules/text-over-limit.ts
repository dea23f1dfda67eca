import { bilingual, topicName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { characterCount } from "../characters.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "text-over-limit",
  severity: "warning",
  check: (document) =>
    (document.report?.narratives ?? []).flatMap(({ topic, outcome, text, limit }) => {
      const count = characterCount(text);
      if (limit === undefined || count <= limit) return [];
      const message = bilingual(
        en.textOverLimit,
        fr.textOverLimit,
        topicName(topic),
        outcome === undefined ? "" : bilingual(en.ofOutcome, fr.ofOutcome, outcome),
        count,
        limit,
      );
      const path = outcome === undefined ? `narrative/${topic}` : `narrative/${topic}/${outcome}`;
      return [hit(document, path, message, count, limit)];
    }),
};

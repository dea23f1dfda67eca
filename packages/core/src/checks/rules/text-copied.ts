import { bilingual, topicName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { characterCount } from "../characters.ts";
import { hit } from "../hit.ts";
import { plain } from "../plain.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "text-copied",
  severity: "warning",
  check: (document, { previous }) => {
    if (previous === null) return [];
    const before = new Set((previous.report?.narratives ?? []).map(({ text }) => plain(text)));
    return (document.report?.narratives ?? []).flatMap(({ topic, outcome, text }) => {
      const count = characterCount(text);
      if (count < 80 || !before.has(plain(text))) return [];
      const message = bilingual(
        en.textCopied,
        fr.textCopied,
        topicName(topic),
        outcome === undefined ? "" : bilingual(en.ofOutcome, fr.ofOutcome, outcome),
        count,
      );
      const path = outcome === undefined ? `narrative/${topic}` : `narrative/${topic}/${outcome}`;
      return [hit(document, path, message, count, en.expectedNewText)];
    });
  },
};

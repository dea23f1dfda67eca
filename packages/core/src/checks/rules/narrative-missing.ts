import { bilingual, topicName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { monthsBetween } from "../../values/date.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { projectSpan } from "../span.ts";

const ALWAYS = ["overall-status", "outcome-progress", "monitoring"];
const IN_THE_END = ["structural-change", "human-impact", "evaluation-preparations"];
const isEmpty = (text: string) => /^\s*(?:n\/?a|-|néant|none)?\s*\.?\s*$/i.test(text);

export const rule: Rule = {
  id: "narrative-missing",
  severity: "warning",
  check: (document) => {
    const { report } = document;
    const span = projectSpan(document);
    const ending = span !== null && report?.asOf != null && monthsBetween(report.asOf, span.end) < 6;
    return (report?.narratives ?? []).flatMap(({ topic, outcome, text }) => {
      const asked = ALWAYS.includes(topic) || (ending && IN_THE_END.includes(topic));
      if (!asked || !isEmpty(text)) return [];
      const message = bilingual(
        en.narrativeMissing,
        fr.narrativeMissing,
        topicName(topic),
        outcome === undefined ? "" : bilingual(en.ofOutcome, fr.ofOutcome, outcome),
      );
      const path = outcome === undefined ? `narrative/${topic}` : `narrative/${topic}/${outcome}`;
      return [hit(document, path, message, text.trim() || null, "an answer")];
    });
  },
};

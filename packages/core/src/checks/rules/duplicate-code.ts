import { indicatorsOf } from "../../document/index.ts";
import { bilingual, kindName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

/** Codes that occur more than once, with their number of occurrences. */
function repeated(codes: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1);
}

export const rule: Rule = {
  id: "duplicate-code",
  severity: "error",
  check: (document) => {
    const spaces = {
      outcome: document.outcomes.map(({ code }) => code),
      output: document.outcomes.flatMap(({ outputs }) => outputs.map(({ code }) => code)),
      // The same row again, the same in every cell, is another rule's.
      indicator: [
        ...new Map(
          indicatorsOf(document).map(({ indicator }) => [JSON.stringify(indicator), indicator.code]),
        ).values(),
      ],
      activity: document.activities.map(({ code }) => code),
    };
    return (Object.keys(spaces) as (keyof typeof spaces)[]).flatMap((kind) =>
      repeated(spaces[kind]).map(([code, count]) =>
        hit(
          document,
          `${kind === "activity" ? "activities" : `${kind}s`}/${code}`,
          bilingual(en.duplicateCode, fr.duplicateCode, code, kindName(kind), count),
          count,
          1,
        ),
      ),
    );
  },
};

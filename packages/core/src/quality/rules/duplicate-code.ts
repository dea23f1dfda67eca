import { indicatorsOf, placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import type { Rule } from "../rule.ts";

/** Codes that stand more than once, with how often. */
function repeated(codes: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1);
}

export const duplicateCode: Rule = {
  id: "duplicate-code",
  severity: "error",
  about: {
    en: "A code stands for one outcome, output, indicator or activity only",
    fr: "Un code ne désigne qu’un seul résultat, produit, indicateur ou activité",
  },
  source: "Results framework: codes are names",
  check: (document) => {
    const spaces = {
      outcome: document.outcomes.map(({ code }) => code),
      output: document.outcomes.flatMap(({ outputs }) => outputs.map(({ code }) => code)),
      indicator: indicatorsOf(document).map(({ indicator }) => indicator.code),
      activity: document.activities.map(({ code }) => code),
    };
    return (Object.keys(spaces) as (keyof typeof spaces)[]).flatMap((kind) =>
      repeated(spaces[kind]).map(([code, count]) => ({
        where: placeIn(document, `${kind === "activity" ? "activities" : `${kind}s`}/${code}`),
        message: messages.duplicateCode(kind, code),
        found: count,
        expected: 1,
      })),
    );
  },
};

import { indicatorsOf, placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import type { Rule } from "../rule.ts";

const repeated = (codes: string[]) => [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];

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
      repeated(spaces[kind]).map((code) => ({
        where: placeIn(document, `${kind === "activity" ? "activities" : `${kind}s`}/${code}`),
        message: messages.duplicateCode(kind, code),
        found: spaces[kind].filter((other) => other === code).length,
        expected: 1,
      })),
    );
  },
};

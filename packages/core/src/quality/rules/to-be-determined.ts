import { FIGURE_COLUMNS, indicatorsOf, placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import type { Rule } from "../rule.ts";

const isTbd = (text: string) => /^(tbd|à déterminer|to be determined)\b/i.test(text.trim());

export const toBeDetermined: Rule = {
  id: "to-be-determined",
  severity: "info",
  about: {
    en: "What is still to be determined: an indicator's words, baseline, target",
    fr: "Ce qui reste à déterminer : énoncé, base de donnée, cible d’un indicateur",
  },
  source: "Template, part V",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const columns = FIGURE_COLUMNS.filter((column) => indicator[column].value.kind === "tbd");
      const words = isTbd(indicator.text) ? ["text"] : [];
      const open = [...words, ...columns];
      if (open.length === 0) return [];
      return [
        {
          // An indicator without words says nothing at all.
          severity: words.length > 0 ? ("warning" as const) : ("info" as const),
          where: placeIn(document, `indicators/${indicator.code}/${open[0]}`),
          message: messages.toBeDetermined(indicator.code, open),
          found: open.join(", "),
          expected: null,
        },
      ];
    }),
};

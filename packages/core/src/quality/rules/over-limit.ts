import { FIGURE_COLUMNS, indicatorsOf, placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import { characterCount } from "../characters.ts";
import type { Rule } from "../rule.ts";

export const textOverLimit: Rule = {
  id: "text-over-limit",
  severity: "warning",
  about: {
    en: "Each text keeps to the template's limit of characters",
    fr: "Chaque texte respecte la limite de caractères du canevas",
  },
  source: "Template, the limit printed behind each question",
  check: (document) =>
    (document.report?.narratives ?? []).flatMap(({ topic, outcome, text, limit }) => {
      const count = characterCount(text);
      if (limit === undefined || count <= limit) return [];
      const path = outcome === undefined ? `narrative/${topic}` : `narrative/${topic}/${outcome}`;
      const message = messages.textOverLimit(topic, outcome, count, limit);
      return [{ where: placeIn(document, path), message, found: count, expected: limit }];
    }),
};

export const cellOverLimit: Rule = {
  id: "cell-over-limit",
  severity: "warning",
  about: {
    en: "Each cell of the indicator table keeps to the template's limit of characters",
    fr: "Chaque cellule du tableau des indicateurs respecte la limite de caractères du canevas",
  },
  source: "Template, part V: 300 characters an entry",
  check: (document, { cellLimit }) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const cells = [
        ["text", indicator.text] as const,
        ...FIGURE_COLUMNS.map((column) => [column, indicator[column].raw ?? ""] as const),
        ["remark", indicator.remark ?? ""] as const,
      ];
      return cells.flatMap(([column, text]) => {
        const count = characterCount(text);
        if (count <= cellLimit) return [];
        const where = placeIn(document, `indicators/${indicator.code}/${column}`);
        const message = messages.cellOverLimit(indicator.code, column, count, cellLimit);
        return [{ where, message, found: count, expected: cellLimit }];
      });
    }),
};

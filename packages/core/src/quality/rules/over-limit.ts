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
  check: (document, { cellLimit }) => {
    const titles = document.outcomes.flatMap((outcome) => [
      { row: "outcome" as const, code: outcome.code, column: "title", text: outcome.title },
      ...outcome.outputs.map(({ code, title }) => ({
        row: "output" as const,
        code,
        column: "title",
        text: title,
      })),
    ]);
    const cells = indicatorsOf(document).flatMap(({ indicator }) =>
      [
        { column: "text", text: indicator.text },
        ...FIGURE_COLUMNS.map((column) => ({ column, text: indicator[column].raw ?? "" })),
        { column: "remark", text: indicator.remark ?? "" },
      ].map((cell) => ({ row: "indicator" as const, code: indicator.code, ...cell })),
    );
    return [...titles, ...cells].flatMap(({ row, code, column, text }) => {
      const count = characterCount(text);
      if (count <= cellLimit) return [];
      const where = placeIn(document, `${row}s/${code}${column === "title" ? "" : `/${column}`}`);
      const message = messages.cellOverLimit(row, code, column, count, cellLimit);
      return [{ where, message, found: count, expected: cellLimit }];
    });
  },
};

import { indicatorsOf, VALUE_COLUMNS } from "../../document/index.ts";
import { bilingual, columnName, rowName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { characterCount } from "../characters.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "cell-over-limit",
  severity: "warning",
  check: (document, { cellLimit }) => {
    const title = (row: string, { code, title: text }: { code: string; title: string }) => ({
      row,
      code,
      column: "title",
      text,
    });
    const titles = document.outcomes.flatMap((outcome) => [
      title("outcome", outcome),
      ...outcome.outputs.map((output) => title("output", output)),
    ]);
    const cells = indicatorsOf(document).flatMap(({ indicator }) =>
      [
        { column: "text", text: indicator.text },
        ...VALUE_COLUMNS.map((column) => ({ column, text: indicator[column].raw ?? "" })),
        { column: "remark", text: indicator.remark ?? "" },
      ].map((cell) => ({ row: "indicator", code: indicator.code, ...cell })),
    );
    return [...titles, ...cells].flatMap(({ row, code, column, text }) => {
      const count = characterCount(text);
      if (count <= cellLimit) return [];
      const message = bilingual(
        en.cellOverLimit,
        fr.cellOverLimit,
        rowName(row),
        code,
        columnName(column),
        count,
        cellLimit,
      );
      const path = `${row}s/${code}${column === "title" ? "" : `/${column}`}`;
      return [hit(document, path, message, count, cellLimit)];
    });
  },
};

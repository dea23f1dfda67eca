import type { Finding } from "@cadre/core";
import { excerpt, noticed } from "../../input/problem.ts";
import * as messages from "../../locale/messages.ts";
import type { Template } from "../../template/grammar.ts";
import { bare } from "../../template/normalise.ts";

/** What stands beside the table's rows and is not the template's own: told, since no field of the document has room for it. */
export function leftOver(
  lines: readonly { line: number; text: string }[],
  { guidance }: Template,
): Finding[] {
  return lines.flatMap(({ line, text }) => {
    const words = bare(text);
    if (!/[\p{L}\p{N}]/u.test(text) || guidance.some((start) => words.startsWith(start))) return [];
    const message = messages.textUnrecognised(excerpt(text));
    return [
      noticed("text-unrecognised", "info", { path: "indicators", line }, message, excerpt(text, 400), null),
    ];
  });
}

/** What is said of cells that stand in no row. */
export function withoutCode(text: string, line: number): Finding {
  const message = messages.rowWithoutCode(excerpt(text));
  const where = { path: "indicators", line };
  return noticed("row-without-code", "error", where, message, excerpt(text, 2000), "an indicator's code");
}

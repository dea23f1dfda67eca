import type { Finding, FrameworkDocument } from "@cadre/core";
import { excerpt, noticed } from "../../input/problem.ts";
import { readReportDocx } from "../../report-docx.ts";
import * as messages from "../messages.ts";
import { sayingsOf } from "./flatten.ts";

/** More differences than these say no more. */
const MOST = 100;

/**
 * Reads a paper that was just written, and tells where it does not say what its document does: a text that begins like one of the
 * template's own labels, an agency's name that reads like an amount. `told`: places of which that is known already.
 */
export async function notReadBack(
  document: FrameworkDocument,
  bytes: Uint8Array,
  told: ReadonlySet<string>,
): Promise<Finding[]> {
  const read = await readReportDocx(bytes);
  if (!read.ok) {
    const [problem] = read.problems;
    const message = messages.paperUnread(problem?.message ?? { en: "", fr: "" });
    return [noticed("paper-unread", "error", { path: "file" }, message, problem?.code ?? null, null)];
  }
  const [meant, says] = [sayingsOf(document), sayingsOf(read.value)];
  const paths = new Set([...meant.keys(), ...(document.report === null ? [] : says.keys())]);
  const differ = [...paths].filter((path) => meant.get(path) !== says.get(path) && !told.has(path));
  return differ.slice(0, MOST).map((path) => {
    const [found, expected] = [says.get(path) ?? null, meant.get(path) ?? null];
    const message = messages.notReadBack(path, found === null ? null : excerpt(found));
    return noticed(
      "not-read-back",
      "warning",
      { path },
      message,
      found === null ? null : excerpt(found, 400),
      expected === null ? null : excerpt(expected, 400),
    );
  });
}

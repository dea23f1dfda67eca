import { bilingual, type Finding, type FrameworkDocument } from "@cadre/core";
import { excerpt, findingOf } from "../../input/problem.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { readReportDocx } from "../../report-docx.ts";
import { flatten } from "./flatten.ts";

/** Differences that are reported at most. */
const MAX_DIFFERENCES = 100;

/**
 * Reads a document that was just written and reports where it differs: a text that begins like one of the
 * template's own labels, an agency's name that reads like an amount. `known`: paths whose difference is already reported.
 */
export async function notReadBack(
  document: FrameworkDocument,
  bytes: Uint8Array,
  known: ReadonlySet<string>,
): Promise<Finding[]> {
  const read = await readReportDocx(bytes);
  if (!read.ok) {
    const [problem] = read.problems;
    const message = bilingual(
      en.documentUnreadable,
      fr.documentUnreadable,
      problem?.message ?? { en: "", fr: "" },
    );
    return [
      findingOf("document-unreadable", "error", { path: "file" }, message, problem?.code ?? null, null),
    ];
  }
  const [expectedValues, readValues] = [flatten(document), flatten(read.value)];
  const paths = new Set([...expectedValues.keys(), ...(document.report === null ? [] : readValues.keys())]);
  const differ = [...paths].filter(
    (path) => expectedValues.get(path) !== readValues.get(path) && !known.has(path),
  );
  return differ.slice(0, MAX_DIFFERENCES).map((path) => {
    const [found, expected] = [readValues.get(path) ?? null, expectedValues.get(path) ?? null];
    const message =
      found === null
        ? bilingual(en.nothingReadBack, fr.nothingReadBack, path)
        : bilingual(en.notReadBack, fr.notReadBack, path, excerpt(found));
    return findingOf(
      "not-read-back",
      "warning",
      { path },
      message,
      found === null ? null : excerpt(found, 400),
      expected === null ? null : excerpt(expected, 400),
    );
  });
}

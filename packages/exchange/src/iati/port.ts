import type { Finding, FrameworkDocument, Reader, Result, Writer, Written } from "@cadre/core";
import { once } from "../common.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { excerpt } from "../reading.ts";
import { type ChoiceOptions, chooseActivity } from "./choose.ts";
import { activityOf, documentOf } from "./mapping/index.ts";
import { losses } from "./mapping/notices.ts";
import { textOf } from "./mapping/values.ts";
import type { IatiActivity } from "./read.ts";
import { writeIati } from "./write.ts";
import { encodingOf } from "./xml/decode.ts";
import { validateIati } from "./xsd.ts";

/** A file of more bytes is for `readIati`, which holds one activity at a time. */
const MAX_BYTES = 200_000_000;

/** One activity of a file, by its identifier or the only one, as a framework document. The file may be of any size. */
export async function readIati(
  source: AsyncIterable<Uint8Array | string>,
  options: ChoiceOptions = {},
): Promise<Result<FrameworkDocument>> {
  const chosen = await chooseActivity(source, options);
  if (!chosen.ok) return chosen;
  const { document, findings } = documentOf(chosen.value);
  return { ok: true, value: document, findings };
}

/** Reads a file of one IATI activity as a framework document. */
export const iatiReader: Reader = {
  format: "iati",
  extensions: [".xml"],
  maxBytes: MAX_BYTES,
  recognises: (start) => {
    const { encoding } = encodingOf(start);
    return encoding !== null && /<iati-activities[\s>/]/.test(new TextDecoder(encoding).decode(start));
  },
  read: (bytes) => readIati(once(bytes)),
};

/** Writes a framework document as a file of one IATI activity (2.03). */
export const iatiWriter: Writer = {
  format: "iati",
  extension: ".xml",
  mediaType: "application/xml",
  write: async (document) => writeActivity(activityOf(document)),
};

/** The schema wants an indicator of each result; one without any is left out. */
function withIndicators(activity: IatiActivity): { activity: IatiActivity; findings: Finding[] } {
  const { findings, lose } = losses("iati-cannot-carry");
  const result = (activity.result ?? []).filter((each, index) => {
    const valid = (each.indicator ?? []).length > 0;
    const what = message(en.resultWithoutIndicator, fr.resultWithoutIndicator);
    if (!valid) lose(`results/${index + 1}`, what, excerpt(textOf(each.title)));
    return valid;
  });
  return findings.length === 0 ? { activity, findings } : { activity: { ...activity, result }, findings };
}

/**
 * The file of one activity (2.03). Where `libxml2-wasm` is installed it is validated: what the schema does not admit is a finding that is an
 * error, and the file should not be published.
 */
export async function writeActivity(input: {
  activity: IatiActivity;
  findings: Finding[];
}): Promise<Written> {
  const { activity, findings } = withIndicators(input.activity);
  let text = "";
  for await (const piece of writeIati([activity])) text += piece;
  const bytes = new TextEncoder().encode(text);
  let violations: Finding[] = [];
  try {
    violations = await validateIati(bytes);
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown };
    if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") throw error;
  }
  return { bytes, findings: [...input.findings, ...findings, ...violations] };
}

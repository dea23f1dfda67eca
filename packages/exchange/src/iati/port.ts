import type { FrameworkDocument, Reader, Result, Writer } from "@cadre/core";
import { type ChoiceOptions, chooseActivity } from "./choose.ts";
import { activityOf, documentOf } from "./mapping/index.ts";
import { writeIati } from "./write.ts";
import { encodingOf } from "./xml/decode.ts";

/** A file of more bytes is for `readIati`, which holds one activity at a time. */
const MAX_BYTES = 200_000_000;
async function* once<T>(value: T) {
  yield value;
}

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
  write: async (document) => {
    const { activity, findings } = activityOf(document);
    let text = "";
    for await (const piece of writeIati([activity])) text += piece;
    return { bytes: new TextEncoder().encode(text), findings };
  },
};

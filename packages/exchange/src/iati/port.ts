import { type Problem, type Reader, refuse, type Writer } from "@cadre/core";
import { activityOf, documentOf } from "./mapping/index.ts";
import { openIati } from "./read.ts";
import { writeIati } from "./write.ts";
import { encodingOf } from "./xml/decode.ts";

/** A file of more bytes is for `openIati`, which reads activity by activity. */
const MAX_BYTES = 200_000_000;
/** Identifiers that a refusal names. */
const MOST = 5;

async function* once<T>(value: T) {
  yield value;
}

const count = (found: number, some: readonly string[]): Problem => ({
  code: found === 0 ? "iati-no-activity" : "iati-several-activities",
  where: { path: "iati-activities" },
  message:
    found === 0
      ? { en: "The file has no activity.", fr: "Le fichier n’a pas d’activité." }
      : {
          en: `The file has ${found} activities; a framework document is one. Open it with \`openIati\` and take them one by one.`,
          fr: `Le fichier a ${found} activités ; un document de cadre en est une. Ouvrez-le avec « openIati » et prenez-les une à une.`,
        },
  found: `${found}: ${some.join(", ")}${found > some.length ? ", …" : ""}`,
  expected: "one activity",
});

/** Reads a file of one IATI activity as a framework document. */
export const iatiReader: Reader = {
  format: "iati",
  extensions: [".xml"],
  maxBytes: MAX_BYTES,
  recognises: (start) => {
    const { encoding } = encodingOf(start);
    return encoding !== null && /<iati-activities[\s>/]/.test(new TextDecoder(encoding).decode(start));
  },
  read: async (bytes) => {
    const opened = await openIati(once(bytes));
    if (!opened.ok) return opened;
    const identifiers: string[] = [];
    let found = 0;
    let only: ReturnType<typeof documentOf> | null = null;
    for await (const item of opened.value.activities) {
      if (!item.ok) return refuse(...item.problems);
      found += 1;
      if (identifiers.length < MOST) identifiers.push(item.activity["iati-identifier"]?.text ?? "?");
      only = found === 1 ? documentOf(item.activity) : null;
    }
    if (only === null) return refuse(count(found, identifiers));
    return { ok: true, value: only.document, findings: only.findings };
  },
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

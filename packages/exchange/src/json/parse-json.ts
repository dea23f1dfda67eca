import { type Problem, type Result, refuse } from "@cadre/core";
import { excerpt } from "../reading.ts";
import { JSON_LIMITS, type JsonLimits, scanJson } from "./scan.ts";

const lineAt = (text: string, position: number): number => {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
};

const positionIn = (message: string, end: number): number =>
  Number(/position (\d+)/.exec(message)?.[1] ?? end);

/** What a scan may find, in words, and what would have been right. */
const WORDS = {
  "json-duplicate-key": (key: string) => ({
    en: `An object names the key “${key}” twice`,
    fr: `Un objet nomme deux fois la clé « ${key} »`,
    expected: () => "each key once",
  }),
  "json-too-deep": () => ({
    en: "This JSON is nested too deeply to be data",
    fr: "Ce JSON est imbriqué trop profondément pour être des données",
    expected: ({ depth }: JsonLimits) => `JSON nested at most ${depth} levels deep`,
  }),
  "json-too-many-values": () => ({
    en: "This JSON has more values than are read at once",
    fr: "Ce JSON a plus de valeurs que l’on n’en lit à la fois",
    expected: ({ values }: JsonLimits) => `at most ${values} values`,
  }),
};

/**
 * Parses JSON at the border. A key that an object names twice with different values is refused, since `JSON.parse` would drop the first in
 * silence; so is what is longer, deeper or of more values than the limits, before anything is made of it. A key `__proto__` is a key like
 * any other. Problems tell the line.
 */
export function parseJson(text: string, limits: Partial<JsonLimits> = {}): Result<unknown> {
  const all: JsonLimits = { ...JSON_LIMITS, ...limits };
  if (text.length > all.characters) return refuse(tooLong(text.length, all.characters));
  const plain = text.replace(/^\ufeff/, "");
  const fault = (code: string, position: number, en: string, fr: string, expected: string) => {
    const line = lineAt(plain, position);
    const found = excerpt(plain.slice(position, position + 60)) || "the end of the text";
    const message = { en: `${en} (line ${line}).`, fr: `${fr} (ligne ${line}).` };
    return refuse({ code, where: { path: "file", line }, message, found, expected });
  };
  const scanned = scanJson(plain, all);
  if (scanned !== null) {
    const { en, fr, expected } = WORDS[scanned.code](excerpt(scanned.key));
    return fault(scanned.code, scanned.position, en, fr, expected(all));
  }
  try {
    return { ok: true, value: JSON.parse(plain) as unknown, findings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fault(
      "json-invalid",
      positionIn(reason, plain.length),
      "This is not JSON",
      "Ce n’est pas du JSON",
      "JSON",
    );
  }
}

const tooLong = (found: number, most: number): Problem => ({
  code: "json-too-long",
  where: { path: "file" },
  message: {
    en: `This JSON has ${found} characters; at most ${most} are read at once.`,
    fr: `Ce JSON a ${found} caractères ; ${most} au plus sont lus à la fois.`,
  },
  found,
  expected: `at most ${most} characters`,
});

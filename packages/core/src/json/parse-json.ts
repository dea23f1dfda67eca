import { excerpt } from "../diagnostics/excerpt.ts";
import { type Problem, type Result, refuse } from "../diagnostics/problem.ts";
import { runSteps, runStepsWith } from "../values/steps.ts";
import { JSON_LIMITS, type JsonLimits, scanJson } from "./scan.ts";

const LINE_END = 10;
const lineAt = (text: string, position: number): number => {
  let line = 1;
  for (let index = 0; index < position; index += 1) if (text.charCodeAt(index) === LINE_END) line += 1;
  return line;
};

const positionIn = (message: string, end: number): number =>
  Number(/position (\d+)/.exec(message)?.[1] ?? end);

/** Messages of what a scan finds. */
const MESSAGES = {
  "json-duplicate-key": (key: string) => ({
    en: `An object names the key “${key}” twice`,
    fr: `Un objet nomme deux fois la clé « ${key} »`,
    expected: () => "each key once",
  }),
  "json-too-deep": () => ({
    en: "This JSON is nested too deeply",
    fr: "Ce JSON est imbriqué trop profondément",
    expected: ({ depth }: JsonLimits) => `at most ${depth} levels`,
  }),
  "json-too-many-values": () => ({
    en: "This JSON has too many values",
    fr: "Ce JSON a trop de valeurs",
    expected: ({ values }: JsonLimits) => `at most ${values} values`,
  }),
  "json-list-too-long": () => ({
    en: "A list or an object of this JSON has too many members",
    fr: "Une liste ou un objet de ce JSON a trop de membres",
    expected: ({ members }: JsonLimits) => `at most ${members} members`,
  }),
  "json-string-too-long": () => ({
    en: "A text in this JSON is too long",
    fr: "Un texte de ce JSON est trop long",
    expected: ({ stringLength }: JsonLimits) => `at most ${stringLength} characters`,
  }),
};

/**
 * Parses JSON. Refused before anything is built: a text over the limits, and an object that names a key twice with different values, of
 * which `JSON.parse` would silently drop the first. A key `__proto__` is an ordinary key. Problems have the line.
 */
export function parseJson(
  text: string,
  { limits = {} }: { limits?: Partial<JsonLimits> | undefined } = {},
): Result<unknown> {
  return runSteps(parseSteps(text, limits));
}

/** Parses JSON as {@link parseJson} does, in steps of a few milliseconds but for the last, which builds the values; `pause` is awaited between them. */
export async function parseJsonInSteps(
  text: string,
  { limits = {}, pause }: { limits?: Partial<JsonLimits>; pause: () => Promise<void> },
): Promise<Result<unknown>> {
  return runStepsWith(parseSteps(text, limits), pause);
}

function* parseSteps(text: string, limits: Partial<JsonLimits>): Generator<void, Result<unknown>, void> {
  const all: JsonLimits = { ...JSON_LIMITS, ...limits };
  if (text.length > all.characters) return refuse(tooLong(text.length, all.characters));
  const plain = text.replace(/^\ufeff/, "");
  const fault = (code: string, position: number, en: string, fr: string, expected: string) => {
    const line = lineAt(plain, position);
    const found = excerpt(plain.slice(position, position + 60)) || "the end of the text";
    const message = { en: `${en} (line ${line}).`, fr: `${fr} (ligne ${line}).` };
    return refuse({ code, where: { path: "file", line }, message, found, expected });
  };
  const scanned = yield* scanJson(plain, all);
  yield;
  if (scanned !== null) {
    const { en, fr, expected } = MESSAGES[scanned.code](excerpt(scanned.key));
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

const tooLong = (found: number, limit: number): Problem => ({
  code: "json-too-long",
  where: { path: "file" },
  message: {
    en: `This JSON has ${found} characters; the limit is ${limit}.`,
    fr: `Ce JSON a ${found} caractères ; la limite est de ${limit}.`,
  },
  found,
  expected: `at most ${limit} characters`,
});

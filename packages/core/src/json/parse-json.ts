import { excerpt } from "../diagnostics/excerpt.ts";
import { type Problem, type Result, refuse } from "../diagnostics/problem.ts";
import { bilingualText } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/language.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { runSteps, runStepsWith } from "../values/steps.ts";
import { JSON_LIMITS, type JsonFault, type JsonLimits, scanJson } from "./scan.ts";

const LINE_END = 10;
const lineAt = (text: string, position: number): number => {
  let line = 1;
  for (let index = 0; index < position; index += 1) if (text.charCodeAt(index) === LINE_END) line += 1;
  return line;
};

const positionIn = (message: string, end: number): number =>
  Number(/position (\d+)/.exec(message)?.[1] ?? end);

interface FaultText {
  message: (line: string, key: string) => Bilingual;
  expected: (limits: JsonLimits) => string;
}

/** What a scan finds, and what was expected. */
const FAULTS: Readonly<Record<JsonFault["code"], FaultText>> = {
  "json-duplicate-key": {
    message: (line, key) => bilingualText(en.jsonKeyTwice, fr.jsonKeyTwice, line, key),
    expected: () => en.expectedKeyOnce,
  },
  "json-too-deep": {
    message: (line) => bilingualText(en.jsonTooDeep, fr.jsonTooDeep, line),
    expected: ({ depth }) => `at most ${depth} levels`,
  },
  "json-too-many-values": {
    message: (line) => bilingualText(en.jsonTooManyValues, fr.jsonTooManyValues, line),
    expected: ({ values }) => `at most ${values} values`,
  },
  "json-list-too-long": {
    message: (line) => bilingualText(en.jsonListTooLong, fr.jsonListTooLong, line),
    expected: ({ members }) => `at most ${members} members`,
  },
  "json-string-too-long": {
    message: (line) => bilingualText(en.jsonStringTooLong, fr.jsonStringTooLong, line),
    expected: ({ stringLength }) => `at most ${stringLength} characters`,
  },
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
  const fault = (code: string, position: number, { message, expected }: FaultText, key = "") => {
    const line = lineAt(plain, position);
    return refuse({
      ...{ code, where: { path: "file", line } },
      message: message(String(line), excerpt(key)),
      found: excerpt(plain.slice(position, position + 60)) || null,
      expected: expected(all),
    });
  };
  const scanned = yield* scanJson(plain, all);
  yield;
  if (scanned !== null) return fault(scanned.code, scanned.position, FAULTS[scanned.code], scanned.key);
  try {
    return { ok: true, value: JSON.parse(plain) as unknown, findings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fault("json-invalid", positionIn(reason, plain.length), INVALID);
  }
}

const INVALID: FaultText = {
  message: (line) => bilingualText(en.jsonInvalid, fr.jsonInvalid, line),
  expected: () => "JSON",
};

const tooLong = (found: number, limit: number): Problem => ({
  code: "json-too-long",
  where: { path: "file" },
  message: bilingualText(en.jsonTooLong, fr.jsonTooLong, String(found), String(limit)),
  found,
  expected: `at most ${limit} characters`,
});

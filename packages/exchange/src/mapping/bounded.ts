import { type Bilingual, type Failure, type Problem, parseWith, type Result } from "@cadre/core";
import type * as z from "zod";
import { isRecord, own } from "../common.ts";
import type { ExchangeCode } from "../finding-pages/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { refusal } from "../reading.ts";

/** Values of a document that a person writes, or a form has; values within one another; characters of one text. */
const [MAX_VALUES, MAX_DEPTH, MAX_LENGTH] = [2 ** 18, 100, 100_000];

/** Problems that are reported at once: who has mended a hundred looks again. */
const MAX_REPORTED = 100;

/** Refuses by the first of some problems. */
export const refusedBy = (problems: readonly Problem[]): Failure => ({
  ok: false,
  problems: problems.slice(0, MAX_REPORTED),
});

type Excess = [what: Bilingual, found: number, limit: number];

/** What a document has too much of, if anything: without following it further than that. */
function excessOf(input: unknown): Excess | null {
  const open: [value: unknown, depth: number][] = [[input, 1]];
  let values = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value === "string" && value.length > MAX_LENGTH)
      return [message(en.charactersInText, fr.charactersInText), value.length, MAX_LENGTH];
    if (typeof value !== "object" || value === null) continue;
    if (depth > MAX_DEPTH) return [message(en.levels, fr.levels), depth, MAX_DEPTH];
    const names = Array.isArray(value) ? [] : Object.keys(value);
    const name = names.find((each) => each.length > MAX_LENGTH);
    if (name !== undefined)
      return [message(en.charactersInName, fr.charactersInName), name.length, MAX_LENGTH];
    const within: unknown[] = Array.isArray(value) ? value : Object.values(value);
    values += within.length;
    if (values > MAX_VALUES) return [message(en.values, fr.values), values, MAX_VALUES];
    for (const each of within) open.push([each, depth + 1]);
  }
  return null;
}

/** Keys of mapping documents that agencies already have, and what they are called now. */
const EARLIER: Readonly<Record<string, string>> = { figures: "values", figure: "value", cells: "categories" };

/** A record whose earlier keys have their present names, unless it has these too. */
function renamed(input: unknown): unknown {
  if (!isRecord(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const present = own(EARLIER, key) ?? key;
      return [Object.hasOwn(input, present) ? key : present, value];
    }),
  );
}

/** A mapping document with the present names of its keys, at its top and in its entries. */
export function currentMapping(input: unknown): unknown {
  if (!isRecord(input)) return input;
  const top = renamed(input) as Record<string, unknown>;
  const { indicators, values, dataElements } = top;
  return {
    ...top,
    ...(Array.isArray(indicators) && { indicators: indicators.map(renamed) }),
    ...(Array.isArray(values) && { values: values.map(renamed) }),
    ...(isRecord(dataElements) && {
      dataElements: Object.fromEntries(Object.entries(dataElements).map(([id, each]) => [id, renamed(each)])),
    }),
  };
}

/** Validates a document that leads from one format to another, or a form; one that is larger than anyone writes is not looked at. */
export function parseBounded<T>(schema: z.ZodType<T>, input: unknown, code: ExchangeCode): Result<T> {
  const excess = excessOf(input);
  if (excess === null) {
    const parsed = parseWith(schema, input, code);
    return parsed.ok ? parsed : refusedBy(parsed.problems);
  }
  const [what, found, limit] = excess;
  const tooLarge = message(en.documentTooLarge, fr.documentTooLarge, found, what, limit);
  return refusal(code, "document", tooLarge, found, `at most ${limit} ${what.en}`);
}

import { type Problem, parseWith, type Result, refuse } from "@cadre/core";
import type * as z from "zod";
import { mappingProblem } from "./against.ts";

/** Values of a document that a person writes, or a form has; values within one another; characters of one text. */
const [MAX_VALUES, MAX_DEPTH, MAX_LENGTH] = [2 ** 18, 100, 100_000];

/** Problems that are reported at once: who has mended a hundred looks again. */
const MAX_REPORTED = 100;

/** Refuses by the first of some problems. */
export const refusedBy = (problems: readonly Problem[]): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems: problems.slice(0, MAX_REPORTED),
});

type Excess = [what: string, quoi: string, found: number, limit: number];

/** What a document has too much of, if anything: without following it further than that. */
function excessOf(input: unknown): Excess | null {
  const open: [value: unknown, depth: number][] = [[input, 1]];
  let values = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value === "string" && value.length > MAX_LENGTH)
      return ["characters in a text", "caractères dans un texte", value.length, MAX_LENGTH];
    if (typeof value !== "object" || value === null) continue;
    if (depth > MAX_DEPTH) return ["levels", "niveaux", depth, MAX_DEPTH];
    const within = Array.isArray(value) ? value : Object.keys(value);
    values += within.length;
    if (values > MAX_VALUES) return ["values", "valeurs", values, MAX_VALUES];
    for (const each of within) {
      if (within !== value && (each as string).length > MAX_LENGTH)
        return ["characters in a name", "caractères dans un nom", (each as string).length, MAX_LENGTH];
      open.push([within === value ? each : value[each as keyof typeof value], depth + 1]);
    }
  }
  return null;
}

const isRecord = (input: unknown): input is Record<string, unknown> =>
  typeof input === "object" && input !== null && !Array.isArray(input);

/** Keys of mapping documents that agencies already have, and what they are called now. */
const EARLIER: Readonly<Record<string, string>> = { figures: "values", figure: "value", cells: "categories" };

/** A record whose earlier keys have their present names, unless it has these too. */
function renamed(input: unknown): unknown {
  if (!isRecord(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const present = Object.hasOwn(EARLIER, key) ? EARLIER[key] : undefined;
      return [present === undefined || Object.hasOwn(input, present) ? key : present, value];
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
export function parseBounded<T>(schema: z.ZodType<T>, input: unknown, code: string): Result<T> {
  const excess = excessOf(input);
  if (excess === null) {
    const parsed = parseWith(schema, input, code);
    return parsed.ok ? parsed : refusedBy(parsed.problems);
  }
  const [what, quoi, found, limit] = excess;
  return refuse(
    mappingProblem(
      code,
      "document",
      `The document has ${found} ${what}; at most ${limit} are read.`,
      `Le document a ${found} ${quoi} ; ${limit} au plus sont lus.`,
      found,
      `at most ${limit} ${what}`,
    ),
  );
}

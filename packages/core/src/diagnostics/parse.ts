import type * as z from "zod";
import { bilingualText } from "../locale/bilingual.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { MAX_ISSUES, parseBounded } from "./bounded.ts";
import { excerpt } from "./excerpt.ts";
import { expectedBy } from "./expected.ts";
import { mismatch } from "./mismatch.ts";
import type { Problem, Result } from "./problem.ts";

type Issue = z.core.$ZodIssue;

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  );

function problemOf(issue: Issue, input: unknown, code: string): Problem {
  const path = issue.path.map(String).join("/") || "document";
  const expected = expectedBy(issue);
  const short: unknown = issue.code === "custom" ? issue.params?.expected : undefined;
  const problem = { code, where: { path }, expected: typeof short === "string" ? short : expected.en };
  if (issue.code !== "unrecognized_keys")
    return { ...problem, ...mismatch(path, valueAt(input, issue.path), expected) };
  const found = excerpt(issue.keys.join(", "));
  return { ...problem, found, message: bilingualText(en.fieldUnknown, fr.fieldUnknown, path, found) };
}

/**
 * Validates data by a schema. Every problem has its path, what was found (`null` where it is missing) and what was expected.
 * @param code of the problems.
 */
export function parseWith<T>(schema: z.ZodType<T>, input: unknown, code: string): Result<T> {
  const parsed = parseBounded(schema, input);
  if (parsed.success) return { ok: true, value: parsed.data, findings: [] };
  return { ok: false, problems: problemsOf(parsed.error.issues, input, code) };
}

const isAboutType = ({ path }: Issue): boolean => path.length === 1 && path[0] === "type";

/**
 * What is wrong with a value that may be one of several objects: of those, what the one lacks whose `type` the value has; where none has
 * it, that. Any other issue is itself.
 */
function unfold(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || !issue.errors.some((branch) => branch.some(isAboutType)))
    return [issue];
  const { path, errors } = issue;
  const meant = errors.filter((branch) => !branch.some(isAboutType));
  const [only] = meant;
  if (only !== undefined && meant.length === 1)
    return only.flatMap((inner) => unfold({ ...inner, path: [...path, ...inner.path] }));
  if (meant.length > 1) return [issue];
  const types = errors.map((branch) =>
    branch.filter(isAboutType).map((inner): Issue => ({ ...inner, path: [] })),
  );
  return [{ ...issue, path: [...path, "type"], errors: types } as Issue];
}

/** The problems that a schema's issues with an input are, at most the first 200. */
export const problemsOf = (issues: readonly Issue[], input: unknown, code: string): Problem[] =>
  issues
    .slice(0, MAX_ISSUES)
    .flatMap(unfold)
    .slice(0, MAX_ISSUES)
    .map((issue) => problemOf(issue, input, code));

import type { z } from "zod";
import { MAX_ISSUES, parseBounded } from "./bounded.ts";
import { cut, excerpt } from "./excerpt.ts";
import type { Problem, Result } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** A value as a message may show it: short, and never a dump. */
const shown = (value: unknown): string | number | null => {
  if (value === undefined) return "nothing";
  return value === null || typeof value === "number" ? value : excerpt(value);
};

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  );

const expectedOf = (issue: Issue): string => {
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_value") return issue.values.map(String).join(" | ");
  return cut(issue.message, 240);
};

function problemOf(issue: Issue, input: unknown, code: string): Problem {
  const path = issue.path.map(String).join("/") || "document";
  const [found, expected] = [shown(at(input, issue.path)), expectedOf(issue)];
  return {
    code,
    where: { path },
    found,
    expected,
    message: {
      en: `${path}: found ${found}, expected ${expected}.`,
      fr: `${path} : trouvé ${found}, attendu ${expected}.`,
    },
  };
}

/**
 * Validates data at the border by a schema. Every problem is told with its path, what was found and what was expected; nothing
 * half-valid gets through.
 * @param code of the problems.
 */
export function parseWith<T>(schema: z.ZodType<T>, input: unknown, code: string): Result<T> {
  const parsed = parseBounded(schema, input);
  if (parsed.success) return { ok: true, value: parsed.data, findings: [] };
  const issues = parsed.error.issues.slice(0, MAX_ISSUES);
  return { ok: false, problems: issues.map((issue) => problemOf(issue, input, code)) };
}

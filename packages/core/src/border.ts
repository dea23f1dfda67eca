import type { z } from "zod";
import { type Problem, type Result, refuse } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** A value as a message may show it: short, and never a dump. */
const shown = (value: unknown): string | number | null => {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "number") return value;
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  );

const expectedOf = (issue: Issue): string => {
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_value") return issue.values.map(String).join(" | ");
  return issue.message;
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
export function parseBy<T>(schema: z.ZodType<T>, input: unknown, code: string): Result<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data, findings: [] };
  return refuse(...parsed.error.issues.map((issue) => problemOf(issue, input, code)));
}

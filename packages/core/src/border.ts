import type { z } from "zod";
import type { Problem, Result } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** Characters of a value that a message shows. */
const SHOWN = 60;
const cut = (text: string, most = SHOWN) => (text.length > most ? `${text.slice(0, most)}…` : text);

/** How a value begins as JSON, a little more than `room` characters of it: it may be nested, or go on, without end. */
function beginning(value: unknown, room: number): string {
  if (room <= 0) return "";
  if (typeof value === "string") return JSON.stringify(value.slice(0, room));
  if (typeof value !== "object" || value === null) return String(value);
  const list = Array.isArray(value);
  let text = "";
  for (const key of list ? value.slice(0, room).keys() : Object.keys(value)) {
    if (text.length >= room) break;
    text += `${text && ","}${list ? "" : `${beginning(key, room)}:`}`;
    text += beginning(value[key as keyof typeof value], room - text.length - 1);
  }
  return list ? `[${text}]` : `{${text}}`;
}

/** A value as a message may show it: short, and never a dump. */
const shown = (value: unknown): string | number | null => {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "number") return value;
  return cut(typeof value === "string" ? value : beginning(value, SHOWN));
};

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  );

const expectedOf = (issue: Issue): string => {
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_value") return issue.values.map(String).join(" | ");
  return cut(issue.message, 4 * SHOWN);
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
  return { ok: false, problems: parsed.error.issues.map((issue) => problemOf(issue, input, code)) };
}

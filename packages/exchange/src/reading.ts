import { type Bilingual, type Finding, type Problem, refuse, type SourceLocation } from "@cadre/core";
import type { ExchangeCode } from "./finding-pages/index.ts";

type Fact = string | number | null;

/** Why something was refused. `where`: a path, or a path with its line. */
export const problem = (
  code: ExchangeCode,
  where: string | SourceLocation,
  message: Bilingual,
  found: Fact,
  expected: Fact,
): Problem => ({
  code,
  where: typeof where === "string" ? { path: where } : where,
  message,
  found,
  expected,
});

/** A refusal for a single reason. */
export const refusal = (...about: Parameters<typeof problem>) => refuse(problem(...about));

/** What a reader or a writer noticed: a problem that refuses nothing. */
export function finding(severity: Finding["severity"], ...about: Parameters<typeof problem>): Finding {
  const { code, ...rest } = problem(...about);
  return { code, severity, ...rest };
}

/** Where observations are in a file: their line, from 1. */
export const atLine = (line: number): SourceLocation => ({ path: "observations", line });

/** The start of a text, for a message. */
export const excerpt = (text: string, limit = 60): string => {
  const plain = text
    .slice(0, 4 * limit)
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > limit ? `${plain.slice(0, limit)}…` : plain;
};

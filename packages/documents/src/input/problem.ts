import type { Bilingual, Finding, Problem, Severity, SourceLocation } from "@cadre/core";
import type { DocumentCode } from "../finding-pages/index.ts";

/** A problem at its location: the line where it is known. */
export function problem(
  code: DocumentCode,
  where: SourceLocation,
  message: Bilingual,
  found: string | number | null,
  expected: string | number | null,
): Problem {
  return { code, where, message, found, expected };
}

/** A finding made while reading. */
export function findingOf(
  code: DocumentCode,
  severity: Severity,
  where: SourceLocation,
  message: Bilingual,
  found: string | number | null,
  expected: string | number | null,
): Finding {
  return { code, severity, where, message, found, expected };
}

/** The start of a text, for a message: never a dump of the whole. */
export function excerpt(text: string, length = 80): string {
  const short = text
    .slice(0, length * 2)
    .replace(/\s+/g, " ")
    .trim();
  return short.length > length ? `${short.slice(0, length)}…` : short;
}

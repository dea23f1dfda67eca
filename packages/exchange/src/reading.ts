import type { Bilingual, Problem } from "@cadre/core";

/** Why observations were not read. */
export const problem = (
  code: string,
  line: number,
  message: Bilingual,
  found: string | number | null,
  expected: string,
): Problem => ({ code, where: { path: "observations", line }, message, found, expected });

/** The start of a text, for a message. */
export const excerpt = (text: string, limit = 60): string => {
  const plain = text
    .slice(0, 4 * limit)
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > limit ? `${plain.slice(0, limit)}…` : plain;
};

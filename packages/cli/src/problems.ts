import type { Problem } from "@cadre/core";

/** A problem with a file as a whole, or with one line of it. */
export const fileProblem = (
  code: string,
  line: number | null,
  en: string,
  fr: string,
  found: string,
  expected: string,
): Problem => ({
  code,
  where: line === null ? { path: "file" } : { path: "file", line },
  message: { en, fr },
  found,
  expected,
});

import { parseWith } from "../diagnostics/parse.ts";
import type { Result } from "../diagnostics/problem.ts";
import { FrameworkDocument } from "./document.ts";

/**
 * Validates a framework document, as parsed from JSON.
 * Every problem has its path, what was found and what was expected.
 */
export function parseFramework(input: unknown): Result<FrameworkDocument> {
  return parseWith(FrameworkDocument, input, "framework-invalid");
}

import { parseWith } from "../diagnostics/parse.ts";
import type { Result } from "../diagnostics/problem.ts";
import { FrameworkDocument } from "./document.ts";

/**
 * Validates a framework document at the border, as parsed from JSON.
 * Every problem is told with its path, what was found and what was expected; nothing half-valid gets through.
 */
export function parseFramework(input: unknown): Result<FrameworkDocument> {
  return parseWith(FrameworkDocument, input, "framework-invalid");
}

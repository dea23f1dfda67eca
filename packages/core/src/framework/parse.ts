import { parseBy } from "../border.ts";
import type { Result } from "../problem.ts";
import { FrameworkDocument } from "./document.ts";

/**
 * Validates a framework document at the border, as parsed from JSON.
 * Every problem is told with its path, what was found and what was expected; nothing half-valid gets through.
 */
export function parseFramework(input: unknown): Result<FrameworkDocument> {
  return parseBy(FrameworkDocument, input, "framework-invalid");
}

import { parseWith } from "../diagnostics/parse.ts";
import type { Result } from "../diagnostics/problem.ts";
import { FrameworkDocument } from "./document.ts";
import { keepUnknown } from "./extensions.ts";
import { checkReferences } from "./references.ts";

/**
 * Validates a framework document, as parsed from JSON. Every problem has its path, what was found and what was expected.
 *
 * Fields that the document does not have are findings and are kept under `extensions`, which are written wherever the document is. Findings
 * also say where it refers to what it does not define, or defines something twice.
 */
export function parseFramework(input: unknown): Result<FrameworkDocument> {
  const parsed = parseWith(FrameworkDocument, input, "framework-invalid");
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return {
    ok: true,
    value,
    findings: [...keepUnknown(FrameworkDocument, input, value), ...checkReferences(value)],
  };
}

import { type Finding, formatLocation, type Language, type Problem } from "@cadre/core";
import type { AppliedFix } from "@cadre/core/checks";
import type { Comparison } from "@cadre/core/compare";
import type { ProjectResult } from "@cadre/core/results";

/** A finding as the commands print it in JSON: its location in one line, and the message in the language asked for. */
export function findingJson(
  { code, severity, where, message, found, expected, fix }: Finding,
  language: Language,
) {
  return {
    code,
    severity,
    where: formatLocation(where),
    message: message[language],
    found,
    expected,
    ...(fix !== undefined && { fix: fix.message[language] }),
  };
}

/** Why a file was refused, in the shape of a finding. */
export function problemJson({ code, where, message, found, expected }: Problem, language: Language) {
  return {
    code,
    severity: "error",
    where: formatLocation(where),
    message: message[language],
    found,
    expected,
  };
}

/** An inspection as `cadre inspect --json` prints it. */
export function inspectionJson(inspection: ProjectResult, language: Language) {
  return { ...inspection, findings: inspection.findings.map((finding) => findingJson(finding, language)) };
}

/** A fix that was applied, as `cadre check --fix --json` prints it. Its patches are those of RFC 6902, with paths as arrays. */
export function fixJson({ code, where, message, patches }: AppliedFix, language: Language) {
  return { code, where: formatLocation(where), message: message[language], patches };
}

/** A comparison as `cadre diff --json` prints it. */
export function comparisonJson(comparison: Comparison, language: Language) {
  const { gained, lost } = comparison.findings;
  return {
    ...comparison,
    findings: {
      gained: gained.map((finding) => findingJson(finding, language)),
      lost: lost.map((finding) => findingJson(finding, language)),
    },
  };
}

import type { Finding, Severity } from "../../diagnostics/problem.ts";
import { type BudgetLine, locationOf } from "../../document/index.ts";
import { type Bilingual, bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { alone, keyOf, locationText, type Pair, sourceOf } from "./pair.ts";

/** Agencies, outputs and activities that only one of the documents has. */
export function names(pair: Pair): Finding[] {
  const { report, annex, lines } = pair;
  const findings: Finding[] = [];
  const missing = (
    rule: string,
    severity: Severity,
    what: Bilingual,
    known: readonly string[],
    used: (line: BudgetLine) => string | null,
    field: "agency" | "output" | "activity",
  ) => {
    if (known.length === 0) return;
    const keys = new Set(known.map(keyOf));
    for (const name of new Set(lines.flatMap((line) => used(line) ?? []))) {
      if (keys.has(keyOf(name))) continue;
      const index = lines.findIndex((line) => used(line) === name);
      const own = lines.filter((line) => used(line) === name);
      const message = bilingual(
        en.annexNameUnknown,
        fr.annexNameUnknown,
        what,
        name,
        sourceOf(pair, own, field),
        known.slice(0, 8).join(", ") + (known.length > 8 ? ", …" : ""),
      );
      const where = locationOf(annex, `budget/lines/${index}/${field}`);
      findings.push(
        alone(rule, severity, where, message, { found: name, expected: known.slice(0, 8).join(", ") }),
      );
    }
  };
  const agencies = report.project.agencies.map(({ name }) => name);
  const outputs = report.outcomes.flatMap((outcome) => outcome.outputs.map(({ code }) => code));
  const activities = report.activities.map(({ code }) => code);
  missing(
    "annex-agency-unknown",
    "error",
    bilingual(en.theAgency, fr.theAgency),
    agencies,
    ({ agency }) => agency || null,
    "agency",
  );
  missing(
    "annex-output-unknown",
    "error",
    bilingual(en.theOutput, fr.theOutput),
    outputs,
    ({ output }) => output,
    "output",
  );
  missing(
    "annex-activity-unreported",
    "info",
    bilingual(en.theActivity, fr.theActivity),
    activities,
    ({ activity }) => activity,
    "activity",
  );
  const without = (rule: string, path: string, what: Bilingual, name: string, field: "agency" | "output") => {
    if (
      !lines.some((line) => line[field] !== null) ||
      lines.some((line) => keyOf(line[field] ?? "") === keyOf(name))
    )
      return;
    const where = locationOf(report, path);
    const message = bilingual(
      en.annexNameWithoutLines,
      fr.annexNameWithoutLines,
      what,
      name,
      locationText(where),
      sourceOf(pair, lines, field),
    );
    findings.push(alone(rule, "warning", where, message, { found: null, expected: name }));
  };
  for (const name of agencies)
    without(
      "annex-agency-without-lines",
      `project/agencies/${name}`,
      bilingual(en.theAgency, fr.theAgency),
      name,
      "agency",
    );
  for (const code of outputs)
    without(
      "annex-output-without-lines",
      `outputs/${code}`,
      bilingual(en.theOutput, fr.theOutput),
      code,
      "output",
    );
  return findings;
}

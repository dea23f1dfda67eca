import { withDerived } from "../derived/index.ts";
import { bySeverity, type Finding } from "../diagnostics/problem.ts";
import type { FrameworkDocument } from "../document/index.ts";
import type { Profile } from "../lifecycle/index.ts";
import { runSteps } from "../values/steps.ts";
import { DEFAULT_QUALITY_POLICY, type QualityPolicy, type Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";

/** How to check. */
export interface CheckOptions {
  /** Rules to check by: leave some out, or add your own. Default: all of Cadre's. */
  rules?: readonly Rule[];
  /** What the rules go by, where it is not the default. */
  policy?: Partial<QualityPolicy>;
  /** What an agency adds to the fund's states, events and causes. Default: nothing. */
  profile?: Profile | undefined;
  /** The project's report before this one, for what only the two together show: copied text, values that fell, how long something has been awaited. */
  previous?: FrameworkDocument;
}

/** Checks a document by the rules, with what its formulas come to. Findings come errors first; the document is not changed. */
export function check(document: FrameworkDocument, options: CheckOptions = {}): Finding[] {
  return runSteps(checkSteps(document, options));
}

/** What {@link check} returns, a rule a step. */
export function* checkSteps(
  document: FrameworkDocument,
  options: CheckOptions = {},
): Generator<void, Finding[], void> {
  const { profile } = options;
  const policy = { ...DEFAULT_QUALITY_POLICY, ...options.policy, ...(profile && { profile }) };
  const previous = options.previous === undefined ? null : withDerived(options.previous);
  const complete = withDerived(document);
  const findings: Finding[] = [];
  for (const rule of options.rules ?? RULES) {
    for (const hit of rule.check(complete, { ...policy, previous }))
      findings.push({ code: rule.id, severity: rule.severity, ...hit });
    yield;
  }
  return bySeverity(findings);
}

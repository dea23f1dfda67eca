export { characterCount } from "./characters.ts";
export { type CheckOptions, check, checkSteps } from "./check.ts";
export { type AppliedFix, applyFixes, type Fixed } from "./fix.ts";
export {
  DEFAULT_QUALITY_POLICY,
  type Hit,
  type QualityPolicy,
  type Rule,
  type RuleContext,
  type RulePage,
} from "./rule.ts";
export { RULES } from "./rules/index.ts";

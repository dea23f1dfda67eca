import type { RuleCase } from "../rule-case.ts";
import { DATE_CASES } from "./dates.ts";
import { MONEY_CASES } from "./money.ts";
import { NAME_CASES } from "./names.ts";
import { REPORT_CASES } from "./report.ts";
import { VALUE_CASES } from "./values.ts";

/** For tests: every rule broken and nearly broken. */
export const CASES: readonly RuleCase[] = [
  ...REPORT_CASES,
  ...MONEY_CASES,
  ...VALUE_CASES,
  ...DATE_CASES,
  ...NAME_CASES,
];

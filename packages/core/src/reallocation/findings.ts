import { type BudgetPolicy, directLines } from "../budget/index.ts";
import type { Finding } from "../diagnostics/problem.ts";
import type { BudgetLine, CostPurpose, GenderMarker } from "../document/index.ts";
import { type Bilingual, bilingual, type MessageValue } from "../locale/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { compareQuotients, quotient } from "../values/fraction.ts";
import { type Money, toMajor } from "../values/money.ts";
import type { ReallocationPolicy } from "./policy.ts";
import type { Reallocated } from "./result.ts";

/** Money of some purposes and all direct costs, in minor units; `null` in several currencies. */
function partOf(
  lines: readonly BudgetLine[],
  purposes: readonly CostPurpose[],
): { part: number; whole: number } | null {
  const direct = directLines(lines);
  const [whole, ...others] = sumMoney(direct.map(({ amount }) => amount));
  if (whole === undefined || others.length > 0 || whole.minor <= 0) return null;
  const own = direct.filter(({ purpose }) => purpose !== undefined && purposes.includes(purpose));
  if (own.length === 0) return null;
  return { part: own.reduce((sum, { amount }) => sum + amount.minor, 0), whole: whole.minor };
}

const shareOf = (share: number | null): MessageValue => (share === null ? "–" : { share });
const amountOf = (money: Money): MessageValue => ({ amount: toMajor(money), currency: money.currency });
const belowMinimum = (what: Bilingual, after: number, minimum: number): Bilingual =>
  bilingual(en.moveBelowMinimum, fr.moveBelowMinimum, what, shareOf(after), shareOf(minimum));

/** What a reallocation leads to that somebody should know. */
export function findingsOf(
  before: readonly BudgetLine[],
  { lines, gewe, marker, changed, changedIndirect: indirect }: Reallocated,
  declared: GenderMarker | null,
  { minima }: BudgetPolicy,
  policy: ReallocationPolicy,
): Finding[] {
  const findings: Finding[] = [];
  const add = (
    rule: string,
    severity: Finding["severity"],
    path: string,
    message: Bilingual,
    found: Finding["found"],
    expected: Finding["expected"],
  ) => findings.push({ code: rule, severity, where: { path }, message, found, expected });
  if (marker.after.agrees === false && declared !== null && gewe.after !== null)
    add(
      "marker-no-longer-agrees",
      marker.before.agrees === false ? "info" : "warning",
      "project/genderMarker",
      bilingual(en.moveMarker, fr.moveMarker, shareOf(gewe.before), shareOf(gewe.after), declared),
      declared,
      marker.after.admitted.join(" | "),
    );
  const falls = (after: number, was: number | null) => was === null || after < was;
  if (
    minima.gewe !== null &&
    gewe.after !== null &&
    falls(gewe.after, gewe.before) &&
    compareQuotients(gewe.after, 1, minima.gewe, 1) < 0
  )
    add(
      "gewe-below-minimum",
      "warning",
      "budget/lines",
      belowMinimum({ en: en.forGenderEquality, fr: fr.forGenderEquality }, gewe.after, minima.gewe),
      gewe.after,
      `at least ${minima.gewe}`,
    );
  const [old, now] = [
    partOf(before, ["monitoring", "evaluation"]),
    partOf(lines, ["monitoring", "evaluation"]),
  ];
  const minimum = minima.monitoringAndEvaluation;
  if (
    old !== null &&
    now !== null &&
    minimum !== null &&
    now.part < old.part &&
    compareQuotients(now.part, now.whole, minimum, 1) < 0
  ) {
    const share = quotient(now.part, now.whole);
    add(
      "monitoring-below-minimum",
      "warning",
      "budget/lines",
      belowMinimum({ en: en.forMonitoring, fr: fr.forMonitoring }, share, minimum),
      share,
      `at least ${minimum}`,
    );
  }
  const [planned, left] = [partOf(before, ["evaluation"]), partOf(lines, ["evaluation"])];
  if (planned !== null && planned.part > 0 && left?.part === 0)
    add(
      "evaluation-removed",
      "warning",
      "budget/lines",
      bilingual(en.moveEvaluation, fr.moveEvaluation),
      0,
      "more than 0",
    );
  for (const { agency, found, expected } of indirect)
    add(
      "indirect-costs-differ",
      "warning",
      `budget/agency/${agency}`,
      bilingual(en.moveIndirect, fr.moveIndirect, agency, amountOf(found), amountOf(expected)),
      toMajor(found),
      toMajor(expected),
    );
  for (const { by, name, share, needsApproval } of changed)
    if (needsApproval)
      add(
        "move-needs-approval",
        "warning",
        `budget/${by}/${name}`,
        bilingual(en.moveApproval, fr.moveApproval, name, shareOf(share), shareOf(policy.limit)),
        share,
        `at most ${policy.limit}`,
      );
  return findings;
}

import { type BudgetPolicy, possibleTotals, roundingOf } from "../../budget/index.ts";
import type { Finding, Severity } from "../../diagnostics/problem.ts";
import { formatLocation, type SourceLocation } from "../../diagnostics/source-location.ts";
import { type BudgetLine, type FrameworkDocument, locationOf } from "../../document/index.ts";
import { type Bilingual, bilingual, type MessageValue } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { type Money, toMajor } from "../../values/money.ts";

/** A report and its budget annex, side by side. */
export interface Pair {
  report: FrameworkDocument;
  annex: FrameworkDocument;
  lines: readonly BudgetLine[];
  /** Indirect support costs ÷ direct costs, by the policy. */
  rate: number | null;
  policy: BudgetPolicy;
}

export const amount = (money: Money): MessageValue => ({ amount: toMajor(money), currency: money.currency });
export const keyOf = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .trim()
    .toLowerCase();

/** A location in both languages. */
export const locationText = (where: SourceLocation): Bilingual => ({
  en: formatLocation(where),
  fr: formatLocation(where, { language: "fr" }),
});

/** Where some lines are: the first of them, and how many they are. */
export function sourceOf(
  { annex, lines }: Pair,
  some: readonly BudgetLine[],
  field: keyof BudgetLine,
): Bilingual {
  const [first] = some;
  const index = first === undefined ? -1 : lines.indexOf(first);
  const location = locationText(
    locationOf(annex, index < 0 ? "budget/lines" : `budget/lines/${index}/${field}`),
  );
  return some.length < 2 ? location : bilingual(en.andMore, fr.andMore, location, some.length - 1);
}

/** What the two documents say of one thing. Its location is the report's; the message quotes both. */
export function differs(
  rule: string,
  severity: Severity,
  where: SourceLocation,
  annexSource: Bilingual | string,
  what: Bilingual,
  [reported, found]: readonly [MessageValue, MessageValue],
  facts: Pick<Finding, "found" | "expected">,
): Finding {
  const message = bilingual(
    en.annexDiffers,
    fr.annexDiffers,
    what,
    reported,
    locationText(where),
    found,
    annexSource,
  );
  return { code: rule, severity, where, message, ...facts };
}

/** Two amounts of one thing: nothing where one is unknown; another currency is a difference of its own. */
export function moneyDiffers(
  rule: string,
  { report }: Pair,
  path: string,
  annexSource: Bilingual | string,
  what: Bilingual,
  reported: Money | null | undefined,
  found: Money | null | undefined,
  tolerance = 0,
): Finding[] {
  if (!reported || !found) return [];
  const same = reported.currency === found.currency;
  if (same && Math.abs(reported.minor - found.minor) <= tolerance) return [];
  const facts = { found: toMajor(found), expected: toMajor(reported) };
  const values = [amount(reported), amount(found)] as const;
  const id = same ? rule : "annex-currency-differs";
  return [differs(id, "error", locationOf(report, path), annexSource, what, values, facts)];
}

/** A sum of lines, and how far from the reported amount it may lie, in minor units. */
export interface Whole {
  sum: Money | null;
  tolerance: number;
}

/**
 * What some lines come to, as the reported amount counts: with indirect costs or without. `null` where they are in several currencies or
 * one of them cannot be read.
 */
export function whole(pair: Pair, some: readonly BudgetLine[], reported: Money | null): Whole {
  const { annex, rate } = pair;
  const agencies = new Set(some.map(({ agency }) => agency));
  const unreadable = (annex.budget.unreadable ?? []).some(({ agency }) => agencies.has(agency));
  const sums = unreadable ? [] : possibleTotals(annex.budget, some, rate);
  // Indirect costs are rounded for each agency; where the rate gives them, for each line.
  const stated = annex.budget.indirectAmounts !== undefined;
  const tolerance = Math.max(
    stated ? agencies.size : some.length,
    reported === null ? 0 : roundingOf(reported),
  );
  const distance = (sum: Money) => (reported === null ? 0 : Math.abs(sum.minor - reported.minor));
  const near = sums.find(
    (sum) => distance(sum) <= (sum === sums[0] && !stated ? exactly(some, reported) : tolerance),
  );
  return { sum: near ?? sums[0] ?? null, tolerance: near === undefined ? 0 : tolerance };
}

/** Lines in whole units come to a whole amount exactly. */
function exactly(some: readonly BudgetLine[], reported: Money | null): number {
  if (reported === null) return 0;
  const unit = roundingOf(reported);
  return some.every(({ amount }) => amount.minor % unit === 0) ? 0 : unit;
}

/** A finding of one document alone, or of what the other lacks. */
export const alone = (
  rule: string,
  severity: Severity,
  where: SourceLocation,
  message: Bilingual,
  facts: Pick<Finding, "found" | "expected">,
): Finding => ({
  code: rule,
  severity,
  where,
  message,
  ...facts,
});

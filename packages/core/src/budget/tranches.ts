import type { FrameworkDocument, Tranche } from "../document/index.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { compareQuotients } from "../values/fraction.ts";
import type { Money } from "../values/money.ts";
import { type BudgetPolicy, PBF_BUDGET_POLICY_2018 } from "./policy.ts";
import { directLines, expenditureOf } from "./totals.ts";

/** The one sum of some amounts; `null` where there is none, or currencies differ. */
const total = (amounts: readonly Money[]): Money | null => {
  const [sum, ...others] = sumMoney(amounts);
  return sum === undefined || others.length > 0 ? null : sum;
};

/** The tranche that an agency asks for next, and what it has received before; `received: null` where that is not known. */
export function trancheAsked(
  tranches: readonly Tranche[],
): { number: number; received: Money | null } | null {
  const inOrder = [...tranches].sort((a, b) => a.number - b.number);
  const next = inOrder.find(({ received }) => received === null);
  // Where no tranche is marked as received, the first one is taken as received: expenditure needs money.
  const asked = next?.number === inOrder[0]?.number ? inOrder[1] : next;
  if (asked === undefined) return null;
  const before = inOrder.filter(({ number }) => number < asked.number).map(({ amount }) => amount);
  const known = before.filter((amount) => amount !== null);
  return { number: asked.number, received: known.length < before.length ? null : total(known) };
}

/** A tranche that late activities can hold up. */
export interface LateTranche {
  agency: string;
  number: number;
  /** The late activities that have lines of this agency. */
  activities: string[];
  /**
   * `true`: without these activities the agency cannot spend what the fund asks for before the next tranche. `null`: the budget does not say.
   */
  held: true | null;
}

/**
 * The next tranches that late activities hold up, or may: where an agency has not yet spent the share of the money received that the fund
 * asks for, and its lines of other activities do not suffice. Money spent on the late activities so far counts.
 */
export function lateTranches(
  { budget }: Pick<FrameworkDocument, "budget">,
  late: readonly string[],
  { trancheDelivery }: BudgetPolicy = PBF_BUDGET_POLICY_2018,
): LateTranche[] {
  if (trancheDelivery === null) return [];
  const { lines = [], tranches = [] } = budget;
  return [...new Set(tranches.map(({ agency }) => agency))].flatMap((agency): LateTranche[] => {
    const asked = trancheAsked(tranches.filter((tranche) => tranche.agency === agency));
    const own = directLines(lines.filter((line) => line.agency === agency));
    const held = own.filter(({ activity }) => activity !== null && late.includes(activity));
    if (asked === null || held.length === 0) return [];
    const activities = late.filter((code) => held.some(({ activity }) => activity === code));
    const found = { agency, number: asked.number, activities };
    const { received } = asked;
    const spent = expenditureOf(budget, own).spent;
    if (received === null || spent === null || spent.currency !== received.currency)
      return [{ ...found, held: null }];
    const reaches = (minor: number) => compareQuotients(minor, received.minor, trancheDelivery, 1) >= 0;
    if (received.minor === 0 || reaches(spent.minor)) return [];
    const others = own.filter((line) => !held.includes(line));
    const elsewhere =
      others.length === 0 ? { ...spent, minor: 0 } : total(others.map(({ amount }) => amount));
    const [most] = sumMoney(held.map(({ amount }) => amount));
    if (elsewhere?.currency !== received.currency || most?.currency !== received.currency)
      return [{ ...found, held: null }];
    const onLate = expenditureOf(budget, held);
    const known = onLate.withoutSpent === 0 ? onLate.spent : null;
    if (reaches(elsewhere.minor + (known?.minor ?? 0))) return [];
    return [{ ...found, held: reaches(elsewhere.minor + (known?.minor ?? most.minor)) ? null : true }];
  });
}

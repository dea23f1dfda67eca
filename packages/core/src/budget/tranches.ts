import type { FrameworkDocument, Tranche } from "../document/index.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { compareQuotients } from "../values/fraction.ts";
import { groupBy } from "../values/group-by.ts";
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
  /** Name of the agency that is to receive it. */
  agency: string;
  /** Number of the tranche, from 1. */
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
  { policy: { trancheDelivery } = PBF_BUDGET_POLICY_2018 }: { policy?: BudgetPolicy | undefined } = {},
): LateTranche[] {
  if (trancheDelivery === null) return [];
  const { lines = [], tranches = [] } = budget;
  const linesOf = groupBy(lines, ({ agency }) => agency);
  const isLate = new Set(late);
  return [...groupBy(tranches, ({ agency }) => agency)].flatMap(([agency, ofAgency]): LateTranche[] => {
    const own = directLines(linesOf.get(agency) ?? []);
    const held = new Set(own.filter(({ activity }) => activity !== null && isLate.has(activity)));
    const asked = held.size === 0 ? null : trancheAsked(ofAgency);
    if (asked === null) return [];
    const ofHeld = new Set([...held].map(({ activity }) => activity));
    const activities = late.filter((code) => ofHeld.has(code));
    const found = { agency, number: asked.number, activities };
    const { received } = asked;
    const spent = expenditureOf(budget, own).spent;
    if (received === null || spent === null || spent.currency !== received.currency)
      return [{ ...found, held: null }];
    const reaches = (minor: number) => compareQuotients(minor, received.minor, trancheDelivery, 1) >= 0;
    if (received.minor === 0 || reaches(spent.minor)) return [];
    const others = own.filter((line) => !held.has(line));
    const elsewhere =
      others.length === 0 ? { ...spent, minor: 0 } : total(others.map(({ amount }) => amount));
    const [most] = sumMoney([...held].map(({ amount }) => amount));
    if (elsewhere?.currency !== received.currency || most?.currency !== received.currency)
      return [{ ...found, held: null }];
    const onLate = expenditureOf(budget, [...held]);
    const known = onLate.withoutSpent === 0 ? onLate.spent : null;
    if (reaches(elsewhere.minor + (known?.minor ?? 0))) return [];
    return [{ ...found, held: reaches(elsewhere.minor + (known?.minor ?? most.minor)) ? null : true }];
  });
}

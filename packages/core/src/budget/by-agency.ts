import type { FrameworkDocument, Tranche } from "../document/index.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { compareQuotients, fraction, multiplyFractions } from "../values/fraction.ts";
import { groupBy } from "../values/group-by.ts";
import { type Money, moneyShare, toMajor } from "../values/money.ts";
import { exactShare, roundFraction, weightLines } from "./gewe-share.ts";
import { indirectAt } from "./lines.ts";
import type { BudgetPolicy } from "./policy.ts";
import type { BudgetResult } from "./result.ts";
import { directLines, expenditureOf, indexShared, partsOf } from "./totals.ts";
import { trancheAsked } from "./tranches.ts";

const agencyOf = ({ agency }: { agency: string }) => agency;

type AgencyResult = BudgetResult["byAgency"][number];

/** The next tranche: the first that was not received, and whether the expenditure allows it. */
function nextTranche(
  tranches: readonly Tranche[],
  spent: Money | null,
  { trancheDelivery }: BudgetPolicy,
): AgencyResult["nextTranche"] {
  const asked = trancheAsked(tranches);
  if (asked === null || trancheDelivery === null) return null;
  const { received } = asked;
  if (spent === null || received === null || received.currency !== spent.currency || received.minor === 0)
    return { number: asked.number, delivered: null, required: trancheDelivery, ready: null };
  return {
    number: asked.number,
    delivered: moneyShare(spent, received),
    required: trancheDelivery,
    ready: compareQuotients(spent.minor, received.minor, trancheDelivery, 1) >= 0,
  };
}

/** Each agency's part of the budget: its lines, total, expenditure and tranches. */
export function agencyResults(document: FrameworkDocument, policy: BudgetPolicy): AgencyResult[] {
  const { project } = document;
  const budget = indexShared(document.budget);
  const { lines = [], tranches = [], indirectAmounts: indirect = [] } = budget;
  const [linesOf, tranchesOf] = [groupBy(lines, agencyOf), groupBy(tranches, agencyOf)];
  const names = new Set([
    ...project.agencies.map(({ name }) => name),
    ...lines.map(({ agency }) => agency),
    ...tranches.map(({ agency }) => agency),
  ]);
  return [...names].map((agency): AgencyResult => {
    const all = linesOf.get(agency) ?? [];
    const ownTranches = tranchesOf.get(agency) ?? [];
    const own = directLines(all);
    const parts = partsOf(budget, own);
    const cover = project.agencies.find(({ name }) => name === agency)?.budget ?? null;
    const [direct] = parts.direct === null ? [] : sumMoney(own.map(({ amount }) => amount));
    const [stated] = sumMoney([
      ...all.filter(({ category }) => category === "indirect-support").map(({ amount }) => amount),
      ...indirect.filter((each) => each.agency === agency).map(({ amount }) => amount),
    ]);
    const costs =
      stated ??
      (direct === undefined || policy.indirectRate === null
        ? undefined
        : indirectAt(direct, policy.indirectRate));
    const total =
      cover ??
      (direct === undefined || costs?.currency !== direct.currency
        ? null
        : { ...direct, minor: direct.minor + costs.minor });
    const share = parts.direct === null ? null : exactShare(weightLines(own));
    const expenditure = expenditureOf(budget, own);
    const reported = expenditure.own?.minor ?? 0;
    const [together] = sumMoney(expenditure.partly);
    const currency = together?.currency ?? expenditure.own?.currency;
    return {
      agency,
      total: total === null ? null : toMajor(total),
      ...parts,
      spentBounds:
        parts.spent !== null || together === undefined || currency === undefined
          ? null
          : {
              low: toMajor({ minor: reported, currency }),
              high: toMajor({ minor: reported + together.minor, currency }),
            },
      tranches: ownTranches.map(({ number, amount, share: part, received }) => ({
        number,
        amount: amount === null ? null : toMajor(amount),
        share: part,
        received,
        gewe:
          amount === null || share === null
            ? null
            : toMajor({
                ...amount,
                minor: roundFraction(multiplyFractions(fraction(amount.minor), share)),
              }),
      })),
      nextTranche: nextTranche(ownTranches, expenditure.spent, policy),
    };
  });
}

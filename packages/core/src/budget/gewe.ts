import type { Budget } from "../document/index.ts";
import { divideFractions, fraction, multiplyFractions, toNumber } from "../values/fraction.ts";
import { type Money, moneyShare } from "../values/money.ts";

/** Money for gender equality and women's empowerment (GEWE), as fractions; `null` where a part of it is unknown, the whole is zero or currencies differ. */
export interface GeweShares {
  /** Allocated to GEWE ÷ total budget. */
  share: number | null;
  /** Spent on GEWE ÷ allocated to GEWE. */
  burn: number | null;
  /** Spent on GEWE ÷ expenditure that the reported delivery rate implies (rate × total). */
  spentShare: number | null;
}

const shareOf = (part: Money | null, whole: Money | null): number | null =>
  part === null || whole === null || part.currency !== whole.currency ? null : moneyShare(part, whole);

/** The GEWE shares of a budget (progress report, cover page, "gender-responsive budgeting"). */
export function geweShares(budget: Budget): GeweShares {
  const { total, deliveryRate, gewe } = budget;
  const { allocated, spent } = gewe;
  const implied =
    total === null || deliveryRate === null
      ? fraction(0)
      : multiplyFractions(fraction(total.minor), fraction(deliveryRate));
  return {
    share: shareOf(allocated, total),
    burn: shareOf(spent, allocated),
    spentShare:
      spent !== null && spent.currency === total?.currency && implied.numerator > 0n
        ? toNumber(divideFractions(fraction(spent.minor), implied))
        : null,
  };
}

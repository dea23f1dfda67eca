import type { Budget, BudgetLine, FrameworkDocument } from "../document/index.ts";
import { type CalendarDate, elapsedShare } from "../values/date.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { divideFractions, type Fraction, fraction, multiplyFractions, toNumber } from "../values/fraction.ts";
import { groupBy } from "../values/group-by.ts";
import { type Money, moneyShare, toMajor } from "../values/money.ts";
import { agencyResults } from "./by-agency.ts";
import { geweShares } from "./gewe.ts";
import { exactShare, roundFraction, shareBounds, weightLines } from "./gewe-share.ts";
import { indirectAt } from "./lines.ts";
import { markerAgreement } from "./marker.ts";
import { type BudgetPolicy, PBF_BUDGET_POLICY_2018 } from "./policy.ts";
import type { BudgetResult } from "./result.ts";
import { directLines, expenditureOf, indexShared, partsOf } from "./totals.ts";

/** What a budget is computed by. */
export interface BudgetOptions {
  /** Rules of the fund that apply. Default: {@link PBF_BUDGET_POLICY_2018}. */
  policy?: BudgetPolicy | undefined;
  /** The day to measure elapsed time on, where the document has no report. */
  asOf?: CalendarDate | undefined;
}

const major = (amount: Money | null | undefined) => (amount ? toMajor(amount) : null);

interface Totals {
  direct: Money | null;
  indirect: Money | null;
  indirectFrom: BudgetResult["indirectFrom"];
  total: Money | null;
}

function totalsOf({ budget }: Pick<FrameworkDocument, "budget">, policy: BudgetPolicy): Totals {
  const { lines = [], indirectAmounts: indirect = [], unreadable = [] } = budget;
  const [direct, ...others] = sumMoney(directLines(lines).map(({ amount }) => amount));
  if (direct === undefined || others.length > 0 || unreadable.length > 0)
    return { direct: null, indirect: null, indirectFrom: null, total: budget.total };
  const ofLines = sumMoney(
    lines.filter(({ category }) => category === "indirect-support").map(({ amount }) => amount),
  );
  const ofAnnex = sumMoney(indirect.map(({ amount }) => amount));
  const [from, sums]: [BudgetResult["indirectFrom"], Money[]] =
    ofLines.length > 0
      ? ["lines", ofLines]
      : ofAnnex.length > 0
        ? ["annex", ofAnnex]
        : ["rate", policy.indirectRate === null ? [] : [indirectAt(direct, policy.indirectRate)]];
  const [sum, ...more] = sums;
  const known = sum !== undefined && more.length === 0 && sum.currency === direct.currency ? sum : null;
  const total = known === null ? null : { ...direct, minor: direct.minor + known.minor };
  return {
    direct,
    indirect: known,
    indirectFrom: known === null ? null : from,
    total: budget.total ?? total,
  };
}

/** The share of the lines for gender equality, the amount at that share of the total, and the expenditure on it. */
function geweOf(document: FrameworkDocument, { direct, total }: Totals) {
  const { budget } = document;
  const lines = directLines(budget.lines ?? []);
  const cover = geweShares(budget);
  const usable = direct !== null;
  const weighed = weightLines(usable ? lines : []);
  const share = usable ? exactShare(weighed) : null;
  const bounds = usable && share === null ? shareBounds(weighed) : null;
  const of = (whole: Money | null): Fraction | null =>
    share === null || whole === null || whole.currency !== direct?.currency
      ? null
      : multiplyFractions(fraction(whole.minor), share);
  const allocated = of(total);
  const expenditure = expenditureOf(budget, lines);
  const fromCover = budget.gewe.allocated !== null || budget.gewe.spent !== null;
  const fromLines = usable && (share !== null || bounds !== null);
  if (fromCover || !fromLines)
    return {
      share,
      coverShare: cover.share,
      result: {
        allocated: major(budget.gewe.allocated),
        share: cover.share,
        spent: major(budget.gewe.spent),
        burn: cover.burn,
        spentShare: cover.spentShare,
        from: fromCover ? ("cover" as const) : null,
        bounds: null,
      },
    };
  const spent = expenditure.geweSpent;
  const whole = expenditure.spent;
  return {
    share,
    coverShare: cover.share,
    result: {
      allocated: allocated === null ? null : toMajor({ ...direct, minor: roundFraction(allocated) }),
      share: share === null ? null : toNumber(share),
      spent: spent === null ? null : toMajor({ ...direct, minor: roundFraction(spent) }),
      // Expenditure is of the direct costs, so it is compared with their part for gender equality.
      burn: burnOf(spent, of(direct)),
      spentShare:
        spent === null || whole === null || whole.minor === 0
          ? null
          : toNumber(divideFractions(spent, fraction(whole.minor))),
      from: "lines" as const,
      bounds,
    },
  };
}

const burnOf = (spent: Fraction | null, allocated: Fraction | null) =>
  spent === null || allocated === null || allocated.numerator === 0n
    ? null
    : toNumber(divideFractions(spent, allocated));

function monitoringOf(lines: readonly BudgetLine[], direct: Money | null) {
  const own = lines.filter(({ purpose }) => purpose === "monitoring" || purpose === "evaluation");
  const [sum, ...others] = sumMoney(own.map(({ amount }) => amount));
  if (sum === undefined || others.length > 0 || direct === null) return { amount: null, share: null };
  return { amount: toMajor(sum), share: moneyShare(sum, direct) };
}

function evaluationOf(budget: Budget): Money | null {
  if (budget.evaluation !== null) return budget.evaluation;
  const own = (budget.lines ?? []).filter(({ purpose }) => purpose === "evaluation");
  const [sum, ...others] = sumMoney(own.map(({ amount }) => amount));
  return sum === undefined || others.length > 0 ? null : sum;
}

/** Table 2 where the annex has one, otherwise the categories of the lines. */
function categoriesOf(budget: Budget): BudgetResult["byCategory"] {
  const { lines = [], categories } = budget;
  if (categories !== undefined)
    return [...groupBy(categories, ({ category }) => category)].flatMap(([category, own]) => {
      const [sum, ...others] = sumMoney(own.map(({ amount }) => amount));
      if (sum === undefined || others.length > 0) return [];
      return [{ category, amount: toMajor(sum), gewe: null, spent: null }];
    });
  if (lines.every(({ category }) => category === null)) return [];
  return [...groupBy(lines, ({ category }) => category)].flatMap(([category, own]) => {
    const { direct, gewe, spent } = partsOf(budget, own);
    return direct === null ? [] : [{ category, amount: direct, gewe, spent }];
  });
}

/**
 * Computes what a budget comes to: direct and indirect costs, the share for gender equality from the cover page or the lines, the marker's
 * agreement with both, expenditure against time, and the same by agency, output, activity, category and tranche. Sums, shares and thresholds
 * are exact; amounts are rounded to the minor unit once. Currencies are never mixed.
 */
export function computeBudget(document: FrameworkDocument, options: BudgetOptions = {}): BudgetResult {
  const { project, report } = document;
  const budget = indexShared(document.budget);
  const policy = options.policy ?? PBF_BUDGET_POLICY_2018;
  const { lines = [] } = budget;
  const totals = totalsOf(document, policy);
  const gewe = geweOf(document, totals);
  const expenditure = expenditureOf(budget, directLines(lines));
  const declared = project.genderMarker;
  const agreement = (share: number | Fraction | null) => {
    const { computed, agrees } = markerAgreement(declared, share, { policy });
    return {
      share: share === null || typeof share === "number" ? share : toNumber(share),
      computed,
      agrees,
    };
  };
  const [byCover, byLines] = [agreement(gewe.coverShare), agreement(gewe.share)];
  const { computed, agrees } = gewe.result.from === "lines" ? byLines : byCover;
  const asOf = options.asOf ?? report?.asOf ?? null;
  const { startDate, endDate } = project;
  const inCurrencies = sumMoney(directLines(lines).map(({ amount }) => amount));
  const titles = new Map(document.activities.map(({ code, title }) => [code, title ?? null]));
  return {
    total: major(totals.total),
    direct: major(totals.direct),
    indirect: major(totals.indirect),
    indirectFrom: totals.indirectFrom,
    currency: totals.total?.currency ?? totals.direct?.currency ?? null,
    currencies:
      inCurrencies.length < 2
        ? []
        : inCurrencies.map((sum) => ({ currency: sum.currency, direct: toMajor(sum) })),
    spent: major(expenditure.spent),
    committed: major(expenditure.committed),
    withoutSpent: expenditure.withoutSpent,
    deliveryRate:
      budget.deliveryRate ??
      (expenditure.spent === null || totals.direct === null
        ? null
        : moneyShare(expenditure.spent, totals.direct)),
    elapsedShare:
      startDate === null || endDate === null || asOf === null ? null : elapsedShare(startDate, endDate, asOf),
    covidAdjustment: major(budget.covidAdjustment),
    evaluation: major(evaluationOf(budget)),
    monitoringAndEvaluation: monitoringOf(lines, totals.direct),
    gewe: gewe.result,
    marker: { declared, computed, agrees, byCover, byLines },
    byAgency: agencyResults(document, policy),
    byOutput: [...groupBy(directLines(lines), ({ output }) => output)].map(([output, own]) => ({
      output,
      ...partsOf(budget, own),
    })),
    byActivity: [...groupBy(directLines(lines), ({ activity, title }) => activity ?? title ?? null)].map(
      ([activity, own]) => ({
        activity: own[0]?.activity ?? null,
        title: activity === null ? null : (titles.get(activity) ?? own[0]?.title ?? null),
        ...partsOf(budget, own),
      }),
    ),
    byCategory: categoriesOf(budget),
    lineCount: directLines(lines).length,
  };
}

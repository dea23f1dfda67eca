import { type Problem, type Result, refuse } from "../diagnostics/problem.ts";
import type { BudgetLine, FrameworkDocument } from "../document/index.ts";
import { bilingualText } from "../locale/bilingual.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { CalendarDate } from "../values/date.ts";
import { sumMoney } from "../values/exact-sum.ts";
import type { Money } from "../values/money.ts";
import { convertTotal, type RoundingMode } from "./convert.ts";
import { type RateTable, rateOn } from "./rates.ts";

/** How the amounts of a budget are converted. */
export interface BudgetConversion {
  /** The currency that everything is converted to. */
  to: string;
  /** Rates of every currency that the document has amounts in. */
  rates: RateTable;
  /** The day whose rates hold for what is budgeted. */
  budgetOn: CalendarDate;
  /** The day whose rates hold for expenditure and commitments. Default: the day that the report speaks for, else that of the budget. */
  spentOn?: CalendarDate;
  /** Default: half-even. */
  rounding?: RoundingMode;
}

type Kind = "budget" | "spent";
interface Entry {
  path: string;
  amount: Money;
  on: CalendarDate;
}

/**
 * A document whose amounts are all in one currency, each converted at the rate of its day: what is budgeted at that of the budget, tranches at
 * that of their receipt, expenditure at that of the report. Lines are converted together, so that they add up to their exact sum rounded
 * once; a total that the document states and that was the sum of its lines, or an agency's, is the sum of the converted lines. `budget.converted`
 * says by which rates. Nothing is converted where a rate is missing.
 */
export function convertBudget(
  document: FrameworkDocument,
  { to, rates, budgetOn, spentOn = document.report?.asOf ?? budgetOn, rounding }: BudgetConversion,
): Result<FrameworkDocument> {
  const problems: Problem[] = [];
  const used = new Map<string, { currency: string; on: CalendarDate; rate: number }>();
  const dayOf = (kind: Kind) => (kind === "budget" ? budgetOn : spentOn);

  /** Amounts that add up, converted together. Those that are not there stay away. */
  const together = (entries: readonly (Entry | null)[]): (Money | null)[] => {
    const present = entries.flatMap((entry) => entry ?? []);
    const found = convertTotal(present, to, rates, { rounding });
    if (found.total === null) {
      for (const { index, currency, on } of found.missing)
        problems.push(rateMissing(present[index]?.path ?? "budget", currency, on));
      return entries.map(() => null);
    }
    for (const { amount, on } of present) {
      const [from, target] = [rateOn(rates, amount.currency, on), rateOn(rates, to, on)];
      if (amount.currency !== to && from !== null && target !== null)
        used.set(`${amount.currency} ${on}`, {
          currency: amount.currency,
          on,
          rate: from.rate / target.rate,
        });
    }
    let next = 0;
    return entries.map((entry) => (entry === null ? null : (found.parts[next++] ?? null)));
  };
  const alone = (path: string, amount: Money | null, kind: Kind): Money | null =>
    together([amount && { path, amount, on: dayOf(kind) }])[0] ?? null;

  const { budget, project } = document;
  const { lines = [], indirectAmounts: indirect = [], shared, categories, tranches } = budget;
  /** One column of the lines, converted together. */
  const column = (name: "amount" | "approved" | "spent" | "committed", kind: Kind) =>
    together(
      lines.map((line) => {
        const amount = line[name];
        return amount === undefined
          ? null
          : { path: `budget/lines/${line.id}/${name}`, amount, on: dayOf(kind) };
      }),
    );
  const budgeted = together([
    ...lines.map(({ id, amount }) => ({ path: `budget/lines/${id}/amount`, amount, on: budgetOn })),
    ...indirect.map(({ agency, amount }) => ({
      path: `budget/indirectAmounts/${agency}`,
      amount,
      on: budgetOn,
    })),
  ]);
  const [approved, spent, committed] = [
    column("approved", "budget"),
    column("spent", "spent"),
    column("committed", "spent"),
  ];
  const given = <Name extends string>(name: Name, amount: Money | null | undefined) =>
    (amount == null ? {} : { [name]: amount }) as { [Key in Name]?: Money };
  const newLines = lines.map(
    (line, index): BudgetLine => ({
      ...line,
      amount: budgeted[index] ?? line.amount,
      ...given("approved", approved[index]),
      ...given("spent", spent[index]),
      ...given("committed", committed[index]),
    }),
  );
  const newIndirect = indirect.map((each, index) => ({
    ...each,
    amount: budgeted[lines.length + index] ?? each.amount,
  }));
  /** What a stated sum becomes: the sum of its converted parts where it was the sum of them, else itself converted. */
  const stated = (
    path: string,
    amount: Money | null,
    parts: readonly Money[],
    converted: readonly Money[],
  ) => {
    const [sum, ...others] = sumMoney(parts);
    const same =
      amount !== null &&
      others.length === 0 &&
      sum?.minor === amount.minor &&
      sum.currency === amount.currency;
    return same ? (sumMoney(converted)[0] ?? null) : alone(path, amount, "budget");
  };
  const partsOf = (agency: string | null, list: typeof lines, below: typeof indirect) =>
    [...list, ...below]
      .filter((each) => agency === null || each.agency === agency)
      .map(({ amount }) => amount);
  const withLines = (path: string, amount: Money | null, agency: string | null) =>
    stated(path, amount, partsOf(agency, lines, indirect), partsOf(agency, newLines, newIndirect));
  const agencies =
    lines.length > 0
      ? project.agencies.map(({ name, budget: own }) =>
          withLines(`project/agencies/${name}/budget`, own, name),
        )
      : together(
          project.agencies.map(({ name, budget: own }) =>
            own === null ? null : { path: `project/agencies/${name}/budget`, amount: own, on: budgetOn },
          ),
        );
  const total =
    lines.length > 0
      ? withLines("budget/total", budget.total, null)
      : stated(
          "budget/total",
          budget.total,
          project.agencies.flatMap(({ budget: own }) => own ?? []),
          agencies.flatMap((own) => own ?? []),
        );
  const byCategory = together(
    (categories ?? []).map(({ amount, category }) => ({
      ...{ path: `budget/categories/${category}`, amount, on: budgetOn },
    })),
  );
  const received = together(
    (tranches ?? []).map(({ agency, number, amount, received: on }) =>
      amount === null ? null : { path: `budget/tranches/${agency} ${number}`, amount, on: on ?? budgetOn },
    ),
  );
  const result: FrameworkDocument = {
    ...document,
    project: {
      ...project,
      agencies: project.agencies.map((agency, index) => ({ ...agency, budget: agencies[index] ?? null })),
    },
    budget: {
      ...budget,
      total,
      gewe: {
        allocated: alone("budget/gewe/allocated", budget.gewe.allocated, "budget"),
        spent: alone("budget/gewe/spent", budget.gewe.spent, "spent"),
      },
      covidAdjustment: alone("budget/covidAdjustment", budget.covidAdjustment, "budget"),
      evaluation: alone("budget/evaluation", budget.evaluation, "budget"),
      ...(budget.lines !== undefined && { lines: newLines }),
      ...(budget.indirectAmounts !== undefined && { indirectAmounts: newIndirect }),
      ...(shared !== undefined && {
        shared: shared.map(({ lines: ids, ...own }) => ({
          lines: ids,
          ...given("spent", alone("budget/shared", own.spent ?? null, "spent")),
          ...given("committed", alone("budget/shared", own.committed ?? null, "spent")),
        })),
      }),
      ...(categories !== undefined && {
        categories: categories.map((each, index) => ({ ...each, amount: byCategory[index] ?? each.amount })),
      }),
      ...(tranches !== undefined && {
        tranches: tranches.map((each, index) => ({ ...each, amount: received[index] ?? null })),
      }),
    },
  };
  if (problems.length > 0) return refuse(...problems);
  if (used.size === 0) return { ok: true, value: document, findings: [] };
  result.budget.converted = {
    to,
    rates: [...used.values()],
    ...(rates.source !== undefined && { source: rates.source }),
  };
  return { ok: true, value: result, findings: [] };
}

const rateMissing = (path: string, currency: string, on: CalendarDate): Problem => ({
  code: "rate-missing",
  where: { path },
  message: bilingualText(en.rateMissing, fr.rateMissing, path, currency, on),
  found: currency,
  expected: on,
});

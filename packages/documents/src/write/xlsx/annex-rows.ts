import type { Budget, BudgetLine, FrameworkDocument, Money, SharedExpenditure } from "@cadre/core";

/** A row of table 1: the lines of an activity or a cost, one an agency. */
export interface AnnexRow {
  label: { code: string | null; title: string | null };
  output: string | null;
  lines: ReadonlyMap<string, BudgetLine>;
  first: BudgetLine;
  shared: SharedExpenditure | null;
}

/** A budget as annex D lays it out. */
export interface AnnexForm {
  currency: string;
  agencies: string[];
  rows: AnnexRow[];
  /** Whether approved amounts are beside revised ones. */
  revised: boolean;
  /** Whether expenditure is reported an agency at a time. */
  byAgency: boolean;
  hasSpent: boolean;
  hasCommitted: boolean;
  indirect: ReadonlyMap<string, Money> | null;
  tranches: { number: number; share: number | null; amounts: ReadonlyMap<string, Money | null> }[];
}

const same = (a: BudgetLine, b: BudgetLine) =>
  a.activity === b.activity &&
  a.output === b.output &&
  a.title === b.title &&
  a.purpose === b.purpose &&
  a.gewe === b.gewe &&
  a.justification === b.justification &&
  a.remark === b.remark;

function rowsOf(
  { lines = [], shared = [] }: Budget,
  titles: ReadonlyMap<string, string | undefined>,
): AnnexRow[] | null {
  const rows: { first: BudgetLine; lines: Map<string, BudgetLine> }[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last !== undefined && same(last.first, line) && !last.lines.has(line.agency))
      last.lines.set(line.agency, line);
    else rows.push({ first: line, lines: new Map([[line.agency, line]]) });
  }
  const annexRows = rows.map(({ first, lines: own }): AnnexRow | null => {
    const ids = [...own.values()].map(({ id }) => id);
    const groups = shared.filter(({ lines: each }) => each.some((id) => ids.includes(id)));
    const [group] = groups;
    // Expenditure of several lines together is in the row that holds them all.
    if (groups.length > 1 || (group !== undefined && (ids.length < 2 || group.lines.join() !== ids.join())))
      return null;
    const title = first.activity === null ? (first.title ?? null) : (titles.get(first.activity) ?? null);
    return {
      label: { code: first.activity, title },
      output: first.output,
      lines: own,
      first,
      shared: group ?? null,
    };
  });
  return annexRows.every((row) => row !== null) ? annexRows : null;
}

/** The order of the agencies' columns, in which the agencies of each row follow each other; `null` where there is none. */
function agencyOrder(
  rows: readonly AnnexRow[],
  { indirectAmounts: indirect = [], tranches = [] }: Budget,
): string[] | null {
  const lists = [
    indirect.map(({ agency }) => agency),
    tranches.filter(({ number }) => number === 1).map(({ agency }) => agency),
  ];
  const order: string[] = [];
  for (const list of [...lists, ...rows.map(({ lines }) => [...lines.keys()])])
    for (const [index, agency] of list.entries()) {
      if (order.includes(agency)) continue;
      const next = list.slice(index + 1).find((other) => order.includes(other));
      order.splice(next === undefined ? order.length : order.indexOf(next), 0, agency);
    }
  const inOrder = rows.every(({ lines }) => {
    const columns = [...lines.keys()].map((agency) => order.indexOf(agency));
    return columns.every((column, index) => index === 0 || column > (columns[index - 1] ?? -1));
  });
  return inOrder ? order : null;
}

/** Tranches with the same numbers and shares for each agency; `null` where they differ. */
function tranchesOf({ tranches = [] }: Budget, agencies: readonly string[]): AnnexForm["tranches"] | null {
  const numbers = [...new Set(tranches.map(({ number }) => number))].sort((a, b) => a - b);
  const shares = numbers.map((number) => {
    const own = tranches.filter((tranche) => tranche.number === number);
    const [first] = own;
    const fits =
      own.length === agencies.length &&
      number <= 4 &&
      own.every(
        ({ share, received, amount }) => share === first?.share && received === null && amount !== null,
      ) &&
      own.every(({ agency }, index) => agency === agencies[index]);
    return fits && first !== undefined
      ? { number, share: first.share, amounts: new Map(own.map(({ agency, amount }) => [agency, amount])) }
      : null;
  });
  return shares.every((tranche) => tranche !== null) ? shares : null;
}

/**
 * Lays a budget out as annex D; `null` where the form cannot hold it: lines with categories of their own, in several currencies, without
 * labels, or with amounts that cannot be read.
 */
export function annexForm({ budget, activities }: FrameworkDocument): AnnexForm | null {
  const { lines = [], unreadable = [], indirectAmounts: indirect } = budget;
  const [first] = lines;
  if (first === undefined || unreadable.length > 0) return null;
  const { currency } = first.amount;
  const moneys = lines.flatMap(({ amount, spent, committed, approved }) => [
    amount,
    spent,
    committed,
    approved,
  ]);
  if (moneys.some((one) => one !== undefined && one.currency !== currency)) return null;
  if (lines.some(({ category, activity, title }) => category !== null || (activity === null && !title)))
    return null;
  const rows = rowsOf(budget, new Map(activities.map(({ code, title }) => [code, title])));
  const agencies = rows === null ? null : agencyOrder(rows, budget);
  if (rows === null || agencies === null) return null;
  if (agencies.some((name) => name.trim() === "")) return null;
  const tranches = tranchesOf(budget, agencies);
  if (tranches === null) return null;
  const revised = lines.some(({ approved }) => approved !== undefined);
  const shared = budget.shared ?? [];
  const several = rows.filter(({ lines: own }) => own.size > 1);
  const byAgency = several.some(({ lines: own }) =>
    [...own.values()].some(({ spent, committed }) => spent !== undefined || committed !== undefined),
  );
  if (byAgency && shared.length > 0) return null;
  const used = (key: "spent" | "committed") => [...lines, ...shared].some((each) => each[key] !== undefined);
  return {
    currency,
    agencies,
    rows,
    revised,
    byAgency,
    hasSpent: used("spent"),
    hasCommitted: used("committed"),
    indirect: indirect === undefined ? null : new Map(indirect.map(({ agency, amount }) => [agency, amount])),
    tranches,
  };
}

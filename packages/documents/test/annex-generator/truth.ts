import { type Plan, type PlannedRow, rowsOf } from "./plan.ts";

/** What a finance officer computes of a planned annex: minor units; shares as quotients of integers. */
export interface Truth {
  currency: string;
  lines: number;
  direct: bigint;
  byAgency: Record<string, bigint>;
  byOutput: Record<string, bigint>;
  /** Σ amount × percent of the rows with a share, in minor units × 100. */
  gewe: bigint;
  /** What rows without a share can add to it at least and at most, in minor units. */
  withoutShare: { low: bigint; high: bigint };
  spent: bigint | null;
  committed: bigint | null;
  tranches: number;
  activities: string[];
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

export function truthOf(plan: Plan): Truth {
  const rows = rowsOf(plan);
  const { agencies, currency, expenditure, bottom, tranches } = plan.habits;
  const total = (some: readonly PlannedRow[]) => some.reduce((all, { amounts }) => all + sum(amounts), 0n);
  const whole = (key: "spent" | "committed") => rows.reduce((all, row) => all + BigInt(row[key] ?? 0), 0n);
  return {
    currency: currency.code,
    lines: rows.flatMap(({ amounts }) => amounts.filter((amount) => amount !== 0)).length,
    direct: total(rows),
    byAgency: Object.fromEntries(
      agencies.map((agency, index) => [agency, sum(rows.map(({ amounts }) => amounts[index] ?? 0))]),
    ),
    byOutput: Object.fromEntries(
      plan.outcomes.flatMap(({ outputs }) => outputs.map((output) => [output.code, total(output.rows)])),
    ),
    gewe: rows.reduce((all, { amounts, share }) => all + sum(amounts) * BigInt(share ?? 0), 0n),
    withoutShare: rows
      .filter(({ share }) => share === null)
      .flatMap(({ amounts }) => amounts.map(BigInt))
      .reduce(
        ({ low, high }, amount) => (amount < 0n ? { low: low + amount, high } : { low, high: high + amount }),
        { low: 0n, high: 0n },
      ),
    spent: expenditure === "none" ? null : whole("spent"),
    committed: expenditure === "spent-and-committed" ? whole("committed") : null,
    tranches: bottom ? agencies.length * tranches.length : 0,
    activities: rows.flatMap(({ code }) => code ?? []),
  };
}

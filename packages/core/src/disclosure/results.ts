import type { CellResult, ComputedIndicator, MeasurementFramework } from "../aggregate/index.ts";
import { DisclosurePolicy, isSensitive } from "./policy.ts";
import { protectTable } from "./suppress.ts";

const none = {
  reason: "suppressed",
  value: null,
  bounds: null,
  percentOfTarget: null,
} as const;

/** What of a cell may leave when its value may not: nothing that it could be computed from. */
const withheld = (cell: CellResult): CellResult => ({
  ...cell,
  ...none,
  reported: null,
  carried: null,
  target: null,
});

/** Whether cells are the full cross table of their total: exact counts that add up to it. */
function addUp({ value, cells }: ComputedIndicator): boolean {
  let sum = 0;
  for (const cell of cells) {
    if (cell.value === null || cell.reason !== null || !Number.isSafeInteger(cell.value) || cell.value < 0)
      return false;
    sum += cell.value;
  }
  return value === null || sum === value;
}

/**
 * Withholds what singles people out from results that leave. Counts whose cells add up to their total are protected as a table, see
 * {@link protectTable}. Where they do not (overlapping groups, cells that are only confined), nobody can prove which cells are safe: with a
 * sensitive one among them all cells are withheld. A suppressed value has the reason `suppressed` and nothing from which it could be
 * computed. Measures other than counts stay as they are.
 *
 * Each indicator is protected by itself: indicators that count the same people in different ways need a threshold for both.
 */
export function protectResults(
  framework: MeasurementFramework,
  results: readonly ComputedIndicator[],
  policy: Partial<DisclosurePolicy> = {},
): ComputedIndicator[] {
  const rules = DisclosurePolicy.parse(policy);
  const counts = new Set(
    framework.indicators.flatMap(({ code, measure }) => (measure === "count" ? [code] : [])),
  );
  return results.map((result) => (counts.has(result.code) ? protectOne(result, rules, framework) : result));
}

function protectOne(
  result: ComputedIndicator,
  policy: DisclosurePolicy,
  framework: MeasurementFramework,
): ComputedIndicator {
  const { cells } = result;
  const sensitive = (value: number | null) => value !== null && isSensitive({ value }, policy);
  // Ends of an interval confine a value like a value does.
  const small = ({ value, reported, bounds }: Pick<CellResult, "value" | "reported" | "bounds">) =>
    [value, reported, bounds?.low ?? null, bounds?.high ?? null].some(sensitive);
  const total = { value: result.value, reported: null, bounds: result.bounds };
  if (!small(total) && !cells.some(small)) return result;
  const names = Object.keys(cells[0]?.at ?? {});
  const overlapping = framework.axes.some(({ name, kind }) => kind === "overlapping" && names.includes(name));
  if (
    small(total) ||
    overlapping ||
    !addUp(result) ||
    new Set(cells.map(({ at }) => JSON.stringify(at))).size < cells.length
  )
    return {
      ...result,
      cells: cells.map(withheld),
      ...(small(total) && {
        ...none,
        progress: null,
        count: 0,
        levels: null,
        status: { ...result.status, status: null },
      }),
    };
  const axes = Object.fromEntries(
    names.map((name) => [name, [...new Set(cells.map(({ at }) => at[name] ?? ""))]]),
  );
  const table = protectTable(
    axes,
    cells.map(({ at, value }) => ({ at, value: value ?? 0 })),
    policy,
    { margins: [] },
  );
  const found = new Map(table.cells.map((cell) => [keyOf(names, cell.at), cell]));
  const whole = found.get(keyOf(names, {}));
  return {
    ...result,
    // A status says on which side of a number the total is.
    ...(whole?.suppressed && { ...none, progress: null, status: { ...result.status, status: null } }),
    cells: cells.map((cell) => {
      const safe = found.get(keyOf(names, cell.at));
      return safe?.suppressed ? { ...withheld(cell), bounds: safe.bounds } : cell;
    }),
  };
}

const keyOf = (names: readonly string[], at: Readonly<Record<string, string>>): string =>
  names.map((name) => at[name] ?? "").join("\n");

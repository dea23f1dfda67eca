import type { CellResult, ComputedIndicator, MeasurementFramework, ResultRow } from "../aggregate/index.ts";
import { referencesOf } from "../derived/index.ts";
import { groupBy } from "../values/group-by.ts";
import { guardCells } from "./cells.ts";
import { DisclosurePolicy } from "./policy.ts";

const NOTHING = {
  reason: "suppressed",
  value: null,
  bounds: null,
  percentOfTarget: null,
} as const;

/** What of a cell may leave when its value may not: nothing that it could be computed from. */
const without = <Cell extends CellResult | ResultRow>(cell: Cell): Cell => ({
  ...cell,
  ...NOTHING,
  ...{ reported: null, carried: null, target: null },
});

const countsOf = (framework: MeasurementFramework): ReadonlySet<string> =>
  new Set(framework.indicators.flatMap(({ code, measure }) => (measure === "count" ? [code] : [])));

const overlapsIn =
  ({ axes }: MeasurementFramework) =>
  (axis: string): boolean =>
    axes.some(({ name, kind }) => name === axis && kind === "overlapping");

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
  { policy = {} }: { policy?: Partial<DisclosurePolicy> | undefined } = {},
): ComputedIndicator[] {
  const rules = DisclosurePolicy.parse(policy);
  const counts = countsOf(framework);
  const safe = results.map((result) =>
    counts.has(result.code) && result.derived === undefined
      ? protectOne(result, rules, overlapsIn(framework))
      : result,
  );
  return withholdDerived(framework, safe);
}

/** What a formula gives of values that are withheld is withheld; what it gives of others everybody can compute. */
function withholdDerived(
  { indicators }: MeasurementFramework,
  results: readonly ComputedIndicator[],
): ComputedIndicator[] {
  const formulas = new Map(indicators.map(({ code, formula }) => [code, formula]));
  const found = new Map(results.map((result) => [result.code, result]));
  const cellKey = ({ at }: CellResult) => JSON.stringify(Object.entries(at).sort());
  const isWithheld = ({ reason }: Pick<CellResult, "reason">) => reason === "suppressed";
  const derived = results.filter(
    (result) => result.derived !== undefined && formulas.get(result.code) !== undefined,
  );
  for (let changed = true; changed; ) {
    changed = false;
    for (const { code } of derived) {
      const [result, formula] = [found.get(code), formulas.get(code)];
      if (result === undefined || formula === undefined) continue;
      const sources = referencesOf(formula).flatMap((ref) => found.get(ref) ?? []);
      const withheldKeys = new Set(sources.flatMap(({ cells }) => cells.filter(isWithheld).map(cellKey)));
      const total = !isWithheld(result) && sources.some(isWithheld);
      const cells = result.cells.filter((cell) => !isWithheld(cell) && withheldKeys.has(cellKey(cell)));
      if (!total && cells.length === 0) continue;
      changed = true;
      found.set(code, {
        ...result,
        ...(total && withoutTotal(result)),
        cells: result.cells.map((cell) => (cells.includes(cell) ? without(cell) : cell)),
      });
    }
  }
  return results.map((result) => found.get(result.code) ?? result);
}

/** A status says on which side of a number the total is. */
const withoutTotal = ({ status, derived }: ComputedIndicator) => ({
  ...NOTHING,
  ...{ progress: null, count: 0, levels: null, status: { ...status, status: null } },
  ...(derived !== undefined && { derived: { ...derived, working: "" } }),
});

function protectOne(
  result: ComputedIndicator,
  policy: DisclosurePolicy,
  mayOverlap: (axis: string) => boolean,
): ComputedIndicator {
  const { cells } = result;
  const { total, withheld } = guardCells(result, cells, policy, mayOverlap);
  if (!total && withheld.size === 0) return result;
  return {
    ...result,
    ...(total && withoutTotal(result)),
    cells: cells.map((cell) => {
      const bounds = withheld.get(cell);
      return bounds === undefined ? cell : { ...without(cell), bounds };
    }),
  };
}

/**
 * The same for rows of `resultRows`, which may hold several cuts: totals, and cells by one or more axes. Each indicator is protected by
 * itself, and where all its rows name a period, each period. Cuts that name the same axis are one table; tables of different axes share only
 * their total.
 */
export function protectRows(
  framework: MeasurementFramework,
  rows: readonly ResultRow[],
  { policy = {} }: { policy?: Partial<DisclosurePolicy> | undefined } = {},
): ResultRow[] {
  const rules = DisclosurePolicy.parse(policy);
  const counts = countsOf(framework);
  const withheld = new Map<ResultRow, ResultRow["bounds"]>();
  const ofIndicator = groupBy(
    rows.filter(({ indicator }) => counts.has(indicator)),
    ({ indicator }) => indicator,
  );
  for (const own of ofIndicator.values()) {
    const byPeriod = own.every(({ at }) => at.period !== undefined);
    const groups = byPeriod ? groupBy(own, ({ at }) => at.period).values() : [own];
    for (const group of groups)
      for (const [row, bounds] of withheldIn(group, byPeriod, rules, overlapsIn(framework)))
        withheld.set(row, bounds);
  }
  return rows.map((row) => {
    const bounds = withheld.get(row);
    return bounds === undefined ? row : { ...without(row), bounds };
  });
}

function withheldIn(
  rows: readonly ResultRow[],
  byPeriod: boolean,
  policy: DisclosurePolicy,
  mayOverlap: (axis: string) => boolean,
): Map<ResultRow, ResultRow["bounds"]> {
  const cells = rows.map((row) => {
    const { period, ...at } = row.at;
    return { ...row, at: byPeriod || period === undefined ? at : { ...at, period }, row };
  });
  const isTotal = ({ at }: (typeof cells)[number]) => Object.keys(at).length === 0;
  const total = cells.find(isTotal) ?? { value: null, bounds: null };
  const cuts = new Set(
    cells.filter((cell) => !isTotal(cell)).map(({ at }) => Object.keys(at).sort().join("\n")),
  );
  const found = (cuts.size === 0 ? [[]] : linked([...cuts])).map((axes) =>
    guardCells(
      total,
      cells.filter((cell) => !isTotal(cell) && Object.keys(cell.at).every((name) => axes.includes(name))),
      policy,
      mayOverlap,
    ),
  );
  // The cells of any table would give the total back.
  if (found.some((each) => each.total)) return new Map(rows.map((row) => [row, null]));
  return new Map(
    found.flatMap(({ withheld }) => [...withheld].map(([{ row }, bounds]) => [row, bounds] as const)),
  );
}

/** Sets of axes, those that have one in common put together. */
function linked(cuts: readonly string[]): string[][] {
  return cuts.reduce<string[][]>((tables, cut) => {
    const axes = cut.split("\n");
    const [near, far] = [true, false].map((common) =>
      tables.filter((table) => table.some((axis) => axes.includes(axis)) === common),
    );
    return [...(far ?? []), [...new Set([axes, ...(near ?? [])].flat())]];
  }, []);
}

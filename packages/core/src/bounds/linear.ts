/**
 * The least and the most of sums of unknowns (each 0 or more) of which other sums are known: linear programming by the simplex method on a
 * dense tableau (G. Dantzig 1951; R. Bland's rule, 1977, against going in circles), and branch and bound (A. Land and A. Doig 1960) where
 * unknowns are whole numbers and a corner is none. The systems are small, a report's worth, and there are many of them: no solver on the
 * registry starts up in microseconds.
 */
export interface SumsProblem {
  unknowns: number;
  /** Unknowns of each known sum. */
  sets: readonly (readonly number[])[];
  low: ArrayLike<number>;
  high: ArrayLike<number>;
  /** Unknowns are whole numbers. */
  whole: boolean;
}

/** A corner of what agrees with everything known, to go on from. */
interface Tableau {
  rows: Float64Array[];
  basis: Int32Array;
  /** Columns of unknowns and slacks; the right side is after them. */
  columns: number;
  near: number;
}

const ROUNDING = 1e-9;

/** Finds a first corner; `null` where nothing agrees. */
function firstCorner({ unknowns, sets, low, high }: SumsProblem): Tableau | null {
  const equations: { set: readonly number[]; slack: -1 | 0 | 1; right: number }[] = [];
  let largest = 1;
  for (const [index, set] of sets.entries()) {
    const [from, to] = [low[index] as number, high[index] as number];
    if (from > to || to < 0) return null;
    largest = Math.max(largest, from, to < Number.POSITIVE_INFINITY ? to : 0);
    if (from === to) equations.push({ set, slack: 0, right: from });
    else {
      if (from > 0) equations.push({ set, slack: -1, right: from });
      if (to < Number.POSITIVE_INFINITY) equations.push({ set, slack: 1, right: to });
    }
  }
  const near = ROUNDING * largest;
  const slacks = equations.filter(({ slack }) => slack !== 0).length;
  const columns = unknowns + slacks;
  // Each equation starts from an unknown of its own, which is then driven out.
  const width = columns + equations.length;
  let slackColumn = unknowns;
  const rows = equations.map(({ set, slack, right }, index) => {
    const row = new Float64Array(width + 1);
    for (const unknown of set) row[unknown] = 1;
    if (slack !== 0) row[slackColumn++] = slack;
    row[columns + index] = 1;
    row[width] = right;
    return row;
  });
  const basis = Int32Array.from(equations, (_, index) => columns + index);
  const objective = new Float64Array(width + 1);
  for (const row of rows)
    for (let column = 0; column <= width; column += 1)
      if (column < columns || column === width)
        objective[column] = (objective[column] as number) - (row[column] as number);
  walk(rows, basis, objective, columns, near);
  if (-(objective[width] as number) > near) return null;
  const independent: Float64Array[] = [];
  const names: number[] = [];
  for (const [index, row] of rows.entries()) {
    if ((basis[index] as number) >= columns) {
      let column = 0;
      while (column < columns && Math.abs(row[column] as number) <= ROUNDING) column += 1;
      if (column === columns) continue;
      pivot(rows, objective, index, column);
      basis[index] = column;
    }
    independent.push(row);
    names.push(basis[index] as number);
  }
  return {
    rows: independent.map((row) => {
      const cut = new Float64Array(columns + 1);
      cut.set(row.subarray(0, columns));
      cut[columns] = row[width] as number;
      return cut;
    }),
    basis: Int32Array.from(names),
    columns,
    near,
  };
}

function pivot(rows: readonly Float64Array[], objective: Float64Array, index: number, column: number): void {
  const line = rows[index] as Float64Array;
  const by = line[column] as number;
  if (by !== 1) for (let each = 0; each < line.length; each += 1) line[each] = (line[each] as number) / by;
  const clear = (other: Float64Array) => {
    const factor = other[column] as number;
    if (factor === 0) return;
    for (let each = 0; each < line.length; each += 1) {
      const entry = line[each] as number;
      if (entry !== 0) other[each] = (other[each] as number) - factor * entry;
    }
    other[column] = 0;
  };
  for (const other of rows) if (other !== line) clear(other);
  clear(objective);
}

/** Walks to the least of an objective; `false` where there is none. */
function walk(
  rows: readonly Float64Array[],
  basis: Int32Array,
  objective: Float64Array,
  columns: number,
  near: number,
): boolean {
  const right = objective.length - 1;
  for (let steps = 0; ; steps += 1) {
    let column = -1;
    let steepest = -ROUNDING;
    for (let each = 0; each < columns; each += 1) {
      const slope = objective[each] as number;
      if (slope >= steepest) continue;
      column = each;
      if (steps > 50) break;
      steepest = slope;
    }
    if (column < 0) return true;
    let index = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [row, line] of rows.entries()) {
      const entry = line[column] as number;
      if (entry <= ROUNDING) continue;
      const ratio = (line[right] as number) / entry;
      const gap = ratio - least;
      if (
        gap < -near ||
        (gap <= near && (basis[row] as number) < (basis[index] ?? Number.POSITIVE_INFINITY))
      ) {
        index = row;
        least = Math.min(ratio, least);
      }
    }
    if (index < 0) return false;
    pivot(rows, objective, index, column);
    basis[index] = column;
  }
}

/** The least of a cost from a corner on, and the corner where it is; `null`: there is no least. */
function leastFrom(start: Tableau, cost: Float64Array): { value: number; corner: Float64Array } | null {
  const { columns, near } = start;
  const rows = start.rows.map((row) => row.slice());
  const basis = start.basis.slice();
  const objective = new Float64Array(columns + 1);
  objective.set(cost);
  for (const [index, row] of rows.entries()) {
    const price = cost[basis[index] as number] ?? 0;
    if (price !== 0)
      for (let each = 0; each <= columns; each += 1)
        objective[each] = (objective[each] as number) - price * (row[each] as number);
  }
  if (!walk(rows, basis, objective, columns, near)) return null;
  const corner = new Float64Array(cost.length);
  for (const [index, row] of rows.entries())
    if ((basis[index] as number) < cost.length) corner[basis[index] as number] = row[columns] as number;
  return { value: -(objective[columns] as number), corner };
}

/** What a search has left: past it, bounds are valid and may be wider than need be. */
export interface Effort {
  left: number;
}

/** The least of a cost; `null`: nothing agrees, or nothing confines it. */
function least(
  problem: SumsProblem,
  start: Tableau,
  cost: Float64Array,
  effort: Effort,
  best: number,
): number | null {
  const found = leastFrom(start, cost);
  if (found === null) return null;
  if (!problem.whole) return found.value;
  const bound = Math.ceil(found.value - 10 * start.near - ROUNDING);
  if (bound >= best) return best;
  const broken = found.corner.findIndex(
    (value) => Math.abs(value - Math.round(value)) > 10 * start.near + 1e-6,
  );
  if (broken < 0 || effort.left <= 0) return bound;
  const floor = Math.floor(found.corner[broken] as number);
  let value = best;
  for (const [low, high] of [
    [0, floor],
    [floor + 1, Number.POSITIVE_INFINITY],
  ] as const) {
    effort.left -= 1;
    const half: SumsProblem = {
      ...problem,
      sets: [...problem.sets, [broken]],
      low: [...Array.from(problem.low), low],
      high: [...Array.from(problem.high), high],
    };
    const corner = firstCorner(half);
    if (corner === null) continue;
    value = Math.min(value, least(half, corner, cost, effort, value) ?? value);
    // No half can be better than the whole.
    if (value <= bound) break;
  }
  return value;
}

/** Both ends of each sum: `some` unknowns count where any of them may, `every` where all must. `null` where nothing agrees. */
export function endsOfSums(
  problem: SumsProblem,
  asked: readonly { some: readonly number[]; every: readonly number[]; open: boolean }[],
  effort: Effort,
): { low: number; high: number }[] | null {
  const start = firstCorner(problem);
  if (start === null) return null;
  const found: { low: number; high: number }[] = [];
  for (const { some, every, open } of asked) {
    const down = new Float64Array(problem.unknowns);
    const up = new Float64Array(problem.unknowns);
    for (const unknown of every) down[unknown] = 1;
    for (const unknown of some) up[unknown] = -1;
    const low = least(problem, start, down, effort, Number.POSITIVE_INFINITY);
    const high = open ? null : least(problem, start, up, effort, Number.POSITIVE_INFINITY);
    // No whole numbers agree, although fractions do.
    if (low === Number.POSITIVE_INFINITY || high === Number.POSITIVE_INFINITY) return null;
    const from = Math.max(0, low ?? 0) + 0;
    const to = high === null ? Number.POSITIVE_INFINITY : -high + 0;
    // Of fractions, ends that differ by rounding alone are one.
    found.push({ low: from, high: to - from <= (problem.whole ? 0 : 10 * start.near) ? from : to });
  }
  return found;
}

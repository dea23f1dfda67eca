// The least and the most that a sum of whole numbers can be, by the simplex method on whole numbers (J. Edmonds' integer pivoting) with
// branching where a corner is no whole number. Slow and exact; it shares nothing with the search that the engine uses.

/** A sum of unknowns that lies between two numbers. */
export interface Known {
  atoms: readonly number[];
  low: number;
  high: number;
}

interface Corner {
  /** Values over the common denominator. */
  values: number[];
  denominator: number;
}

const safe = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError("the reference's numbers have grown too large");
  return value + 0;
};

/** The corner of {x ≥ 0 : known} with the least `cost · x`; `null`: there is none, `"open"`: no least one. */
function leastCorner(
  unknowns: number,
  known: readonly Known[],
  cost: readonly number[],
): Corner | null | "open" {
  // Ranges become equations with a slack each; every equation gets an artificial unknown to start from.
  const equations: { terms: Map<number, number>; right: number }[] = [];
  let width = unknowns;
  for (const { atoms, low, high } of known) {
    const terms = () => new Map(atoms.map((atom) => [atom, 1]));
    if (low === high) equations.push({ terms: terms(), right: low });
    else {
      if (low > 0) equations.push({ terms: terms().set(width++, -1), right: low });
      if (high < Number.POSITIVE_INFINITY) equations.push({ terms: terms().set(width++, 1), right: high });
    }
  }
  if (equations.some(({ right }) => right < 0)) return null;
  const first = width;
  const columns = width + equations.length;
  const rows = equations.map(({ terms, right }, index) =>
    Array.from({ length: columns + 1 }, (_, column) =>
      column === columns ? right : column === first + index ? 1 : (terms.get(column) ?? 0),
    ),
  );
  const basis = equations.map((_, index) => first + index);
  let denominator = 1;
  const pivot = (objective: number[], row: number, column: number) => {
    const by = rows[row]?.[column] ?? 0;
    for (const line of [...rows, objective]) {
      const factor = line[column] ?? 0;
      if (line === rows[row]) continue;
      for (let index = 0; index <= columns; index += 1)
        line[index] = safe(((line[index] ?? 0) * by - factor * (rows[row]?.[index] ?? 0)) / denominator);
    }
    denominator = by;
    basis[row] = column;
  };
  /** Walks to the least of an objective over the columns below `limit`; false: there is none. */
  const walk = (objective: number[], limit: number): boolean => {
    for (;;) {
      let column = 0;
      while (column < limit && !((objective[column] ?? 0) < 0)) column += 1;
      if (column === limit) return true;
      let row = -1;
      for (const [index, line] of rows.entries()) {
        const entry = line[column] ?? 0;
        if (entry <= 0) continue;
        const best = rows[row];
        const gap =
          best === undefined ? -1 : (line[columns] ?? 0) * (best[column] ?? 0) - (best[columns] ?? 0) * entry;
        if (gap < 0 || (gap === 0 && (basis[index] ?? 0) < (basis[row] ?? 0))) row = index;
      }
      if (row < 0) return false;
      pivot(objective, row, column);
    }
  };
  const start = Array.from({ length: columns + 1 }, (_, column) =>
    column >= first && column < columns ? 0 : -rows.reduce((sum, line) => sum + (line[column] ?? 0), 0),
  );
  walk(start, first);
  if ((start[columns] ?? 0) !== 0) return null;
  // What is left of artificial unknowns in the basis is zero: it is exchanged where it can be, else its equation said nothing new.
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    if ((basis[row] ?? 0) < first) continue;
    const column = (rows[row] ?? []).findIndex((entry, index) => index < first && entry !== 0);
    if (column >= 0) {
      if ((rows[row]?.[column] ?? 0) < 0)
        for (let index = 0; index <= columns; index += 1)
          (rows[row] as number[])[index] = -(rows[row]?.[index] ?? 0) + 0;
      pivot(start, row, column);
    } else {
      rows.splice(row, 1);
      basis.splice(row, 1);
    }
  }
  const objective = Array.from({ length: columns + 1 }, (_, column) => (cost[column] ?? 0) * denominator);
  for (const [row, column] of basis.entries()) {
    const price = cost[column] ?? 0;
    for (let index = 0; index <= columns; index += 1)
      objective[index] = safe((objective[index] ?? 0) - price * (rows[row]?.[index] ?? 0));
  }
  if (!walk(objective, first)) return "open";
  const values = Array.from({ length: unknowns }, () => 0);
  for (const [row, column] of basis.entries())
    if (column < unknowns) values[column] = rows[row]?.[columns] ?? 0;
  return { values, denominator };
}

/** The least `cost · x` over whole numbers. */
function least(unknowns: number, known: readonly Known[], cost: readonly number[]): number | null | "open" {
  const corner = leastCorner(unknowns, known, cost);
  if (corner === null || corner === "open") return corner;
  const { values, denominator } = corner;
  const broken = values.findIndex((value) => value % denominator !== 0);
  if (broken < 0)
    return values.reduce((sum, value, index) => sum + ((cost[index] ?? 0) * value) / denominator, 0);
  const floor = Math.floor((values[broken] ?? 0) / denominator);
  const halves = [
    { atoms: [broken], low: 0, high: floor },
    { atoms: [broken], low: floor + 1, high: Number.POSITIVE_INFINITY },
  ].map((half) => least(unknowns, [...known, half], cost));
  if (halves.includes("open")) return "open";
  const found = halves.filter((half) => typeof half === "number");
  return found.length === 0 ? null : Math.min(...found);
}

/** Both ends of a sum of unknowns, each 0 or more; `null` where nothing agrees with all that is known. */
export function ends(
  unknowns: number,
  known: readonly Known[],
  asked: readonly number[],
): [number, number] | null {
  const cost = Array.from({ length: unknowns }, () => 0);
  for (const atom of asked) cost[atom] = 1;
  const low = least(unknowns, known, cost);
  if (low === null || low === "open") return null;
  const high = least(
    unknowns,
    known,
    cost.map((price) => -price + 0),
  );
  return [low, high === "open" || high === null ? Number.POSITIVE_INFINITY : -high + 0];
}

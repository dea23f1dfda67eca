import { remainders } from "../bounds/known-sums.ts";
import type { ObservationTable } from "../observations/index.ts";
import { CHUNK, type Chunk } from "../observations/table.ts";
import type { CellAsk } from "./kinds.ts";
import type { Plan } from "./plan.ts";
import type { Reading, Report, Shape } from "./reading.ts";
import { byOneReport, shapeOf } from "./report-shape.ts";

/** Sums over reports, by group: both ends, what is exact, statements, and what the reports leave open. */
export interface FlatSums {
  low: Float64Array;
  high: Float64Array;
  exact: Float64Array;
  count: Uint32Array;
  /** Bits: {@link OPEN} where a report only confines the cell, {@link CONTRADICTS} where one contradicts itself, {@link NAMED}. */
  state: Uint8Array;
  /** Of all cells together: what is exact, and the total. */
  covered: number;
  total: number;
}
export const OPEN = 1;
export const CONTRADICTS = 2;
/** A report names the category `unknown` that alone is asked for. */
export const NAMED = 4;

/**
 * Adds up an indicator whose reports are independent of one another: no place or period is part of another's, and everything adds up. Rows
 * are put together by report in linear time; reports of one shape share what was worked out of it.
 */
export function sumFlatReports(
  plan: Plan,
  reading: Reading,
  rows: readonly number[],
  scale: number,
  width: number,
  /** The question for everything that the cells are of, for the share that is broken down; -1 for none. */
  whole: number,
): FlatSums {
  const { table, asks } = reading;
  const { starts, order, first } = byReport(table, rows);
  const sums: FlatSums = {
    low: new Float64Array(width),
    high: new Float64Array(width),
    exact: new Float64Array(width),
    count: new Uint32Array(width),
    state: new Uint8Array(width),
    ...{ covered: 0, total: 0 },
  };
  const report: Report = { id: 0, combinations: [], values: [], below: [], rows: [] };
  const offsets = Float64Array.from(asks, ({ offset }) => offset);
  const members = ["period", "source", "place"].map((name) => {
    const of = plan.memberOf.get(name);
    const stride = plan.strides.get(name);
    return of === undefined || stride === undefined
      ? null
      : Float64Array.from(of, (member) => member * stride);
  });
  const [inPeriod = null, inSource = null, inPlace = null] = members;
  const { cellKeys } = table;
  const named = new Map<Shape, boolean[]>();
  const singles: (Shape | undefined)[] = [];
  for (let index = 0; index < first.length; index += 1) {
    const row = first[index] as number;
    const chunk = table.chunks[Math.floor(row / CHUNK)] as Chunk;
    const position = row % CHUNK;
    const base =
      (inPeriod?.[cellKeys.period[chunk.cellKey[position] as number] as number] ?? 0) +
      (inSource?.[chunk.source[position] as number] ?? 0) +
      (inPlace?.[chunk.place[position] as number] ?? 0);
    const [from, to] = [starts[index] as number, starts[index + 1] as number];
    gather(table, report, order, from, to, scale);
    const { combinations, values } = report;
    let shape: Shape;
    if (combinations.length === 1) {
      const combination = combinations[0] as number;
      shape = singles[combination] ?? shapeOf(reading, combinations);
      singles[combination] = shape;
    } else shape = shapeOf(reading, combinations);
    const left = shape.family.nested === null ? null : remainders(shape.family, values, reading.slack);
    const one = left === null ? byOneReport(reading, report) : null;
    let known = named.get(shape);
    if (known === undefined) {
      known = asks.map((ask) => namesUnknown(reading, combinations, ask));
      named.set(shape, known);
    }
    for (let ask = 0; ask < asks.length; ask += 1) {
      let low = 0;
      let high = 0;
      if (left !== null) {
        const { within, across, open } = shape.asked[ask] as Shape["asked"][number];
        for (let each = 0; each < within.length; each += 1) low += left[within[each] as number] as number;
        high = low;
        if (open) high = Number.POSITIVE_INFINITY;
        else
          for (let each = 0; each < across.length; each += 1) high += left[across[each] as number] as number;
      } else {
        const ends = one?.ends[ask];
        low = ends?.low ?? 0;
        high = ends?.high ?? Number.POSITIVE_INFINITY;
      }
      if (ask === whole) {
        sums.total += low === high ? low : Number.NaN;
        continue;
      }
      const group = base + (offsets[ask] as number);
      sums.low[group] = (sums.low[group] as number) + low;
      sums.high[group] = (sums.high[group] as number) + high;
      sums.count[group] = (sums.count[group] as number) + (shape.speaking[ask] as number[]).length;
      let state = (sums.state[group] as number) | REPORTED;
      if (low === high) {
        sums.exact[group] = (sums.exact[group] as number) + low;
        sums.covered += low;
        state |= EXACT;
      } else state |= one?.contradicts === true ? CONTRADICTS | OPEN : OPEN;
      if (known[ask] === true) state |= NAMED;
      sums.state[group] = state;
    }
  }
  return sums;
}
/** Some report says something of the cell; some says it exactly. */
export const REPORTED = 8;
export const EXACT = 16;

const namesUnknown = (
  { table, uses }: Reading,
  combinations: readonly number[],
  { unknownOn }: CellAsk,
): boolean => {
  const { codes, axes } = table.combinations;
  return unknownOn.every((axis) =>
    combinations.some((each) => codes[each * axes.length + axis] === uses[axis]?.unknown),
  );
};

/** A report's statements in the order of their combinations. */
function gather(
  { chunks, cellKeys }: ObservationTable,
  report: Report,
  order: Int32Array,
  from: number,
  to: number,
  scale: number,
): void {
  const { combinations, values } = report;
  combinations.length = values.length = to - from;
  for (let index = from; index < to; index += 1) {
    const row = order[index] as number;
    const chunk = chunks[Math.floor(row / CHUNK)] as Chunk;
    const combination = cellKeys.cell[chunk.cellKey[row % CHUNK] as number] as number;
    const value = chunk.value[row % CHUNK] as number;
    // There are few of them: each finds its place among those before.
    let position = index - from;
    for (; position > 0 && (combinations[position - 1] as number) > combination; position -= 1) {
      combinations[position] = combinations[position - 1] as number;
      values[position] = values[position - 1] as number;
    }
    combinations[position] = combination;
    values[position] = scale === 1 ? value : Math.round(value * scale);
  }
}

/** Up to so many possible reports are numbered by a table of them all. */
const MAX_TABLE = 2 ** 24;
/** That table, all zeros between calls: to make it anew for each indicator would take longer than the rest. */
let numbers = new Int32Array(0);

/** Rows by report, and the first row of each, in the order of first sight. */
function byReport(
  table: ObservationTable,
  rows: readonly number[],
): { starts: Int32Array; order: Int32Array; first: number[] } {
  const [sources, places, periods] = [table.sources, table.places, table.periods].map(
    ({ texts }) => texts.length,
  ) as [number, number, number];
  const possible = sources * places * periods;
  if (possible <= MAX_TABLE && numbers.length < possible) numbers = new Int32Array(possible);
  const dense = possible <= MAX_TABLE ? numbers : null;
  const keys: number[] = [];
  const sparse = new Map<number, number>();
  const withIds = new Map<string, number>();
  const { period } = table.cellKeys;
  const of = new Int32Array(rows.length);
  const first: number[] = [];
  const sizes: number[] = [];
  for (const [index, row] of rows.entries()) {
    const chunk = table.chunks[Math.floor(row / CHUNK)] as Chunk;
    const position = row % CHUNK;
    const key =
      ((period[chunk.cellKey[position] as number] as number) * sources + (chunk.source[position] as number)) *
        places +
      (chunk.place[position] as number);
    const id = chunk.id?.[position] ?? 0;
    let report: number | undefined;
    if (id !== 0) report = withIds.get(`${key},${id}`);
    else if (dense !== null) report = (dense[key] as number) - 1;
    else report = sparse.get(key);
    if (report === undefined || report < 0) {
      report = first.push(row) - 1;
      sizes.push(0);
      if (id !== 0) withIds.set(`${key},${id}`, report);
      else if (dense !== null) {
        dense[key] = report + 1;
        keys.push(key);
      } else sparse.set(key, report);
    }
    of[index] = report;
    sizes[report] = (sizes[report] as number) + 1;
  }
  if (dense !== null) for (const key of keys) dense[key] = 0;
  const starts = new Int32Array(first.length + 1);
  for (const [index, size] of sizes.entries()) starts[index + 1] = (starts[index] as number) + size;
  const next = starts.slice();
  const order = new Int32Array(rows.length);
  for (const [index, row] of rows.entries()) {
    const report = of[index] as number;
    order[next[report] as number] = row;
    next[report] = (next[report] as number) + 1;
  }
  return { starts, order, first };
}

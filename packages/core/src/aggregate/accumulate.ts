import type { Codes, ObservationTable } from "../observations/index.ts";
import { CHUNK, type Chunk, MISSING } from "../observations/table.ts";
import { EXCLUDED, isRatio, type Offsets, OUT_DENSE, type Plan } from "./plan.ts";

/**
 * Running sums by group, or by slot where groups are sparse. In whole units of 10⁻ᵏ, so that their order does not matter. Where groups
 * are dense, one place more takes the rows that are not asked for: to add them there costs less than to leave them out.
 */
export interface Sums {
  /** Sum of the values, of ratios of the numerators. */
  sum: Float64Array;
  /** Rows that were added. */
  count: Uint32Array;
  /** Of ratios: sum of denominators, rows without one, rows that are by themselves. */
  denominator: Float64Array | null;
  /** Of ratios: rows whose denominator was not reported. */
  missing: Uint32Array | null;
  /** Of ratios: rows whose measure has no denominator. */
  bare: Uint32Array | null;
  /** Sparse: the group of each slot, in order of first sight. */
  keyIndex: {
    /** The group of each slot. */
    keys: Float64Array;
    /** Slots in use. */
    size: number;
    /** Open hash table: 1 + the slot, 0 where there is none. */
    entries: Int32Array;
  } | null;
}

const BLOCK = 4096;
const COLUMNS = ["cellKey", "source", "place"] as const;

export function emptySums(plan: Plan): Sums {
  const size = plan.dense ? plan.groupCount * (1 + plan.blocks.length) + 1 : 1024;
  const ratio = plan.indicatorPlans.some(
    (indicatorPlan) => indicatorPlan.additive && isRatio(indicatorPlan.definition),
  );
  return {
    sum: new Float64Array(size),
    count: new Uint32Array(size),
    denominator: ratio ? new Float64Array(size) : null,
    missing: ratio ? new Uint32Array(size) : null,
    bare: ratio ? new Uint32Array(size) : null,
    keyIndex: plan.dense
      ? null
      : { keys: new Float64Array(size), size: 0, entries: new Int32Array(4 * size) },
  };
}

/** Units that each table code's values are counted in; `null` where all are whole numbers. */
export function scalesOf(plan: Plan): Float64Array | null {
  const scales = new Float64Array(plan.planOf.length).fill(1);
  let whole = true;
  for (const { code, additive, scale } of plan.indicatorPlans) {
    if (code < 0 || !additive) continue;
    scales[code] = scale;
    whole &&= scale === 1;
  }
  return whole ? null : scales;
}

// Each loop is in a function of its own, so that it is compiled for its own column types; the last column is looked up while
// summing, which saves a pass over the keys.
function begin(keys: Offsets, codes: Codes, offsets: Offsets, from: number, to: number): void {
  for (let index = from; index < to; index += 1)
    keys[index - from] = offsets[codes[index] as number] as number;
}
function add(keys: Offsets, codes: Codes, offsets: Offsets, from: number, to: number): void {
  for (let index = from; index < to; index += 1)
    keys[index - from] = (keys[index - from] as number) + (offsets[codes[index] as number] as number);
}
// Half of the rows may be dead, in no order that a processor can foresee: of dense keys the bits are set without asking.
function dropDead(
  keys: Int32Array,
  recorded: Float64Array,
  superseded: Float64Array | null,
  time: number,
  from: number,
  to: number,
): void {
  if (superseded === null) {
    for (let index = from; index < to; index += 1)
      keys[index - from] =
        (keys[index - from] as number) | (-Number((recorded[index] as number) > time) & OUT_DENSE);
  } else {
    for (let index = from; index < to; index += 1) {
      const unborn = Number((recorded[index] as number) > time);
      const ended = Number((superseded[index] as number) <= time);
      keys[index - from] = (keys[index - from] as number) | (-(unborn | ended) & OUT_DENSE);
    }
  }
}
function dropDeadSparse(
  keys: Float64Array,
  recorded: Float64Array,
  superseded: Float64Array | null,
  time: number,
  from: number,
  to: number,
): void {
  for (let index = from; index < to; index += 1)
    if ((recorded[index] as number) > time || (superseded !== null && (superseded[index] as number) <= time))
      keys[index - from] = EXCLUDED;
}
function sumWhole(
  sum: Float64Array,
  count: Uint32Array,
  keys: Int32Array,
  codes: Codes,
  offsets: Int32Array,
  value: Float64Array,
  from: number,
  to: number,
): void {
  const nowhere = sum.length - 1;
  for (let index = from; index < to; index += 1) {
    const group = (keys[index - from] as number) + (offsets[codes[index] as number] as number);
    const key = Math.min(group >>> 0, nowhere);
    sum[key] = (sum[key] as number) + (value[index] as number);
    count[key] = (count[key] as number) + 1;
  }
}
/** The commonest cut, by indicator, period and cells, in one pass. */
function sumTwo(
  sum: Float64Array,
  count: Uint32Array,
  indicator: Codes,
  offsets: Int32Array,
  cellKey: Codes,
  cellKeyOffsets: Int32Array,
  value: Float64Array,
  size: number,
): void {
  const nowhere = sum.length - 1;
  for (let index = 0; index < size; index += 1) {
    const group =
      (offsets[indicator[index] as number] as number) + (cellKeyOffsets[cellKey[index] as number] as number);
    const key = Math.min(group >>> 0, nowhere);
    sum[key] = (sum[key] as number) + (value[index] as number);
    count[key] = (count[key] as number) + 1;
  }
}
/** The same where the rows of each indicator are together: one column is looked up, and indicators that are not asked for are passed over. */
function sumRuns(
  sum: Float64Array,
  count: Uint32Array,
  runs: Int32Array,
  indicator: Codes,
  offsets: Int32Array,
  cellKey: Codes,
  cellKeyOffsets: Int32Array,
  value: Float64Array,
): void {
  const nowhere = sum.length - 1;
  for (let run = 1; run < runs.length; run += 1) {
    const [from, to] = [runs[run - 1] as number, runs[run] as number];
    const offset = offsets[indicator[from] as number] as number;
    if (offset < 0) continue;
    for (let at = from; at < to; at += 1) {
      const key = Math.min((offset + (cellKeyOffsets[cellKey[at] as number] as number)) >>> 0, nowhere);
      sum[key] = (sum[key] as number) + (value[at] as number);
      count[key] = (count[key] as number) + 1;
    }
  }
}
/** Where rows of one indicator begin and the last ones end, of chunks in which they are together; `null` of the others. */
const runsOfChunks = new WeakMap<Chunk, { size: number; runs: Int32Array | null }>();
/** Rows of one indicator that lie together, on average at least. */
const MIN_RUN = 16;

function runsOf(chunk: Chunk): Int32Array | null {
  const { size, indicator } = chunk;
  const known = runsOfChunks.get(chunk);
  if (known?.size === size) return known.runs;
  const starts: number[] = [];
  for (let at = 0; at < size && MIN_RUN * starts.length <= size; at += 1)
    if (at === 0 || indicator[at] !== indicator[at - 1]) starts.push(at);
  const runs = MIN_RUN * starts.length <= size ? Int32Array.from([...starts, size]) : null;
  runsOfChunks.set(chunk, { size, runs });
  return runs;
}
function sumScaled(
  sum: Float64Array,
  count: Uint32Array,
  keys: Int32Array,
  value: Float64Array,
  indicator: Codes,
  offsets: Int32Array,
  scales: Float64Array,
  from: number,
  to: number,
): void {
  const nowhere = sum.length - 1;
  for (let index = from; index < to; index += 1) {
    const code = indicator[index] as number;
    const group = (keys[index - from] as number) + (offsets[code] as number);
    const key = Math.min(group >>> 0, nowhere);
    sum[key] = (sum[key] as number) + Math.round((value[index] as number) * (scales[code] as number));
    count[key] = (count[key] as number) + 1;
  }
}

/** Adds one row, or takes it away again (`sign` -1). */
export function addRow(
  sums: Sums,
  slot: number,
  chunk: Chunk,
  index: number,
  scales: Float64Array | null,
  sign: 1 | -1,
): void {
  const scale = scales?.[chunk.indicator[index] as number] ?? 1;
  const { sum, count, denominator, missing, bare } = sums;
  sum[slot] = (sum[slot] as number) + sign * Math.round((chunk.value[index] as number) * scale);
  count[slot] = (count[slot] as number) + sign;
  if (denominator === null || missing === null || bare === null) return;
  const below = chunk.denominator?.[index] ?? Number.NaN;
  if (Number.isNaN(below)) bare[slot] = (bare[slot] as number) + sign;
  else if (below === MISSING) missing[slot] = (missing[slot] as number) + sign;
  else denominator[slot] = (denominator[slot] as number) + sign * Math.round(below * scale);
}

function grow(sums: Sums): void {
  const longer = <T extends Float64Array | Uint32Array>(column: T): T => {
    const grown = new (column.constructor as new (length: number) => T)(column.length * 2);
    grown.set(column);
    return grown;
  };
  sums.sum = longer(sums.sum);
  sums.count = longer(sums.count);
  sums.denominator &&= longer(sums.denominator);
  sums.missing &&= longer(sums.missing);
  sums.bare &&= longer(sums.bare);
  if (sums.keyIndex === null) return;
  const keys = longer(sums.keyIndex.keys);
  const entries = new Int32Array(sums.keyIndex.entries.length * 2);
  for (let slot = 0; slot < sums.keyIndex.size; slot += 1) {
    let index = hashOf(keys[slot] as number) & (entries.length - 1);
    while (entries[index] !== 0) index = (index + 1) & (entries.length - 1);
    entries[index] = slot + 1;
  }
  sums.keyIndex = { keys, size: sums.keyIndex.size, entries };
}

const hashOf = (key: number): number => {
  const high = Math.floor(key / 2 ** 32);
  const mixed = Math.imul((key | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/** The slot of a group; a new one where it has none yet. */
export function slotOf(sums: Sums, key: number): number {
  const { keyIndex } = sums;
  if (keyIndex === null) return key;
  const mask = keyIndex.entries.length - 1;
  let index = hashOf(key) & mask;
  for (
    let entry = keyIndex.entries[index] as number;
    entry !== 0;
    entry = keyIndex.entries[index] as number
  ) {
    if (keyIndex.keys[entry - 1] === key) return entry - 1;
    index = (index + 1) & mask;
  }
  if (keyIndex.size === keyIndex.keys.length) {
    grow(sums);
    return slotOf(sums, key);
  }
  keyIndex.entries[index] = keyIndex.size + 1;
  keyIndex.keys[keyIndex.size] = key;
  keyIndex.size += 1;
  return keyIndex.size - 1;
}

/** A row's group; negative where it is not asked for. */
export function groupOf(plan: Plan, chunk: Chunk, index: number): number {
  let key = plan.offsets.indicator[chunk.indicator[index] as number] as number;
  for (const column of COLUMNS) {
    const offsets = plan.offsets[column];
    if (offsets !== null) key += offsets[chunk[column][index] as number] as number;
  }
  return key;
}

/** Whether a row was known at a time, and neither corrected nor withdrawn by then. */
export const rowHolds = (chunk: Chunk, index: number, time: number): boolean =>
  (chunk.recorded[index] as number) <= time &&
  (chunk.superseded === null || (chunk.superseded[index] as number) > time);

/** Whether every row of a chunk holds at a time. */
export const allLive = (chunk: Chunk, time: number): boolean =>
  chunk.superseded === null && chunk.lastRecorded <= time;

/** Adds the rows of a range of chunks to the sums: all of a table, or a worker's share of it. */
export function accumulate(
  plan: Plan,
  table: ObservationTable,
  sums: Sums,
  firstChunk = 0,
  lastChunk = table.chunks.length,
): void {
  const scales = scalesOf(plan);
  const plain = plan.dense && sums.denominator === null;
  const { indicator } = plan.offsets;
  const others = COLUMNS.filter((key) => plan.offsets[key] !== null);
  const two = plain && scales === null && others.length === 1 ? plan.offsets.cellKey : undefined;
  const keys = plan.dense ? new Int32Array(BLOCK) : new Float64Array(BLOCK);
  for (let number = firstChunk; number < lastChunk; number += 1) {
    const chunk = table.chunks[number] as Chunk;
    if (chunk.firstRecorded > plan.knownBy) continue;
    if (
      two !== undefined &&
      two instanceof Int32Array &&
      indicator instanceof Int32Array &&
      allLive(chunk, plan.knownBy)
    ) {
      const { size, cellKey, value } = chunk;
      const runs = runsOf(chunk);
      if (runs !== null) sumRuns(sums.sum, sums.count, runs, chunk.indicator, indicator, cellKey, two, value);
      else sumTwo(sums.sum, sums.count, chunk.indicator, indicator, cellKey, two, value, size);
      continue;
    }
    for (let from = 0; from < chunk.size; from += BLOCK) {
      const to = Math.min(from + BLOCK, chunk.size);
      if (others.length === 0) keys.fill(0);
      let first = true;
      for (const key of others) {
        const offsets = plan.offsets[key] as Offsets;
        if (first) begin(keys, chunk[key], offsets, from, to);
        else add(keys, chunk[key], offsets, from, to);
        first = false;
      }
      if (!allLive(chunk, plan.knownBy)) {
        if (keys instanceof Int32Array)
          dropDead(keys, chunk.recorded, chunk.superseded, plan.knownBy, from, to);
        else dropDeadSparse(keys, chunk.recorded, chunk.superseded, plan.knownBy, from, to);
      }
      if (plain && keys instanceof Int32Array && indicator instanceof Int32Array) {
        if (scales === null)
          sumWhole(sums.sum, sums.count, keys, chunk.indicator, indicator, chunk.value, from, to);
        else sumScaled(sums.sum, sums.count, keys, chunk.value, chunk.indicator, indicator, scales, from, to);
        continue;
      }
      add(keys, chunk.indicator, indicator, from, to);
      for (let index = from; index < to; index += 1) {
        const key = keys[index - from] as number;
        if (key >= 0) addRow(sums, slotOf(sums, key), chunk, index, scales, 1);
      }
    }
  }
}

/** Adds the sums of another share of the rows, such as a worker's. */
export function mergeSums(into: Sums, other: Sums): void {
  const used = other.keyIndex?.size ?? other.sum.length;
  for (let from = 0; from < used; from += 1) {
    if (other.count[from] === 0) continue;
    const to = other.keyIndex === null ? from : slotOf(into, other.keyIndex.keys[from] as number);
    into.sum[to] = (into.sum[to] as number) + (other.sum[from] as number);
    into.count[to] = (into.count[to] as number) + (other.count[from] as number);
    for (const name of ["denominator", "missing", "bare"] as const) {
      const [column, added] = [into[name], other[name]];
      if (column && added) column[to] = (column[to] as number) + (added[from] as number);
    }
  }
}

/**
 * Rows in force of the indicators whose reports are read one by one, by table code. Rows of other places and periods than those asked for
 * are among them: they may be of what those are part of.
 */
export function rowsByPlan(
  plan: Plan,
  table: ObservationTable,
  /** Only these of them, by table code. */
  only?: ReadonlySet<number>,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const { source } = plan.offsets;
  for (const { code, additive } of plan.indicatorPlans)
    if (code >= 0 && (only?.has(code) ?? !additive)) found.set(code, []);
  if (found.size === 0) return found;
  for (const [number, chunk] of table.chunks.entries()) {
    if (chunk.firstRecorded > plan.knownBy) continue;
    for (let index = 0; index < chunk.size; index += 1) {
      const code = chunk.indicator[index] as number;
      const rows = found.get(code);
      if (rows === undefined || (chunk.recorded[index] as number) > plan.knownBy) continue;
      if (chunk.superseded !== null && (chunk.superseded[index] as number) <= plan.knownBy) continue;
      if (source !== null && (source[chunk.source[index] as number] as number) < 0) continue;
      rows.push(number * CHUNK + index);
    }
  }
  return found;
}

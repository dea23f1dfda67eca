import type { Axis } from "../values/axis.ts";
import { type Combinations, categoryOf, createCombinations } from "./combinations.ts";
import { type Dictionary, dictionary } from "./dictionary.ts";
import { showInstant } from "./instant.ts";
import type { NoValueReason, Observation } from "./observation.ts";

/** Codes of a column: two bytes each until a code needs four. */
export type Codes = Uint16Array | Uint32Array;

/** Rows of a chunk. */
export const CHUNK = 65_536;
const FIRST_CAPACITY = 256;

/** The columns that say what a row is about; rows that agree in all of them correct one another. */
export const KEYS = ["indicator", "cellKey", "source", "place"] as const;
export type Key = (typeof KEYS)[number];

/** Up to {@link CHUNK} rows in columns. */
export interface Chunk extends Record<Key, Codes> {
  size: number;
  capacity: number;
  /** Value, or numerator where the denominator says so; NaN withdraws what was reported before, or is not known, as the denominator says. */
  value: Float64Array;
  /** Denominator; NaN: none, `value` is alone; {@link MISSING}: not reported; less: see `NO_VALUE`. `null`: none in the whole chunk. */
  denominator: Float64Array | null;
  /** Milliseconds from 1970 at which the row became known, and at which another one took its place (never: Infinity). */
  recorded: Float64Array;
  superseded: Float64Array | null;
  /** The row that this one corrects, or -1. */
  previous: Int32Array | null;
  /** Code of a training or submission; 0: none. `null`: none in the whole chunk. */
  id: Uint32Array | null;
  /** What became of a row beside corrections: 0, `REPEATED` or `CONFLICTING`. `null`: nothing in the whole chunk. */
  fate: Uint8Array | null;
  firstRecorded: number;
  lastRecorded: number;
}

/** A denominator that should be there and was not reported. */
export const MISSING = -1;

/** In the place of a denominator: why a row has no value. It is reported, and holds. */
export const NO_VALUE: Readonly<Record<NoValueReason, number>> = { "to-be-determined": -2, "no-data": -3 };
const reasons = new Map(Object.entries(NO_VALUE).map(([reason, code]) => [code, reason as NoValueReason]));

/** Whether a row takes back what was reported before. */
export const withdraws = (chunk: Chunk, index: number): boolean =>
  Number.isNaN(chunk.value[index]) && Number.isNaN(chunk.denominator?.[index] ?? Number.NaN);

/** Why a row that withdraws nothing has no value; `undefined` where it has one. */
export const noValueReason = (chunk: Chunk, index: number): NoValueReason | undefined =>
  reasons.get(chunk.denominator?.[index] ?? Number.NaN);

/** The row says again what another one says, and does not count. */
export const REPEATED = 1;
/** Another row of the same keys and time says something else; neither counts. */
export const CONFLICTING = 2;

/** What to do with rows of the same keys and the same `recordedAt` that say different things. */
export type SameKey = "refuse" | "last" | "add";

/** What is known of each indicator's rows without reading them; it decides how a query goes about them. */
export interface Profile {
  rows: Float64Array;
  /** Decimals that its values are written with, at most; 10 where one is no short decimal. */
  decimals: Uint8Array;
  /** Sum of the values' sizes: no sum of theirs can be larger. */
  magnitude: Float64Array;
  /** 1 where a row has a denominator; where one has none or did not report it; where a value is below zero. */
  ratio: Uint8Array;
  bare: Uint8Array;
  negative: Uint8Array;
  /** 1 where a row is reported without a value. */
  unvalued: Uint8Array;
  /** Sets of axes that its rows name. */
  axisMasks: number[][];
  lastAxisMask: Int32Array;
  /** Goes up whenever decimals, ratios or masks of axes change, so that a plan made before is known to be out of date. */
  edition: number;
}

/**
 * Periods and combinations of categories that occur together, numbered: there are few of them, and one look-up a row instead of two is
 * a third of a query's time.
 */
export interface CellKeys {
  period: number[];
  cell: number[];
  /** By period, then combination; -1 where they have not met. */
  byPeriod: number[][];
}

/** The number of a period and a combination together. */
export function cellKeyOf(cellKeys: CellKeys, period: number, cell: number): number {
  const known = cellKeys.byPeriod[period]?.[cell];
  if (known !== undefined && known >= 0) return known;
  while (cellKeys.byPeriod.length <= period) cellKeys.byPeriod.push([]);
  const categories = cellKeys.byPeriod[period] as number[];
  while (categories.length <= cell) categories.push(-1);
  const cellKey = cellKeys.period.push(period) - 1;
  cellKeys.cell.push(cell);
  categories[cell] = cellKey;
  return cellKey;
}

/** Where a row with given keys is found: open addressing, pairs of row + 1 and hash. */
export interface KeyIndex {
  entries: Int32Array;
  used: number;
}

/**
 * Observations in dictionary-coded columns, append-only. It is plain data: `structuredClone` and `postMessage` carry it, its buffers
 * can be transferred ({@link buffersOf}) or shared ({@link shareTable}).
 */
export interface ObservationTable {
  /** Rows, corrected and withdrawn ones among them. */
  size: number;
  /** Codes of indicators. */
  indicators: Dictionary;
  /** Ids of periods. */
  periods: Dictionary;
  /** Code 0 means none given. */
  sources: Dictionary;
  /** Ids of places; code 0 means none given. Names and codes of places that the framework names lead to the same. */
  places: Dictionary;
  /** Trainings, submissions. */
  ids: Dictionary;
  /** Combinations of categories that rows name. */
  combinations: Combinations;
  /** Pairs of period and combination that occur. */
  cellKeys: CellKeys;
  /** Per indicator: 0 any value, 1 ratio, else 2 + the highest whole number that is admitted. */
  limits: number[];
  /** The rows, in columns. */
  chunks: Chunk[];
  /** @internal What is known of each indicator's rows without reading them. */
  profile: Profile;
  /** @internal Where a row with given keys is found. */
  keyIndex: KeyIndex;
  /** Evidence by row, where there is any. */
  evidence: Map<number, string>;
  /** What is done with rows of the same keys and time that say different things. */
  sameKey: SameKey;
  /** Lines of the source: from each of `rows` on, line and row differ by as much as there. */
  origins: {
    /** Indices of rows, ascending. */
    rows: number[];
    /** The line of each of them, from 1. */
    lines: number[];
  };
  /** Rows that were found to contradict another one, in the order of finding. */
  conflicts: number[];
}

/** What a table needs to know of the framework; a measurement framework is one. Lists that are given are closed. */
export interface TableShape {
  /** Axes that rows may name. Default: none. */
  axes?: Axis[];
  /** Indicators that rows may name. Default: any. */
  indicators?: {
    /** What rows name it by. */
    code: string;
    /** What kind of thing it measures; it decides which values are admitted. Default: any value. */
    measure?: string;
    /** Levels of a scale, lowest first. */
    levels?: string[] | undefined;
  }[];
  /** Periods that rows may name. Default: any. */
  periods?: {
    /** What rows name it by. */
    id: string;
  }[];
  /** Places that are known before any row names them: by their ids, and by names and codes that no other place has. */
  places?:
    | {
        /** What rows name it by. */
        id: string;
        /** Its name. */
        name?: string | undefined;
        /** Its code in a gazetteer. */
        code?: string | undefined;
      }[]
    | undefined;
}

const limitOf = ({ measure, levels }: { measure?: string; levels?: string[] | undefined }): number => {
  if (measure === "ratio" || measure === "percentage") return 1;
  if (measure === "yes-no") return 3;
  return measure === "scale" && levels !== undefined ? 1 + levels.length : 0;
};

/** Places by their ids. A row may call one by its name or code; what two are called is a place of its own. */
function placesOf(places: NonNullable<TableShape["places"]>): Dictionary {
  const own = dictionary(["", ...places.map(({ id }) => id)], false);
  const ids = new Set(own.texts);
  const byText = new Map<string, string | null>();
  for (const { id, name = "", code = "" } of places)
    for (const text of new Set([name, code]))
      if (!ids.has(text)) byText.set(text, byText.has(text) ? null : id);
  for (const [text, id] of byText) {
    const code = id === null ? undefined : own.codes.get(id);
    if (code !== undefined) own.codes.set(text, code);
  }
  return own;
}

/** An empty table for a framework's observations. `sameKey`: see {@link SameKey}. Default: `"refuse"`. */
export function createTable(
  shape: TableShape = {},
  { sameKey = "refuse" }: { sameKey?: SameKey } = {},
): ObservationTable {
  const { axes = [], indicators, periods, places = [] } = shape;
  return {
    size: 0,
    indicators: dictionary(indicators?.map(({ code }) => code) ?? [], indicators !== undefined),
    periods: dictionary(periods?.map(({ id }) => id) ?? [], periods !== undefined),
    sources: dictionary([""], false),
    places: placesOf(places),
    ids: dictionary([""], false),
    combinations: createCombinations(axes),
    cellKeys: { period: [], cell: [], byPeriod: [] },
    limits: indicators?.map(limitOf) ?? [],
    chunks: [],
    profile: emptyProfile(indicators?.length ?? 16),
    keyIndex: { entries: new Int32Array(512), used: 0 },
    evidence: new Map(),
    sameKey,
    origins: { rows: [], lines: [] },
    conflicts: [],
  };
}

const emptyProfile = (size: number): Profile => ({
  rows: new Float64Array(size),
  decimals: new Uint8Array(size),
  magnitude: new Float64Array(size),
  ratio: new Uint8Array(size),
  bare: new Uint8Array(size),
  negative: new Uint8Array(size),
  unvalued: new Uint8Array(size),
  axisMasks: [],
  lastAxisMask: new Int32Array(size).fill(-1),
  edition: 0,
});

const PROFILE_COLUMNS = [
  ...(["rows", "decimals", "magnitude", "ratio", "bare"] as const),
  ...(["negative", "unvalued", "lastAxisMask"] as const),
];

/** Makes space in the profile for an indicator. */
export function profileFor(table: ObservationTable, indicator: number): Profile {
  const old = table.profile;
  if (indicator < old.rows.length) return old;
  const grown = emptyProfile(Math.max(16, 2 * indicator));
  for (const name of PROFILE_COLUMNS) grown[name].set(old[name]);
  grown.edition = old.edition;
  grown.axisMasks = old.axisMasks;
  table.profile = grown;
  return grown;
}

/** Notes a set of axes that an indicator's rows name. */
export function noteAxisMask(table: ObservationTable, indicator: number, axisMask: number): void {
  const { profile } = table;
  while (profile.axisMasks.length <= indicator) profile.axisMasks.push([]);
  const known = profile.axisMasks[indicator] ?? [];
  if (!known.includes(axisMask)) profile.edition += known.push(axisMask);
  profile.lastAxisMask[indicator] = axisMask;
}

/** Notes that an indicator has a row of a kind that it had none of. */
export function noteKind(
  profile: Profile,
  kind: "ratio" | "bare" | "negative" | "unvalued",
  indicator: number,
): void {
  profile[kind][indicator] = 1;
  profile.edition += 1;
}

const newChunk = (capacity: number): Chunk => ({
  size: 0,
  capacity,
  indicator: new Uint16Array(capacity),
  source: new Uint16Array(capacity),
  place: new Uint16Array(capacity),
  cellKey: new Uint16Array(capacity),
  value: new Float64Array(capacity),
  denominator: null,
  recorded: new Float64Array(capacity),
  superseded: null,
  previous: null,
  id: null,
  fate: null,
  firstRecorded: Number.POSITIVE_INFINITY,
  lastRecorded: Number.NEGATIVE_INFINITY,
});

const longer = <T extends Codes | Float64Array | Int32Array | Uint8Array>(
  column: T,
  capacity: number,
  fill = 0,
): T => {
  const grown = new (column.constructor as new (length: number) => T)(capacity);
  grown.set(column);
  if (fill !== 0) grown.fill(fill, column.length);
  return grown;
};

function lengthen(chunk: Chunk, capacity: number): void {
  for (const key of KEYS) chunk[key] = longer(chunk[key], capacity);
  chunk.value = longer(chunk.value, capacity);
  chunk.recorded = longer(chunk.recorded, capacity);
  if (chunk.denominator) chunk.denominator = longer(chunk.denominator, capacity, Number.NaN);
  if (chunk.superseded) chunk.superseded = longer(chunk.superseded, capacity, Number.POSITIVE_INFINITY);
  if (chunk.previous) chunk.previous = longer(chunk.previous, capacity, -1);
  if (chunk.id) chunk.id = longer(chunk.id, capacity);
  if (chunk.fate) chunk.fate = longer(chunk.fate, capacity);
  chunk.capacity = capacity;
}

/** The chunk that the next row goes to. The first one starts small and doubles; the others are made whole. */
export function openChunk(table: ObservationTable): Chunk {
  const last = table.chunks.at(-1);
  if (last === undefined || last.size === CHUNK) {
    const chunk = newChunk(last === undefined ? FIRST_CAPACITY : CHUNK);
    table.chunks.push(chunk);
    return chunk;
  }
  if (last.size === last.capacity) lengthen(last, Math.min(CHUNK, last.capacity * 4));
  return last;
}

/** Widens a column whose codes have outgrown two bytes. */
export function widen(chunk: Chunk, key: Key): Codes {
  const wide = new Uint32Array(chunk.capacity);
  wide.set(chunk[key]);
  chunk[key] = wide;
  return wide;
}

export const withDenominators = (chunk: Chunk): Float64Array => {
  chunk.denominator ??= new Float64Array(chunk.capacity).fill(Number.NaN);
  return chunk.denominator;
};
export const withCorrections = (chunk: Chunk): { superseded: Float64Array; previous: Int32Array } => {
  chunk.superseded ??= new Float64Array(chunk.capacity).fill(Number.POSITIVE_INFINITY);
  chunk.previous ??= new Int32Array(chunk.capacity).fill(-1);
  return { superseded: chunk.superseded, previous: chunk.previous };
};

export const withIds = (chunk: Chunk): Uint32Array => {
  chunk.id ??= new Uint32Array(chunk.capacity);
  return chunk.id;
};
/** Notes that a row does not count, and why. */
export function noteFate(chunk: Chunk, index: number, fate: number): void {
  chunk.fate ??= new Uint8Array(chunk.capacity);
  chunk.fate[index] = fate;
  withCorrections(chunk).superseded[index] = chunk.recorded[index] as number;
}

/** Notes the lines of the source that rows of the table are from. */
export function noteLine({ origins }: ObservationTable, row: number, line: number): void {
  const { rows, lines } = origins;
  const last = rows.length - 1;
  if (last >= 0 && line - row === (lines[last] as number) - (rows[last] as number)) return;
  rows.push(row);
  lines.push(line);
}

/** The same of rows from one on, whose lines are given from an index to before another: nearly always one after the other. */
export function noteLines(
  table: ObservationTable,
  row: number,
  lines: ArrayLike<number>,
  from: number,
  to: number,
): void {
  for (let index = from; index < to; index += 1)
    if (index === from || lines[index] !== (lines[index - 1] as number) + 1)
      noteLine(table, row + index - from, lines[index] as number);
}

/** The line of the source that a row is from, counted from 1. */
export function lineOf({ origins }: ObservationTable, row: number): number {
  const { rows, lines } = origins;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) <= row) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? row + 1 : row + (lines[low - 1] as number) - (rows[low - 1] as number);
}

/** Whether a row holds at a time. */
export const holds = (chunk: Chunk, index: number, time: number): boolean =>
  (chunk.recorded[index] as number) <= time &&
  (chunk.superseded === null || (chunk.superseded[index] as number) > time);

/** The chunk of a row. @throws RangeError where there is no such row. */
export function chunkOf(table: ObservationTable, row: number): Chunk {
  const chunk = table.chunks[Math.floor(row / CHUNK)];
  if (chunk === undefined || row < 0 || row >= table.size) throw new RangeError(`no row ${row}`);
  return chunk;
}

/** The categories of a combination by the names of axes and categories. */
export function categoriesOf(table: ObservationTable, cell: number): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [axis, { name }] of table.combinations.axes.entries()) {
    const code = categoryOf(table.combinations, cell, axis);
    if (code !== 0) found[name] = table.combinations.categories[axis]?.texts[code] ?? "";
  }
  return found;
}

/** A row as it was reported. @throws RangeError where there is no such row. */
export function observationAt(table: ObservationTable, row: number): Observation {
  const chunk = chunkOf(table, row);
  const index = row % CHUNK;
  const text = (names: Dictionary, key: Key) => names.texts[chunk[key][index] ?? 0] ?? "";
  const value = chunk.value[index] ?? Number.NaN;
  const denominator = chunk.denominator?.[index] ?? Number.NaN;
  const [source, place, cell] = [
    text(table.sources, "source"),
    text(table.places, "place"),
    table.cellKeys.cell[chunk.cellKey[index] ?? 0] ?? 0,
  ];
  const evidence = table.evidence.get(row);
  const reason = noValueReason(chunk, index);
  const id = table.ids.texts[chunk.id?.[index] ?? 0] ?? "";
  return {
    indicator: text(table.indicators, "indicator"),
    period: table.periods.texts[table.cellKeys.period[chunk.cellKey[index] ?? 0] ?? 0] ?? "",
    ...(reason !== undefined && { reason }),
    ...(Number.isNaN(denominator) || reason !== undefined
      ? { value: Number.isNaN(value) ? null : value }
      : { numerator: value, denominator: denominator === MISSING ? null : denominator }),
    ...(source !== "" && { source }),
    ...(place !== "" && { place }),
    ...(cell !== 0 && { categories: categoriesOf(table, cell) }),
    ...(id !== "" && { id }),
    recordedAt: showInstant(chunk.recorded[index] ?? 0),
    ...(evidence !== undefined && { evidence }),
  };
}

/** Bytes of the table's columns and index; dictionaries, which grow with names and not with rows, are left out. */
export function tableBytes(table: ObservationTable): number {
  return buffersOf(table).reduce((bytes, buffer) => bytes + buffer.byteLength, 0);
}

/** Every buffer of the table, to be named in the transfer list of `postMessage`. */
export function buffersOf(table: ObservationTable): ArrayBufferLike[] {
  const columns = table.chunks.flatMap((chunk) => [
    ...KEYS.map((key) => chunk[key]),
    chunk.value,
    chunk.recorded,
    ...[chunk.denominator, chunk.superseded, chunk.previous, chunk.id, chunk.fate].filter(
      (column) => column !== null,
    ),
  ]);
  const profile = PROFILE_COLUMNS.map((name) => table.profile[name]);
  return [...profile, table.keyIndex.entries, ...columns].map(({ buffer }) => buffer);
}

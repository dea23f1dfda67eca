import { decimalsIn, NO_DECIMAL } from "../values/decimals.ts";
import { NEW, NONE_GIVEN, NOT_ADMITTED, type Translation, UNSEEN } from "./columns.ts";
import { step } from "./combinations.ts";
import { codeOf, type Dictionary } from "./dictionary.ts";
import { hashOf } from "./key-index.ts";
import {
  type Chunk,
  cellKeyOf,
  KEYS,
  type Key,
  noteAxisMask,
  noteKind,
  type ObservationTable,
  openChunk,
  profileFor,
  widen,
} from "./table.ts";

/** Rows in columns, of values that are alone; `null` where no row names one. */
export interface PlainRows {
  indicator: Translation;
  period: Translation;
  source: Translation | null;
  place: Translation | null;
  /** By axis of the table. */
  categories: (Translation | null)[];
  value: Float64Array;
  /** Milliseconds from 1970. */
  recorded: Float64Array;
}

/** Codes of the table by row, 0 where none is given. What the table has no code for yet is {@link NEW}. */
interface Coded {
  codes: Int32Array;
  complete: boolean;
}

/** Rows that were found to be as usual. */
export interface Admitted extends Record<"indicator" | "period" | "source" | "place", Coded> {
  categories: Coded[];
  rows: PlainRows;
}

/**
 * The rows, where all of them are admitted unchanged, by the rules that `admit` has for one row; else `null`. Nothing is entered yet.
 * A column at a time, the loop is short and its arrays are few; no row is made.
 */
export function admitPlain(table: ObservationTable, rows: PlainRows): Admitted | null {
  const { value, recorded } = rows;
  for (let index = 0; index < value.length; index += 1)
    if (!Number.isFinite(value[index]) || Number.isNaN(recorded[index])) return null;
  const indicator = known(rows.indicator, table.indicators, value.length, true);
  if (indicator === null || !withinLimits(table, indicator.codes, value)) return null;
  const period = known(rows.period, table.periods, value.length, true);
  const source = known(rows.source, table.sources, value.length);
  const place = known(rows.place, table.places, value.length);
  if (period === null || source === null || place === null) return null;
  const categories: Coded[] = [];
  for (const [axis, column] of rows.categories.entries()) {
    const codes = known(column, table.combinations.categories[axis] as Dictionary, value.length);
    if (codes === null) return null;
    categories.push(codes);
  }
  return { rows, indicator, period, source, place, categories };
}

/** Codes of a column's rows; `null` where a row has none that must have one, or one that the dictionary does not take. */
function known(column: Translation | null, names: Dictionary, rows: number, required = false): Coded | null {
  const found = new Int32Array(rows);
  let complete = true;
  if (column === null) return required ? null : { codes: found, complete };
  const { codes, texts, known } = column;
  for (let index = 0; index < rows; index += 1) {
    const number = codes[index] as number;
    if (!(number >= 0 && number < known.length)) {
      if (required) return null;
      continue;
    }
    let code = known[number] as number;
    if (code === UNSEEN) {
      const text = texts[number];
      code = text === "" ? NONE_GIVEN : (names.codes.get(text as string) ?? NEW);
      if (code === NEW && (names.closed || typeof text !== "string")) return null;
      known[number] = code;
    }
    // Found so by a row of a batch before.
    if (code === NOT_ADMITTED) return null;
    if (code === NONE_GIVEN) {
      if (required) return null;
    } else {
      found[index] = code;
      complete &&= code !== NEW;
    }
  }
  return { codes: found, complete };
}

/** Whether values of scales and of yes and no are among their levels. */
function withinLimits({ limits }: ObservationTable, indicator: Int32Array, value: Float64Array): boolean {
  if (limits.length === 0) return true;
  for (let index = 0; index < value.length; index += 1) {
    const limit = limits[indicator[index] as number] ?? 0;
    if (limit < 2) continue;
    const level = value[index] as number;
    if (!(level >= 0 && level <= limit - 2 && Number.isInteger(level))) return false;
  }
  return true;
}

/** Appends rows that were found plain; the hashes of their keys. */
export function appendPlain(table: ObservationTable, { rows, ...admitted }: Admitted): Int32Array {
  const { value, recorded } = rows;
  const count = value.length;
  const indicator = codesIn(admitted.indicator, rows.indicator, table.indicators);
  const period = codesIn(admitted.period, rows.period, table.periods);
  const source = codesIn(admitted.source, rows.source, table.sources);
  const place = codesIn(admitted.place, rows.place, table.places);
  // First the combination's number, then that of period and combination together.
  const cellKey = new Int32Array(count);
  for (const [axis, column] of admitted.categories.entries()) {
    const names = table.combinations.categories[axis] as Dictionary;
    const codes = codesIn(column, rows.categories[axis] ?? null, names);
    for (let index = 0; index < count; index += 1)
      cellKey[index] = step(table.combinations, cellKey[index] as number, axis, codes[index] as number);
  }
  noteValues(table, indicator, cellKey, value);
  const hashes = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const both = cellKeyOf(table.cellKeys, period[index] as number, cellKey[index] as number);
    cellKey[index] = both;
    hashes[index] = hashOf(indicator[index] as number, both, source[index] as number, place[index] as number);
  }
  const keys = { indicator, cellKey, source, place };
  for (let from = 0; from < count; ) {
    const chunk = openChunk(table);
    const to = Math.min(count, from + chunk.capacity - chunk.size);
    for (const key of KEYS) putAll(chunk, key, keys[key].subarray(from, to));
    chunk.value.set(value.subarray(from, to), chunk.size);
    chunk.recorded.set(recorded.subarray(from, to), chunk.size);
    for (let index = from; index < to; index += 1) {
      const time = recorded[index] as number;
      if (time < chunk.firstRecorded) chunk.firstRecorded = time;
      if (time > chunk.lastRecorded) chunk.lastRecorded = time;
    }
    chunk.size += to - from;
    table.size += to - from;
    from = to;
  }
  return hashes;
}

/** The codes with those of new names, which are given out in the rows' order. */
function codesIn({ codes, complete }: Coded, column: Translation | null, names: Dictionary): Int32Array {
  if (complete || column === null) return codes;
  const { known, texts } = column;
  for (let index = 0; index < codes.length; index += 1)
    if (codes[index] === NEW) {
      const number = column.codes[index] as number;
      if (known[number] === NEW) known[number] = codeOf(names, texts[number]);
      codes[index] = known[number] as number;
    }
  return codes;
}

function putAll(chunk: Chunk, key: Key, codes: Int32Array): void {
  let all = chunk[key];
  if (all.BYTES_PER_ELEMENT < 4 && highestOf(codes) > 0xffff) all = widen(chunk, key);
  all.set(codes, chunk.size);
}

function highestOf(codes: Int32Array): number {
  let highest = 0;
  for (let index = 0; index < codes.length; index += 1) highest = Math.max(highest, codes[index] as number);
  return highest;
}

/** Notes in the profile what kinds of rows and values there are. */
function noteValues(
  table: ObservationTable,
  indicator: Int32Array,
  cell: Int32Array,
  value: Float64Array,
): void {
  const profile = profileFor(
    table,
    indicator.reduce((highest, code) => Math.max(highest, code), 0),
  );
  const { rows, lastAxisMask, decimals, magnitude, bare, negative } = profile;
  const { axisMasks } = table.combinations;
  for (let index = 0; index < value.length; index += 1) {
    const code = indicator[index] as number;
    const number = value[index] as number;
    rows[code] = (rows[code] as number) + 1;
    const axisMask = axisMasks[cell[index] as number] ?? 0;
    if (lastAxisMask[code] !== axisMask) noteAxisMask(table, code, axisMask);
    magnitude[code] = (magnitude[code] as number) + Math.abs(number);
    if (bare[code] === 0) noteKind(profile, "bare", code);
    if (number < 0 && negative[code] === 0) noteKind(profile, "negative", code);
    const known = decimals[code] as number;
    if (known < NO_DECIMAL && (known > 0 || !Number.isSafeInteger(number))) {
      const now = decimalsIn(number, known);
      if (now !== known) profile.edition += 1;
      decimals[code] = now;
    }
  }
}

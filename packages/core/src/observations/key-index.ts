import {
  CHUNK,
  CONFLICTING,
  chunkOf,
  KEYS,
  noteFate,
  type ObservationTable,
  REPEATED,
  withCorrections,
} from "./table.ts";

/** Makes space for further rows: never more than five eighths full, so that ten million rows take 2²⁴ entries. */
export function reserve(table: ObservationTable, rows: number): void {
  const { entries, used } = table.keyIndex;
  let capacity = entries.length / 2;
  while ((used + rows) * 8 > capacity * 5) capacity *= 2;
  if (capacity === entries.length / 2) return;
  const grown = new Int32Array(capacity * 2);
  const mask = capacity - 1;
  for (let from = 0; from < entries.length; from += 2) {
    const entry = entries[from] as number;
    if (entry === 0) continue;
    const hash = entries[from + 1] as number;
    let index = hash & mask;
    while (grown[2 * index] !== 0) index = (index + 1) & mask;
    grown[2 * index] = entry;
    grown[2 * index + 1] = hash;
  }
  table.keyIndex.entries = grown;
}

export function hashOf(indicator: number, cellKey: number, source: number, place: number, id = 0): number {
  let hash = Math.imul(indicator, 0x9e3779b1) ^ Math.imul(cellKey, 0x85ebca6b) ^ Math.imul(id, 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(source + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ Math.imul(place + 1, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x165667b1);
  return hash ^ (hash >>> 15);
}

/** Rows are entered in batches of this many. */
export const BATCH = 16_384;

/**
 * Enters the last rows of the table under their keys, given their hashes. Where others with the same keys are known, a row finds its place in
 * their order.
 */
export function enterAll(table: ObservationTable, hashes: Int32Array, count: number): void {
  reserve(table, count);
  const first = table.size - count;
  const { keyIndex } = table;
  const { entries } = keyIndex;
  const mask = entries.length / 2 - 1;
  for (let index = 0; index < count; index += 1) {
    const hash = hashes[index] as number;
    const row = first + index;
    let slot = hash & mask;
    let entry = entries[2 * slot] as number;
    while (entry !== 0 && !(entries[2 * slot + 1] === hash && sameKeys(table, entry - 1, row))) {
      slot = (slot + 1) & mask;
      entry = entries[2 * slot] as number;
    }
    if (entry === 0) {
      entries[2 * slot] = row + 1;
      entries[2 * slot + 1] = hash;
      keyIndex.used += 1;
    } else if (correct(table, entry - 1, row)) entries[2 * slot] = row + 1;
  }
}

function sameKeys(table: ObservationTable, a: number, b: number): boolean {
  const [left, right] = [chunkOf(table, a), chunkOf(table, b)];
  return (
    KEYS.every((key) => left[key][a % CHUNK] === right[key][b % CHUNK]) &&
    (left.id?.[a % CHUNK] ?? 0) === (right.id?.[b % CHUNK] ?? 0)
  );
}

const recordedOf = (table: ObservationTable, row: number): number =>
  chunkOf(table, row).recorded[row % CHUNK] ?? 0;

/** Ends a row's life at a time; a withdrawal's has ended where it began. */
function supersede(table: ObservationTable, row: number, time: number): void {
  const { superseded } = withCorrections(chunkOf(table, row));
  superseded[row % CHUNK] = Math.min(superseded[row % CHUNK] ?? time, time);
}

const previousOf = (table: ObservationTable, row: number): number =>
  chunkOf(table, row).previous?.[row % CHUNK] ?? -1;

const fateOf = (table: ObservationTable, row: number): number => chunkOf(table, row).fate?.[row % CHUNK] ?? 0;

/** Whether two rows say the same. */
function saySame(table: ObservationTable, a: number, b: number): boolean {
  const [left, right] = [chunkOf(table, a), chunkOf(table, b)];
  return (
    Object.is(left.value[a % CHUNK], right.value[b % CHUNK]) &&
    Object.is(left.denominator?.[a % CHUNK] ?? Number.NaN, right.denominator?.[b % CHUNK] ?? Number.NaN)
  );
}

/** The rows of a chain from one on that were recorded at the same time as it. */
function together(table: ObservationTable, first: number): number[] {
  const time = recordedOf(table, first);
  const rows: number[] = [];
  for (let row = first; row >= 0 && recordedOf(table, row) === time; row = previousOf(table, row))
    rows.push(row);
  return rows;
}

/**
 * Puts a row among those of the same keys, in order of recording. A row that comes in after a later-recorded one holds only until that
 * one's time. Of rows recorded at one time, those that say the same count once; of others, `sameKey` decides. Returns whether the row is
 * now the last of its keys.
 */
function correct(table: ObservationTable, head: number, row: number): boolean {
  const time = recordedOf(table, row);
  let later = -1;
  let earlier = head;
  while (earlier >= 0 && recordedOf(table, earlier) > time) {
    later = earlier;
    earlier = previousOf(table, later);
  }
  const before = earlier < 0 ? [] : together(table, earlier);
  const atOnce = earlier >= 0 && recordedOf(table, earlier) === time;
  if (atOnce) {
    const counted = table.sameKey === "last" ? before.slice(0, 1) : before;
    const repeats = counted.some((other) => saySame(table, other, row));
    const inConflict = before.some((each) => fateOf(table, each) === CONFLICTING);
    if (table.sameKey === "refuse" && (inConflict || !repeats))
      for (const each of [...before, row]) {
        // Who repeats a row is as much in doubt as that row.
        if (fateOf(table, each) === CONFLICTING) continue;
        noteFate(chunkOf(table, each), each % CHUNK, CONFLICTING);
        table.conflicts.push(each);
      }
    else if (repeats) {
      noteFate(chunkOf(table, row), row % CHUNK, REPEATED);
      // Behind the one that it repeats, so that a later contradiction finds it, too.
      withCorrections(chunkOf(table, row)).previous[row % CHUNK] = previousOf(table, earlier);
      withCorrections(chunkOf(table, earlier)).previous[earlier % CHUNK] = row;
      return false;
    }
  }
  withCorrections(chunkOf(table, row)).previous[row % CHUNK] = earlier;
  if (later >= 0) {
    withCorrections(chunkOf(table, later)).previous[later % CHUNK] = row;
    supersede(table, row, recordedOf(table, later));
  }
  if (!(atOnce && table.sameKey === "add")) for (const each of before) supersede(table, each, time);
  return later < 0;
}

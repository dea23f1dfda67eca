import { CHUNK, type Chunk, chunkOf, type ObservationTable, withCorrections } from "./table.ts";

const rowOf = (entry: number): number => entry - 1;

/** Doubles the index while it is more than five eighths full, so that ten million rows take 2²⁴ entries. */
function enlarge(table: ObservationTable): void {
  const { entries } = table.slots;
  const grown = new Int32Array(entries.length * 2);
  const mask = grown.length / 2 - 1;
  for (let from = 0; from < entries.length; from += 2) {
    const entry = entries[from] ?? 0;
    if (entry === 0) continue;
    const hash = entries[from + 1] ?? 0;
    let at = hash & mask;
    while (grown[2 * at] !== 0) at = (at + 1) & mask;
    grown[2 * at] = entry;
    grown[2 * at + 1] = hash;
  }
  table.slots.entries = grown;
}

/** Enters a row under its keys, and where others with the same keys are known, finds its place in their order. */
export function enter(
  table: ObservationTable,
  row: number,
  indicator: number,
  facet: number,
  source: number,
  place: number,
): void {
  const { slots } = table;
  if (slots.used * 8 >= (slots.entries.length / 2) * 5) enlarge(table);
  let hash = Math.imul(indicator, 0x9e3779b1) ^ Math.imul(facet, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(source + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ Math.imul(place + 1, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x165667b1);
  hash ^= hash >>> 15;
  const { entries } = slots;
  const mask = entries.length / 2 - 1;
  let at = hash & mask;
  for (;;) {
    const entry = entries[2 * at] ?? 0;
    if (entry === 0) {
      entries[2 * at] = row + 1;
      entries[2 * at + 1] = hash;
      slots.used += 1;
      return;
    }
    if (entries[2 * at + 1] === hash) {
      const head = rowOf(entry);
      const chunk = table.chunks[Math.floor(head / CHUNK)] as Chunk;
      const there = head % CHUNK;
      if (
        chunk.indicator[there] === indicator &&
        chunk.facet[there] === facet &&
        chunk.source[there] === source &&
        chunk.place[there] === place
      ) {
        if (correct(table, head, row)) entries[2 * at] = row + 1;
        return;
      }
    }
    at = (at + 1) & mask;
  }
}

const recordedOf = (table: ObservationTable, row: number): number =>
  chunkOf(table, row).recorded[row % CHUNK] ?? 0;

/** Ends a row's life at a time; a withdrawal's has ended where it began. */
function supersede(table: ObservationTable, row: number, time: number): void {
  const { superseded } = withCorrections(chunkOf(table, row));
  superseded[row % CHUNK] = Math.min(superseded[row % CHUNK] ?? time, time);
}

/**
 * Puts a row among those of the same keys, in order of recording; of rows recorded at one time, the one given last counts. A row that
 * comes in after a later-recorded one holds only until that one's time. Returns whether the row is now the last word.
 */
function correct(table: ObservationTable, head: number, row: number): boolean {
  const time = recordedOf(table, row);
  const own = withCorrections(chunkOf(table, row));
  if (recordedOf(table, head) <= time) {
    own.previous[row % CHUNK] = head;
    supersede(table, head, time);
    return true;
  }
  let later = head;
  let earlier = chunkOf(table, later).previous?.[later % CHUNK] ?? -1;
  while (earlier >= 0 && recordedOf(table, earlier) > time) {
    later = earlier;
    earlier = chunkOf(table, later).previous?.[later % CHUNK] ?? -1;
  }
  withCorrections(chunkOf(table, later)).previous[later % CHUNK] = row;
  own.previous[row % CHUNK] = earlier;
  supersede(table, row, recordedOf(table, later));
  if (earlier >= 0) supersede(table, earlier, time);
  return false;
}

import { countReports, type ReportCounts } from "./report-counts.ts";
import {
  CHUNK,
  type Chunk,
  CONFLICTING,
  holds,
  type ObservationTable,
  REPEATED,
  withdraws,
} from "./table.ts";

/** What the rows of one indicator are about, read once and kept up as the table grows. */
export interface IndicatorUse {
  /** 0: a row names no place; 1: a row names one. Which ones: `placesOf`. */
  placeKinds: Set<number>;
  periods: Set<number>;
  combinations: Set<number>;
}

/** By table code: rows that a later one took the place of, and rows that said the same again. */
export interface RowsBeside {
  replaced: Uint32Array;
  repeated: Uint32Array;
}

/** What was found in the first `size` rows, by table code. */
interface Kept<Found> {
  size: number;
  found: Found[];
}
const uses = new WeakMap<ObservationTable, Kept<IndicatorUse>>();
const places = new WeakMap<ObservationTable, Kept<Set<number>>>();
interface AtTime<Found> {
  size: number;
  time: number;
  found: Found;
}
const counts = new WeakMap<ObservationTable, AtTime<ReportCounts>>();
const beside = new WeakMap<ObservationTable, AtTime<RowsBeside>>();

/** What was found before, of a table that has not grown and at a time after which nothing was recorded. */
function memoize<Found>(
  cache: WeakMap<ObservationTable, AtTime<Found>>,
  table: ObservationTable,
  time: number,
  find: (time: number) => Found,
): Found {
  const last = table.chunks.reduce(
    (latest, { lastRecorded }) => Math.max(latest, lastRecorded),
    Number.NEGATIVE_INFINITY,
  );
  const until = Math.min(time, last);
  const known = cache.get(table);
  if (known !== undefined && known.size === table.size && (known.time === until || table.size === 0))
    return known.found;
  const found = find(until);
  cache.set(table, { size: table.size, time: until, found });
  return found;
}

/** What is kept of a table that has not grown since. */
function unchanged<Found>(
  cache: WeakMap<ObservationTable, Kept<Found>>,
  table: ObservationTable,
): readonly Found[] | null {
  const kept = cache.get(table);
  return kept?.size === table.size && kept.found.length === table.indicators.texts.length ? kept.found : null;
}

/** What is kept of a table with something for each indicator, and the chunks with rows that came since. */
function keptOf<Found>(
  cache: WeakMap<ObservationTable, Kept<Found>>,
  table: ObservationTable,
  empty: () => Found,
): { found: Found[]; added: { chunk: Chunk; from: number }[]; rows: number } {
  const kept = cache.get(table) ?? { size: 0, found: [] };
  cache.set(table, kept);
  const { found, size } = kept;
  while (found.length < table.indicators.texts.length) found.push(empty());
  const added: { chunk: Chunk; from: number }[] = [];
  for (let number = Math.floor(size / CHUNK); number < table.chunks.length; number += 1)
    added.push({ chunk: table.chunks[number] as Chunk, from: Math.max(0, size - number * CHUNK) });
  kept.size = table.size;
  return { found, added, rows: table.size - size };
}

/** Bytes that may be taken for each row to mark what was seen. */
const MARKS_PER_ROW = 16;

/** What every indicator's rows are about, whatever became of them, by table code. */
export function usesOf(table: ObservationTable): readonly IndicatorUse[] {
  const known = unchanged(uses, table);
  if (known !== null) return known;
  const { found, added, rows } = keptOf(uses, table, () => ({
    ...{ placeKinds: new Set<number>(), periods: new Set<number>(), combinations: new Set<number>() },
  }));
  const { period, cell } = table.cellKeys;
  const width = 2 * period.length;
  // Nearly every row is of a kind that another one was: a mark is cheaper to find than what sets hold.
  const marks = found.length * width <= MARKS_PER_ROW * rows ? new Uint8Array(found.length * width) : null;
  for (const { chunk, from } of added) {
    const { indicator, cellKey, place, size } = chunk;
    for (let index = from; index < size; index += 1) {
      const code = indicator[index] as number;
      const key = cellKey[index] as number;
      const placeKind = place[index] === 0 ? 0 : 1;
      if (marks !== null) {
        const at = code * width + 2 * key + placeKind;
        if (marks[at] === 1) continue;
        marks[at] = 1;
      }
      const use = found[code] as IndicatorUse;
      use.placeKinds.add(placeKind);
      use.periods.add(period[key] as number);
      use.combinations.add(cell[key] as number);
    }
  }
  return found;
}

/** Places that every indicator's rows name, by table code; 0 where a row names none. Rarely asked: there can be many. */
export function placesOf(table: ObservationTable): readonly ReadonlySet<number>[] {
  const known = unchanged(places, table);
  if (known !== null) return known;
  const { found, added } = keptOf(places, table, () => new Set<number>());
  for (const { chunk, from } of added)
    for (let index = from; index < chunk.size; index += 1)
      found[chunk.indicator[index] as number]?.add(chunk.place[index] as number);
  return found;
}

/** Informs the table about rows in another store. */
export function noteUse(
  table: ObservationTable,
  code: number,
  { places: named, ...use }: Partial<Omit<IndicatorUse, "placeKinds"> & { places: ReadonlySet<number> }>,
): void {
  const found = usesOf(table)[code];
  if (found === undefined) return;
  Object.assign(found, use);
  if (named === undefined) return;
  placesOf(table);
  (places.get(table) as Kept<Set<number>>).found[code] = new Set(named);
  found.placeKinds = new Set(Array.from(named, (place) => Math.min(place, 1)));
}

/** Counts rows and reports of every indicator at a time. */
export const reportCountsOf = (table: ObservationTable, time: number): ReportCounts =>
  memoize(counts, table, time, (until) => countReports(table, until));

/** Counts what became of rows that hold no longer at a time. */
export const rowsBesideOf = (table: ObservationTable, time: number): RowsBeside =>
  memoize(beside, table, time, (until) => {
    const size = table.indicators.texts.length;
    const found: RowsBeside = { replaced: new Uint32Array(size), repeated: new Uint32Array(size) };
    for (const chunk of table.chunks) {
      if (chunk.superseded === null) continue;
      for (let index = 0; index < chunk.size; index += 1) {
        if (holds(chunk, index, until) || (chunk.recorded[index] as number) > until) continue;
        const code = chunk.indicator[index] as number;
        const what = chunk.fate?.[index] ?? 0;
        if (what === REPEATED) found.repeated[code] = (found.repeated[code] as number) + 1;
        else if (what !== CONFLICTING && !withdraws(chunk, index))
          found.replaced[code] = (found.replaced[code] as number) + 1;
      }
    }
    return found;
  });

/** Informs the table how many rows another store has, and what became of others. */
export function noteCounts(table: ObservationTable, of: ReportCounts, others: RowsBeside): void {
  const at = { size: table.size, time: Number.NEGATIVE_INFINITY };
  counts.set(table, { ...at, found: of });
  beside.set(table, { ...at, found: others });
}

import { countReports, type ReportCounts } from "./report-counts.ts";
import { CONFLICTING, holds, type ObservationTable, REPEATED } from "./table.ts";

/** What the rows of one indicator are about, read once and kept up as the table grows. */
export interface IndicatorUse {
  places: Set<number>;
  periods: Set<number>;
  combinations: Set<number>;
}

/** By table code: rows that a later one took the place of, and rows that said the same again. */
export interface RowsBeside {
  replaced: Uint32Array;
  repeated: Uint32Array;
}

const uses = new WeakMap<
  ObservationTable,
  { size: number; cellKeys: Set<number>[]; places: Set<number>[]; found: IndicatorUse[] }
>();
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

const emptyUse = (): IndicatorUse => ({ places: new Set(), periods: new Set(), combinations: new Set() });

/** What every indicator's rows are about, whatever became of them, by table code. */
export function usesOf(table: ObservationTable): readonly IndicatorUse[] {
  let known = uses.get(table);
  if (known === undefined) {
    known = { size: 0, cellKeys: [], places: [], found: [] };
    uses.set(table, known);
  }
  const { cellKeys, places, found } = known;
  while (found.length < table.indicators.texts.length) {
    const use = emptyUse();
    found.push(use);
    cellKeys.push(new Set());
    places.push(use.places);
  }
  let row = 0;
  for (const chunk of table.chunks) {
    const from = Math.max(0, known.size - row);
    for (let index = from; index < chunk.size; index += 1) {
      const code = chunk.indicator[index] as number;
      const cellKey = chunk.cellKey[index] as number;
      (places[code] as Set<number>).add(chunk.place[index] as number);
      const own = cellKeys[code] as Set<number>;
      if (own.has(cellKey)) continue;
      own.add(cellKey);
      const use = found[code] as IndicatorUse;
      use.periods.add(table.cellKeys.period[cellKey] as number);
      use.combinations.add(table.cellKeys.cell[cellKey] as number);
    }
    row += chunk.size;
  }
  known.size = table.size;
  return found;
}

/** Informs the table about rows in another store. */
export function noteUse(table: ObservationTable, code: number, use: Partial<IndicatorUse>): void {
  const found = usesOf(table)[code];
  if (found !== undefined) Object.assign(found, use);
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
        else if (what !== CONFLICTING && !Number.isNaN(chunk.value[index]))
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

import { holds, type ObservationTable } from "../observations/index.ts";
import { type Geometry, periodsMeet } from "./geometry.ts";

/** Between the indicator that a common one rolls up and the source, in the name of a source of the common one. */
export const PART_SEPARATOR = " · ";

/** Of a common indicator: the periods that each of its indicators reported in. */
export type ReportedPeriods = Map<string, Set<number>>;

/** What the indicators reported that a common one rolls up, by the rows that hold at a time. */
export function reportedPeriods(
  table: ObservationTable,
  code: number,
  parts: readonly string[],
  time: number,
): ReportedPeriods {
  const found: ReportedPeriods = new Map(parts.map((part) => [part, new Set()]));
  const ofSource = partsBySource(table, parts);
  for (const chunk of table.chunks)
    for (let index = 0; index < chunk.size; index += 1) {
      if (chunk.indicator[index] !== code || !holds(chunk, index, time)) continue;
      const part = ofSource[chunk.source[index] as number];
      if (part !== null && part !== undefined)
        found.get(part)?.add(table.cellKeys.period[chunk.cellKey[index] as number] as number);
    }
  return found;
}

const partsBySource = ({ sources }: ObservationTable, parts: readonly string[]): (string | null)[] => {
  const known = new Set(parts);
  return sources.texts.map((text) => {
    // A source's own name may hold the separator; so may an indicator's code.
    for (let at = text.indexOf(PART_SEPARATOR); at >= 0; at = text.indexOf(PART_SEPARATOR, at + 1))
      if (known.has(text.slice(0, at))) return text.slice(0, at);
    return null;
  });
};

/** Indicators that reported nothing in a period that another one of the same common indicator reported in. */
export function silentIn(
  geometry: Geometry,
  reported: ReportedPeriods,
): { part: string; periods: number[] }[] {
  const due = new Set([...reported.values()].flatMap((periods) => [...periods]));
  return [...reported].flatMap(([part, own]) => {
    const periods = [...due].filter(
      (period) => ![...own].some((each) => periodsMeet(geometry, each, period)),
    );
    return periods.length > 0 || own.size === 0 ? [{ part, periods }] : [];
  });
}

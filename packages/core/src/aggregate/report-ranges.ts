import { type CellAsk, codesOf } from "./kinds.ts";
import type { Node, Reading } from "./reading.ts";
import { byOneNode, leastOf, mostOf, shapeOf } from "./report-shape.ts";

/** What one statement says of its people: between `low` and `high` of them. */
export interface Range {
  place: number;
  period: number;
  codes: number[];
  low: number;
  high: number;
  rows: number[];
}

/** What a node states, summed over its `id`s; what it leaves unsaid and means is a statement of nobody. */
export function rangesOf(reading: Reading, { place, period, ids }: Node): Range[] {
  const { table } = reading;
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    const { empty } = shapeOf(reading, only.combinations);
    return [
      ...only.combinations.map((combination, index) => ({
        ...{ place, period, codes: codesOf(table, combination) },
        low: leastOf(only.values[index] ?? 0),
        high: mostOf(only.values[index] ?? 0),
        rows: only.rows[index] ?? [],
      })),
      ...empty.map((codes) => ({ place, period, codes, low: 0, high: 0, rows: [] })),
    ];
  }
  const stated = new Map<string, { codes: number[]; rows: number[] }>();
  for (const report of ids) {
    const each = [
      ...report.combinations.map((combination, index) => ({
        codes: codesOf(table, combination),
        rows: report.rows[index] ?? [],
      })),
      ...shapeOf(reading, report.combinations).empty.map((codes) => ({ codes, rows: [] })),
    ];
    for (const { codes, rows } of each) {
      const before = stated.get(codes.join());
      stated.set(codes.join(), { codes, rows: [...(before?.rows ?? []), ...rows] });
    }
  }
  return [...stated.values()].map(({ codes, rows }) => {
    const ask: CellAsk = {
      offset: 0,
      axes: codes.flatMap((code, axis) => (code === 0 ? [] : [{ axis, codes: [code] }])),
      unknownOn: [],
    };
    const [found] = byOneNode({ ...reading, shapes: new Map() }, { place, period, ids }, [ask]);
    return { place, period, codes, low: found?.low ?? 0, high: found?.high ?? 0, rows };
  });
}

import fc from "fast-check";
import { expect, it } from "vitest";
import { addObservations, createTable, type Observation, type ObservationTable } from "./index.ts";
import { type Breakdown, countReports, ReportIndex } from "./report-counts.ts";
import { chunkOf, holds } from "./table.ts";
import { placesOf, usesOf } from "./use.ts";

const row = fc.record({
  indicator: fc.constantFrom("a", "b", "c"),
  period: fc.constantFrom("Q1", "Q2"),
  value: fc.constantFrom<number | null>(1, 2, null),
  source: fc.constantFrom("", "s", "t"),
  place: fc.constantFrom("", "x", "y"),
  sex: fc.constantFrom("", "female", "male", "unknown"),
  group: fc.constantFrom("", "displaced", "unknown"),
  id: fc.constantFrom("", "", "one", "two"),
  day: fc.constantFrom("2020-01-01", "2020-01-02", "2020-01-03"),
});
type Drawn = typeof row extends fc.Arbitrary<infer Each> ? Each : never;
type Row = Record<Exclude<keyof Drawn, "value">, string> & {
  value: number | null;
};

const stated = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ""));
const observation = ({ sex, group, source, place, id, day, ...fields }: Row): Observation => ({
  ...fields,
  ...stated({ source, place, id }),
  categories: stated({ sex, group }),
  recordedAt: day,
});
const tableWith = (rows: readonly Row[]): ObservationTable => {
  const table = createTable({
    axes: [
      { name: "sex", kind: "partition", categories: ["female", "male"] },
      { name: "group", kind: "overlapping" },
    ],
  });
  addObservations(table, rows.map(observation));
  return table;
};

/** Codes of each row, read one after the other. */
const codesOf = (table: ObservationTable, row: number) => {
  const chunk = chunkOf(table, row);
  const key = chunk.cellKey[row] as number;
  const combination = table.cellKeys.cell[key] as number;
  const categories = [0, 1].map((axis) => table.combinations.codes[2 * combination + axis] as number);
  return {
    ...{ chunk, combination, indicator: chunk.indicator[row] as number },
    period: table.cellKeys.period[key] as number,
    ...{ source: chunk.source[row] as number, place: chunk.place[row] as number, id: chunk.id?.[row] ?? 0 },
    axisMask: categories.reduce((bits, code, axis) => (code === 0 ? bits : bits | (1 << axis)), 0),
    unknownMask: categories.reduce(
      (bits, code, axis) =>
        table.combinations.categories[axis]?.texts[code] === "unknown" ? bits | (1 << axis) : bits,
      0,
    ),
  };
};

/** The reports of an indicator, put together row by row. */
function plainCounts(table: ObservationTable, code: number, until: number): Breakdown[] | null {
  const reports = new Map<string, { axisMasks: Set<number>; unknown: number; rows: number }>();
  for (let row = 0; row < table.size; row += 1) {
    const { chunk, indicator, period, source, place, id, axisMask, unknownMask } = codesOf(table, row);
    if (indicator !== code || !holds(chunk, row, until)) continue;
    const key = [period, source, place, id].join();
    const report = reports.get(key) ?? { axisMasks: new Set(), unknown: 0, rows: 0 };
    report.axisMasks.add(axisMask);
    report.unknown |= unknownMask;
    report.rows += 1;
    reports.set(key, report);
  }
  const all = [...reports.values()];
  if (all.some(({ axisMasks }) => axisMasks.size > 1)) return null;
  return [...new Set(all.flatMap(({ axisMasks }) => [...axisMasks]))].map((axisMask) => {
    const own = all.filter(({ axisMasks }) => axisMasks.has(axisMask));
    const counts = new Map<number, number>();
    for (const { unknown } of own) counts.set(unknown, (counts.get(unknown) ?? 0) + 1);
    return { axisMask, rows: own.reduce((sum, { rows }) => sum + rows, 0), reports: counts };
  });
}
/** In no order. */
const ordered = (breakdowns: readonly Breakdown[] | null) =>
  breakdowns === null
    ? null
    : [...breakdowns]
        .sort((a, b) => a.axisMask - b.axisMask)
        .map(({ reports, ...rest }) => ({ ...rest, reports: [...reports].sort(([a], [b]) => a - b) }));

const sets = fc.array(fc.array(row, { maxLength: 60 }), { minLength: 1, maxLength: 3 });

it("reports are counted as if each row was looked at, all at once or as they come in", () => {
  fc.assert(
    fc.property(sets, fc.constantFrom("2020-01-01", "2020-01-02", "2020-01-03"), (batches, day) => {
      const until = Date.parse(day);
      const table = tableWith(batches.flat());
      const counts = countReports(table, until);
      const index = new ReportIndex(table, until);
      for (const [code] of table.indicators.texts.entries()) {
        const expected = ordered(plainCounts(table, code, until));
        expect(ordered(counts[code] ?? null)).toEqual(expected);
        expect(ordered(index.countsOf(code))).toEqual(expected);
      }
      expect(new ReportIndex(tableWith([]), until).countsOf(0)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("an index of reports takes in rows that came after it was made", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.array(row, { maxLength: 40 }), (first, more) => {
      const until = Number.MAX_VALUE;
      // Each row about something else: none takes another one's place.
      const own = (rows: readonly Row[], from: number) =>
        rows.map((each, number) => ({ ...each, value: 1, id: String(from + number) }));
      const table = tableWith(own(first, 0));
      const index = new ReportIndex(table, until);
      addObservations(table, own(more, first.length).map(observation));
      for (let row = first.length; row < table.size; row += 1) index.add(chunkOf(table, row), row);
      for (const [code] of table.indicators.texts.entries())
        expect(ordered(index.countsOf(code))).toEqual(ordered(plainCounts(table, code, until)));
    }),
    { numRuns: 100 },
  );
});

it("what an indicator's rows are about is kept up as the table grows", () => {
  fc.assert(
    fc.property(sets, (batches) => {
      const table = tableWith([]);
      for (const batch of batches) {
        addObservations(table, batch.map(observation));
        const rows = Array.from({ length: table.size }, (_, row) => codesOf(table, row));
        for (const [code] of table.indicators.texts.entries()) {
          const own = rows.filter(({ indicator }) => indicator === code);
          const places = new Set(own.map(({ place }) => place));
          expect(usesOf(table)[code]).toEqual({
            placeKinds: new Set([...places].map((place) => Math.min(place, 1))),
            periods: new Set(own.map(({ period }) => period)),
            combinations: new Set(own.map(({ combination }) => combination)),
          });
          expect(placesOf(table)[code]).toEqual(places);
        }
      }
    }),
    { numRuns: 200 },
  );
});

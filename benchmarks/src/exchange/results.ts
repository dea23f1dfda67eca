import { createHash } from "node:crypto";
import { computeResults, resultRows } from "@cadre/core/aggregate";
import { createTable, type ObservationTable } from "@cadre/core/observations";

/** What every way is asked: sums by these. */
export const DIMENSIONS = ["indicator", "period", "sex", "age"];

/** Sums by indicator, period, sex and age, reported in a few letters, whatever their order. */
export function digest(sums: Iterable<readonly [group: string, sum: number]>): string {
  const lines = Array.from(sums, ([group, sum]) => `${group}=${sum}`).sort();
  return `${lines.length} ${createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16)}`;
}

/** An open table for a file's axes. */
export const tableOfAxes = (axes: string[]): ObservationTable =>
  createTable({ axes: axes.map((name) => ({ name, kind: "partition" })) });

/** Cadre's values over a table, and how they are reported. */
export function resultsOf(table: ObservationTable): () => string {
  const days = (year: number) => ({ start: `${year}-01-01`, end: `${year}-12-31` });
  const framework = {
    format: "cadre/measurement" as const,
    axes: table.combinations.axes,
    periods: table.periods.texts.map((id, index) => ({ id, ...days(2010 + index) })),
    indicators: table.indicators.texts.map((code) => ({
      code,
      measure: "count" as const,
      accumulation: "sum" as const,
      combination: { sources: "sum" as const, places: "sum" as const },
    })),
  };
  const results = computeResults(framework, table, { by: DIMENSIONS.slice(1) });
  return () =>
    digest(
      resultRows(results).map(({ indicator, at, value }) => [
        [indicator, at.period, at.sex, at.age].join("|"),
        value ?? Number.NaN,
      ]),
    );
}

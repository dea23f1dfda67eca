import { createHash } from "node:crypto";
import { computeResults, resultRows } from "@cadre/core/aggregate";
import { createTable, type ObservationTable } from "@cadre/core/observations";

/** What every way is asked: sums by these. */
export const BY = ["indicator", "period", "sex", "age"];

/** Sums by indicator, period, sex and age, told in a few letters, whatever their order. */
export function digest(sums: Iterable<readonly [group: string, sum: number]>): string {
  const lines = Array.from(sums, ([group, sum]) => `${group}=${sum}`).sort();
  return `${lines.length} ${createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16)}`;
}

/** An open table for a file's axes. */
export const tableOfAxes = (axes: string[]): ObservationTable =>
  createTable({ axes: axes.map((name) => ({ name, kind: "partition" })) });

/** Cadre's figures over a table, and how they are told. */
export function figuresOf(table: ObservationTable): () => string {
  const days = (year: number) => ({ start: `${year}-01-01`, end: `${year}-12-31` });
  const framework = {
    format: "cadre/measurement" as const,
    axes: table.combinations.axes,
    periods: table.periods.texts.map((id, at) => ({ id, ...days(2010 + at) })),
    indicators: table.indicators.texts.map((code) => ({
      code,
      measure: "count" as const,
      accumulation: "sum" as const,
      combination: { sources: "sum" as const, places: "sum" as const },
    })),
  };
  const figures = computeResults(framework, table, { by: BY.slice(1) });
  return () =>
    digest(
      resultRows(figures).map(({ indicator, at, value }) => [
        [indicator, at.period, at.sex, at.age].join("|"),
        value ?? Number.NaN,
      ]),
    );
}

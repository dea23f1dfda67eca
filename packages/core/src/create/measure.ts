import {
  type ComputedIndicator,
  type IndicatorResultOptions,
  indicatorResults,
  type MeasurementFramework,
  measurementOf,
  type ObservedDocument,
  withObservations,
} from "../aggregate/index.ts";
import type { FrameworkDocument } from "../document/index.ts";
import {
  addObservations,
  createTable,
  type Observation,
  type ObservationTable,
  parsePeriod,
  type Rejection,
} from "../observations/index.ts";

/** A reported value. `recordedAt` may be left out: it then became known at the end of its period. */
export type ObservationInput = Omit<Observation, "recordedAt"> & Partial<Pick<Observation, "recordedAt">>;

/** Reported values of a document's indicators, and what they come to. It is never changed: `add` returns another. */
export interface Measuring {
  /** With further rows. */
  add(rows: readonly ObservationInput[]): Measuring;
  /** Rows that were not admitted, each with the reason. */
  readonly rejected: readonly Rejection[];
  /**
   * Each indicator's value, percent of target, progress, status, and its cells on the axes asked for.
   *
   * @throws RangeError where the options name what is not there, with what is.
   */
  results(options?: IndicatorResultOptions): ComputedIndicator[];
  /** The document with the values as its actuals, and the series of each indicator. */
  observed(): ObservedDocument;
  /** What the rows are read against. */
  readonly framework: MeasurementFramework;
  /** The rows that were admitted. */
  readonly table: ObservationTable;
}

/** Axes and periods that rows name and a document does not lay down: partitions, and periods whose names say which. */
function frameworkFor(document: FrameworkDocument, rows: readonly ObservationInput[]): MeasurementFramework {
  const names = new Set(rows.flatMap(({ categories = {} }) => Object.keys(categories)));
  const axes =
    document.axes === undefined ? [...names].map((name) => ({ name, kind: "partition" as const })) : [];
  const labels = new Set(rows.map(({ period }) => period));
  const periods = [...labels].flatMap((label) => {
    const period = parsePeriod(label);
    return period === null ? [] : [{ ...period, id: label }];
  });
  return measurementOf(document, { axes, ...(document.periods === undefined && { periods }) });
}

function measuring(document: FrameworkDocument, rows: readonly ObservationInput[]): Measuring {
  const framework = frameworkFor(document, rows);
  const table = createTable(framework);
  const ends = new Map(framework.periods.map(({ id, end }) => [id, end]));
  const { rejected } = addObservations(
    table,
    rows.map((row) => ({ recordedAt: ends.get(row.period) ?? "1970-01-01", ...row })),
  );
  return {
    ...{ framework, table, rejected },
    add: (more) => measuring(document, [...rows, ...more]),
    results: (options = {}) => indicatorResults(framework, table, options),
    observed: () => withObservations(document, table, { framework }),
  };
}

/**
 * Begins to measure a document's indicators: `measure(document).add(rows).results({ by: ["sex"] })`. Periods and axes that the document does not
 * lay down are those that the rows name.
 */
export const measure = (document: FrameworkDocument): Measuring => measuring(document, []);

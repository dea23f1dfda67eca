import type { CalendarDate, FrameworkDocument, Indicator } from "@cadre/core";
import { indicatorResults, type MeasurementFramework, measurementOf, seriesOf } from "@cadre/core/aggregate";
import type { PastPoint } from "@cadre/core/indicators";
import type { ObservationTable } from "@cadre/core/observations";

/** A document with reported values: with the current value of each indicator, and its series. */
export interface Reported {
  document: FrameworkDocument;
  /** Past values by indicator code, for the dashboard's trends. */
  series: { [code: string]: PastPoint[] };
}

/** Options of {@link withObservations}. */
export interface ReportedOptions {
  /** How the values are measured, where that is more than the document says: Default: `measurementOf(document)`. */
  framework?: MeasurementFramework | undefined;
  /** What was known on this day. Default: all. */
  asOf?: CalendarDate | undefined;
}

/**
 * A document in which each indicator's actual is computed from observations, and the series of each. An indicator that has none, or whose
 * value they do not give, stays as the document has it. The parts of a value that is replaced are not kept: they are those of another one.
 */
export function withObservations(
  document: FrameworkDocument,
  table: ObservationTable,
  { framework = measurementOf(document), asOf }: ReportedOptions = {},
): Reported {
  const when = asOf === undefined ? {} : { asOf };
  const items = new Map(
    indicatorResults(framework, table, when)
      .filter(({ count }) => count > 0)
      .map((item) => [item.code, item]),
  );
  const statuses = (indicator: Indicator): Indicator => {
    const value = items.get(indicator.code)?.value ?? null;
    if (value === null) return indicator;
    const { actual } = indicator;
    const unit = actual.value.kind === "number" ? actual.value.unit : undefined;
    return {
      ...indicator,
      actual: { value: { kind: "number", value, ...(unit !== undefined && { unit }) } },
    };
  };
  return {
    document: {
      ...document,
      outcomes: document.outcomes.map((outcome) => ({
        ...outcome,
        indicators: outcome.indicators.map(statuses),
        outputs: outcome.outputs.map((output) => ({
          ...output,
          indicators: output.indicators.map(statuses),
        })),
      })),
    },
    series: Object.fromEntries(
      [...items.keys()].map((code) => [code, seriesOf(framework, table, code, when)] as const),
    ),
  };
}

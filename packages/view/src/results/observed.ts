import type { CalendarDate, FrameworkDocument, Indicator } from "@cadre/core";
import { indicatorResults, type MeasurementFramework, measurementOf, seriesOf } from "@cadre/core/aggregate";
import type { PastPoint } from "@cadre/core/indicators";
import type { ObservationTable } from "@cadre/core/observations";

/** A document with reported figures: where each indicator stands by them, and where it stood. */
export interface Reported {
  document: FrameworkDocument;
  /** Past figures by indicator code, for the dashboard's trends. */
  series: { [code: string]: PastPoint[] };
}

/** How figures are put into a document. */
export interface ReportedOptions {
  /** How the figures are measured, where that is more than the document says: `measurementOf(document)` unless told. */
  framework?: MeasurementFramework | undefined;
  /** What was known on this day; all that is known unless told. */
  asOf?: CalendarDate | undefined;
}

/**
 * A document in which each indicator stands where observations put it, and the series that led there. An indicator that has none, or whose
 * value they do not give, stays as the document has it. The parts of a figure that is replaced are not kept: they are those of another one.
 */
export function withObservations(
  document: FrameworkDocument,
  table: ObservationTable,
  { framework = measurementOf(document), asOf }: ReportedOptions = {},
): Reported {
  const when = asOf === undefined ? {} : { asOf };
  const figures = new Map(
    indicatorResults(framework, table, when)
      .filter(({ count }) => count > 0)
      .map((figure) => [figure.code, figure]),
  );
  const statuses = (indicator: Indicator): Indicator => {
    const value = figures.get(indicator.code)?.value ?? null;
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
      [...figures.keys()].map((code) => [code, seriesOf(framework, table, code, when)] as const),
    ),
  };
}

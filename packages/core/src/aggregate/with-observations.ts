import type { FrameworkDocument, Indicator } from "../document/index.ts";
import type { PastPoint } from "../indicators/index.ts";
import type { ObservationTable } from "../observations/index.ts";
import type { CalendarDate } from "../values/date.ts";
import type { Value } from "../values/value.ts";
import type { ComputedIndicator } from "./computed-indicator.ts";
import type { MeasurementFramework } from "./definition.ts";
import { indicatorResults } from "./indicator-results.ts";
import { measurementOf } from "./measurement-of.ts";
import { seriesOf } from "./series.ts";
import { resultValue } from "./status-input.ts";

/** A document with the values that its observations give, and the series of each indicator. */
export interface ObservedDocument {
  /** The document with the actuals that the observations give. */
  document: FrameworkDocument;
  /** Past values by indicator code, for the dashboard's trends. */
  series: { [code: string]: PastPoint[] };
}

/** Options of {@link withObservations}. */
export interface WithObservationsOptions {
  /** How the values are measured, where that is more than the document says. Default: `measurementOf(document)`. */
  framework?: MeasurementFramework | undefined;
  /** What was known on this day. Default: all. */
  asOf?: CalendarDate | undefined;
}

/**
 * The value that observations give: a number, or a range where they only confine it; to be determined where nothing is known of it. `null` where
 * they give none.
 */
function observedValue(result: ComputedIndicator, unit: string | undefined): Value | null {
  const { value, reason, bounds } = result;
  const open = bounds === null || (bounds.low === 0 && bounds.high === null);
  if (value === null && reason === "value-unknown" && open) return { kind: "tbd" };
  const confined = reason === "bounds-only" || reason === "value-unknown";
  return value === null && (!confined || bounds === null) ? null : resultValue(result, unit);
}

/**
 * A document in which each indicator's actual is computed from observations, and the series of each. Where observations only confine a
 * value, the actual is a range. An indicator without observations, or whose value they do not give, stays as the document has it. The parts
 * of a value that is replaced are left out: they belong to the earlier value.
 */
export function withObservations(
  document: FrameworkDocument,
  table: ObservationTable,
  { framework = measurementOf(document), asOf }: WithObservationsOptions = {},
): ObservedDocument {
  const when = asOf === undefined ? {} : { asOf };
  const items = new Map(
    indicatorResults(framework, table, when)
      // What a formula gives is computed by the document.
      .filter(({ count, derived }) => count > 0 && derived === undefined)
      .map((item) => [item.code, item]),
  );
  const update = (indicator: Indicator): Indicator => {
    const item = items.get(indicator.code);
    const { value: before } = indicator.actual;
    const value = item && observedValue(item, before.kind === "number" ? before.unit : undefined);
    return value == null ? indicator : { ...indicator, actual: { value } };
  };
  return {
    document: {
      ...document,
      outcomes: document.outcomes.map((outcome) => ({
        ...outcome,
        indicators: outcome.indicators.map(update),
        outputs: outcome.outputs.map((output) => ({
          ...output,
          indicators: output.indicators.map(update),
        })),
      })),
    },
    series: Object.fromEntries(
      [...items.keys()].map((code) => [code, seriesOf(framework, table, code, when)] as const),
    ),
  };
}

import { type Forecast, forecastOptions, forecastTo, type PastPoint } from "../indicators/index.ts";
import type { Instant, ObservationTable } from "../observations/index.ts";
import type { CalendarDate } from "../values/date.ts";
import { computeResults } from "./compute.ts";
import type { MeasurementFramework } from "./definition.ts";
import { resultAt, resultRows } from "./result-rows.ts";

/**
 * The value of an indicator at the end of each period: the value of all periods up to it. A period at whose end it is not known has no
 * point, and so have those before the first report.
 */
export function seriesOf(
  framework: MeasurementFramework,
  table: ObservationTable,
  code: string,
  { asOf }: { asOf?: Instant } = {},
): PastPoint[] {
  const periods = [...framework.periods].sort((a, b) => (a.end < b.end ? -1 : 1));
  const reported = new Set<string | undefined>(computedPeriods(framework, table, code, asOf));
  const points: PastPoint[] = [];
  for (const [index, { id, end }] of periods.entries()) {
    if (!reported.has(id)) continue;
    const results = computeResults(framework, table, {
      indicators: [code],
      where: { period: periods.slice(0, index + 1).map((period) => period.id) },
      ...(asOf !== undefined && { asOf }),
    });
    const { value } = results.size === 0 ? { value: null } : resultAt(results, 0);
    if (value !== null) points.push({ date: end, value });
  }
  return points;
}

/** Periods that the indicator has a value for. */
function computedPeriods(
  framework: MeasurementFramework,
  table: ObservationTable,
  code: string,
  asOf: Instant | undefined,
): string[] {
  const results = computeResults(framework, table, {
    indicators: [code],
    by: ["period"],
    ...(asOf !== undefined && { asOf }),
  });
  return resultRows(results, { empty: true }).flatMap(({ at, count }) =>
    count > 0 && at.period !== undefined ? [at.period] : [],
  );
}

/**
 * An indicator's value at the project's end as its past periods foretell it, by {@link seriesOf} and `forecastTo`, within the limits of
 * its measure. It starts from the first period that was reported: a baseline is a level of before, and not put before a sum of increments.
 * @throws RangeError where neither the framework nor the options name an end, or there is no such indicator.
 */
export function forecastIndicator(
  framework: MeasurementFramework,
  table: ObservationTable,
  code: string,
  options: { end?: CalendarDate; asOf?: Instant; level?: number } = {},
): Forecast {
  const end = options.end ?? framework.end;
  if (end === undefined) throw new RangeError("an end date is required to forecast");
  const definition = framework.indicators.find((indicator) => indicator.code === code);
  if (definition === undefined) {
    const known = framework.indicators.map((indicator) => indicator.code).join(", ");
    throw new RangeError(`there is no indicator ${code}; there are ${known}`);
  }
  const points = seriesOf(framework, table, code, options);
  return forecastTo(points, end, {
    ...forecastOptions(definition, points),
    ...(options.level !== undefined && { level: options.level }),
  });
}

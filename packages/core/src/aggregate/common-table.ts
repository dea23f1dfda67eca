import {
  addObservations,
  createTable,
  type Observation,
  type ObservationTable,
  observationAt,
} from "../observations/index.ts";
import { groupBy } from "../values/group-by.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { planQuery } from "./plan.ts";
import { PART_SEPARATOR, silentIn } from "./reported-periods.ts";

/** Observations of common indicators, to be queried for any cut. */
export interface CommonTable {
  /** The common indicators as they are measured, with the axes, periods and places of the framework given. */
  framework: MeasurementFramework;
  /** Their observations; the sources are named by indicator and source. */
  table: ObservationTable;
  /**
   * Indicators of the mapping that reported nothing, or nothing in periods that another one of the same common indicator reported in; what
   * is computed of such a period is bounds or a reason.
   */
  silent: SilentIndicator[];
}

/** An indicator that reported nothing in some period. */
export interface SilentIndicator {
  /** Code of the indicator that was mapped. */
  indicator: string;
  /** Code of the common indicator that it is mapped to. */
  common: string;
  /** Periods in which others reported and it did not, in order of time. */
  periods: string[];
  /** It has not reported at all. */
  entirely: boolean;
}

/** Rows that are admitted at once. */
const BATCH = 4096;

/** The definition of a common indicator: that of its parts, which must be measured alike. */
function commonDefinition(code: string, parts: readonly IndicatorDefinition[]): IndicatorDefinition {
  const [first] = parts;
  if (first === undefined) throw new RangeError(`${code} has no indicators`);
  const { measure, unit, accumulation, combination } = first;
  const alike = (each: IndicatorDefinition) =>
    each.measure === measure &&
    each.unit === unit &&
    each.accumulation === accumulation &&
    each.combination.places === combination.places;
  const odd = parts.find((each) => !alike(each));
  if (odd !== undefined)
    throw new RangeError(`${first.code} and ${odd.code} are not measured alike and make no ${code}`);
  const single = parts.find((each) => each.combination.sources !== "sum");
  if (single !== undefined && parts.length > 1)
    throw new RangeError(`the sources of ${single.code} do not add up, so it makes no sum with others`);
  const rollsUp = parts.map((each) => each.code);
  return { code, ...(unit !== undefined && { unit }), measure, accumulation, combination, rollsUp };
}

/**
 * Rolls indicators up to common ones by their rows, so that every cut of a common indicator is computed as any other: ratios add numerators
 * and denominators, what is confined stays confined. Each indicator is mapped to one common indicator and so counts once. The sources of the
 * result are named by indicator and source. Where an indicator reports nothing, what its common one comes to is bounds or a reason, and it is
 * named in `silent`. For shared sources and values
 * that contain one another see `rollUp`.
 * @throws RangeError where an indicator is unknown, or some of one common indicator are not measured alike or do not add up.
 */
export function commonTable(
  framework: MeasurementFramework,
  table: ObservationTable,
  mapping: Readonly<Record<string, string>>,
): CommonTable {
  const definitions = new Map(framework.indicators.map((definition) => [definition.code, definition]));
  const mapped = Object.entries(mapping).map(([from, to]) => {
    const definition = definitions.get(from);
    if (definition === undefined)
      throw new RangeError(`there is no indicator ${from}; there are ${[...definitions.keys()].join(", ")}`);
    return { to, definition };
  });
  const parts = groupBy(mapped, ({ to }) => to);
  const common: MeasurementFramework = {
    ...framework,
    indicators: [...parts].map(([code, list]) =>
      commonDefinition(
        code,
        list.map(({ definition }) => definition),
      ),
    ),
  };
  const result = createTable(common);
  let batch: Observation[] = [];
  const flush = () => {
    const { rejected } = addObservations(result, batch);
    const [first] = rejected;
    if (first !== undefined) throw new RangeError(first.message.en);
    batch = [];
  };
  for (let row = 0; row < table.size; row += 1) {
    const observation = observationAt(table, row);
    const to = Object.hasOwn(mapping, observation.indicator) ? mapping[observation.indicator] : undefined;
    if (to === undefined) continue;
    const source = [observation.indicator, observation.source ?? ""].join(PART_SEPARATOR);
    batch.push({ ...observation, indicator: to, source });
    if (batch.length === BATCH) flush();
  }
  flush();
  return { framework: common, table: result, silent: silentParts(common, result) };
}

function silentParts(framework: MeasurementFramework, table: ObservationTable): SilentIndicator[] {
  const { geometry, reported, periodOrder, periodIds } = planQuery(framework, table);
  return framework.indicators.flatMap(({ code, rollsUp = [] }) => {
    const of =
      reported.get(table.indicators.codes.get(code) ?? -1) ??
      new Map(rollsUp.map((part) => [part, new Set<number>()]));
    return silentIn(geometry, of).map(({ part, periods }) => ({
      indicator: part,
      common: code,
      periods: periods
        .map((period) => periodOrder[period] ?? 0)
        .sort((a, b) => a - b)
        .map((order) => periodIds[order] ?? ""),
      entirely: of.get(part)?.size === 0,
    }));
  });
}

import {
  addObservations,
  createTable,
  type Observation,
  type ObservationTable,
  observationAt,
} from "../observations/index.ts";
import { groupBy } from "../values/group-by.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";

/** Observations of common indicators, to be queried for any cut. */
export interface CommonTable {
  framework: MeasurementFramework;
  table: ObservationTable;
  /** Indicators of the mapping that no row is of: what is computed is of the others alone. */
  silent: string[];
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
  return { code, ...(unit !== undefined && { unit }), measure, accumulation, combination };
}

/**
 * Rolls indicators up to common ones by their rows, so that every cut of a common indicator is computed as any other: ratios add numerators
 * and denominators, what is confined stays confined. Each indicator is mapped to one common indicator and so counts once. The sources of the
 * result are named by indicator and source; an indicator that reports nothing is a silent source, and is named. For shared sources and values
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
  const silent = new Set(Object.keys(mapping));
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
    silent.delete(observation.indicator);
    const source = [observation.indicator, observation.source ?? ""].join(" · ");
    batch.push({ ...observation, indicator: to, source });
    if (batch.length === BATCH) flush();
  }
  flush();
  return { framework: common, table: result, silent: [...silent] };
}

import { remainders } from "../bounds/known-sums.ts";
import type { ObservationTable } from "../observations/index.ts";
import { usesOf } from "../observations/use.ts";
import { MAX_DECIMALS, powerOfTen } from "../values/decimals.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { touching } from "./elements.ts";
import { geometryOf, periodsMeet, spanOf } from "./geometry.ts";
import { axisUses } from "./kinds.ts";
import { nodesBySource } from "./nodes-by-source.ts";
import { isCount, periodOrderOf } from "./plan.ts";
import { type Node, type Reading, timeOf } from "./reading.ts";
import { conflictsIn } from "./report-conflicts.ts";
import { byOneReport, shapeOf } from "./report-shape.ts";
import { systemOf } from "./report-system.ts";

/**
 * Statements of one source that no people could make true together: parts by sex against parts by age, parts against a total, districts
 * against their region, quarters against their year, running totals against later ones. Each set is as small as contradicts itself.
 * @param rows the indicator's rows in force.
 * @returns rows of the table, set by set; none for a measure that is not a count or an amount.
 */
export function contradictionsOf(
  framework: MeasurementFramework,
  table: ObservationTable,
  definition: IndicatorDefinition,
  rows: readonly number[],
): number[][] {
  const code = table.indicators.codes.get(definition.code) ?? -1;
  const { profile } = table;
  if (!isCount(definition) || code < 0 || (profile.negative[code] ?? 0) === 1) return [];
  const decimals = profile.decimals[code] ?? 0;
  const whole = decimals <= MAX_DECIMALS;
  const geometry = geometryOf(framework, table, periodOrderOf(framework, table));
  const time = timeOf(definition, true);
  const reading: Reading = {
    ...{ table, geometry, uses: axisUses(table, usesOf(table)[code]?.combinations ?? []), asks: [], time },
    placesAdd: definition.combination.places === "sum",
    slack: whole ? 0 : 1e-9 * (profile.magnitude[code] ?? 0),
    shapes: new Map(),
  };
  const scale = whole ? powerOfTen(decimals) : 1;
  const inTime =
    time === "running"
      ? null
      : time === "add"
        ? (a: number, b: number) => periodsMeet(geometry, a, b)
        : (a: number, b: number) => a === b;
  const periods = table.periods.texts.map((_, period) => period);
  const region = { places: null, periods, until: periods.length };
  const spans = periods.map((period) => spanOf(geometry, period));
  const found: number[][] = [];
  for (const nodes of nodesBySource(table, rows, scale, true, false).values()) {
    const groups = reading.placesAdd ? touching(reading, nodes, inTime) : nodes.map((node) => [node]);
    for (const group of groups)
      if (mayContradict(reading, group))
        found.push(
          ...conflictsIn(
            systemOf(reading, { group, near: group, around: group, region, spans, holds: null }),
          ),
        );
  }
  return found;
}

/** Whether it is worth solving reports together: one contradicts itself, or several are about the same days and places. */
const mayContradict = (reading: Reading, group: readonly Node[]): boolean =>
  group.length > 1
    ? !growsOnly(reading, group)
    : group.some(({ ids }) => ids.some((report) => byOneReport(reading, report, []).contradicts));

/** Whether running totals of one place state the same each time and never fall, nor does what is left of each: most of them do. */
function growsOnly(reading: Reading, group: readonly Node[]): boolean {
  if (reading.time !== "running") return false;
  const { order } = reading.geometry;
  const inTime = [...group].sort((a, b) => (order[a.period] ?? 0) - (order[b.period] ?? 0));
  const [first] = inTime as [Node];
  const [report, ...others] = first.ids;
  if (report === undefined || others.length > 0) return false;
  const { family } = shapeOf(reading, report.combinations);
  let before: readonly number[] = report.values.map(() => 0);
  for (const { place, ids } of inTime) {
    const [own, ...more] = ids;
    if (own === undefined || more.length > 0 || place !== first.place) return false;
    if (own.combinations.join() !== report.combinations.join()) return false;
    const grown = own.values.map((value, index) => value - (before[index] ?? 0));
    if (grown.some((value) => value < 0) || remainders(family, grown, reading.slack) === null) return false;
    before = own.values;
  }
  return true;
}

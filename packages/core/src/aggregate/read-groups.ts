import type { Worth } from "./combine-worths.ts";
import { elementsOf } from "./elements.ts";
import { areRelated, isInside, periodsMeet } from "./geometry.ts";
import type { CellAsk } from "./kinds.ts";
import { plainElementsOf } from "./plain-elements.ts";
import { type IndicatorPlan, isCount, type Plan } from "./plan.ts";
import type { Node, Reading, Region } from "./reading.ts";

/** What sources say of one group. */
export interface Group {
  worths: Worth[];
  /** Position of the last period that anything was reported of. */
  seen: number;
  /** A report in scope names the category `unknown` on every axis on which it alone is asked for. */
  named: boolean;
  until: number;
}

/** Which dimensions a reading splits by, beside axes. */
export interface Cut {
  source: boolean;
  place: boolean;
  period: boolean;
}

const selected = (plan: Plan, name: string, size: number): number[] => {
  const members = plan.memberOf.get(name);
  return Array.from({ length: size }, (_, code) => code).filter((code) => (members?.[code] ?? 0) >= 0);
};

/** Every element of every source, in the group that it belongs to. */
export function readGroups(
  plan: Plan,
  { definition, code, offset: first }: IndicatorPlan,
  reading: Reading,
  sources: ReadonlyMap<number, Node[]>,
  cut: Cut,
): Map<number, Group> {
  const { table, geometry, asks, time } = reading;
  const groups = new Map<number, Group>();
  const offsetIn = (name: string, code: number) =>
    (plan.memberOf.get(name)?.[code] ?? 0) * (plan.strides.get(name) ?? 0);
  const periods = selected(plan, "period", table.periods.texts.length);
  const places = plan.memberOf.has("place") ? selected(plan, "place", table.places.texts.length) : null;
  const order = (period: number) => geometry.order[period] ?? 0;
  const plain = !isCount(definition) || (table.profile.negative[code] ?? 0) === 1;
  const whole: Region = {
    places: places === null || places.includes(0) ? null : places,
    periods,
    until: periods.reduce((last, period) => Math.max(last, order(period)), -1),
  };
  const unknowns = asks.some(({ unknownOn }) => unknownOn.length > 0);
  for (const [source, all] of sources) {
    const own =
      places === null || cut.place || !places.includes(0)
        ? all
        : all.filter(
            ({ place }) =>
              place === 0 || places.some((each) => each !== 0 && isInside(geometry, place, each)),
          );
    const base = first + (cut.source ? offsetIn("source", source) : 0);
    const inPlaces: [offset: number, nodes: Node[], places: readonly number[] | null, pool: Node[]][] =
      cut.place
        ? (places ?? []).flatMap((place): (typeof inPlaces)[number][] => {
            const near = own.filter((node) =>
              place === 0 ? node.place === 0 : areRelated(geometry, place, node.place),
            );
            if (near.length === 0) return [];
            return [
              [
                offsetIn("place", place),
                near,
                ...(place === 0 ? ([null, near] as const) : ([[place], own] as const)),
              ],
            ];
          })
        : [[0, own, whole.places, own]];
    for (const [inPlace, nodes, placesAsked, pool] of inPlaces) {
      const inPeriods: [offset: number, region: Region][] = cut.period
        ? periods.flatMap((period): [number, Region][] => {
            const touched = nodes.some((node) =>
              time === "running"
                ? order(node.period) <= order(period)
                : node.period === period || (time === "add" && periodsMeet(geometry, node.period, period)),
            );
            return touched
              ? [
                  [
                    offsetIn("period", period),
                    { places: placesAsked, periods: [period], until: order(period) },
                  ],
                ]
              : [];
          })
        : [[0, { ...whole, places: placesAsked }]];
      for (const [inPeriod, region] of inPeriods) {
        const base2 = base + inPlace + inPeriod;
        const begun =
          !cut.period ||
          plan.asOfDay === null ||
          (geometry.start[region.periods[0] ?? 0] ?? "") <= plan.asOfDay;
        const scoped = nodes.filter(
          ({ place, period }) =>
            (time === "running"
              ? order(period) <= region.until
              : region.periods.includes(period) ||
                (time === "add" && region.periods.some((each) => periodsMeet(geometry, each, period)))) &&
            (region.places === null || region.places.some((each) => areRelated(geometry, each, place))),
        );
        const seen = scoped.reduce((last, { period }) => Math.max(last, order(period)), -1);
        const groupOf = (ask: CellAsk): Group => {
          const key = base2 + ask.offset;
          let group = groups.get(key);
          if (group === undefined) {
            const until = cut.period ? region.until : -1;
            group = { worths: [], seen: -1, named: ask.unknownOn.length === 0, until };
            groups.set(key, group);
          }
          group.seen = Math.max(group.seen, seen);
          return group;
        };
        if (unknowns)
          for (const ask of asks)
            if (ask.unknownOn.length > 0) {
              const group = groupOf(ask);
              group.named ||= namesUnknown(reading, scoped, ask.unknownOn);
            }
        const elements = plain
          ? plainElementsOf(reading, definition, nodes, region)
          : elementsOf(reading, pool, region);
        for (const { place, period, found } of elements)
          for (const [index, ask] of asks.entries()) {
            const what = found[index];
            if (what === null || what === undefined) continue;
            const to = "to" in what ? what.to : what.from;
            if (time === "running" && !begun && to !== region.until) continue;
            const outcome =
              "outcome" in what
                ? what.outcome
                : ({
                    kind: "range",
                    low: what.low,
                    high: what.high,
                    reason:
                      what.low === what.high
                        ? null
                        : what.contradicts
                          ? "marginals-contradict"
                          : what.overlaps
                            ? "periods-overlap"
                            : what.unvalued
                              ? "value-unknown"
                              : "bounds-only",
                  } as const);
            groupOf(ask).worths.push({ source, place, period, outcome, rows: what.rows, from: what.from });
          }
      }
    }
  }
  return groups;
}

const namesUnknown = (
  { table, uses }: Reading,
  nodes: readonly Node[],
  axesAsked: readonly number[],
): boolean => {
  const { codes, axes } = table.combinations;
  return nodes.some(({ ids }) =>
    ids.some(({ combinations }) =>
      axesAsked.every((axis) =>
        combinations.some((each) => codes[each * axes.length + axis] === uses[axis]?.unknown),
      ),
    ),
  );
};

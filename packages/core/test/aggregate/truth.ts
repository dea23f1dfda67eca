// The truth of a value in a made-up world: what would be known if every report broke its people down by everything.

import type { Observation } from "../../src/observations/index.ts";
import { inForce } from "../reference/reports.ts";
import { isIn, type Person, peopleOf, type World } from "./worlds.ts";

interface Series {
  source: string;
  place: string;
  rows: Observation[];
}

const KINDS = ["female", "male", "unknown"].flatMap((sex) =>
  ["young", "old", "unknown"].flatMap((age) =>
    [[], ["displaced"], ["herders"], ["displaced", "herders"]].map((groups) => ({ sex, age, groups })),
  ),
);
type Kind = (typeof KINDS)[number];

const compatible = (a: Record<string, string>, b: Record<string, string>): boolean =>
  ["sex", "age"].every((axis) => a[axis] === undefined || b[axis] === undefined || a[axis] === b[axis]);

export function seriesOf(observations: readonly Observation[]): Series[] {
  const series: Series[] = [];
  for (const row of inForce(observations, undefined, "refuse").rows) {
    const { source = "", place = "" } = row;
    const own = series.find((each) => each.source === source && each.place === place);
    if (own === undefined) series.push({ source, place, rows: [row] });
    else own.rows.push(row);
  }
  return series;
}

/** The period that a running total's statement about a kind of people is from: the last one that no later one overlaps. */
export function periodOfKind(rows: readonly Observation[], kind: Kind, until: string): string | null {
  const known = rows.filter(({ period }) => period <= until);
  // Who states every category without a total states that nobody is unknown.
  const last = known
    .map(({ period }) => period)
    .sort()
    .at(-1);
  if (last === undefined) return null;
  const current = known.filter(
    ({ period, categories = {} }) =>
      !known.some((later) => later.period > period && compatible(categories, later.categories ?? {})),
  );
  const person = kind as Person;
  const covering = current.filter(({ categories = {} }) => isIn(person, categories));
  return (
    covering
      .map(({ period }) => period)
      .sort()
      .at(-1) ?? last
  );
}

/** The number of people `at` some categories; `null` where nobody reports. */
export function truthOf(world: World, at: Record<string, string>): number | null {
  const { framework, observations } = world;
  const [definition] = framework.indicators;
  if (definition === undefined) return null;
  const { accumulation, combination } = definition;
  const { period: only, ...cell } = at;
  const elements = seriesOf(observations).flatMap(({ source, place, rows }) => {
    const periods = [...new Set(rows.map(({ period }) => period))].sort();
    const whole = (period: string) =>
      peopleOf(world, source, place, period).filter((person) => isIn(person, cell)).length;
    if (accumulation === "cumulative") {
      const until = only ?? "Q3";
      if (!periods.some((period) => period <= until)) return [];
      const value = KINDS.reduce((sum, kind) => {
        if (!isIn(kind as Person, cell)) return sum;
        const period = periodOfKind(rows, kind, until) ?? "";
        return (
          sum +
          peopleOf(world, source, place, period).filter(
            ({ sex, age, groups }) =>
              sex === kind.sex && age === kind.age && groups.join() === kind.groups.join(),
          ).length
        );
      }, 0);
      return [{ place, period: "", value }];
    }
    const chosen =
      only !== undefined
        ? periods.filter((each) => each === only)
        : accumulation === "latest"
          ? periods.slice(-1)
          : periods;
    return chosen.map((period) => ({
      place,
      period: accumulation === "latest" ? "" : period,
      value: whole(period),
    }));
  });
  if (elements.length === 0) return null;
  const combine = (values: number[], how: string) => {
    if (how === "max") return Math.max(...values);
    const sum = values.reduce((a, b) => a + b, 0);
    return how === "average" ? sum / values.length : sum;
  };
  const over = <T>(items: T[], of: (item: T) => string, make: (group: T[]) => number, how: string) =>
    combine(
      [...new Set(items.map(of))].map((key) => make(items.filter((item) => of(item) === key))),
      how,
    );
  return over(
    elements,
    ({ period }) => period,
    (period) =>
      over(
        period,
        ({ place }) => place,
        (place) =>
          combine(
            place.map(({ value }) => value),
            combination.sources,
          ),
        combination.places,
      ),
    accumulation === "latest" || accumulation === "cumulative" ? "sum" : accumulation,
  );
}

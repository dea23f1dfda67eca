// Made-up people and true statements about any set of them: places in a tree, periods within periods, trainings, amounts, quotients, running
// totals. Written from the decisions alone. A person counts where any statement in force speaks of the report that the person belongs to.

import type { MeasurementFramework } from "../../src/aggregate/definition.ts";
import type { Observation } from "../../src/observations/index.ts";
import { seeded } from "./worlds.ts";

export interface Soul {
  source: string;
  period: string;
  place: string;
  id: string;
  sex: string;
  age: string;
  groups: string[];
  /** Hundredths of an amount; of a quotient, whether the person counts in the numerator. */
  amount: number;
}
export interface Statement {
  source: string;
  period: string;
  place: string;
  id: string;
  categories: Record<string, string>;
}
export interface Adversary {
  framework: MeasurementFramework;
  souls: Soul[];
  observations: Observation[];
  /** What is in force at the end. */
  stated: Statement[];
  sources: string[];
}

const QUARTERS = ["Q1", "Q2", "Q3"];
const WITHIN: Record<string, string[]> = { H1: ["Q1", "Q2"] };
const PERIODS = [
  { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
  { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
  { id: "Q3", start: "2020-07-01", end: "2020-09-30" },
];
const PARENTS: Record<string, string> = { D1: "R1", D2: "R1", D3: "R2", D4: "R2", R1: "C", R2: "C" };
const LEAVES = ["D1", "D2", "D3", "D4"];
const SEXES = ["female", "male"];
const AGES = ["child", "young", "old"];
const GROUPS = ["displaced", "herders"];

/** Whether `place` is `above` or lies below it; the place without a name is above every place. */
export function liesIn(place: string, above: string): boolean {
  for (let each: string | undefined = place; each !== undefined; each = PARENTS[each])
    if (each === above) return true;
  return above === "";
}
const periodsIn = (period: string): string[] => WITHIN[period] ?? [period];
export const hasCategories = (soul: Soul, at: Record<string, string>): boolean =>
  (at.sex === undefined || at.sex === soul.sex) &&
  (at.age === undefined || at.age === soul.age) &&
  (at.group === undefined || soul.groups.includes(at.group));

export function adversaryOf(seed: number): Adversary {
  const random = seeded(seed * 7919 + 13);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (share: number) => random() < share;
  const measure = pick(["count", "count", "count", "count", "currency", "percentage"] as const);
  const accumulation = pick(
    measure === "percentage"
      ? (["sum", "latest", "cumulative"] as const)
      : (["sum", "sum", "latest", "cumulative", "cumulative", "max", "average"] as const),
  );
  const tree = chance(0.4);
  const flat = !tree && chance(0.4);
  const additive = tree || measure === "percentage" || chance(0.6);
  const halves = accumulation === "sum" && additive && chance(0.3);
  const trainings = accumulation === "sum" && !halves && !tree && chance(0.5);
  const unknowns = chance(0.3);
  const steady = accumulation === "latest" || accumulation === "cumulative";
  const framework: MeasurementFramework = {
    format: "cadre/measurement",
    indicators: [
      {
        code: "a",
        measure,
        accumulation,
        combination: additive
          ? { sources: "sum", places: "sum" }
          : {
              sources: pick(["sum", "max", "average"] as const),
              places: pick(["sum", "max", "average"] as const),
            },
      },
    ],
    axes: [
      { name: "sex", kind: "partition", categories: SEXES },
      { name: "age", kind: "partition", categories: AGES },
      { name: "group", kind: "overlapping", categories: GROUPS },
    ],
    periods: [...PERIODS, ...(halves ? [{ id: "H1", start: "2020-01-01", end: "2020-06-30" }] : [])],
    ...(tree && {
      places: ["C", "R1", "R2", ...LEAVES].map((id) => {
        const parent = PARENTS[id];
        return parent === undefined ? { id } : { id, parent };
      }),
    }),
  };
  const sources = ["A", "B", "C", "D"].slice(0, 2 + Math.floor(random() * 3));
  const souls: Soul[] = [];
  const observations: Observation[] = [];
  const stated: Statement[] = [];
  const small = chance(0.5) ? 3 : 9;
  for (const source of sources) {
    const places = tree ? LEAVES : flat ? ["D1", "D3"] : [""];
    for (const period of QUARTERS)
      for (const place of places)
        for (const id of trainings ? ["", "t1"] : [""])
          for (let each = Math.floor(random() * small); each > 0; each -= 1)
            souls.push({
              ...{ source, period, place, id },
              sex: unknowns && chance(0.25) ? "unknown" : pick(SEXES),
              age: unknowns && chance(0.25) ? "unknown" : pick(AGES),
              groups: GROUPS.filter(() => chance(0.4)),
              amount:
                measure === "currency"
                  ? Math.floor(random() * 500)
                  : measure === "percentage"
                    ? Math.floor(random() * 2)
                    : 1,
            });
    const reported = (): string[] =>
      tree
        ? pick([
            ["C"],
            ["R1", "R2"],
            ["R1"],
            LEAVES,
            ["D1", "D3"],
            ["C", "R1"],
            ["C", "D2"],
            ["R1", "D1"],
            ["R1", "D1", "D2"],
            ["C", "R1", "R2", "D1"],
            ["", "R1"],
          ])
        : flat
          ? pick(
              additive && !trainings
                ? [["D1"], ["D1", "D3"], ["", "D1", "D3"], ["", "D1"]]
                : [["D1"], ["D3"], ["D1", "D3"]],
            )
          : [""];
    const always = reported();
    for (const period of halves && chance(0.7)
      ? ["Q1", "Q2", "Q3", "H1"].filter(() => chance(0.6))
      : QUARTERS.filter(() => chance(0.75)))
      for (const place of steady && chance(0.5) ? always : reported())
        for (const id of trainings ? ["", "t1"].filter(() => chance(0.7)) : [""])
          report({ source, period, place, id });
  }
  return { framework, souls, observations: shuffled(), stated, sources };

  function report(about: Omit<Statement, "categories">): void {
    const cells: Record<string, string>[] = [{}];
    const closed = (axis: string) =>
      axis === "group" ? GROUPS : [...(axis === "sex" ? SEXES : AGES), ...(unknowns ? ["unknown"] : [])];
    const details = pick([
      [[]],
      [["sex"]],
      [["age"]],
      [[], ["sex"]],
      [["sex"], ["age"]],
      [[], ["age"], ["group"]],
      [["sex", "age"]],
      [["sex", "age"], ["group"]],
      [["sex", "group"], ["age"]],
      [[], ["sex", "age", "group"]],
      [[], ["sex", "group"], ["age"]],
    ]);
    const listed: Record<string, string>[] = details.flatMap((axes) =>
      axes.reduce<Record<string, string>[]>(
        (made, axis) => made.flatMap((cell) => closed(axis).map((name) => ({ ...cell, [axis]: name }))),
        cells,
      ),
    );
    // Who states every category without a total says that nobody is unknown: so `unknown` stays where somebody is, and a running
    // total that is to be carried speaks of everybody.
    const holds = chance(0.5) ? 1 : 0.6;
    const spots = listed.filter((cell) => Object.values(cell).includes("unknown") || chance(holds));
    if (accumulation === "cumulative" && !spots.some((cell) => Object.keys(cell).length === 0))
      spots.push({});
    for (const categories of spots) {
      const statement = { ...about, categories };
      const { source, period, place, id } = about;
      const about1 = {
        indicator: "a",
        source,
        period,
        ...(place && { place }),
        ...(id && { id }),
        ...(Object.keys(categories).length > 0 && { categories }),
      };
      const row = (wrong: number, recordedAt: string): Observation => {
        const { sum, count } = measured(
          souls.filter((soul) => speaksOf(statement, soul, accumulation === "cumulative")),
        );
        if (measure === "percentage")
          return { ...about1, numerator: sum, denominator: count + wrong, recordedAt };
        return { ...about1, value: measure === "currency" ? (sum + wrong) / 100 : sum + wrong, recordedAt };
      };
      const fate = random();
      if (fate < 0.08)
        observations.push(row(1 + Math.floor(random() * 4), "2020-10-01"), row(0, "2020-11-01"));
      else if (fate < 0.13)
        observations.push(row(2, "2020-10-01"), { ...row(0, "2020-10-20"), ...gone }, row(0, "2020-11-01"));
      else if (fate < 0.18) observations.push(row(0, "2020-10-01"), row(0, "2020-10-01"));
      else if (fate < 0.24 && !unknowns && accumulation !== "cumulative") {
        observations.push(row(0, "2020-10-01"), withdrawn(row(0, "2020-11-01")));
        continue;
      } else observations.push(row(0, "2020-10-01"));
      stated.push(statement);
    }
  }
  function withdrawn({ numerator: _, denominator: __, ...row }: Observation): Observation {
    return { ...row, value: null };
  }
  function shuffled(): Observation[] {
    return observations
      .map((row) => (row.value === null && row.numerator !== undefined ? withdrawn(row) : row))
      .map((row) => ({ row, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map(({ row }) => row);
  }
}
const gone = { value: null };

export const measured = (souls: readonly Soul[]) => ({
  sum: souls.reduce((sum, { amount }) => sum + amount, 0),
  count: souls.length,
});

export const speaksOf = (of: Statement, soul: Soul, running: boolean): boolean =>
  of.source === soul.source &&
  of.id === soul.id &&
  liesIn(soul.place, of.place) &&
  (running ? soul.period <= of.period : periodsIn(of.period).includes(soul.period)) &&
  hasCategories(soul, of.categories);

export interface Asked {
  at: Record<string, string>;
  where: Record<string, string[]>;
}

/** What the answer at `at` would be if every report broke everybody down; `null` where nobody reports. */
export function truthAt(world: Adversary, { at, where }: Asked): number | null {
  const [definition] = world.framework.indicators;
  if (definition === undefined) return null;
  const { accumulation, combination, measure } = definition;
  const asked = (dimension: string): string[] | null =>
    at[dimension] !== undefined ? [at[dimension]] : (where[dimension] ?? null);
  const periods = asked("period");
  const places = asked("place");
  const sources = asked("source");
  const running = accumulation === "cumulative";
  const stated = world.stated.filter(
    ({ source, period }) =>
      (sources === null || sources.includes(source)) &&
      (running ||
        periods === null ||
        periods.some((each) => periodsIn(each).some((one) => periodsIn(period).includes(one)))),
  );
  const until = periods === null ? "Q3" : [...periods].sort().at(-1);
  const spoken = stated.filter(({ period }) => !running || period <= (until ?? ""));
  if (spoken.length === 0) return null;
  // Of a stock or a running total, the last report that speaks of the place.
  const lasts = new Map<string, string>();
  const last = (source: string, leaf: string): string => {
    const key = `${source} ${leaf}`;
    let found = lasts.get(key);
    if (found === undefined) {
      found =
        spoken
          .filter((each) => each.source === source && liesIn(leaf, each.place))
          .map(({ period }) => period)
          .sort()
          .at(-1) ?? "";
      lasts.set(key, found);
    }
    return found;
  };
  const counted = world.souls.filter(
    (soul) =>
      (["sex", "age"] as const).every((axis) => asked(axis)?.includes(soul[axis]) ?? true) &&
      (asked("group")?.some((group) => soul.groups.includes(group)) ?? true) &&
      (places === null || places.some((place) => liesIn(soul.place, place))) &&
      (running || periods === null || periods.some((period) => periodsIn(period).includes(soul.period))) &&
      spoken.some(
        (each) =>
          ((!running && accumulation !== "latest") || each.period === last(soul.source, soul.place)) &&
          speaksOf({ ...each, categories: {} }, soul, running),
      ),
  );
  const shownOf = (souls: readonly Soul[]): number => {
    const { sum, count } = measured(souls);
    return measure === "currency" ? sum / 100 : measure === "percentage" ? (sum / count) * 100 : sum;
  };
  if (measure === "percentage") return shownOf(counted);
  // The reports of one period, place and source; a stock and a running total have one period.
  const elements = new Map<string, { period: string; place: string; source: string }>();
  const additive = combination.sources === "sum" && combination.places === "sum";
  for (const { source, place, period } of spoken) {
    if (places !== null && !places.some((each) => liesIn(each, place) || liesIn(place, each))) continue;
    if ((running || accumulation === "latest") && !additive && period !== last(source, place)) continue;
    const when = running || accumulation === "latest" ? "" : period;
    const where1 = additive ? "" : place;
    elements.set(`${when} ${where1} ${source}`, { period: when, place: where1, source });
  }
  const combine = (values: number[], how: string) => {
    if (how === "max") return Math.max(...values);
    const sum = values.reduce((a, b) => a + b, 0);
    return how === "average" ? sum / values.length : sum;
  };
  if (additive && (accumulation === "sum" || accumulation === "latest" || running)) return shownOf(counted);
  const all = [...elements.values()];
  const grouped = <K extends "period" | "place" | "source">(
    items: typeof all,
    by: K,
    inner: (group: typeof all) => number,
    how: string,
  ) =>
    combine(
      [...new Set(items.map((item) => item[by]))].map((key) =>
        inner(items.filter((item) => item[by] === key)),
      ),
      how,
    );
  return grouped(
    all,
    "period",
    (period) =>
      grouped(
        period,
        "place",
        (place) =>
          combine(
            place.map((one) =>
              shownOf(
                counted.filter(
                  (soul) =>
                    soul.source === one.source &&
                    (one.period === "" || soul.period === one.period) &&
                    (one.place === "" || soul.place === one.place),
                ),
              ),
            ),
            combination.sources,
          ),
        combination.places,
      ),
    running || accumulation === "latest" ? "sum" : accumulation,
  );
}

import type { Goal, IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { areRunningTotals, goalDay, targetOfPeriods } from "./goals.ts";
import type { Dimension, Query } from "./query.ts";

/** A goal that is to be determined; where there is none at all, NaN. */
export const TO_BE_DETERMINED = Number.POSITIVE_INFINITY;
/** The target of a period that is a running total where values are of the period alone, or the other way round. */
export const NOT_COMPARABLE = Number.NEGATIVE_INFINITY;

/** Targets and baselines by group: in place where groups are dense, else by key. */
export interface GoalValues {
  target: Float64Array | Map<number, number>;
  /** `null` where there is none at all. */
  baseline: Float64Array | Map<number, number> | null;
}

/** Whether the values of periods are running totals and their targets not, or the other way round. */
const spansDiffer = (definition: IndicatorDefinition): boolean =>
  areRunningTotals(definition) ? definition.accumulation === "sum" : definition.accumulation === "cumulative";

interface IndexedGoals {
  key: string;
  /** What they were made of: a framework that was changed in these is indexed again. */
  parts: readonly unknown[];
  goals: GoalValues;
}
const indexed = new WeakMap<MeasurementFramework, IndexedGoals[]>();
/** Cuts whose goals are kept for a framework, and members of a dimension up to which they are. */
const [MAX_CUTS, MAX_MEMBERS] = [8, 4096];

/**
 * The goals in force: of those at one place, the one revised last by the day whose goals hold. They are indexed once for a framework and a cut;
 * lists of goals that are replaced are indexed again, a goal that is changed within its list is not seen.
 */
export function goalsOf(
  framework: MeasurementFramework,
  query: Query,
  dimensions: Dimension[],
  strides: Map<string, number>,
  groups: number,
  dense: boolean,
): GoalValues {
  const make = () => indexGoals(framework, query, dimensions, strides, groups, dense);
  if (dimensions.some(({ members }) => members.length > MAX_MEMBERS)) return make();
  const { where = {}, on, asOf } = query;
  const key = JSON.stringify([dimensions, where, on, asOf, framework.reportDay, dense]);
  const parts = [
    framework.periods,
    ...framework.indicators.flatMap((definition) => [
      ...[definition, definition.targets, definition.targets?.length],
      ...[definition.baselines, definition.baselines?.length],
    ]),
  ];
  const known = indexed.get(framework) ?? [];
  const found = known.find(
    (each) =>
      each.key === key &&
      each.parts.length === parts.length &&
      each.parts.every((part, index) => part === parts[index]),
  );
  if (found !== undefined) return found.goals;
  const goals = make();
  indexed.set(
    framework,
    [{ key, parts, goals }, ...known.filter((each) => each.key !== key)].slice(0, MAX_CUTS),
  );
  return goals;
}

function indexGoals(
  framework: MeasurementFramework,
  query: Query,
  dimensions: Dimension[],
  strides: Map<string, number>,
  groups: number,
  dense: boolean,
): GoalValues {
  const day = goalDay(framework, query);
  const { where = {} } = query;
  const split = dimensions.slice(1);
  // A goal fits where it is for just what is asked: the dimensions split by, and the single member chosen of others.
  const chosen = Object.entries(where).filter(
    ([name]) => name !== "indicator" && !split.some((dimension) => dimension.name === name),
  );
  const several = chosen.some(([, members]) => members.length !== 1);
  const indexes = new Map(
    split.map(({ name, members }) => [name, new Map(members.map((member, index) => [member, index]))]),
  );
  const offsetOf = (goal: Goal): number => {
    const at = goal.at ?? NOWHERE;
    let named = 0;
    for (const _ in at) named += 1;
    if (several || named !== split.length + chosen.length) return -1;
    for (const [name, [member]] of chosen) if (at[name] !== member) return -1;
    let offset = 0;
    for (const { name } of split) {
      const member = at[name];
      // The empty text is a member too: no source given.
      const index = member === undefined ? undefined : indexes.get(name)?.get(member);
      if (index === undefined) return -1;
      offset += index * (strides.get(name) ?? 0);
    }
    return offset;
  };
  const alone = split.some(({ name }) => name === "period") || chosen.some(([name]) => name === "period");
  const definitions = new Map(framework.indicators.map((definition) => [definition.code, definition]));
  const collect = (column: "targets" | "baselines"): Float64Array | Map<number, number> => {
    const found = dense ? new Float64Array(groups).fill(Number.NaN) : new Map<number, number>();
    const since = new Map<number, string>();
    const put = (key: number, value: number) => {
      if (found instanceof Map) found.set(key, value);
      else found[key] = value;
    };
    for (const [index, code] of (dimensions[0]?.members ?? []).entries()) {
      const first = index * (strides.get("indicator") ?? 1);
      const definition = definitions.get(code);
      const differs = column === "targets" && alone && definition !== undefined && spansDiffer(definition);
      let any = false;
      for (const goal of definition?.[column] ?? []) {
        if (goal.since !== undefined && day !== null && goal.since > day) continue;
        const offset = offsetOf(goal);
        if (offset < 0) continue;
        any = true;
        const key = first + offset;
        const start = goal.since ?? "";
        if (start !== "" || since.size > 0) {
          if (start < (since.get(key) ?? "")) continue;
          since.set(key, start);
        }
        put(key, differs && goal.value !== null ? NOT_COMPARABLE : (goal.value ?? TO_BE_DETERMINED));
      }
      if (any || column === "baselines" || definition === undefined || split.length + chosen.length > 0)
        continue;
      const sum = targetOfPeriods(definition, framework, day);
      if (sum !== null) put(first, sum.value ?? TO_BE_DETERMINED);
    }
    return found;
  };
  const anyBaseline = framework.indicators.some(({ baselines }) => (baselines ?? []).length > 0);
  return { target: collect("targets"), baseline: anyBaseline ? collect("baselines") : null };
}

const NOWHERE: Record<string, string> = {};

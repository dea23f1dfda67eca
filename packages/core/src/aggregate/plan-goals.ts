import type { Goal, MeasurementFramework } from "./definition.ts";
import type { Dimension, Query } from "./query.ts";

/** A goal that is to be determined; where there is none at all, NaN. */
export const TO_BE_DETERMINED = Number.POSITIVE_INFINITY;

/** Targets and baselines by group: in place where groups are dense, else by key. */
export interface Goals {
  target: Float64Array | Map<number, number>;
  /** `null` where there is none at all. */
  baseline: Float64Array | Map<number, number> | null;
}

/** The goals in force: of those at one place, the one revised last by the day that is asked about. */
export function goalsOf(
  framework: MeasurementFramework,
  query: Query,
  dimensions: Dimension[],
  strides: Map<string, number>,
  groups: number,
  dense: boolean,
): Goals {
  const day = query.asOf?.slice(0, 10);
  const { where = {} } = query;
  const split = dimensions.slice(1);
  // A goal fits where it is for just what is asked: the dimensions split by, and the single member chosen of others.
  const chosen = Object.entries(where).filter(
    ([name]) => name !== "indicator" && !split.some((dimension) => dimension.name === name),
  );
  const several = chosen.some(([, members]) => members.length !== 1);
  const places = new Map(
    split.map(({ name, members }) => [name, new Map(members.map((member, place) => [member, place]))]),
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
      const place = member === undefined ? undefined : places.get(name)?.get(member);
      if (place === undefined) return -1;
      offset += place * (strides.get(name) ?? 0);
    }
    return offset;
  };
  const definitions = new Map(framework.indicators.map((definition) => [definition.code, definition]));
  const collect = (column: "targets" | "baselines"): Float64Array | Map<number, number> => {
    const found = dense ? new Float64Array(groups).fill(Number.NaN) : new Map<number, number>();
    const since = new Map<number, string>();
    for (const [place, code] of (dimensions[0]?.members ?? []).entries()) {
      const first = place * (strides.get("indicator") ?? 1);
      for (const goal of definitions.get(code)?.[column] ?? []) {
        if (goal.since !== undefined && day !== undefined && goal.since > day) continue;
        const offset = offsetOf(goal);
        if (offset < 0) continue;
        const key = first + offset;
        const start = goal.since ?? "";
        if (start !== "" || since.size > 0) {
          if (start < (since.get(key) ?? "")) continue;
          since.set(key, start);
        }
        const value = goal.value ?? TO_BE_DETERMINED;
        if (found instanceof Map) found.set(key, value);
        else found[key] = value;
      }
    }
    return found;
  };
  const anyBaseline = framework.indicators.some(({ baselines }) => (baselines ?? []).length > 0);
  return { target: collect("targets"), baseline: anyBaseline ? collect("baselines") : null };
}

const NOWHERE: Record<string, string> = {};

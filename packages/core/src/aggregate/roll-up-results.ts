import { exactSum } from "../values/exact-sum.ts";
import type { MeasurementFramework } from "./definition.ts";
import { RESULT_REASONS, type ResultSet } from "./query.ts";

/** The figures of common indicators, group by group of the dimensions but the indicator's. */
export interface RolledUpResults {
  /** Common indicators, in order of first mention. */
  common: string[];
  /** Groups of each common indicator. */
  width: number;
  value: Float64Array;
  /** 0, or 1 + the place in `RESULT_REASONS`: a figure that one of the indicators lacks for another reason than silence is unknown. */
  reason: Uint8Array;
  /** Indicators that a figure is made of. */
  count: Uint32Array;
}

/**
 * Adds the figures of indicators up to those of common ones, for every cut at once. Each indicator is mapped to one common indicator and
 * so counted once; measures and units must be the same. Who shares a source, what is excluded and why, is for `rollUp` to tell.
 * @throws RangeError where figures are sparse, a measure makes no sum, or measures or units differ.
 */
export function rollUpResults(
  framework: MeasurementFramework,
  figures: ResultSet,
  mapping: Readonly<Record<string, string>>,
): RolledUpResults {
  if (figures.keys !== null) throw new RangeError("figures to be rolled up must be dense");
  const members = figures.dimensions[0]?.members ?? [];
  const width = members.length === 0 ? 0 : figures.size / members.length;
  const definitions = new Map(framework.indicators.map((definition) => [definition.code, definition]));
  const parts = new Map<string, number[]>();
  for (const [place, member] of members.entries()) {
    const to = mapping[member];
    if (to === undefined) continue;
    const list = parts.get(to);
    if (list === undefined) parts.set(to, [place]);
    else list.push(place);
  }
  const common = [...parts.keys()];
  const size = common.length * width;
  const result = {
    common,
    width,
    value: new Float64Array(size),
    reason: new Uint8Array(size),
    count: new Uint32Array(size),
  };
  const silent = 1 + RESULT_REASONS.indexOf("no-actual");
  for (const [at, places] of [...parts.values()].entries()) {
    const kinds = new Set(
      places.map((place) => {
        const { measure, unit = "" } = definitions.get(members[place] ?? "") ?? { measure: "count" };
        if (measure !== "count" && measure !== "currency" && measure !== "yes-no")
          throw new RangeError(`a ${measure} makes no sum`);
        return `${measure} ${unit}`;
      }),
    );
    if (kinds.size > 1) throw new RangeError(`${common[at]}: ${[...kinds].join(", ")} are not one`);
    for (let group = 0; group < width; group += 1) {
      const values: number[] = [];
      let reason = 0;
      for (const place of places) {
        const why = figures.reason[place * width + group] ?? 0;
        if (why === 0) values.push(figures.value[place * width + group] ?? 0);
        else if (why !== silent && (reason === 0 || why < reason)) reason = why;
      }
      const to = at * width + group;
      result.count[to] = values.length;
      result.reason[to] = reason || (values.length === 0 ? silent : 0);
      if (result.reason[to] === 0) result.value[to] = exactSum(values);
    }
  }
  return result;
}

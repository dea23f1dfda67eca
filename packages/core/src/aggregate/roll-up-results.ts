import { exactSum } from "../values/exact-sum.ts";
import type { MeasurementFramework } from "./definition.ts";
import { RESULT_REASONS, type ResultSet } from "./query.ts";

/** The values of common indicators, for each group of the dimensions but the indicator's. */
export interface RolledUpResults {
  /** Common indicators, in order of first mention. */
  common: string[];
  /** Groups of each common indicator. */
  width: number;
  value: Float64Array;
  /** 0, or 1 + the place in `RESULT_REASONS`: a value that one of the indicators lacks, though it was reported, is unknown. */
  reason: Uint8Array;
  /** Indicators that a value is made of. */
  count: Uint32Array;
  /** What the values of the indicators together leave possible, where one of them is only confined; NaN elsewhere. `null`: nowhere. */
  bounds: ResultSet["bounds"];
}

/**
 * Adds the values of indicators up to those of common ones, for every cut at once. Each indicator is mapped to one common indicator and
 * so counted once; measures and units must be the same. For ratios see `commonTable`; for shared sources and overlaps see `rollUp`.
 * @throws RangeError where results are sparse, a measure makes no sum, or measures or units differ.
 */
export function rollUpResults(
  framework: MeasurementFramework,
  figures: ResultSet,
  mapping: Readonly<Record<string, string>>,
): RolledUpResults {
  if (figures.keys !== null) throw new RangeError("results to be rolled up must be dense");
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
  const result: RolledUpResults = {
    common,
    width,
    value: new Float64Array(size),
    reason: new Uint8Array(size),
    count: new Uint32Array(size),
    bounds: null,
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
      const [lows, highs]: [number[], number[]] = [[], []];
      let reason = 0;
      for (const place of places) {
        const index = place * width + group;
        const why = figures.reason[index] ?? 0;
        const value = figures.value[index] ?? 0;
        if (why === 0) values.push(value);
        else if (why !== silent && (reason === 0 || why < reason)) reason = why;
        if (why === silent) continue;
        lows.push(why === 0 ? value : (figures.bounds?.low[index] ?? Number.NaN));
        highs.push(why === 0 ? value : (figures.bounds?.high[index] ?? Number.NaN));
      }
      const to = at * width + group;
      result.count[to] = values.length;
      result.reason[to] = reason || (values.length === 0 ? silent : 0);
      if (result.reason[to] === 0) result.value[to] = exactSum(values);
      else if (lows.length > 0 && !lows.some(Number.isNaN)) {
        result.bounds ??= {
          low: new Float64Array(size).fill(Number.NaN),
          high: new Float64Array(size).fill(Number.NaN),
        };
        result.bounds.low[to] = exactSum(lows);
        result.bounds.high[to] = highs.includes(Number.POSITIVE_INFINITY)
          ? Number.POSITIVE_INFINITY
          : exactSum(highs);
      }
    }
  }
  return result;
}

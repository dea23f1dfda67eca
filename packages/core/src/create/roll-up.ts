import { type FrameworkDocument, type Indicator, indicatorsOf } from "../document/index.ts";
import {
  measurementFor,
  type RolledUp,
  type RollUpIndicator,
  readingOf,
  rollUpIndicator as rollUpIndicators,
  unitOf,
} from "../indicators/index.ts";

/** Which indicators make a common one: for each document in its order the code, several, or `null` where it has none. */
export type RollUpMap = Readonly<Record<string, readonly (string | readonly string[] | null)[]>>;

/** A common indicator of several documents. Indicators in it are named by the document's place, from 1, and the code: `2/1.1.1`. */
export interface CommonResult {
  /** Its name in the mapping. */
  code: string;
  /** What the documents' actuals come to. */
  actual: RolledUp;
  /** What their targets come to. */
  target: RolledUp;
  /** As a fraction. `null` unless every part has an actual and a target. */
  percentOfTarget: number | null;
}

/** What an indicator measures. */
function kindOf(indicator: Indicator): Pick<RollUpIndicator, "measure" | "unit" | "levels"> {
  const unit = unitOf(indicator);
  const { measure, levels } = measurementFor(indicator);
  return { measure, ...(unit !== null && { unit }), ...(levels !== undefined && { levels }) };
}

/**
 * Rolls indicators of several documents up to common ones: counts add up, ratios and percentages add numerators and denominators and are never
 * averaged. What has no value is counted as missing and does not become zero.
 *
 * @throws RangeError where the mapping names an indicator that its document does not have, with those that it has.
 */
export function rollUp(documents: readonly FrameworkDocument[], mapping: RollUpMap): CommonResult[] {
  const own = documents.map(
    (document) => new Map(indicatorsOf(document).map(({ indicator }) => [indicator.code, indicator])),
  );
  const find = (index: number, code: string): Indicator => {
    const found = own[index]?.get(code);
    if (found !== undefined) return found;
    const known = [...(own[index]?.keys() ?? [])].join(", ");
    throw new RangeError(`document ${index + 1} has no indicator ${code}; known: ${known}`);
  };
  return Object.entries(mapping).map(([name, places]) => {
    const parts = places.flatMap((codes, index) =>
      (codes === null ? [] : [codes].flat()).map((code) => ({
        id: `${index + 1}/${code}`,
        indicator: find(index, code),
      })),
    );
    const [first] = parts;
    const summed = (column: "actual" | "target"): RolledUp => {
      const below = parts.map(
        ({ id, indicator }): RollUpIndicator => ({
          ...{ id, level: "project", reading: readingOf(indicator, indicator[column]) },
          ...kindOf(indicator),
        }),
      );
      const kind = first ? kindOf(first.indicator) : { measure: "count" as const };
      const top: RollUpIndicator = { id: name, level: "portfolio", ...kind };
      const mappings = below.map(({ id }) => ({ from: id, to: name }));
      return rollUpIndicators([top, ...below], mappings, name);
    };
    const [actual, target] = [summed("actual"), summed("target")];
    const whole = [actual, target].every(
      ({ summary, leftOut }) => summary.missingCount === 0 && leftOut.length === 0,
    );
    const [value, aim] = [actual.summary.value, target.summary.value];
    return {
      ...{ code: name, actual, target },
      percentOfTarget: whole && value !== null && aim ? value / aim : null,
    };
  });
}

import type { MeasurementFramework, ResultRow } from "@cadre/core/aggregate";
import type { Period } from "@cadre/core/observations";

export type Definition = MeasurementFramework["indicators"][number];

/** How an exact value is published: as a number, in words alone, or not at all. */
export type Form = "number" | "words" | "none";

/** Measures whose values make a sum; of the others no reader adds up periods, places or categories. */
const ADDED: readonly string[] = ["count", "currency"];
const ALWAYS = "9999-12-31";

/**
 * Which values a reader of the file adds up with one: those with the same dimensions, of every place and period. Categories of one axis are
 * kept apart; where there are several axes, a reader sums along each of them.
 */
function sumOf(definition: Definition | undefined, { period: _, ...at }: ResultRow["at"]): string {
  const names = Object.keys(at).sort();
  if (definition !== undefined && !ADDED.includes(definition.measure))
    return JSON.stringify(names.map((name) => [name, at[name]]));
  const [axis, ...others] = names.filter((name) => name !== "place");
  return JSON.stringify([names, axis !== undefined && others.length === 0 ? at[axis] : null]);
}

/**
 * How exact values of one indicator may be published. An IATI file has no field for what is not known, and its readers add up the numbers that are
 * there: of a sum one part of which is not a number no part is one. Where that part has no bounds either, words would be read back as if
 * the rest were the whole, and there are none. Of stocks and running totals, whose last value counts, this holds until the last period in which a
 * part is not known.
 */
export function formsOf(
  definition: Definition | undefined,
  rows: readonly ResultRow[],
  periods: ReadonlyMap<string, Period>,
): (row: ResultRow) => Form {
  const lastCounts = definition?.accumulation === "latest" || definition?.accumulation === "cumulative";
  const endOf = ({ at }: ResultRow) => periods.get(at.period ?? "")?.end ?? "";
  const until = { words: new Map<string, string>(), none: new Map<string, string>() };
  for (const row of rows) {
    const { value, reason, bounds, at } = row;
    if (reason === "no-actual" || at.source !== undefined || at.period === undefined) continue;
    // A value without a place has no field; it belongs to what the places add up to.
    if (value !== null && at.place !== "") continue;
    const ends = value === null && bounds === null ? until.none : until.words;
    const sum = sumOf(definition, at);
    const end = lastCounts ? endOf(row) : ALWAYS;
    if (end > (ends.get(sum) ?? "")) ends.set(sum, end);
  }
  return (row) => {
    const sum = sumOf(definition, row.at);
    const end = endOf(row);
    if (end <= (until.none.get(sum) ?? "")) return "none";
    return end <= (until.words.get(sum) ?? "") ? "words" : "number";
  };
}

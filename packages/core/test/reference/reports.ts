// From rows to what each source says: the rows in force, and what one report confines a number to. Written from the decision alone, for
// clarity; nothing of it is the engine's.

import type { IndicatorDefinition, MeasurementFramework } from "../../src/aggregate/definition.ts";
import type { Observation } from "../../src/observations/index.ts";

export type SameKey = "refuse" | "last" | "add";
export type Categories = Record<string, string>;

/** What one row states, in whole units. `below`: denominator; `undefined`: none, `null`: not reported. */
export interface Statement {
  period: string;
  source: string;
  place: string;
  id: string;
  categories: Categories;
  value: number;
  below: number | null | undefined;
  rows: number;
}

export const keyOf = (row: Observation): string =>
  JSON.stringify([
    [row.indicator, row.period, row.source ?? "", row.place ?? "", row.id ?? ""],
    Object.entries(row.categories ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
const said = (row: Observation): string =>
  JSON.stringify([
    row.value ?? null,
    row.numerator ?? null,
    row.denominator ?? null,
    row.value === undefined,
  ]);

export interface InForce {
  rows: Observation[];
  replaced: Observation[];
  repeated: Observation[];
}

const grouped = <T>(items: readonly T[], of: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(of(item), [...(groups.get(of(item)) ?? []), item]);
  return groups;
};

/** The rows that hold at the end of a day. */
export function inForce(all: readonly Observation[], asOf: string | undefined, sameKey: SameKey): InForce {
  const found: InForce = { rows: [], replaced: [], repeated: [] };
  const known = all.filter((row) => asOf === undefined || row.recordedAt.slice(0, 10) <= asOf);
  for (const rows of grouped(known, keyOf).values()) {
    const byTime = [...grouped(rows, (row) => row.recordedAt)].sort(([a], [b]) => (a < b ? -1 : 1));
    let last: Observation[] = [];
    for (const [, together] of byTime) {
      if (sameKey === "last") {
        // One after the other: what says the same counts once, what differs takes the other's place.
        found.replaced.push(...last.filter((row) => row.value !== null));
        last = [];
        for (const row of together) {
          const [before] = last;
          if (before !== undefined && said(before) === said(row)) found.repeated.push(row);
          else {
            if (before !== undefined && before.value !== null) found.replaced.push(before);
            last = [row];
          }
        }
        continue;
      }
      const different = [...grouped(together, said).values()].map((same) => same[0] as Observation);
      found.replaced.push(...last.filter((row) => row.value !== null));
      // Rows that contradict one another are handed back, and so is what says either of them again.
      last = different.length === 1 || sameKey === "add" ? different : [];
      if (last.length > 0) found.repeated.push(...together.filter((row) => !different.includes(row)));
    }
    found.rows.push(...last.filter((row) => row.value !== null));
  }
  return found;
}

/** Units of 10⁻ᵏ that every value of an indicator is a whole number of. */
export function unitOf(rows: readonly Observation[]): number {
  const decimals = rows.flatMap(({ value, numerator, denominator }) =>
    [value, numerator, denominator].map((number) => String(number ?? 0).split(".")[1]?.length ?? 0),
  );
  return 10 ** Math.max(0, ...decimals);
}

/** `ratio`: a quotient that is alone is in no unit. */
export function statementsOf(rows: readonly Observation[], unit: number, ratio: boolean): Statement[] {
  const whole = (value: number) => Math.round(value * unit);
  return rows.map((row) => ({
    ...{ period: row.period, source: row.source ?? "", place: row.place ?? "", id: row.id ?? "" },
    categories: { ...row.categories },
    value: ratio && row.value !== undefined ? (row.value ?? 0) : whole(row.value ?? row.numerator ?? 0),
    below:
      row.value !== undefined && row.value !== null
        ? undefined
        : row.denominator === undefined || row.denominator === null
          ? null
          : whole(row.denominator),
    rows: 1,
  }));
}

export const isCount = ({ measure }: IndicatorDefinition): boolean =>
  measure === "count" || measure === "currency";
export const isRatio = ({ measure }: IndicatorDefinition): boolean =>
  measure === "ratio" || measure === "percentage";

/** The categories of each partition: the declared ones, or all that any row of the indicator names. */
export type Partitions = Record<string, string[]>;

export function partitionsOf(framework: MeasurementFramework, rows: readonly Observation[]): Partitions {
  return Object.fromEntries(
    framework.axes
      .filter(({ kind }) => kind === "partition")
      .map(({ name, categories }) => [
        name,
        (categories ?? [...new Set(rows.flatMap((row) => row.categories?.[name] ?? []))]).filter(
          (category) => category !== "unknown",
        ),
      ]),
  );
}

export const sameCategories = (a: Categories, b: Categories): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([axis, is]) => b[axis] === is);
export const within = (inner: Categories, outer: Categories): boolean =>
  Object.entries(outer).every(([axis, is]) => inner[axis] === is);

/**
 * What a report leaves unsaid and means: who states every category of a partition, and neither their total nor `unknown`, has nobody
 * whose category is unknown. Returned are the combinations that are so known to be empty.
 */
export function emptyOf(statements: readonly Statement[], partitions: Partitions): Categories[] {
  const empty: Categories[] = [];
  const isReported = (at: Categories): boolean => {
    if (statements.some(({ categories }) => sameCategories(categories, at))) return true;
    const whole = Object.entries(partitions).filter(([axis, categories]) => {
      if (at[axis] !== undefined || categories.length === 0) return false;
      if (!statements.some((each) => each.categories[axis] !== undefined)) return false;
      if (!categories.every((category) => isReported({ ...at, [axis]: category }))) return false;
      const unknown = { ...at, [axis]: "unknown" };
      if (isReported(unknown)) return true;
      if (statements.some((each) => within(each.categories, unknown))) return false;
      empty.push(unknown);
      return true;
    });
    return whole.length > 0;
  };
  const visit = (at: Categories, axes: string[]): void => {
    isReported(at);
    for (const [number, axis] of axes.entries())
      for (const category of partitions[axis] !== undefined
        ? [...partitions[axis], "unknown"]
        : new Set(statements.flatMap((each) => each.categories[axis] ?? [])))
        visit({ ...at, [axis]: category }, axes.slice(number + 1));
  };
  visit({}, [...new Set(statements.flatMap(({ categories }) => Object.keys(categories)))]);
  return empty;
}

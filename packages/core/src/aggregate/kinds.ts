import { categoryOf } from "../observations/combinations.ts";
import type { ObservationTable } from "../observations/index.ts";
import { UNKNOWN } from "../values/axis.ts";

/** An axis as reports of an indicator use it. */
export interface AxisUse {
  axis: number;
  partition: boolean;
  /** Codes of the categories that make the whole of a partition, without `unknown`; of overlapping groups, those that are admitted. */
  categories: number[];
  unknown: number;
  /** Whether people whose category is unknown are asked about: of an open axis, where some row names them. */
  admitsUnknown: boolean;
}

/** Categories that are asked for together, per axis: people in any of them. */
export interface CellAsk {
  /** Offset of the group within its indicator, period, source and place. */
  offset: number;
  axes: { axis: number; codes: readonly number[] }[];
  /** Axes of which only `unknown` is asked for. */
  unknownOn: number[];
}

/** More kinds of people than these are not distinguished; bounds then are those of containment alone. */
const MAX_KINDS = 4096;
const REST = -1;

/** The kinds of people that some statements and questions distinguish: one digit an axis. */
export interface Kinds {
  axes: (AxisUse & { values: number[]; size: number })[];
  size: number;
}

/** The categories of each axis; of an open axis those that the indicator's rows name. */
export function axisUses(table: ObservationTable, combinations: Iterable<number>): AxisUse[] {
  const { axes, categories } = table.combinations;
  const named = axes.map(() => new Set<number>());
  const open = axes.some((axis) => axis.categories === undefined);
  if (open)
    for (const combination of combinations)
      for (const [axis, set] of named.entries()) {
        const code = categoryOf(table.combinations, combination, axis);
        if (code !== 0) set.add(code);
      }
  return axes.map(({ kind, categories: declared }, axis) => {
    const unknown = categories[axis]?.codes.get(UNKNOWN) ?? REST;
    const codes =
      declared === undefined
        ? [...(named[axis] ?? [])].sort((a, b) => a - b)
        : declared.map((category) => categories[axis]?.codes.get(category) ?? REST);
    const partition = kind === "partition";
    const admitsUnknown = declared !== undefined || codes.includes(unknown);
    return { axis, partition, categories: codes.filter((code) => code !== unknown), unknown, admitsUnknown };
  });
}

/** The kinds that statements on some combinations, and questions, distinguish; `null` where there are too many. */
export function kindsFor(
  table: ObservationTable,
  uses: readonly AxisUse[],
  combinations: readonly number[],
  asks: readonly CellAsk[],
): Kinds | null {
  const axes: Kinds["axes"] = [];
  let size = 1;
  for (const use of uses) {
    const spoken = new Set<number>();
    for (const combination of combinations) {
      const code = categoryOf(table.combinations, combination, use.axis);
      if (code !== 0) spoken.add(code);
    }
    for (const ask of asks)
      for (const { axis, codes } of ask.axes)
        if (axis === use.axis) for (const code of codes) spoken.add(code);
    if (spoken.size === 0) continue;
    const values = [...spoken];
    if (use.partition) {
      if (!spoken.has(use.unknown)) values.push(use.unknown);
      if (use.categories.some((code) => !spoken.has(code))) values.push(REST);
    } else if (values.length > 12) return null;
    const digits = use.partition ? values.length : 2 ** values.length;
    axes.push({ ...use, values, size: digits });
    size *= digits;
    if (size > MAX_KINDS) return null;
  }
  return { axes, size };
}

/** The kinds whose digit on each axis is admitted. */
function kindsWhere(
  { axes }: Kinds,
  admitted: (axis: Kinds["axes"][number]) => ((digit: number) => boolean) | null,
): number[] {
  let found = [0];
  for (const axis of axes) {
    const test = admitted(axis);
    const digits = Array.from({ length: axis.size }, (_, digit) => digit).filter(
      (digit) => test?.(digit) ?? true,
    );
    found = found.flatMap((before) => digits.map((digit) => before * axis.size + digit));
  }
  return found;
}

const hasAny = (axis: Kinds["axes"][number], codes: readonly number[]) => (digit: number) =>
  axis.partition
    ? codes.includes(axis.values[digit] ?? REST)
    : axis.values.some((code, bit) => (digit & (1 << bit)) !== 0 && codes.includes(code));

/** The kinds that a combination's statement counts. */
export const kindsOfCombination = (table: ObservationTable, kinds: Kinds, combination: number): number[] =>
  kindsWhere(kinds, (axis) => {
    const code = categoryOf(table.combinations, combination, axis.axis);
    return code === 0 ? null : hasAny(axis, [code]);
  });

/** The kinds that are asked for. */
export const kindsOfAsk = (kinds: Kinds, ask: CellAsk): number[] =>
  kindsWhere(kinds, (axis) => {
    const asked = ask.axes.find((each) => each.axis === axis.axis);
    return asked === undefined ? null : hasAny(axis, asked.codes);
  });

/** The combinations of one report on some axes, each as category codes by axis. */
export function codesOf(table: ObservationTable, combination: number): number[] {
  return table.combinations.axes.map((_, axis) => categoryOf(table.combinations, combination, axis));
}

/**
 * Who states every category of a partition, and neither their total nor `unknown`, has nobody whose category is unknown. Returned are the
 * combinations, as category codes by axis, that are so known to be empty.
 */
export function emptyCombinations(
  uses: readonly AxisUse[],
  stated: readonly (readonly number[])[],
): number[][] {
  const empty: number[][] = [];
  const keys = new Set(stated.map((codes) => codes.join()));
  const known = new Map<string, boolean>();
  const partitions = uses.filter(
    ({ axis, partition, categories }) =>
      partition && categories.length > 0 && stated.some((codes) => codes[axis] !== 0),
  );
  const isReported = (at: number[]): boolean => {
    const key = at.join();
    if (keys.has(key)) return true;
    const before = known.get(key);
    if (before !== undefined) return before;
    let found = false;
    // Every breakdown that is whole says so, and not only the first of them.
    for (const { axis, categories, unknown } of partitions) {
      if (at[axis] !== 0) continue;
      const on = (code: number) => at.with(axis, code);
      if (!categories.every((code) => isReported(on(code)))) continue;
      const rest = on(unknown);
      const spoken = () =>
        stated.some((codes) => rest.every((code, each) => code === 0 || codes[each] === code));
      if (isReported(rest)) found = true;
      else if (!spoken()) {
        empty.push(rest);
        found = true;
      }
    }
    known.set(key, found);
    return found;
  };
  const contexts = uses.filter(({ axis }) => stated.some((codes) => codes[axis] !== 0));
  const visit = (at: number[], left: readonly AxisUse[]): void => {
    isReported(at);
    for (const [index, { axis, partition, categories, unknown }] of left.entries())
      for (const code of partition
        ? [...categories, unknown]
        : [...new Set(stated.map((codes) => codes[axis] ?? 0))])
        if (code !== 0) visit(at.with(axis, code), left.slice(index + 1));
  };
  if (partitions.length > 0)
    visit(
      uses.map(() => 0),
      contexts,
    );
  return empty;
}

/** The kinds of an empty combination. */
export const kindsOfCodes = (kinds: Kinds, codes: readonly number[]): number[] =>
  kindsWhere(kinds, (axis) => {
    const code = codes[axis.axis] ?? 0;
    return code === 0 ? null : hasAny(axis, [code]);
  });

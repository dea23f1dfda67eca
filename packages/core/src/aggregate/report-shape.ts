import { askOf, endsByRemainder, endsOf, familyOf, remainders } from "../bounds/known-sums.ts";
import { groupBy } from "../values/group-by.ts";
import {
  type AxisUse,
  type CellAsk,
  codesOf,
  emptyCombinations,
  kindsFor,
  kindsOfAsk,
  kindsOfCodes,
  kindsOfCombination,
} from "./kinds.ts";
import type { Found, Node, Reading, Report, Shape } from "./reading.ts";

/** Whether a statement can speak of people asked for: it names no other category of a partition. */
export const speaksOf = (uses: readonly AxisUse[], codes: readonly number[], { axes }: CellAsk): boolean =>
  axes.every(({ axis, codes: any }) => {
    const code = codes[axis] ?? 0;
    return code === 0 || uses[axis]?.partition !== true || any.includes(code);
  });

export function shapeOf(reading: Reading, combinations: readonly number[], asks = reading.asks): Shape {
  const key = combinations.join();
  const known = asks === reading.asks ? reading.shapes.get(key) : undefined;
  if (known !== undefined) return known;
  const { table, uses } = reading;
  const codes = combinations.map((combination) => codesOf(table, combination));
  const empty = emptyCombinations(uses, codes);
  const kinds = kindsFor(table, uses, combinations, asks) ?? { axes: [], size: 0 };
  const emptyAtoms = new Set(empty.flatMap((each) => kindsOfCodes(kinds, each)));
  const without = (atoms: number[]) =>
    emptyAtoms.size === 0 ? atoms : atoms.filter((atom) => !emptyAtoms.has(atom));
  const family =
    kinds.size === 0
      ? familyOf(0, [])
      : familyOf(
          kinds.size,
          combinations.map((combination) => without(kindsOfCombination(table, kinds, combination))),
        );
  const { axisMasks } = table.combinations;
  const byAxisMask = groupBy(combinations.keys(), (index) => axisMasks[combinations[index] ?? 0] ?? 0);
  const shape: Shape = {
    family,
    asked: asks.map((ask) => askOf(family, kinds.size === 0 ? [] : without(kindsOfAsk(kinds, ask)))),
    speaking: asks.map((ask) => codes.flatMap((each, index) => (speaksOf(uses, each, ask) ? [index] : []))),
    stated: asks.map((ask) => {
      const single = uses.map(({ axis }) => {
        const codesAsked = ask.axes.find((each) => each.axis === axis)?.codes ?? [0];
        return codesAsked.length === 1 ? codesAsked[0] : -1;
      });
      return codes.findIndex((each) => each.every((code, axis) => code === single[axis]));
    }),
    empty,
    breakdowns: [...byAxisMask.values()],
  };
  if (asks === reading.asks) reading.shapes.set(key, shape);
  return shape;
}

export interface OneReport {
  ends: { low: number; high: number }[];
  contradicts: boolean;
  shape: Shape;
}

/** The ends of a statement, which may be one without a value. */
export const leastOf = (value: number): number => (Number.isNaN(value) ? 0 : value);
export const mostOf = (value: number): number => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);

/** What one report says by itself; where it contradicts itself, what it states counts, and the rest is reported by each breakdown apart. */
export function byOneReport(
  reading: Reading,
  { combinations, values }: Report,
  asks = reading.asks,
): OneReport {
  const shape = shapeOf(reading, combinations, asks);
  const { family, asked, breakdowns } = shape;
  const unvalued = values.some(Number.isNaN);
  if (family.atoms > 0 && family.nested !== null && !unvalued) {
    const left = remainders(family, values, reading.slack);
    if (left !== null)
      return { ends: asked.map((each) => endsByRemainder(each, left)), contradicts: false, shape };
  } else {
    const ends =
      family.atoms === 0
        ? byContainment(reading, combinations, values, asks)
        : endsOf(
            family,
            unvalued ? values.map(leastOf) : values,
            unvalued ? values.map(mostOf) : values,
            asked,
            reading.slack === 0,
          );
    if (ends !== null) return { ends, contradicts: false, shape };
  }
  const apart = breakdowns.map(
    (statements) =>
      byOneReport(
        { ...reading, shapes: new Map() },
        {
          id: 0,
          combinations: statements.map((index) => combinations[index] ?? 0),
          values: statements.map((index) => values[index] ?? 0),
          below: [],
          rows: [],
        },
        asks,
      ).ends,
  );
  const ends = asked.map((_, ask) => {
    const value = values[shape.stated[ask] ?? -1];
    if (value !== undefined && !Number.isNaN(value)) return { low: value, high: value };
    return {
      low: Math.min(...apart.map((each) => each[ask]?.low ?? 0)),
      high: Math.max(...apart.map((each) => each[ask]?.high ?? Number.POSITIVE_INFINITY)),
    };
  });
  return { ends, contradicts: true, shape };
}

/** Too many kinds of people to distinguish: a part is no more than what holds it, a whole no less than what it holds. */
function byContainment(
  { table, uses }: Reading,
  combinations: readonly number[],
  values: readonly number[],
  asks: readonly CellAsk[],
): { low: number; high: number }[] {
  const all = combinations.map((combination) => codesOf(table, combination));
  return asks.map(({ axes }) => {
    let [low, high] = [0, Number.POSITIVE_INFINITY];
    for (const [index, codes] of all.entries()) {
      const value = values[index] ?? 0;
      if (Number.isNaN(value)) continue;
      const single = uses.map(({ axis }) => {
        const codesAsked = axes.find((each) => each.axis === axis)?.codes;
        return codesAsked === undefined ? 0 : codesAsked.length === 1 ? (codesAsked[0] ?? 0) : -1;
      });
      if (codes.every((code, axis) => code === 0 || code === single[axis])) high = Math.min(high, value);
      if (axes.every(({ axis, codes: any }) => any.includes(codes[axis] ?? 0))) low = Math.max(low, value);
    }
    return { low: Math.min(low, high), high };
  });
}

const pickRows = (report: Report, shape: Shape, ask: number): number[] =>
  (shape.speaking[ask] ?? []).flatMap((index) => report.rows[index] ?? []);

/** What the reports of one place and period say together. */
export function byOneNode(reading: Reading, { ids }: Node, asks = reading.asks): Found[] {
  const each = ids.map((report) => byOneReport(reading, report, asks));
  return asks.map((_, ask) => {
    const found: Found = {
      ...{ low: 0, high: 0, contradicts: false, overlaps: false, unvalued: false },
      ...{ rows: [], from: 0, to: 0 },
    };
    for (const [index, { ends, contradicts, shape }] of each.entries()) {
      found.low += ends[ask]?.low ?? 0;
      found.high += ends[ask]?.high ?? 0;
      found.contradicts ||= contradicts;
      const report = ids[index] as Report;
      found.unvalued ||= (shape.speaking[ask] ?? []).some((each) => Number.isNaN(report.values[each]));
      found.rows.push(...pickRows(report, shape, ask));
    }
    return found;
  });
}

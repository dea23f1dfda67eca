import type { Combination } from "../document/index.ts";
import { CHUNK, categoryOf, chunkOf, MISSING, type ObservationTable } from "../observations/index.ts";
import { exactSum } from "../values/exact-sum.ts";
import { quotient } from "../values/fraction.ts";
import { adds, type IndicatorPlan, isRatio, type Plan } from "./plan.ts";
import type { ResultReason } from "./query.ts";
import { RESULT_REASONS } from "./query.ts";

/** A figure under way. A `denominator` of NaN: `value` stands alone. Where there is a reason, only the bounds mean anything. */
export interface PartialResult {
  value: number;
  denominator: number;
  reason: ResultReason | null;
  low: number;
  high: number;
  /** Rows that it rests on. */
  rows: number[];
  /** Reported rows that it rests on, where those of the table stand for several. */
  count?: number;
}

const known = (value: number, denominator: number, rows: number[]): PartialResult => ({
  value,
  denominator,
  reason: null,
  low: Number.NaN,
  high: Number.NaN,
  rows,
});
const unknown = (
  reason: ResultReason,
  rows: number[],
  low = Number.NaN,
  high = Number.NaN,
): PartialResult => ({
  value: Number.NaN,
  denominator: Number.NaN,
  reason,
  low,
  high,
  rows,
});

/** The number that a part is, or why it is none; of ratios, the quotient. */
export function settle(part: PartialResult, percent: boolean): PartialResult {
  if (part.reason !== null || Number.isNaN(part.denominator)) return part;
  if (part.denominator === 0) return unknown("denominator-zero", part.rows);
  return known(quotient(part.value, part.denominator, percent ? 100 : 1), Number.NaN, part.rows);
}

const weightiest = (reasons: ResultReason[]): ResultReason =>
  RESULT_REASONS.find((reason) => reasons.includes(reason)) ?? "no-actual";
const ends = (part: PartialResult, end: "low" | "high"): number =>
  part.reason === null ? part.value : part[end];

type Several = Combination | "parts";

/** Several parts made one. Reasons outweigh numbers; bounds are combined as far as every part has them. */
export function combine(
  parts: PartialResult[],
  how: Combination,
  none: ResultReason,
  course: IndicatorPlan,
): PartialResult {
  const [first] = parts;
  if (first === undefined) return unknown("no-actual", []);
  if (parts.length === 1) return first;
  const rows = parts.flatMap((part) => part.rows);
  if (how === "none") return unknown(none, rows);
  const percent = course.definition.measure === "percentage";
  const each = how === "max" ? parts.map((part) => settle(part, percent)) : parts;
  const reasons = each.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  if (reasons.length > 0) {
    const at = (end: "low" | "high") =>
      merge(
        each.map((part) => ends(part, end)),
        how,
      );
    const [low, high] = isRatio(course.definition) ? [Number.NaN, Number.NaN] : [at("low"), at("high")];
    return unknown(weightiest(reasons), rows, low, Number.isNaN(low) ? low : high);
  }
  if (how === "max") {
    const top = Math.max(...each.map(({ value }) => value));
    // Of equal ratios the one that rests on more.
    const chosen = parts
      .filter((_, at) => each[at]?.value === top)
      .reduce((a, b) => ((b.denominator || 0) > (a.denominator || 0) ? b : a));
    return { ...chosen, rows };
  }
  const value = merge(
    parts.map((part) => part.value),
    how,
  );
  if (!isRatio(course.definition)) return known(value, Number.NaN, rows);
  if (parts.some(({ denominator }) => Number.isNaN(denominator))) return unknown("denominator-missing", rows);
  return known(value, exactSum(parts.map(({ denominator }) => denominator)), rows);
}

function merge(numbers: number[], how: Several): number {
  if (numbers.some(Number.isNaN)) return Number.NaN;
  if (how === "max") return Math.max(...numbers);
  const sum = numbers.includes(Number.POSITIVE_INFINITY) ? Number.POSITIVE_INFINITY : exactSum(numbers);
  return how === "average" ? quotient(sum, numbers.length) : sum;
}

const bits = (axes: number[]): number => axes.reduce((mask, axis) => mask | (1 << axis), 0);
const bitCount = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

interface Row {
  row: number;
  cell: number;
  part: PartialResult;
}

/** What is needed to read the reports of one indicator. */
interface Reading {
  plan: Plan;
  table: ObservationTable;
  course: IndicatorPlan;
  overlapping: number;
}

const categories = (reading: Reading, cell: number, axes: number[]): string =>
  axes.map((axis) => categoryOf(reading.table.combinations, cell, axis)).join();

/**
 * The cells of one report on some axes. A cell that was reported counts as reported; else it is the sum of its parts in the coarsest
 * breakdown that was given, where parts add up; breakdowns without overlapping axes come first.
 */
function cellsOn(reading: Reading, rows: Row[], axes: number[]): Map<string, PartialResult> {
  const { signatures } = reading.table.combinations;
  const mask = bits(axes);
  const signatureOf = ({ cell }: Row) => signatures[cell] ?? 0;
  const found = new Map<string, PartialResult>();
  const usable = [...new Set(rows.map(signatureOf))].filter((signature) => (signature & mask) === mask);
  usable.sort(
    (a, b) =>
      Number((a & ~mask & reading.overlapping) !== 0) - Number((b & ~mask & reading.overlapping) !== 0) ||
      bitCount(a) - bitCount(b) ||
      a - b,
  );
  for (const signature of usable) {
    const parts = new Map<string, Row[]>();
    for (const row of rows) {
      if (signatureOf(row) !== signature) continue;
      const key = categories(reading, row.cell, axes);
      const group = parts.get(key);
      if (group === undefined) parts.set(key, [row]);
      else group.push(row);
    }
    for (const [key, group] of parts)
      if (!found.has(key)) found.set(key, wholeOf(reading, group, signature & ~mask));
  }
  return found;
}

/** The whole that the parts on further axes make. */
function wholeOf(reading: Reading, group: Row[], extra: number): PartialResult {
  const { course, overlapping } = reading;
  const parts = group.map(({ part }) => part);
  if (extra === 0) return parts[0] ?? unknown("no-actual", []);
  if ((extra & overlapping) === 0 && adds(course.definition))
    return combine(parts, "sum", "parts-do-not-add-up", course);
  const rows = parts.flatMap((part) => part.rows);
  if (!isCount(course) || parts.some(({ value }) => value < 0)) return unknown("parts-do-not-add-up", rows);
  // Overlapping groups: the whole is no less than the largest of them. It can be more than all, for they need not cover it.
  const apart = reading.table.combinations.axes.flatMap((_, axis) =>
    (extra & ~overlapping & (1 << axis)) === 0 ? [] : [axis],
  );
  const largest = new Map<string, number>();
  for (const { cell, part } of group) {
    const key = categories(reading, cell, apart);
    largest.set(key, Math.max(largest.get(key) ?? 0, part.value));
  }
  return unknown("parts-do-not-add-up", rows, exactSum([...largest.values()]), Number.POSITIVE_INFINITY);
}

const isCount = ({ definition }: IndicatorPlan): boolean =>
  definition.measure === "count" || definition.measure === "currency";

/**
 * Joint cells that a report confines by its marginals (Fréchet): min of them, and what they must share within the total. Marginals that
 * would have to be added up from the joint cells themselves say nothing of those that are absent.
 */
function addBounds(reading: Reading, report: Row[], axes: number[], found: Map<string, PartialResult>): void {
  if (axes.length < 2 || !isCount(reading.course)) return;
  const mask = bits(axes);
  const rows = report.filter(
    ({ cell }) => ((reading.table.combinations.signatures[cell] ?? 0) & mask) !== mask,
  );
  const marginals = axes.map((axis) => [...cellsOn(reading, rows, [axis])]);
  if (marginals.some((each) => each.length === 0)) return;
  const total = cellsOn(reading, rows, []).get("");
  const visit = (depth: number, key: string[], chosen: PartialResult[]): void => {
    if (depth < marginals.length) {
      for (const [category, part] of marginals[depth] ?? [])
        visit(depth + 1, [...key, category], [...chosen, part]);
      return;
    }
    if (found.has(key.join())) return;
    if (chosen.some(({ reason, value }) => reason !== null || value < 0)) return;
    const values = chosen.map(({ value }) => value);
    const whole = total !== undefined && total.reason === null ? total.value : Number.POSITIVE_INFINITY;
    const spare = whole === Number.POSITIVE_INFINITY ? whole : whole * (values.length - 1);
    const low = spare === Number.POSITIVE_INFINITY ? 0 : Math.max(0, exactSum([...values, -spare]));
    const rows = [
      ...new Set([...chosen, ...(total?.reason === null ? [total] : [])].flatMap((part) => part.rows)),
    ];
    found.set(key.join(), unknown("bounds-only", rows, low, Math.max(low, Math.min(whole, ...values))));
  };
  visit(0, [], []);
}

/** A figure of a report that is asked for, and where it belongs. */
interface Element {
  /** Offset of the group but for the period. */
  offset: number;
  rank: number;
  period: number;
  source: number;
  place: number;
  part: PartialResult;
}

function partOf(row: number, value: number, denominator: number): PartialResult {
  return denominator === MISSING ? unknown("denominator-missing", [row]) : known(value, denominator, [row]);
}

/** Every figure of the reports that is asked for. */
function elementsOf(reading: Reading, rows: number[]): Element[] {
  const { plan, table, course } = reading;
  const reports = new Map<string, Row[]>();
  for (const row of rows) {
    const chunk = chunkOf(table, row);
    const at = row % CHUNK;
    const facet = chunk.facet[at] as number;
    const key = `${table.facets.period[facet]},${chunk.source[at]},${chunk.place[at]}`;
    const part = partOf(row, chunk.value[at] as number, chunk.denominator?.[at] ?? Number.NaN);
    const entry = { row, cell: table.facets.cell[facet] as number, part };
    const report = reports.get(key);
    if (report === undefined) reports.set(key, [entry]);
    else report.push(entry);
  }
  const axes = [...plan.byAxes, ...plan.whereAxes];
  const overlaps = plan.whereAxes.some((axis) => (reading.overlapping & (1 << axis)) !== 0);
  const offsetIn = (name: string, code: number) =>
    (plan.memberOf.get(name)?.[code] ?? 0) * (plan.strides.get(name) ?? 0);
  const elements: Element[] = [];
  for (const [key, report] of reports) {
    const [period, source, place] = key.split(",").map(Number) as [number, number, number];
    const cells = cellsOn(reading, report, axes);
    addBounds(reading, report, axes, cells);
    const first = course.offset + offsetIn("source", source) + offsetIn("place", place);
    const groups = new Map<number, PartialResult[]>();
    for (const [names, part] of cells) {
      let offset = first;
      const codes = names === "" ? [] : names.split(",").map(Number);
      for (const [at, axis] of axes.entries()) {
        const name = table.combinations.axes[axis]?.name ?? "";
        const member = plan.memberOf.get(name)?.[codes[at] ?? 0] ?? -1;
        offset = member < 0 ? Number.NaN : offset + member * (plan.strides.get(name) ?? 0);
      }
      if (Number.isNaN(offset)) continue;
      const group = groups.get(offset);
      if (group === undefined) groups.set(offset, [part]);
      else group.push(part);
    }
    for (const [offset, parts] of groups) {
      const one = parts.length === 1 || (adds(course.definition) && !overlaps);
      const part = one
        ? combine(parts, "sum", "parts-do-not-add-up", course)
        : unknown(
            "parts-do-not-add-up",
            parts.flatMap((each) => each.rows),
          );
      elements.push({ offset, rank: plan.rank[period] as number, period, source, place, part });
    }
  }
  return elements;
}

const grouped = <T>(items: T[], keyOf: (item: T) => number): Map<number, T[]> => {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};

/** Sources within each place, then places. */
function overSourcesAndPlaces(course: IndicatorPlan, elements: Element[]): PartialResult {
  const { sources, places } = course.definition.combination;
  const local = [...grouped(elements, ({ place }) => place).values()].map((each) =>
    combine(
      each.map(({ part }) => part),
      sources,
      "sources-not-combined",
      course,
    ),
  );
  return combine(local, places, "places-not-combined", course);
}

/** The last figure of every source at every place. */
function lastOfSeries(elements: Element[]): Element[] {
  const last = new Map<string, Element>();
  for (const element of elements) {
    const series = `${element.source},${element.place}`;
    const before = last.get(series);
    if (before === undefined || before.rank < element.rank) last.set(series, element);
  }
  return [...last.values()];
}

/**
 * The figures of one indicator, by group. Within a period sources are combined in each place and then places, and periods are
 * accumulated last; of stocks and running totals each source's last figure is taken first.
 */
export function resultsOfReports(
  plan: Plan,
  table: ObservationTable,
  course: IndicatorPlan,
  rows: number[],
): Map<number, PartialResult> {
  const overlapping = bits(
    table.combinations.axes.flatMap(({ kind }, axis) => (kind === "overlapping" ? [axis] : [])),
  );
  const elements = elementsOf({ plan, table, course, overlapping }, rows);
  const { accumulation, measure } = course.definition;
  const found = new Map<number, PartialResult>();
  const put = (group: number, part: PartialResult) =>
    found.set(group, settle(part, measure === "percentage"));
  const periods = plan.memberOf.get("period");
  const stride = plan.strides.get("period");
  const chosen = (period: number) => (periods?.[period] ?? 0) >= 0;
  const series = accumulation === "latest" || accumulation === "cumulative";
  let seen = -1;
  for (const row of rows) {
    const facet = chunkOf(table, row).facet[row % CHUNK] as number;
    seen = Math.max(seen, plan.rank[table.facets.period[facet] as number] as number);
  }
  const lastChosen = Math.max(-1, ...[...plan.rank].filter((_, period) => chosen(period)));
  for (const [offset, group] of grouped(elements, (element) => element.offset)) {
    const byPeriod = [...grouped(group, ({ period }) => period)];
    if (stride === undefined) {
      if (series) {
        const upTo = group.filter(({ rank }) => rank <= lastChosen);
        if (upTo.length > 0) put(offset, overSourcesAndPlaces(course, lastOfSeries(upTo)));
      } else {
        const each = byPeriod.map(([, members]) => overSourcesAndPlaces(course, members));
        put(offset, combine(each, accumulation, "no-actual", course));
      }
    } else if (accumulation === "cumulative") {
      for (const [period, rank] of plan.rank.entries()) {
        if (!chosen(period) || rank > seen) continue;
        const upTo = group.filter((element) => element.rank <= rank);
        if (upTo.length === 0) continue;
        put(offset + (periods?.[period] ?? 0) * stride, overSourcesAndPlaces(course, lastOfSeries(upTo)));
      }
    } else {
      for (const [period, members] of byPeriod)
        put(offset + (periods?.[period] ?? 0) * stride, overSourcesAndPlaces(course, members));
    }
  }
  return found;
}

import { CalendarDate } from "@cadre/core";
import { type Period, periodContains } from "@cadre/core/observations";
import { addDays } from "date-fns/addDays";
import { formatISO } from "date-fns/formatISO";
import { parseISO } from "date-fns/parseISO";
import { periodOfDays } from "../mapping/period-of-days.ts";
import type { PeriodValue } from "./mapping/values.ts";
import type { Data } from "./spec.ts";
import type { indicator, period } from "./vocabulary-result.ts";

/** An indicator of an activity. */
export type IatiIndicator = Data<typeof indicator>;
/** A period of an activity's indicator. */
export type IatiPeriod = Data<typeof period>;

/** A day as the schema writes it (`xsd:date`, which admits a time zone); `null` where the calendar has no such day. */
export function dayIn(text: string | undefined): CalendarDate | null {
  const [, day] =
    /^\s*(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2}|T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?\s*$/.exec(text ?? "") ?? [];
  return day !== undefined && day >= "0001" && CalendarDate.safeParse(day).success ? day : null;
}

/** The days of a period; `null` where one of them is no day, or the last comes before the first. */
export function daysIn(data: IatiPeriod): { start: CalendarDate; end: CalendarDate } | null {
  const [start, end] = [dayIn(data["period-start"]?.["iso-date"]), dayIn(data["period-end"]?.["iso-date"])];
  return start === null || end === null || start > end ? null : { start, end };
}

/**
 * A period by its days: under the name that one of `known` has for them, else by the calendar (`2020-Q1`), else as an interval
 * (`2020-01-15/2020-07-14`).
 */
export function periodIn(data: IatiPeriod, known: readonly Period[] = []): Period | null {
  const days = daysIn(data);
  const own = known.find(({ start, end }) => start === days?.start && end === days.end);
  return own ?? (days && periodOfDays(days.start, days.end));
}

/** A period with all that the file says of it: a file may repeat a period for each dimension. */
export interface JoinedPeriod {
  period: Period;
  targets: PeriodValue[];
  actuals: PeriodValue[];
  /** The elements that say so. */
  elements: IatiPeriod[];
}

/**
 * The periods of an indicator in the order of their ends, of those with one end the longest last. Periods of the same days are one: before
 * version 2.03 a period held one target and one actual and was repeated for every dimension. Where a period begins on the day that another
 * ends, that day belongs to the later one.
 */
export function periodsOf(
  { period = [] }: IatiIndicator,
  known: readonly Period[] = [],
): { periods: JoinedPeriod[]; undated: IatiPeriod[] } {
  const undated: IatiPeriod[] = [];
  const byDays = new Map<string, JoinedPeriod>();
  for (const data of period) {
    const found = periodIn(data, known);
    if (found === null) {
      undated.push(data);
      continue;
    }
    const key = `${found.end} ${found.start}`;
    const joined = byDays.get(key) ?? { period: found, targets: [], actuals: [], elements: [] };
    byDays.set(key, joined);
    // What is repeated word for word counts once.
    const more = (own: PeriodValue[], values: PeriodValue[] = []) => {
      const before = new Set(own.map((each) => JSON.stringify(each)));
      own.push(...values.filter((each) => !before.has(JSON.stringify(each))));
    };
    more(joined.targets, data.target);
    more(joined.actuals, data.actual);
    joined.elements.push(data);
  }
  const periods = [...byDays.values()].sort(
    ({ period: a }, { period: b }) =>
      (a.end < b.end ? -1 : Number(a.end > b.end)) || (a.start > b.start ? -1 : 1),
  );
  for (const each of periods) {
    const { start, end } = each.period;
    const next = periods.find(
      ({ period: { start: from, end: to } }) => from === end && to > end && start < from,
    );
    if (next === undefined || known.includes(each.period)) continue;
    each.period = periodOfDays(start, formatISO(addDays(parseISO(end), -1), { representation: "date" }));
  }
  return { periods, undated };
}

/** Those that no other one contains. */
export const outermost = (periods: readonly JoinedPeriod[]): JoinedPeriod[] =>
  periods.filter(
    ({ period }) => !periods.some(({ period: other }) => other !== period && periodContains(other, period)),
  );

/** Periods in groups: two that share days are of one group. */
export function crossing(periods: readonly JoinedPeriod[]): JoinedPeriod[][] {
  const groups: JoinedPeriod[][] = [];
  let end = "";
  for (const each of periods.toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1))) {
    const group = groups.at(-1);
    if (group !== undefined && each.period.start <= end) group.push(each);
    else groups.push([each]);
    if (each.period.end > end) end = each.period.end;
  }
  return groups;
}

/** Measures of the standard whose values are ordinal or text: no two of them make a third. */
const PERCENT = "2";
const ORDINAL_MEASURES: readonly string[] = ["3", "4", "5"];
export const isOrdinal = ({ measure = "" }: IatiIndicator): boolean => ORDINAL_MEASURES.includes(measure);
export const isPercentage = ({ measure }: IatiIndicator): boolean => measure === PERCENT;

/** Whether less of it is better, and there was some before: a level, of which every period has its own. */
const isLevel = ({ ascending, baseline = [] }: IatiIndicator): boolean =>
  (ascending === "0" || ascending === "false") && baseline.some(({ value }) => Number(value) > 0);

/**
 * How the values of some periods make one, which the standard does not say: of percentages, ordinal values and levels that are to fall the last
 * is taken. Periods that begin on one day and end on several are running totals. Others add up: one that contains others is their total,
 * and of those that cross only limits are known.
 */
export function accumulationOf(
  indicator: IatiIndicator,
  reported: readonly JoinedPeriod[],
): "sum" | "cumulative" | "latest" {
  if (isPercentage(indicator) || isOrdinal(indicator) || isLevel(indicator)) return "latest";
  const [first] = reported;
  const running = reported.length > 1 && reported.every(({ period }) => period.start === first?.period.start);
  return running ? "cumulative" : "sum";
}

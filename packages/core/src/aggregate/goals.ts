import type { CalendarDate } from "../values/date.ts";
import { exactSum } from "../values/exact-sum.ts";
import type { Period } from "../values/period.ts";
import type { Goal, IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import type { Query } from "./query.ts";

/** Names what a goal or a value is of: its category on each axis, its period, its place. */
export const categoryKey = (at: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify(Object.entries(at).sort());

/** The day whose goals hold for a query; `null` where nothing names one: the last revisions hold then. */
export function goalDay(
  { reportDay }: MeasurementFramework,
  { on, asOf }: Pick<Query, "on" | "asOf">,
): CalendarDate | null {
  return on ?? asOf?.slice(0, 10) ?? reportDay ?? null;
}

/** The goals in force on a day: the last revision of each. Without a day, the last revision of all. */
export function inForce(goals: readonly Goal[] | undefined, day: CalendarDate | null): Goal[] {
  const found = new Map<string, Goal>();
  for (const goal of goals ?? []) {
    const { at, since = "" } = goal;
    const key = categoryKey(at);
    if ((day === null || since <= day) && since >= (found.get(key)?.since ?? "")) found.set(key, goal);
  }
  return [...found.values()];
}

/** Whether the targets of periods are running totals. */
export const areRunningTotals = ({ periodTargets, accumulation }: IndicatorDefinition): boolean =>
  periodTargets === undefined ? accumulation !== "sum" : periodTargets === "running-total";

const isOfPeriod = ({ at = {} }: Goal): boolean => at.period !== undefined && Object.keys(at).length === 1;

/** The target of each period in force on a day: the last revision of each. */
export const periodTargetsOn = (
  { targets }: IndicatorDefinition,
  day: CalendarDate | null,
): Map<string, Goal> =>
  new Map(inForce(targets?.filter(isOfPeriod), day).map((goal) => [goal.at?.period ?? "", goal]));

/**
 * The target of a whole that only has targets of periods: their sum where they are of each period alone, the last one where they are
 * running totals. `null` where a period has none (of running totals: the last one), or where periods overlap in part.
 */
export function targetOfPeriods(
  definition: IndicatorDefinition,
  framework: MeasurementFramework,
  day: CalendarDate | null,
): Goal | null {
  const byPeriod = periodTargetsOn(definition, day);
  if (byPeriod.size === 0) return null;
  const periods = [...framework.periods].sort((a, b) => (a.end < b.end ? -1 : 1));
  const due = periods.filter(({ id }) => byPeriod.has(id));
  const last = due.at(-1);
  if (last === undefined) return null;
  if (areRunningTotals(definition))
    return last.end === periods.at(-1)?.end ? { value: byPeriod.get(last.id)?.value ?? null } : null;
  const overlap = (a: Period, b: Period) => a.start <= b.end && b.start <= a.end;
  // Of a year and its quarters the year says it all.
  const outer = due.filter((inner) =>
    due.every((each) => each === inner || each.start > inner.start || each.end < inner.end),
  );
  const complete = periods.every((period) => outer.some((each) => overlap(each, period)));
  const apart = outer.every((each, index) => !outer.slice(index + 1).some((other) => overlap(each, other)));
  if (!complete || !apart) return null;
  const values = outer.flatMap(({ id }) => byPeriod.get(id)?.value ?? []);
  return { value: values.length < outer.length ? null : exactSum(values) };
}

import type { PlannedLevel, StatusInput } from "../indicators/index.ts";
import type { CalendarDate } from "../values/date.ts";
import { exactSum } from "../values/exact-sum.ts";
import type { Value } from "../values/value.ts";
import { NONE, numberValue } from "../values/value-number.ts";
import type { Goal, IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { areRunningTotals, inForce, periodTargetsOn, targetOfPeriods } from "./goals.ts";
import type { ResultRow } from "./query.ts";

const goalValue = (goal: Goal | null): Value => {
  if (goal === null) return NONE;
  return goal.value === null ? { kind: "tbd" } : numberValue(goal.value);
};
const ofWhole = (goals: readonly Goal[]): Goal | null =>
  goals.find(({ at }) => Object.keys(at ?? {}).length === 0) ?? null;

/**
 * The milestones of an indicator in all: its own, and the targets of periods as running totals, which are due at the ends of the periods.
 */
function milestonesOf(
  definition: IndicatorDefinition,
  framework: MeasurementFramework,
  day: CalendarDate | null,
): PlannedLevel[] {
  const ends = new Map(framework.periods.map(({ id, end }) => [id, end]));
  const own = inForce(definition.milestones, day).flatMap((goal): PlannedLevel[] => {
    const names = Object.keys(goal.at ?? {});
    if (names.length === 0) return [{ value: goalValue(goal), by: goal.by ?? null }];
    const by = names.join() === "period" ? (goal.by ?? ends.get(goal.at?.period ?? "")) : undefined;
    return by === undefined ? [] : [{ value: goalValue(goal), by, from: by }];
  });
  const targets = periodTargetsOn(definition, day);
  const running = areRunningTotals(definition);
  const sofar: number[] = [];
  const periods = [...framework.periods].sort((a, b) => (a.end < b.end ? -1 : 1));
  const due = periods.flatMap(({ id, end }): PlannedLevel[] => {
    const goal = targets.get(id);
    if (goal === undefined) return [];
    sofar.push(goal.value ?? Number.NaN);
    const level = running ? (goal.value ?? Number.NaN) : exactSumOf(sofar);
    return Number.isNaN(level) ? [] : [{ value: numberValue(level), by: end, from: end }];
  });
  return [...own, ...due];
}

const exactSumOf = (numbers: readonly number[]): number =>
  numbers.some(Number.isNaN) ? Number.NaN : exactSum(numbers);

/** A result as the value of a document: a number, or a range where it is only confined. */
export function resultValue(
  { value, bounds }: Pick<ResultRow, "value" | "bounds">,
  unit?: string | undefined,
): Value {
  if (value !== null || bounds === null) return value === null ? NONE : numberValue(value, { unit });
  const { low, high } = bounds;
  return { ...{ kind: "number", value: null, low }, ...(high !== null && { high }), ...(unit && { unit }) };
}

/** What the status of an indicator in all is made of. */
export function statusInput(
  definition: IndicatorDefinition,
  framework: MeasurementFramework,
  result: Pick<ResultRow, "value" | "bounds">,
  day: CalendarDate | null,
): StatusInput {
  const target = ofWhole(inForce(definition.targets, day)) ?? targetOfPeriods(definition, framework, day);
  return {
    baseline: goalValue(ofWhole(inForce(definition.baselines, day))),
    target: goalValue(target),
    actual: resultValue(result),
    milestones: milestonesOf(definition, framework, day),
    start: framework.start ?? null,
    end: framework.end ?? null,
    on: day,
    ...(definition.direction !== undefined && { direction: definition.direction }),
    ...(definition.maintain !== undefined && { maintain: definition.maintain }),
  };
}

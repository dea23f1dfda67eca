import type { ObservationTable } from "../observations/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { periodsMeet } from "./geometry.ts";
import type { IndicatorPlan, Plan } from "./plan.ts";
import { type ResultSet, reasonCode } from "./query.ts";
import { timeOf } from "./reading.ts";
import type { ReportedPeriods } from "./reported-periods.ts";

/** Whether some indicator that a common one rolls up says nothing of what a group asks for; `period` by code, `null`: all that are chosen. */
function isSilent(
  { geometry, memberOf }: Plan,
  definition: IndicatorDefinition,
  reported: ReportedPeriods,
  period: number | null,
): boolean {
  const time = timeOf(definition, period !== null);
  const chosen = memberOf.get("period");
  const order = (each: number) => geometry.order[each] ?? 0;
  const isChosen = (each: number) => chosen === undefined || (chosen[each] ?? -1) >= 0;
  const until =
    period !== null ? order(period) : Math.max(-1, ...geometry.order.filter((_, each) => isChosen(each)));
  const due = [...new Set([...reported.values()].flatMap((periods) => [...periods]))].filter((each) =>
    period === null
      ? isChosen(each)
      : each === period || (time === "add" && periodsMeet(geometry, each, period)),
  );
  return [...reported.values()].some((own) => {
    const all = [...own];
    if (time === "running") return !all.some((each) => order(each) <= until);
    if (time === "last") return !all.some(isChosen);
    return (period === null ? due : [period]).some(
      (each) => !all.some((one) => one === each || (time === "add" && periodsMeet(geometry, one, each))),
    );
  });
}

/** Makes what a common indicator comes to a bound, or nothing, where an indicator that it rolls up is silent. */
export function applySilence(plan: Plan, table: ObservationTable, results: ResultSet): void {
  for (const [place, indicatorPlan] of plan.indicatorPlans.entries()) {
    const reported = plan.reported.get(indicatorPlan.code);
    if (reported === undefined || plan.strides.has("source")) continue;
    const { definition } = indicatorPlan;
    const silent = new Map<number | null, boolean>();
    const silentAt = (period: number | null): boolean => {
      let found = silent.get(period);
      if (found === undefined) {
        found = isSilent(plan, definition, reported, period);
        silent.set(period, found);
      }
      return found;
    };
    const periodOf = periodReader(plan);
    if (silentAt(null)) results.coverage[place] = Number.NaN;
    const width = plan.strides.get("indicator") ?? 1;
    for (let index = 0; index < results.size; index += 1) {
      const key = results.keys === null ? index : (results.keys[index] as number);
      if (Math.floor(key / width) !== place || results.reason[index] === NO_ACTUAL) continue;
      if (silentAt(periodOf(key))) open(table, results, index, indicatorPlan);
    }
  }
}

/** The period of a group, by code of the table; `null` where groups are of all periods. */
function periodReader(plan: Plan): (key: number) => number | null {
  const stride = plan.strides.get("period");
  const size = plan.dimensions.find(({ name }) => name === "period")?.members.length ?? 0;
  if (stride === undefined || size === 0) return () => null;
  const codes = new Map([...(plan.memberOf.get("period") ?? [])].map((member, code) => [member, code]));
  return (key) => codes.get(Math.floor(key / stride) % size) ?? -1;
}

const NO_ACTUAL = reasonCode("no-actual");
const NOT_ALL = reasonCode("not-all-reported");
const BOUNDS_ONLY = reasonCode("bounds-only");

/** What is known of the others is the least that it can be; of a mean, a quotient or a score it is nothing. */
function open(
  table: ObservationTable,
  results: ResultSet,
  index: number,
  { definition, code }: IndicatorPlan,
): void {
  const { accumulation, combination, measure } = definition;
  const why = results.reason[index] as number;
  const exact = why === 0;
  const low = exact ? (results.value[index] as number) : (results.bounds?.low[index] ?? Number.NaN);
  const empty = () => new Float64Array(results.size).fill(Number.NaN);
  results.reported ??= empty();
  if (exact) results.reported[index] = low;
  if (exact || why === BOUNDS_ONLY) results.reason[index] = NOT_ALL;
  results.value[index] = 0;
  const count = (measure === "count" || measure === "currency") && table.profile.negative[code] !== 1;
  const averaged = accumulation === "average" || combination.places === "average";
  results.bounds ??= { low: empty(), high: empty() };
  results.bounds.low[index] = count && !Number.isNaN(low) ? (averaged ? 0 : low) : Number.NaN;
  results.bounds.high[index] = count && !Number.isNaN(low) ? Number.POSITIVE_INFINITY : Number.NaN;
}

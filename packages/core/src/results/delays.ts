import type { FrameworkDocument } from "../document/index.ts";
import {
  type DaysLost,
  daysLost,
  documentEffort,
  fundState,
  type Profile,
  replay,
  sumDaysLost,
} from "../lifecycle/index.ts";
import { computeNetwork, type Network } from "../schedule/index.ts";
import { parentCode } from "../values/code.ts";
import { type CalendarDate, daysBetween } from "../values/date.ts";
import { groupBy } from "../values/group-by.ts";
import type { Bounds } from "../values/interval.ts";

/** What delays and suspensions cost an activity, and what is left of its plan. */
export interface ActivityDelays {
  /** Code of the activity. */
  code: string;
  /** Days lost to delays and suspensions, by cause. */
  lost: DaysLost;
  /**
   * Days by which it ended, or can end at the earliest, after its original plan; negative: before it. `null` where the plan has no end, or
   * nothing bounds the days from below. A plan can be late without a hold-up, and a hold-up can be made up for.
   */
  late: Bounds | null;
}

/** Days lost by activity, output and in the whole project: activity days, where several were held up at once. */
export interface ProjectDelays {
  /** Every activity, in the order of the document. */
  activities: ActivityDelays[];
  /** Every output that has activities. */
  outputs: {
    /** Code of the output. */
    code: string;
    /** Activity days lost. */
    lost: DaysLost;
  }[];
  /** All activities together. */
  lost: DaysLost;
}

/** What delays are computed by. */
export interface DelayOptions {
  /** The day until which a hold-up that is open lasts. Default: the day that the report speaks for. */
  asOf?: CalendarDate | null;
  /** What an agency adds to the fund's states, events and causes. Default: nothing. */
  profile?: Profile | undefined;
}

function lateness(planned: CalendarDate | null, end: Network["endBounds"]): Bounds | null {
  if (planned === null || end.from === null) return null;
  return {
    low: daysBetween(planned, end.from),
    high: end.to === null ? null : daysBetween(planned, end.to),
  };
}

/** Activity days lost in a whole project, by cause. A hold-up that is open lasts until `asOf`. Default: the day that the report speaks for. */
export const daysLostOf = (
  { activities, report }: Pick<FrameworkDocument, "activities" | "report">,
  { asOf = report?.asOf ?? null, profile }: DelayOptions = {},
): DaysLost => {
  const effort = documentEffort();
  return sumDaysLost(
    activities.map(({ events }) => daysLost(replay(events, { asOf, effort, profile }).holdUps, { asOf })),
  );
};

/**
 * Days lost of a document's activities, compared with the plan. A hold-up that is open lasts until `asOf`. Default: the day that the report
 * speaks for. An activity that was completed ended on the days that its events allow; of any other, the schedule says when it can end.
 */
export function projectDelays(
  document: FrameworkDocument,
  { asOf = document.report?.asOf ?? null, profile }: DelayOptions = {},
): ProjectDelays {
  const { schedule } = document;
  const plans = new Map((schedule?.activities ?? []).map((plan) => [plan.code, plan]));
  const network = schedule === undefined ? null : computeNetwork(schedule, { statusDate: asOf });
  const ends = new Map(network?.ok ? network.value.activities.map(({ code, bounds }) => [code, bounds]) : []);
  const effort = documentEffort();
  const activities = document.activities.map(({ code, events }): ActivityDelays => {
    const { state, ended, holdUps } = replay(events, { asOf, effort, profile });
    const lost = daysLost(holdUps, { asOf });
    // What was cancelled or merged does not end late.
    const known = fundState(state, profile);
    const live = known !== "cancelled" && known !== "merged" && known !== "split";
    const end = known === "done" ? ended : live ? (ends.get(code)?.end ?? null) : null;
    return { code, lost, late: end === null ? null : lateness(plans.get(code)?.end ?? null, end) };
  });
  return {
    activities,
    outputs: [...groupBy(activities, ({ code }) => parentCode(code) ?? code)].map(([code, own]) => ({
      code,
      lost: sumDaysLost(own.map(({ lost }) => lost)),
    })),
    lost: sumDaysLost(activities.map(({ lost }) => lost)),
  };
}

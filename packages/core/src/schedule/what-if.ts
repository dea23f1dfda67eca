import { type Draft, produce } from "immer";
import type { Result } from "../diagnostics/problem.ts";
import type { Schedule } from "../document/index.ts";
import { type CalendarDate, daysBetween } from "../values/date.ts";
import { computeNetwork, type Network } from "./network.ts";
import type { ScheduleOptions } from "./times.ts";

/** An activity whose earliest start another plan would move. */
export interface Moved {
  /** Code of the activity. */
  code: string;
  /** Its earliest start in the schedule given; `null` where that is not known to the day. */
  before: CalendarDate | null;
  /** Its earliest start in the changed schedule, likewise. */
  after: CalendarDate | null;
  /** Days later; negative, earlier. `null` where one of both is not known. */
  days: number | null;
}

/** Another plan, and what it would change. */
export interface WhatIf {
  /** The changed schedule. */
  schedule: Schedule;
  /** What it comes to. */
  network: Network;
  /** Activities whose earliest start is another one than before. */
  moved: Moved[];
}

/** Tries a change on a copy of the schedule; the schedule itself stays. A change that makes a cycle is refused. */
export function whatIf(
  schedule: Schedule,
  change: (draft: Draft<Schedule>) => void,
  options: ScheduleOptions = {},
): Result<WhatIf> {
  const before = computeNetwork(schedule, options);
  if (!before.ok) return before;
  const tried = produce(schedule, (draft) => {
    change(draft);
  });
  const after = computeNetwork(tried, options);
  if (!after.ok) return after;
  const starts = (network: Network) => new Map(network.activities.map(({ code, start }) => [code, start]));
  const [was, is] = [starts(before.value), starts(after.value)];
  const moved = [...new Set([...was.keys(), ...is.keys()])].flatMap((code): Moved[] => {
    const [one, other] = [was.get(code) ?? null, is.get(code) ?? null];
    if (one === other) return [];
    const days = one === null || other === null ? null : daysBetween(one, other);
    return [{ code, before: one, after: other, days }];
  });
  return { ok: true, findings: [], value: { schedule: tried, network: after.value, moved } };
}

import type { ActivityEvent, FrameworkDocument, Schedule } from "@cadre/core";
import { replay } from "@cadre/core/lifecycle";
import { type DelayImpact, delayImpact } from "@cadre/core/schedule";

/**
 * Which activities wait for which, as far as the report says it: the community resilience projects (2.2.1) begin on the ground of the
 * participatory planning (1.1.1). It says that most activities wait for the planning and names no others, and gives no dates for a work plan;
 * none is made up here.
 */
export function workPlan(document: FrameworkDocument): Schedule {
  return {
    activities: document.activities.map(({ code }) => ({ code, start: null, end: null })),
    dependencies: [{ from: "1.1.1", to: "2.2.1", kind: "finish-to-start", lag: 0 }],
  };
}

/** One line of the project's history. */
export interface Moment {
  date: string | null;
  activity: string;
  event: ActivityEvent;
}

/** What happened to all activities, by date; what has no date comes last. */
export function history(document: FrameworkDocument): Moment[] {
  return document.activities
    .flatMap(({ code, events }) => events.map((event) => ({ date: event.date, activity: code, event })))
    .sort(
      (a, b) => (a.date ?? "9999").localeCompare(b.date ?? "9999") || a.activity.localeCompare(b.activity),
    );
}

/** Where each activity is after it. */
export const states = (document: FrameworkDocument): Record<string, string> =>
  Object.fromEntries(document.activities.map(({ code, events }) => [code, replay(events).state]));

/** How far the delay of the participatory planning reaches: until nobody knows when. */
export function impactOfPlanning(document: FrameworkDocument): DelayImpact {
  const impact = delayImpact(document, workPlan(document), { activity: "1.1.1", until: null });
  if (!impact.ok) throw new Error(impact.problems[0]?.message.en);
  return impact.value;
}

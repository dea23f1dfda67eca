import { ActivityEvent, type CalendarDate, type FrameworkDocument, latest } from "@cadre/core";
import type { LoggedEvent, ProjectPlan, ProjectState, ProjectView } from "@cadre/engine";

/** What is on record of a project, beside its document. */
export interface OnRecord {
  state: ProjectState;
  view: ProjectView | null;
  /** The plan that it was opened with; `null` before that. */
  plan: Pick<ProjectPlan, "lines" | "schedule"> | null;
}

/** An event of the record as a document has it; `null` of one that a document cannot hold. */
function documented({ position: _, ...event }: LoggedEvent): ActivityEvent | null {
  const read = ActivityEvent.safeParse({ basis: "reported", ...event });
  return read.success ? read.data : null;
}

const changed = (now: unknown, then: unknown): boolean => JSON.stringify(now) !== JSON.stringify(then);

/**
 * The document as things stand by the record. Each thing is told by one of the two: an activity by its record from the first event on,
 * work plan and budget lines by the record once a command has changed them, the end date once an extension was approved; everything else by
 * the document.
 */
export function withRecord(document: FrameworkDocument, { state, view, plan }: OnRecord): FrameworkDocument {
  if (plan === null) return document;
  const known = new Set(document.activities.map(({ code }) => code));
  const eventsOf = (code: string) =>
    (state.activities[code]?.events ?? []).flatMap((event) => documented(event) ?? []);
  const endDate = state.events.some(({ type }) => type === "extension-approved")
    ? (view?.endDate ?? document.project.endDate)
    : document.project.endDate;
  return {
    ...document,
    project: { ...document.project, endDate },
    activities: [
      ...document.activities.map((activity) => {
        const events = eventsOf(activity.code);
        return events.length === 0 ? activity : { ...activity, events };
      }),
      ...Object.values(state.activities)
        .filter(({ code }) => !known.has(code))
        .map(({ code, title }) => ({ code, ...(title !== null && { title }), events: eventsOf(code) })),
    ],
    ...(changed(state.schedule, plan.schedule) && { schedule: state.schedule }),
    ...(changed(state.lines, plan.lines) && { budget: { ...document.budget, lines: state.lines } }),
  };
}

/** The day that a document speaks for, or a later one of which the record tells. */
export function dayOf(document: FrameworkDocument, { state }: OnRecord): CalendarDate | undefined {
  const days = Object.values(state.activities).flatMap(({ events }) =>
    events.flatMap(({ date }) => (date === null ? [] : [latest(date)])),
  );
  const told = document.report?.asOf ?? null;
  return [...(told === null ? [] : [told]), ...days].sort().at(-1);
}

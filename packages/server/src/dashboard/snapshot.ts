import { ActivityEvent, type CalendarDate, type FrameworkDocument, latest } from "@cadre/core";
import type { LoggedEvent, ProjectPlan, ProjectView, ReplayedProject } from "@cadre/engine";

/** What a project's log says, beside its document. */
export interface ProjectLog {
  state: ReplayedProject;
  view: ProjectView | null;
  /** The plan that the project was opened with; `null` before. */
  plan: Pick<ProjectPlan, "lines" | "schedule"> | null;
}

/** An event of the log as a document has it, or `null` if a document cannot hold it. */
function documented({ position: _, ...event }: LoggedEvent): ActivityEvent | null {
  const read = ActivityEvent.safeParse({ basis: "reported", ...event });
  return read.success ? read.data : null;
}

const changed = (now: unknown, then: unknown): boolean => JSON.stringify(now) !== JSON.stringify(then);

/**
 * The document with the state of the log. Each part comes from one of the two: an activity from the log as soon as it has an event there,
 * work plan and budget lines once a command has changed them, the end date once an extension was approved; everything else from the
 * document.
 */
export function withLog(document: FrameworkDocument, { state, view, plan }: ProjectLog): FrameworkDocument {
  if (plan === null) return document;
  const known = new Set(document.activities.map(({ code }) => code));
  const eventsOf = (code: string) =>
    (state.activities.get(code)?.events ?? []).flatMap((event) => documented(event) ?? []);
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
      ...[...state.activities.values()]
        .filter(({ code }) => !known.has(code))
        .map(({ code, title }) => ({ code, ...(title !== null && { title }), events: eventsOf(code) })),
    ],
    ...(changed(state.schedule, plan.schedule) && { schedule: state.schedule }),
    ...(changed(state.lines, plan.lines) && { budget: { ...document.budget, lines: state.lines } }),
  };
}

/** The reporting day of a document, or the day of a later event. */
export function asOfDay(document: FrameworkDocument, { state }: ProjectLog): CalendarDate | undefined {
  const days = [...state.activities.values()].flatMap(({ events }) =>
    events.flatMap(({ date }) => (date === null ? [] : [latest(date)])),
  );
  const reported = document.report?.asOf ?? null;
  return [...(reported === null ? [] : [reported]), ...days].sort().at(-1);
}

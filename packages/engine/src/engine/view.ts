import type { BudgetLine, PartialDate, Schedule } from "@cadre/core";
import type { ActivityStatus, CompiledLifecycles, MoveProposal, ProjectState } from "../events/index.ts";

/** A project's present state, computed by the state machines. Plain data. */
export interface ProjectView {
  project: string;
  /** The last event's position: the `expectedPosition` of a command that rests on this view. */
  position: number;
  title: string | null;
  /** Since when it runs, as precise as it is known; `null` before its start, and where only the order of things is known. */
  startedOn: PartialDate | null;
  /** As extended so far. */
  endDate: string | null;
  status: ActivityStatus;
  agencies: { name: string; convening: boolean }[];
  activities: (ActivityStatus & { code: string; title: string | null; agencies: string[] })[];
  reports: (ActivityStatus & { report: string })[];
  lines: BudgetLine[];
  /** Moves of money that wait for the fund. */
  proposals: MoveProposal[];
  schedule: Schedule;
}

/** Computes the view of a state. */
export function viewOf(state: ProjectState, lifecycles: CompiledLifecycles): ProjectView {
  const { project, position, title, agencies, lines, proposals, schedule } = state;
  const status = lifecycles.project(state.events);
  return {
    project,
    position,
    title,
    startedOn: state.events.find(({ type }) => type === "started")?.date ?? null,
    endDate: (status.context.endDate as string | null | undefined) ?? state.endDate,
    status,
    agencies,
    activities: Object.values(state.activities).map((activity) => ({
      code: activity.code,
      title: activity.title,
      agencies: activity.agencies,
      ...lifecycles.activity(activity.events),
    })),
    reports: Object.entries(state.reports).map(([report, events]) => ({
      report,
      ...lifecycles.report(events),
    })),
    lines,
    proposals,
    schedule,
  };
}

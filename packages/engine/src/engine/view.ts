import type { Agency, BudgetLine, PartialDate, Schedule } from "@cadre/core";
import {
  type ActivityLog,
  type CompiledLifecycles,
  extendedEnd,
  type LifecycleStatus,
  type LoggedEvent,
  type MoveProposal,
  type Replay,
  type ReplayedProject,
} from "../events/index.ts";

/** An activity's present state. */
export interface ActivityView extends LifecycleStatus {
  /** `1.1.1`. */
  code: string;
  /** `null` where the documents give none. */
  title: string | null;
  /** Names of the agencies that carry it out. Empty where the documents do not say. */
  agencies: string[];
}

/** A project's present state, computed by the state machines. Plain data. */
export interface ProjectView {
  /** The project's id. */
  project: string;
  /** The last event's position: the `expectedPosition` of a command that rests on this view. */
  position: number;
  /** `null` where the documents give none. */
  title: string | null;
  /** Since when it runs, as precise as it is known; `null` before its start, and where only the order of things is known. */
  startedOn: PartialDate | null;
  /** As extended so far. */
  endDate: string | null;
  /** The state of the project itself. */
  status: LifecycleStatus;
  /** Recipient organisations. */
  agencies: Pick<Agency, "name" | "convening">[];
  /** In the order in which they were added. */
  activities: ActivityView[];
  /** Those that something happened to. `report`: the report's name, `annual-2020`. */
  reports: (LifecycleStatus & {
    /** Name of the report: `annual-2020`. */
    report: string;
  })[];
  /** The budget as it is now, all moves included. */
  lines: BudgetLine[];
  /** Moves of money that wait for the fund. */
  proposals: MoveProposal[];
  /** Planned and actual dates of the activities, and what depends on what. */
  schedule: Schedule;
}

/**
 * Returns a function that computes the view of a state, at the cost of what changed: the view of a state that was seen before is at hand,
 * and so is the status of each activity and report that has no further event. States and their lists of events are never changed.
 */
export function viewsBy(lifecycles: CompiledLifecycles): (state: ReplayedProject) => ProjectView {
  const views = new WeakMap<ReplayedProject, ProjectView>();
  const statuses = new WeakMap<readonly LoggedEvent[], LifecycleStatus>();
  const statusOf = (replay: Replay, events: readonly LoggedEvent[]): LifecycleStatus => {
    const known = statuses.get(events);
    if (known !== undefined) return known;
    const status = replay(events);
    statuses.set(events, status);
    return status;
  };
  const rows = new WeakMap<ActivityLog, ActivityView>();
  const rowsOfMany = new WeakMap<object, ActivityView[]>();
  function rowOf(activity: ActivityLog): ActivityView {
    const known = rows.get(activity);
    if (known !== undefined) return known;
    const { code, title, agencies, events } = activity;
    const row = { code, title, agencies, ...statusOf(lifecycles.activity, events) };
    rows.set(activity, row);
    return row;
  }
  function viewOf(state: ReplayedProject): ProjectView {
    const { project, position, title, agencies, lines, proposals, schedule } = state;
    const status = statusOf(lifecycles.project, state.events);
    return {
      project,
      position,
      title,
      startedOn: state.events.find(({ type }) => type === "started")?.date ?? null,
      endDate: extendedEnd(status) ?? state.endDate,
      status,
      agencies,
      activities: state.activities.mapValues(rowOf, rowsOfMany),
      reports: Object.entries(state.reports).map(([report, events]) => ({
        report,
        ...statusOf(lifecycles.report, events),
      })),
      lines,
      proposals,
      schedule,
    };
  }
  return (state) => {
    const known = views.get(state);
    if (known !== undefined) return known;
    const view = viewOf(state);
    views.set(state, view);
    return view;
  };
}

import type { Agency, BudgetLine, Dated, Finding, GenderMarker, Schedule } from "@cadre/core";
import type { Move } from "@cadre/core/reallocation";
import type { PlannedActivity } from "./plan.ts";
import { SharedMap } from "./shared-map.ts";

/** An event of a machine, as the log holds it. */
export interface LoggedEvent extends Dated {
  /** Position in the project's log. */
  position: number;
  [field: string]: unknown;
}

/** An activity with what happened to it, in the order of the record. */
export interface ActivityLog extends PlannedActivity {
  /** In the order of the record. */
  events: LoggedEvent[];
}

/** A move of money that waits for the fund's approval; named by the position of its proposal. */
export interface MoveProposal {
  /** Position of the proposal in the log: its name in `money.approve-move`. */
  proposal: number;
  /** From which line to which, and how much. */
  moves: Move[];
  /** Lines that the budget does not have yet. */
  newLines: BudgetLine[];
  /** Who proposed it. */
  actor: string;
  /** What the policies said of it. */
  findings: Finding[];
}

/**
 * What a project's log amounts to: data, a pure function of the log, never changed. Where activities are is not in it, but follows from the
 * events by the machine: so a machine that changes finds nothing that was worked out by another.
 */
export interface ReplayedProject {
  /** The project's id. */
  project: string;
  /** The last event's position; 0 where nothing was recorded. */
  position: number;
  /** The last event's hash. */
  hash: string;
  /** `null` until the project is opened. */
  title: string | null;
  /** Whether the project is on record; nothing else can be recorded before. */
  opened: boolean;
  /** As planned; extensions are events of the project. */
  endDate: string | null;
  /** 0 to 3. `null` where it is not known. */
  genderMarker: GenderMarker | null;
  /** Recipient organisations. */
  agencies: Pick<Agency, "name" | "convening">[];
  /** What happened to the project itself, in the order of the record. */
  events: LoggedEvent[];
  /** By code, in the order in which they were added. */
  activities: SharedMap<ActivityLog>;
  /** By name; those that something happened to. */
  reports: Record<string, LoggedEvent[]>;
  /** The budget as it is now, all moves included. */
  lines: BudgetLine[];
  /** The budget as the fund last approved it: changes add up against it. */
  approvedLines: BudgetLine[];
  /** Moves of money that wait for the fund. */
  proposals: MoveProposal[];
  /** Planned and actual dates of the activities, and what depends on what. */
  schedule: Schedule;
}

/** A project of which nothing is on record. */
export const emptyState = (project: string, hash: string): ReplayedProject => ({
  project,
  position: 0,
  hash,
  title: null,
  opened: false,
  endDate: null,
  genderMarker: null,
  agencies: [],
  events: [],
  activities: SharedMap.of(),
  reports: {},
  lines: [],
  approvedLines: [],
  proposals: [],
  schedule: { activities: [], dependencies: [] },
});

/** The events of a report; none of one to which nothing happened. A report may be named as objects name a member of theirs: `constructor`. */
export const reportEvents = ({ reports }: ReplayedProject, name: string): LoggedEvent[] =>
  Object.hasOwn(reports, name) ? (reports[name] ?? []) : [];

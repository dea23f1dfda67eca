import type { BudgetLine, Dependency, Finding, ScheduledActivity } from "@cadre/core";
import type { Move } from "@cadre/core/reallocation";
import type { RecordedEvent } from "../log/index.ts";
import type { PlannedActivity, ProjectPlan } from "./plan.ts";
import type { SharedMapDraft } from "./shared-map.ts";
import { type ActivityLog, type LoggedEvent, type ProjectState, reportEvents } from "./state.ts";

/** What `evolve` has already copied, so that a long log copies each list once. */
interface Draft {
  state: ProjectState;
  activities: SharedMapDraft<ActivityLog>;
  own: Set<unknown>;
}

function ownList<T>(draft: Draft, list: readonly T[]): T[] {
  if (draft.own.has(list)) return list as T[];
  const copy = [...list];
  draft.own.add(copy);
  return copy;
}

/** The event as its machine takes it: `activity.delayed` → `delayed` with its date. */
export function toMachineEvent({
  type,
  position,
  effective,
  recordedAt,
  evidence,
  data,
}: RecordedEvent): LoggedEvent {
  const { activity: _, report: __, ...rest } = data;
  return {
    ...rest,
    type: type.slice(type.indexOf(".") + 1),
    date: effective,
    reportedOn: typeof data.reportedOn === "string" ? data.reportedOn : recordedAt.slice(0, 10),
    position,
    ...(evidence.length > 0 ? { evidence } : {}),
  };
}

/** The state so far, with its activities. */
function complete(draft: Draft): ProjectState {
  const { state, activities } = draft;
  state.activities = activities.end();
  draft.activities = state.activities.draft();
  return state;
}

type Handler = (draft: Draft, event: RecordedEvent) => void;

const onProject: Handler = (draft, event) => {
  draft.state.events = ownList(draft, draft.state.events);
  draft.state.events.push(toMachineEvent(event));
};

const addActivity = ({ activities }: Draft, activity: PlannedActivity): void =>
  activities.set(activity.code, { ...activity, events: [] });

const onActivity: Handler = (draft, event) => {
  const code = String(event.data.activity);
  const known = draft.activities.get(code) ?? { code, title: null, agencies: [], events: [] };
  const events = ownList(draft, known.events);
  events.push(toMachineEvent(event));
  if (known.events !== events) draft.activities.set(code, { ...known, events });
};

const onReport: Handler = (draft, event) => {
  const { state, own } = draft;
  const name = String(event.data.report);
  const known = reportEvents(state, name);
  const events = ownList(draft, known);
  events.push(toMachineEvent(event));
  if (!own.has(state.reports)) {
    state.reports = { ...state.reports };
    own.add(state.reports);
  }
  state.reports[name] = events;
};

/** Changes one entry of a lifecycle in the list that holds it, or takes it out. */
function changeEntry(
  draft: Draft,
  position: number,
  change: (entry: LoggedEvent) => LoggedEvent | null,
): void {
  const changed = (list: LoggedEvent[]): LoggedEvent[] =>
    list.flatMap((entry) => (entry.position === position ? (change(entry) ?? []) : [entry]));
  const holds = (list: readonly LoggedEvent[]) => list.some((entry) => entry.position === position);
  const { state } = draft;
  if (holds(state.events)) state.events = changed(state.events);
  for (const [code, activity] of complete(draft).activities)
    if (holds(activity.events)) draft.activities.set(code, { ...activity, events: changed(activity.events) });
  for (const [name, events] of Object.entries(state.reports))
    if (holds(events)) state.reports = { ...state.reports, [name]: changed(events) };
}

const withoutProposal: Handler = ({ state }, { data }) => {
  state.proposals = state.proposals.filter(({ proposal }) => proposal !== data.proposal);
};

/** What each event changes, where it is more than one entry in the log of an activity, a report or the project. */
const HANDLERS: Record<string, Handler> = {
  "project.opened": (draft, { data }) => {
    const { title, endDate, genderMarker, agencies, activities, lines, schedule } = data.plan as ProjectPlan;
    Object.assign(draft.state, { opened: true, title, endDate, genderMarker, agencies, lines, schedule });
    draft.state.approvedLines = lines;
    for (const activity of activities) addActivity(draft, activity);
  },
  "activity.added": (draft, { data }) => addActivity(draft, data.activity as PlannedActivity),
  "money.move-proposed": ({ state }, { position, actor, data }) => {
    const [moves, findings] = [data.moves as Move[], data.findings as Finding[]];
    const newLines = (data.newLines ?? []) as BudgetLine[];
    state.proposals = [
      ...state.proposals,
      { proposal: position, moves, newLines, actor: actor.id, findings },
    ];
  },
  "money.moved": (draft, event) => {
    withoutProposal(draft, event);
    const after = new Map(
      (event.data.lines as { id: string; amount: BudgetLine["amount"] }[]).map((line) => [
        line.id,
        line.amount,
      ]),
    );
    const newLines = (event.data.newLines ?? []) as BudgetLine[];
    draft.state.lines = [...draft.state.lines, ...newLines].map((line) => ({
      ...line,
      amount: after.get(line.id) ?? line.amount,
    }));
    // What the fund approved is the budget that later changes are measured against.
    if (event.data.proposal !== undefined) draft.state.approvedLines = draft.state.lines;
  },
  "money.move-rejected": withoutProposal,
  "entry.voided": (draft, { data }) => changeEntry(draft, Number(data.entry), () => null),
  "entry.corrected": (draft, { data, effective }) =>
    changeEntry(draft, Number(data.entry), (entry) => ({
      ...entry,
      ...(data.fields as object),
      ...(data.dated === true ? { date: effective } : {}),
    })),
  "schedule.dates-set": ({ state }, { data }) => {
    const dates = data.dates as ScheduledActivity;
    const others = state.schedule.activities.filter(({ code }) => code !== dates.code);
    state.schedule = { ...state.schedule, activities: [...others, dates] };
  },
  "schedule.dependencies-set": ({ state }, { data }) => {
    state.schedule = { ...state.schedule, dependencies: data.dependencies as Dependency[] };
  },
  "reminder.recorded": () => {},
};

const handlerOf = (type: string): Handler => {
  const own = HANDLERS[type];
  if (own !== undefined) return own;
  if (type.startsWith("activity.")) return onActivity;
  if (type.startsWith("report.")) return onReport;
  return onProject;
};

/** Takes a log's events bit by bit, and copies each list only once: for long logs that come in pages. */
export interface Folding {
  /** Takes in entries, in their order. */
  add(events: Iterable<RecordedEvent>): void;
  /** The state so far. After it was looked at, nothing more may be added. */
  end(): ProjectState;
}

/** Begins to fold events into a state, which itself stays as it is. */
export function foldingFrom(state: ProjectState): Folding {
  const draft: Draft = { state: { ...state }, activities: state.activities.draft(), own: new Set() };
  return {
    add: (events) => {
      for (const event of events) {
        handlerOf(event.type)(draft, event);
        draft.state.position = event.position;
        draft.state.hash = event.hash;
      }
    },
    end: () => complete(draft),
  };
}

/** The state after further events of its log, which are of this code's versions. The state that is handed in stays as it is. */
export function evolve(state: ProjectState, events: Iterable<RecordedEvent>): ProjectState {
  const folding = foldingFrom(state);
  folding.add(events);
  return folding.end();
}

/** The state that was known at the end of a day: of what had been recorded by then, corrections of later days left out. */
export function knownOn(empty: ProjectState, events: Iterable<RecordedEvent>, day: string): ProjectState {
  return evolve(
    empty,
    [...events].filter(({ recordedAt }) => recordedAt.slice(0, 10) <= day),
  );
}

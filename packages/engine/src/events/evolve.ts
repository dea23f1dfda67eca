import type { NewEvent } from "../log/index.ts";
import type { EngineEvent, EventData } from "./event-types.ts";
import type { PlannedActivity } from "./plan.ts";
import type { SharedMapDraft } from "./shared-map.ts";
import { type ActivityLog, type LoggedEvent, type ReplayedProject, reportEvents } from "./state.ts";

/** What `evolve` has already copied, so that a long log copies each list once. */
interface Draft {
  state: ReplayedProject;
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
}: Omit<NewEvent, "version" | "actor"> & { position: number }): LoggedEvent {
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
function complete(draft: Draft): ReplayedProject {
  const { state, activities } = draft;
  state.activities = activities.end();
  draft.activities = state.activities.draft();
  return state;
}

const onProject = (draft: Draft, event: EngineEvent): void => {
  draft.state.events = ownList(draft, draft.state.events);
  draft.state.events.push(toMachineEvent(event));
};

const addActivity = ({ activities }: Draft, activity: PlannedActivity): void =>
  activities.set(activity.code, { ...activity, events: [] });

function onActivity(draft: Draft, code: string, event: EngineEvent): void {
  const known = draft.activities.get(code) ?? { code, title: null, agencies: [], events: [] };
  const events = ownList(draft, known.events);
  events.push(toMachineEvent(event));
  if (known.events !== events) draft.activities.set(code, { ...known, events });
}

function onReport(draft: Draft, name: string, event: EngineEvent): void {
  const { state, own } = draft;
  const events = ownList(draft, reportEvents(state, name));
  events.push(toMachineEvent(event));
  if (!own.has(state.reports)) {
    state.reports = { ...state.reports };
    own.add(state.reports);
  }
  state.reports[name] = events;
}

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

function open(draft: Draft, { plan }: EventData<"project.opened">): void {
  const { title, endDate, genderMarker, agencies, activities, lines, schedule } = plan;
  Object.assign(draft.state, { opened: true, title, endDate, genderMarker, agencies, lines, schedule });
  draft.state.approvedLines = lines;
  for (const activity of activities) addActivity(draft, activity);
}

function dropProposal({ state }: Draft, proposal: number | undefined): void {
  state.proposals = state.proposals.filter((each) => each.proposal !== proposal);
}

function moveMoney(draft: Draft, { lines, newLines = [], proposal }: EventData<"money.moved">): void {
  dropProposal(draft, proposal);
  const after = new Map(lines.map(({ id, amount }) => [id, amount]));
  const { state } = draft;
  state.lines = [...state.lines, ...newLines].map((line) => ({
    ...line,
    amount: after.get(line.id) ?? line.amount,
  }));
  // What the fund approved is the budget that later changes are measured against.
  if (proposal !== undefined) state.approvedLines = state.lines;
}

/** Changes a state by one event. */
function apply(draft: Draft, event: EngineEvent): void {
  const { state } = draft;
  switch (event.type) {
    case "project.opened":
      open(draft, event.data);
      return;
    case "activity.added":
      addActivity(draft, event.data.activity);
      return;
    case "money.move-proposed": {
      const { position, actor, data } = event;
      const { moves, newLines = [], findings } = data;
      const proposal = { proposal: position, moves, newLines, actor: actor.id, findings };
      state.proposals = [...state.proposals, proposal];
      return;
    }
    case "money.moved":
      moveMoney(draft, event.data);
      return;
    case "money.move-rejected":
      dropProposal(draft, event.data.proposal);
      return;
    case "entry.voided":
      changeEntry(draft, event.data.entry, () => null);
      return;
    case "entry.corrected": {
      const { entry, fields, dated } = event.data;
      const date = dated ? { date: event.effective } : {};
      changeEntry(draft, entry, (old) => ({ ...old, ...fields, ...date }));
      return;
    }
    case "schedule.dates-set": {
      const { dates } = event.data;
      const others = state.schedule.activities.filter(({ code }) => code !== dates.code);
      state.schedule = { ...state.schedule, activities: [...others, dates] };
      return;
    }
    case "schedule.dependencies-set":
      state.schedule = { ...state.schedule, dependencies: event.data.dependencies };
      return;
    case "reminder.recorded":
    case "command.denied":
    case "stream.archived":
      return;
    default: {
      const { data } = event;
      if ("activity" in data) onActivity(draft, data.activity, event);
      else if ("report" in data) onReport(draft, data.report, event);
      else onProject(draft, event);
    }
  }
}

/** Takes a log's events bit by bit, and copies each list only once: for long logs that come in pages. */
export interface Folding {
  /** Takes in entries, in their order. */
  add(events: Iterable<EngineEvent>): void;
  /** The state so far. After it was looked at, nothing more may be added. */
  end(): ReplayedProject;
}

/** Begins to fold events into a state, which itself stays as it is. */
export function foldingFrom(state: ReplayedProject): Folding {
  const draft: Draft = { state: { ...state }, activities: state.activities.draft(), own: new Set() };
  return {
    add: (events) => {
      for (const event of events) {
        apply(draft, event);
        draft.state.position = event.position;
        draft.state.hash = event.hash;
      }
    },
    end: () => complete(draft),
  };
}

/** The state after further events of its log, which are of this code's versions. The state that is handed in stays as it is. */
export function evolve(state: ReplayedProject, events: Iterable<EngineEvent>): ReplayedProject {
  const folding = foldingFrom(state);
  folding.add(events);
  return folding.end();
}

/** The state that was known at the end of a day: of what had been recorded by then, corrections of later days left out. */
export function knownOn(empty: ReplayedProject, events: Iterable<EngineEvent>, day: string): ReplayedProject {
  return evolve(
    empty,
    [...events].filter(({ recordedAt }) => recordedAt.slice(0, 10) <= day),
  );
}

import type { LoggedEvent, NewEngineEvent, Replay, ReplayedProject } from "../events/index.ts";
import { refusalMessages as messages } from "../messages.ts";
import type { Command } from "./command.ts";
import { decideEvents, refusalOf, type Subject } from "./decide-lifecycle.ts";
import { accept, type Decision, type DecisionContext, reject } from "./decision.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** The list that holds an entry, with the lifecycle that it is replayed by. */
function listOf(
  state: ReplayedProject,
  entry: number,
  { lifecycles }: DecisionContext,
): { what: Subject; events: readonly LoggedEvent[]; replay: Replay } | null {
  const holds = (events: readonly LoggedEvent[]) => events.some(({ position }) => position === entry);
  if (holds(state.events))
    return {
      what: { path: "project", name: state.project },
      events: state.events,
      replay: lifecycles.project,
    };
  for (const { code, events } of state.activities.values())
    if (holds(events))
      return { what: { path: `activities/${code}`, name: code }, events, replay: lifecycles.activity };
  for (const [name, events] of Object.entries(state.reports))
    if (holds(events)) return { what: { path: `reports/${name}`, name }, events, replay: lifecycles.report };
  return null;
}

/** Voids or corrects an entry, where the rest of the record still holds without it or with what it becomes. */
export function decideCorrection(
  state: ReplayedProject,
  command: Of<"entry.void"> | Of<"entry.correct">,
  context: DecisionContext,
): Decision {
  const { entry } = command;
  const list = listOf(state, entry, context);
  if (list === null)
    return reject(
      "unknown-entry",
      "entry",
      messages.noEntry(entry),
      entry,
      "the position of a recorded event",
    );
  const { what, events, replay } = list;
  const old = events.find(({ position }) => position === entry) as LoggedEvent;
  if (command.type === "entry.void") {
    const rest = events.filter((each) => each !== old);
    return (
      refusalOf(what, replay, events, rest, []) ??
      accept(command, context, "entry.voided", { entry, of: what.path })
    );
  }
  const dated = command.effective !== undefined;
  const fields = Object.fromEntries(
    Object.entries(command.fields).filter(([, value]) => value !== undefined),
  );
  const corrected: LoggedEvent = { ...old, ...fields, ...(dated ? { date: command.effective ?? null } : {}) };
  const after = events.map((each) => (each === old ? corrected : each));
  return (
    refusalOf(what, replay, events, after, [corrected]) ??
    accept(command, context, "entry.corrected", { entry, of: what.path, fields, dated })
  );
}

/** Late news of one activity: its events are recorded together, or none of them. */
export function decideRecord(
  state: ReplayedProject,
  command: Of<"activity.record">,
  context: DecisionContext,
): Decision {
  const { activity } = command;
  const known = state.activities.get(activity);
  if (known === undefined)
    return reject(
      "unknown-activity",
      `activities/${activity}`,
      messages.unknownActivity(activity),
      activity,
      "an activity of the project",
    );
  const replacements = command.events.map(
    ({ type, date, evidence = command.evidence, reason, ...data }): NewEngineEvent => {
      const one = { ...command, effective: date, evidence, reason: reason ?? command.reason };
      return accept(one, context, `activity.${type}`, { activity, ...data }).events[0];
    },
  );
  const future = replacements.find(
    ({ effective }) => effective !== null && `${effective}-01-01`.slice(0, 10) > context.today,
  );
  if (future !== undefined)
    return reject(
      "future",
      "events",
      messages.future(future.effective ?? "", context.today),
      future.effective,
      `not later than ${context.today}`,
    );
  return decideEvents(
    { path: `activities/${activity}`, name: activity },
    context.lifecycles.activity,
    known.events,
    ...replacements,
  );
}

import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type ContextFrom,
  initialTransition,
  transition,
} from "xstate";
import { compareDates, type PartialDate } from "../values/date.ts";
import { type ActivityState, activityMachine } from "./activity-machine.ts";
import type { ActivityEvent, ActivityEventType, Cause } from "./event.ts";

/** Why a state did not admit an event. `final-state`: nothing follows. `guarded`: it is admitted, but not as things stand. */
export type RefusalReason = "final-state" | "not-admitted" | "guarded";

/** An event that the state did not admit. It changed nothing. */
export interface RefusedEvent<Event, State = string, Type = string> {
  event: Event;
  state: State;
  reason: RefusalReason;
  /** What the state admits. */
  admits: Type[];
}

/** An event that an activity's state did not admit. */
export type Refusal = RefusedEvent<ActivityEvent, ActivityState, ActivityEventType>;

/** Where an activity stands after its events. */
export interface ActivitySnapshot {
  state: ActivityState;
  /** Causes of the delay or suspension that holds now; empty where none does. */
  causes: Cause[];
  expectedUntil: PartialDate | null;
  refusals: Refusal[];
}

/** What a machine of ours is sent. */
export interface Dated {
  type: string;
  date: PartialDate | null;
}

/**
 * The order in which events take effect: by date, as listed where dates are equal. An event without a date is known to hold
 * by the day of the report that tells of it, so those come last, as listed.
 */
export function inOrderOfEffect<Event extends Dated>(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => {
    if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
    return compareDates(a.date, b.date);
  });
}

/** Event types that a state of a flat machine admits. */
export const admittedIn = (machine: AnyStateMachine, state: string): string[] =>
  machine.states[state]?.ownEvents ?? [];

/**
 * A machine's state as a pure function of dated events, in order of effect. An event that the state does not admit is refused with its
 * reason, and changes nothing. The machine must be flat, as Cadre's are.
 */
export function replayWith<Machine extends AnyStateMachine, Event extends Dated>(
  machine: Machine,
  events: readonly Event[],
): { state: string; context: ContextFrom<Machine>; refusals: RefusedEvent<Event>[] } {
  const refusals: RefusedEvent<Event>[] = [];
  const flat: AnyStateMachine = machine;
  let [snapshot]: [AnyMachineSnapshot, unknown] = initialTransition(flat);
  for (const event of inOrderOfEffect(events)) {
    if (snapshot.can(event)) {
      [snapshot] = transition(flat, snapshot, event);
      continue;
    }
    const state = String(snapshot.value);
    const admits = admittedIn(machine, state);
    const reason =
      snapshot.status === "done" ? "final-state" : admits.includes(event.type) ? "guarded" : "not-admitted";
    refusals.push({ event, state, reason, admits });
  }
  return { state: String(snapshot.value), context: snapshot.context, refusals };
}

/** The activity's standing as a pure function of its events. An event that the state does not admit is refused with its reason. */
export function replay(events: readonly ActivityEvent[]): ActivitySnapshot {
  const { state, context, refusals } = replayWith(activityMachine, events);
  const { causes, expectedUntil } = context;
  return { state: state as ActivityState, causes, expectedUntil, refusals: refusals as Refusal[] };
}

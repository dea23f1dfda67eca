import { initialTransition, transition } from "xstate";
import { compareDates, type PartialDate } from "../date.ts";
import type { ActivityEvent, ActivityEventType, Cause } from "./event.ts";
import { type ActivityState, activityMachine } from "./machine.ts";

/** An event that the state did not admit. It changed nothing. */
export interface Refusal {
  event: ActivityEvent;
  state: ActivityState;
  /** `final-state`: the activity is done or cancelled. `not-admitted`: the state admits only `admits`. */
  reason: "final-state" | "not-admitted";
  admits: ActivityEventType[];
}

/** Where an activity stands after its events. */
export interface ActivityStanding {
  state: ActivityState;
  /** Causes of the delay or suspension that holds now; empty where none does. */
  causes: Cause[];
  expectedUntil: PartialDate | null;
  refusals: Refusal[];
}

/**
 * The order in which events take effect: by date, as listed where dates are equal. An event without a date is known to hold
 * by the day of the report that tells of it, so those come last, as listed.
 */
export function inOrderOfEffect(events: readonly ActivityEvent[]): ActivityEvent[] {
  return [...events].sort((a, b) => {
    if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
    return compareDates(a.date, b.date);
  });
}

const admittedIn = (state: ActivityState): ActivityEventType[] =>
  (activityMachine.states[state]?.ownEvents ?? []) as ActivityEventType[];

/** The activity's standing as a pure function of its events. An event that the state does not admit is refused with its reason. */
export function replay(events: readonly ActivityEvent[]): ActivityStanding {
  const refusals: Refusal[] = [];
  let [snapshot] = initialTransition(activityMachine);
  for (const event of inOrderOfEffect(events)) {
    if (snapshot.can(event)) {
      [snapshot] = transition(activityMachine, snapshot, event);
    } else {
      const reason = snapshot.status === "done" ? "final-state" : "not-admitted";
      refusals.push({ event, state: snapshot.value, reason, admits: admittedIn(snapshot.value) });
    }
  }
  const { causes, expectedUntil } = snapshot.context;
  return { state: snapshot.value, causes, expectedUntil, refusals };
}

import { type LoggedEvent, type NewEngineEvent, type Replay, toMachineEvent } from "../events/index.ts";
import { refusalMessages as messages } from "../messages.ts";
import { type Decision, reject } from "./decision.ts";

/** What a lifecycle is asked about: the path and the name of an activity, a report or the project. */
export interface Subject {
  path: string;
  name: string;
}

/** An event that is about to be recorded, as the lifecycle takes it. */
const candidateOf = (event: NewEngineEvent): LoggedEvent =>
  toMachineEvent({ ...event, position: Number.POSITIVE_INFINITY });

/**
 * Whether a lifecycle allows a changed list of events. It is refused where one of the `added` is not allowed among them, and where a recorded
 * event that was allowed would no longer be.
 */
export function refusalOf(
  what: Subject,
  replay: Replay,
  before: readonly LoggedEvent[],
  after: readonly LoggedEvent[],
  added: readonly LoggedEvent[],
): Extract<Decision, { ok: false }> | null {
  const refusedBefore = new Set(replay(before).refusals.map(({ event }) => event));
  const { refusals } = replay(after);
  const own = refusals.find(({ event }) => added.includes(event as LoggedEvent));
  if (own !== undefined) {
    const { state, reason, requires, event } = own;
    const message =
      reason === "final-state"
        ? messages.finalState(what.name, event.type, state)
        : reason === "guarded"
          ? messages.guarded(what.name, event.type, state)
          : messages.notAdmitted(what.name, event.type, state, requires);
    return reject(reason, what.path, message, state, requires.join(" | ") || null);
  }
  const upset = refusals.find(({ event }) => !refusedBefore.has(event))?.event as LoggedEvent | undefined;
  if (upset === undefined) return null;
  return reject(
    "contradicts-recorded",
    what.path,
    messages.contradicts(what.name, added[0]?.type ?? "void", upset.type, upset.position),
    added[0]?.date ?? null,
    `a date that leaves time for entry ${upset.position}`,
  );
}

/**
 * Accepts new events if the lifecycle allows them among those on record. Events may be recorded late: each is put in order by its date, and
 * several are checked together.
 */
export function decideEvents(
  what: Subject,
  replay: Replay,
  events: readonly LoggedEvent[],
  ...newEvents: readonly NewEngineEvent[]
): Decision {
  const added = newEvents.map(candidateOf);
  return (
    refusalOf(what, replay, events, [...events, ...added], added) ?? { ok: true, events: [...newEvents] }
  );
}

import type { Problem } from "@cadre/core";
import type { LoggedEvent, Replay } from "../events/index.ts";
import type { NewEvent } from "../log/index.ts";
import { type Decision, reject } from "./decision.ts";
import { refusalMessages as messages } from "./messages.ts";

/**
 * Whether a machine admits an event among those on record. What happened is not always recorded in its order: the event takes its place by
 * its date. It is refused with the machine's reason where it is not admitted there, and where one that is on record and holds would no
 * longer be admitted after it.
 */
export function admits(
  what: { path: string; name: string },
  replay: Replay,
  events: readonly LoggedEvent[],
  made: NewEvent,
): Decision {
  const candidate: LoggedEvent = {
    ...made.data,
    type: made.type.slice(made.type.indexOf(".") + 1),
    date: made.effective,
    position: Number.POSITIVE_INFINITY,
  };
  const before = new Set(replay(events).refusals.map(({ event }) => event));
  const { refusals } = replay([...events, candidate]);
  const own = refusals.find(({ event }) => event === candidate);
  if (own !== undefined) {
    const { state, reason, admits: admitted } = own;
    const message: Problem["message"] =
      reason === "final-state"
        ? messages.finalState(what.name, candidate.type, state)
        : reason === "guarded"
          ? messages.guarded(what.name, candidate.type, state)
          : messages.notAdmitted(what.name, candidate.type, state, admitted);
    return reject(reason, what.path, message, state, admitted.join(" | ") || null);
  }
  const upset = refusals.find(({ event }) => !before.has(event))?.event as LoggedEvent | undefined;
  if (upset !== undefined)
    return reject(
      "contradicts-recorded",
      what.path,
      messages.contradicts(what.name, candidate.type, upset.type, upset.position),
      candidate.date,
      `a date that leaves room for entry ${upset.position}`,
    );
  return { ok: true, events: [made] };
}

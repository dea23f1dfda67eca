import { type ActivityEvent, activityMachine, replay } from "@cadre/core";
import { type Cause, deriveState, FundCause, replayAll } from "@cadre/core/lifecycle";
import { createActor, initialTransition, transition } from "xstate";
import type { Bench } from "./harness.ts";
import { measure } from "./harness.ts";

const CAUSES = FundCause.options;
const causeAt = (index: number): Cause => CAUSES[index % CAUSES.length] ?? "other";

/** Histories of activities: ten events each, in order, of 1,296 kinds by causes and expected ends, now and then one that is refused. */
export function histories(events: number): ActivityEvent[][] {
  const story = (activity: number): [ActivityEvent["type"], object?][] => [
    ["started"],
    [
      "delayed",
      {
        causes: [causeAt(activity)],
        expectedUntil: `2020-${String(((activity % 16) % 12) + 1).padStart(2, "0")}`,
      },
    ],
    ["delayed", { causes: [causeAt(Math.floor(activity / 9))] }],
    ["resumed"],
    ["reallocation-proposed"],
    ["reallocation-approved", { reference: "PBSO/7" }],
    ["started"],
    ["suspended", { causes: ["insecurity"] }],
    ["resumed"],
    ["completed"],
  ];
  return Array.from(
    { length: events / 10 },
    (_, activity) =>
      story(activity).map(([type, more], index) => ({
        // Every hundredth activity has an event that its state does not admit.
        type: activity % 100 === 0 && index === 3 ? "completed" : type,
        date: `2020-${String(index + 1).padStart(2, "0")}-15`,
        basis: "reported",
        ...more,
      })) as ActivityEvent[],
  );
}

/** What someone would write who needs states, causes and refusals of these logs only. */
export function byHand(logs: readonly ActivityEvent[][]) {
  return logs.map((events) => {
    let [execution, changed, suspended] = ["planned", false, false];
    let open: { cause: string; until: string | null }[] = [];
    const refusals: { event: ActivityEvent }[] = [];
    for (const event of events) {
      if (execution === "done" || execution === "cancelled") {
        if (!(execution === "done" && event.type === "completed")) refusals.push({ event });
        continue;
      }
      switch (event.type) {
        case "delayed":
        case "suspended":
          suspended ||= event.type === "suspended";
          for (const cause of event.causes)
            if (!open.some((each) => each.cause === cause))
              open = [...open, { cause, until: event.expectedUntil ?? null }];
          break;
        case "started":
        case "resumed":
        case "completed":
        case "cancelled":
          execution =
            event.type === "completed" ? "done" : event.type === "cancelled" ? "cancelled" : "in-progress";
          [open, suspended] = [[], false];
          break;
        case "reallocation-approved":
          changed = true;
      }
    }
    const until = open.map((each) => each.until);
    const held = suspended ? "suspended" : open.length > 0 ? "delayed" : null;
    return {
      state: held ?? (execution === "planned" && changed ? "reallocated" : execution),
      causes: open.map(({ cause }) => cause),
      expectedUntil: until.includes(null) ? null : (until.sort().at(-1) ?? null),
      refusals,
    };
  });
}

/** A million events of activities to their states: by hand, by the compiled table, by XState's actor and pure transitions. */
export const lifecycle: Bench = {
  about:
    "replay of activities' events: a table by hand, the compiled machine, XState's actor and transition()",
  n: 1_000_000,
  run: (n) => {
    const logs = histories(n);
    // XState takes part with fewer, since it takes that much longer; its values are scaled to the same number. The compiled table is
    // measured on those few as well: what is said of both together is of the same logs.
    const few = logs.slice(0, Math.max(1, Math.floor(logs.length / 50)));
    const scale = logs.length / few.length;
    const actor = () =>
      few.map((events) => {
        const running = createActor(activityMachine).start();
        for (const event of events) running.send(event);
        return deriveState(Object.values(running.getSnapshot().value as Record<string, string>));
      });
    const pure = () =>
      few.map((events) => {
        let [snapshot] = initialTransition(activityMachine);
        for (const event of events)
          if (snapshot.can(event)) [snapshot] = transition(activityMachine, snapshot, event);
        return deriveState(Object.values(snapshot.value as Record<string, string>));
      });
    const [hand, table] = [byHand(logs), replayAll(logs)];
    const [sent, gone] = [actor(), pure()];
    for (const [index, snapshot] of table.entries()) {
      const { state, causes, expectedUntil, refusals } = snapshot;
      const other = hand[index];
      if (
        state !== other?.state ||
        causes.join() !== other.causes.join() ||
        expectedUntil !== other.expectedUntil ||
        refusals.length !== other.refusals.length
      )
        throw new Error(`the table by hand differs at ${index}`);
      if (index < few.length && (sent[index] !== state || gone[index] !== state))
        throw new Error(`XState differs at ${index}`);
    }
    const results = measure(
      [
        { impl: "a table by hand", run: () => byHand(logs) },
        { impl: "cadre: replayAll, compiled from the machine", run: () => replayAll(logs) },
        { impl: "cadre: replayAll, of the few logs below", run: () => replayAll(few) },
        { impl: "cadre: replay, one by one", run: () => few.map((events) => replay(events)) },
        { impl: "XState: an actor for each", run: actor },
        { impl: "XState: transition()", run: pure },
      ],
      9,
      2,
    );
    for (const result of results.slice(2)) {
      result.medianMs *= scale;
      result.ratio *= scale;
    }
    const micros = results.map(
      ({ impl, medianMs }) => `${impl}: ${((medianMs * 1000) / n).toFixed(3)} µs an event`,
    );
    const [, ofAll, ofFew, single, sending] = results;
    const times = (other?: { medianMs: number }) =>
      ((sending?.medianMs ?? Number.NaN) / (other?.medianMs ?? Number.NaN)).toFixed(0);
    return {
      name: "lifecycle",
      n,
      results,
      notes: [
        ...micros,
        `replay, one by one: ${times(single)} times as fast as the actor`,
        `compiled: ${times(ofFew)} times as fast as the actor on the same logs, ${times(ofAll)} times where it replays all ${n.toLocaleString("en")}`,
      ],
    };
  },
};

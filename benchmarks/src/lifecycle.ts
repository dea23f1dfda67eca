import { type ActivityEvent, activityMachine, replay } from "@cadre/core";
import { replayAll } from "@cadre/core/lifecycle";
import { createActor, initialTransition, transition } from "xstate";
import type { Bench } from "./harness.ts";
import { measure } from "./harness.ts";

/** Histories of activities as a portfolio has them: ten events each, in order, now and then one that is refused. */
export function histories(events: number): ActivityEvent[][] {
  const story: [ActivityEvent["type"], object?][] = [
    ["started"],
    ["delayed", { causes: ["covid-19"], expectedUntil: "2020-09" }],
    ["delayed", { causes: ["season"] }],
    ["resumed"],
    ["reallocation-proposed"],
    ["reallocation-approved", { reference: "PBSO/7" }],
    ["started"],
    ["suspended", { causes: ["insecurity"] }],
    ["resumed"],
    ["completed"],
  ];
  return Array.from(
    { length: events / story.length },
    (_, activity) =>
      story.map(([type, more], index) => ({
        // Every hundredth activity has an event that its state does not admit.
        type: activity % 100 === 0 && index === 3 ? "completed" : type,
        date: `2020-${String(index + 1).padStart(2, "0")}-15`,
        basis: "reported",
        ...more,
      })) as ActivityEvent[],
  );
}

const STATES = [
  "planned",
  "in-progress",
  "delayed",
  "suspended",
  "reallocation-proposed",
  "reallocated",
  "cancelled",
  "done",
];
const TYPES = [
  "started",
  "delayed",
  "suspended",
  "resumed",
  "reallocation-proposed",
  "reallocation-approved",
  "reallocation-rejected",
  "reallocation-reverted",
  "cancelled",
  "completed",
];
// Rows by state, columns by type; -1: not admitted.
const NEXT = [
  [1, 2, -1, -1, 4, -1, -1, -1, 6, -1],
  [-1, 2, 3, -1, 4, -1, -1, -1, 6, 7],
  [1, 2, -1, 1, 4, -1, -1, -1, 6, -1],
  [-1, -1, 3, 1, 4, -1, -1, -1, 6, -1],
  [-1, -1, -1, -1, -1, 5, 0, -1, 6, -1],
  [1, 2, -1, -1, 4, -1, -1, 0, 6, -1],
  [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
  [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
];
const CODES = new Map(TYPES.map((type, code) => [type, code]));

/** What someone would write who needs states, causes and refusals of these logs only. */
export function byHand(logs: readonly ActivityEvent[][]) {
  return logs.map((events) => {
    let state = 0;
    let causes: string[] = [];
    let expectedUntil: string | null = null;
    const refusals: { event: ActivityEvent; state: string }[] = [];
    for (const event of events) {
      const next = NEXT[state]?.[CODES.get(event.type) ?? -1] ?? -1;
      if (next < 0) {
        refusals.push({ event, state: STATES[state] ?? "" });
        continue;
      }
      if (event.type === "delayed" || event.type === "suspended") {
        for (const cause of event.causes) if (!causes.includes(cause)) causes = [...causes, cause];
        if (event.type === "delayed") expectedUntil = event.expectedUntil ?? expectedUntil;
      } else if (next === 1 || next === 5 || next === 7) {
        causes = [];
        expectedUntil = null;
      }
      state = next;
    }
    return { state: STATES[state] ?? "", causes, expectedUntil, refusals };
  });
}

/** A million events of activities to their standings: by hand, by the compiled table, by XState's actor and pure transitions. */
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
        return String(running.getSnapshot().value);
      });
    const pure = () =>
      few.map((events) => {
        let [snapshot] = initialTransition(activityMachine);
        for (const event of events) [snapshot] = transition(activityMachine, snapshot, event);
        return String(snapshot.value);
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
    const [, ofAll, ofFew, , sending] = results;
    const times = (other?: { medianMs: number }) =>
      ((sending?.medianMs ?? Number.NaN) / (other?.medianMs ?? Number.NaN)).toFixed(0);
    return {
      name: "lifecycle",
      n,
      results,
      notes: [
        ...micros,
        `compiled: ${times(ofFew)} times as fast as the actor on the same logs, ${times(ofAll)} times where it replays all ${n.toLocaleString("en")}`,
      ],
    };
  },
};

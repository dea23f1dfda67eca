import { assign, setup } from "xstate";
import type { PartialDate } from "../values/date.ts";
import type { ActivityEvent, Cause } from "./event.ts";

/** What the machine remembers beside its state. */
export interface ActivityContext {
  /** Causes of the delay or suspension that holds now, in the order in which they were told. */
  causes: Cause[];
  expectedUntil: PartialDate | null;
  /** Where the activity stood when a reallocation was proposed; it goes back there if that is rejected. */
  before: "planned" | "in-progress" | "delayed" | "suspended" | "reallocated";
}

/** One for all, so that an assignment of it to where it already stands shows as none. */
const NONE: Cause[] = [];

/** Causes told before and now, each once. */
const together = (before: Cause[], now: Cause[]): Cause[] => {
  let all = before;
  for (const cause of now) if (!all.includes(cause)) all = [...all, cause];
  return all;
};

/**
 * What an activity may go through: the one statement of it. Everything else about lifecycles is derived from this machine.
 *
 * A rejected reallocation leaves the activity where it stood. A reverted one restores the activity's original plan, so it leads back to
 * `planned`, whatever had happened under the changed one.
 */
export const activityMachine = setup({
  types: { context: {} as ActivityContext, events: {} as ActivityEvent },
  guards: {
    wasInProgress: ({ context }) => context.before === "in-progress",
    wasDelayed: ({ context }) => context.before === "delayed",
    wasSuspended: ({ context }) => context.before === "suspended",
    wasReallocated: ({ context }) => context.before === "reallocated",
  },
  actions: {
    holdUp: assign(({ context, event }) => {
      if (event.type !== "delayed" && event.type !== "suspended") return {};
      return {
        causes: together(context.causes, event.causes),
        expectedUntil: (event.type === "delayed" ? event.expectedUntil : undefined) ?? context.expectedUntil,
      };
    }),
    release: assign({ causes: NONE, expectedUntil: null }),
    fromPlanned: assign({ before: "planned" }),
    fromInProgress: assign({ before: "in-progress" }),
    fromDelayed: assign({ before: "delayed" }),
    fromSuspended: assign({ before: "suspended" }),
    fromReallocated: assign({ before: "reallocated" }),
  },
}).createMachine({
  id: "activity",
  initial: "planned",
  context: { causes: NONE, expectedUntil: null, before: "planned" },
  states: {
    planned: {
      on: {
        started: "in-progress",
        delayed: { target: "delayed", actions: "holdUp" },
        "reallocation-proposed": { target: "reallocation-proposed", actions: "fromPlanned" },
        cancelled: "cancelled",
      },
    },
    "in-progress": {
      entry: "release",
      on: {
        delayed: { target: "delayed", actions: "holdUp" },
        suspended: { target: "suspended", actions: "holdUp" },
        "reallocation-proposed": { target: "reallocation-proposed", actions: "fromInProgress" },
        completed: "done",
        cancelled: "cancelled",
      },
    },
    delayed: {
      on: {
        started: "in-progress",
        resumed: "in-progress",
        delayed: { actions: "holdUp" },
        "reallocation-proposed": { target: "reallocation-proposed", actions: "fromDelayed" },
        cancelled: "cancelled",
      },
    },
    suspended: {
      on: {
        suspended: { actions: "holdUp" },
        resumed: "in-progress",
        "reallocation-proposed": { target: "reallocation-proposed", actions: "fromSuspended" },
        cancelled: "cancelled",
      },
    },
    "reallocation-proposed": {
      on: {
        "reallocation-approved": "reallocated",
        "reallocation-rejected": [
          { guard: "wasInProgress", target: "in-progress" },
          { guard: "wasDelayed", target: "delayed" },
          { guard: "wasSuspended", target: "suspended" },
          { guard: "wasReallocated", target: "reallocated" },
          { target: "planned" },
        ],
        cancelled: "cancelled",
      },
    },
    reallocated: {
      entry: "release",
      on: {
        started: "in-progress",
        delayed: { target: "delayed", actions: "holdUp" },
        "reallocation-proposed": { target: "reallocation-proposed", actions: "fromReallocated" },
        "reallocation-reverted": { target: "planned", actions: "release" },
        cancelled: "cancelled",
      },
    },
    cancelled: { type: "final" },
    done: { type: "final", entry: "release" },
  },
});

/** Every state of the machine, in the order in which an activity may pass through them. */
export const ACTIVITY_STATES = [
  "planned",
  "in-progress",
  "delayed",
  "suspended",
  "reallocation-proposed",
  "reallocated",
  "cancelled",
  "done",
] as const;
/** A state of the activity machine. */
export type ActivityState = (typeof ACTIVITY_STATES)[number];

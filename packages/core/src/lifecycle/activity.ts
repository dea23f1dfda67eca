import * as z from "zod";
import { latest, type PartialDate } from "../values/date.ts";
import { OwnCode } from "../values/own-code.ts";
import { defineLifecycle, type LifecycleShape } from "./definition.ts";
import { type ActivityEvent, type Cause, isOwnEvent, type OwnEvent } from "./event.ts";
import { toMachine } from "./machine.ts";
import { compileLifecycle } from "./table.ts";

/** A delay or suspension by one cause, from the event that began it to the event that ended it. */
export interface HoldUp {
  /** Whether work is slowed or has stopped. */
  kind: "delayed" | "suspended";
  /** `null` where no cause was given. */
  cause: Cause | null;
  /** When it is expected to end, as last reported; `null` where no report says. */
  expectedUntil: PartialDate | null;
  /** The event that began it. */
  began: ActivityEvent;
  /** `null` while it is open. */
  ended: ActivityEvent | null;
}

/** What a note says of an event. */
export type NoteCode = "implied" | "presumed" | "repeated" | "started-again";
/** Something that a careful reader notes about an event, without refusing it. */
export interface Note {
  /** What there is to note. */
  code: NoteCode;
  /** The event that it is about. */
  event: ActivityEvent;
}

/** What the activity's machine remembers beside its states. */
export interface ActivityContext {
  /** Start of the work as reported; `null` before it, or where it was not reported. */
  started: ActivityEvent | null;
  /** Work has begun, whether or not its start was reported. */
  begun: boolean;
  /** The first event that shows that work had begun, where no start was reported. */
  begunBy: ActivityEvent | null;
  /** Last event before which no work had begun. */
  notBegunAt: ActivityEvent | null;
  /** The event that completed, cancelled, merged or split it; `null` while it is live. */
  over: ActivityEvent | null;
  /** The plan was changed since the start was last reported. */
  replanned: boolean;
  /** Share that is completed, where it was reported. */
  share: number | null;
  /** Responsible agency after a hand-over. */
  agency: string | null;
  /** Activities that it was merged into or split into. */
  into: readonly string[];
  /** Delays and suspensions in the order in which they began, those that are over among them. */
  holdUps: readonly HoldUp[];
  /** What a careful reader notes about the events, in their order. */
  notes: readonly Note[];
}

type Args = { context: ActivityContext; event: ActivityEvent };

const open = ({ ended }: HoldUp) => ended === null;

/** Causes of the hold-ups that are open, each once. */
export const openCauses = (holdUps: readonly HoldUp[]): Cause[] => [
  ...new Set(holdUps.filter(open).flatMap(({ cause }) => (cause === null ? [] : [cause]))),
];
/** Expected end of the hold-ups that are open; `null` where one of them has none. */
export function expectedEnd(holdUps: readonly HoldUp[]): PartialDate | null {
  let last: PartialDate | null = null;
  for (const { expectedUntil } of holdUps.filter(open)) {
    if (expectedUntil === null) return null;
    if (last === null || latest(expectedUntil) > latest(last)) last = expectedUntil;
  }
  return last;
}
const EVERY = null;
const causesOf = (event: ActivityEvent): readonly (Cause | null)[] | null =>
  !("causes" in event) || event.causes === undefined || event.causes.length === 0 ? EVERY : event.causes;

/** Hold-ups that stay open after an event that ends those of its causes, or all. */
const staysOpen = ({ context, event }: Args): HoldUp[] => {
  const causes = causesOf(event);
  return causes === EVERY ? [] : context.holdUps.filter((each) => open(each) && !causes.includes(each.cause));
};
const end = (holdUps: readonly HoldUp[], event: ActivityEvent, ongoing: readonly HoldUp[]) =>
  holdUps.map((each) => (open(each) && !ongoing.includes(each) ? { ...each, ended: event } : each));

const guards = {
  inPart: ({ event }: Args) => event.type === "completed" && event.share !== undefined && event.share < 1,
  hasShare: ({ context }: Args) => context.share !== null,
  begun: ({ context }: Args) => context.begun,
  replanned: ({ context }: Args) => context.replanned,
  leavesNone: (args: Args) => staysOpen(args).length === 0,
  leavesSuspension: (args: Args) => staysOpen(args).some(({ kind }) => kind === "suspended"),
};

const actions = {
  start: ({ context, event }: Args): Partial<ActivityContext> =>
    context.begun ? { replanned: false } : { started: event, begun: true, begunBy: null, replanned: false },
  /** Work must have begun before this event. */
  hasBegun: ({ context, event }: Args): Partial<ActivityContext> =>
    context.begun ? {} : { begun: true, begunBy: event },
  setShare: ({ event }: Args) => ({ share: event.type === "completed" ? (event.share ?? 1) : null }),
  finish: ({ event }: Args) => ({ over: event }),
  takeUp: () => ({ over: null, share: null }),
  /** `kind`: what an agency's own event holds the activity up as. */
  hold: ({ context, event }: Args, params?: Readonly<Record<string, unknown>>): Partial<ActivityContext> => {
    const kind = isOwnEvent(event) ? params?.kind : event.type;
    if (kind !== "delayed" && kind !== "suspended") return {};
    const { causes = [], expectedUntil = null } = event as Pick<OwnEvent, "causes" | "expectedUntil">;
    let { holdUps } = context;
    for (const cause of causes.length === 0 ? [null] : causes) {
      const known = holdUps.find((each) => open(each) && each.kind === kind && each.cause === cause);
      if (known === undefined)
        holdUps = [...holdUps, { kind, cause, expectedUntil, began: event, ended: null }];
      else if (expectedUntil !== null)
        holdUps = holdUps.map((each) => (each === known ? { ...each, expectedUntil } : each));
    }
    return { holdUps, ...(context.begun ? {} : { notBegunAt: event }) };
  },
  release: (args: Args) => ({ holdUps: end(args.context.holdUps, args.event, staysOpen(args)) }),
  releaseAll: ({ context, event }: Args) =>
    context.holdUps.some(open) ? { holdUps: end(context.holdUps, event, []) } : {},
  replan: () => ({ replanned: true }),
  handOver: ({ event }: Args) => ({ agency: event.type === "handed-over" ? event.to : null }),
  moveOn: ({ event }: Args) => ({
    into: event.type === "merged" ? [event.into] : event.type === "split" ? event.into : [],
  }),
  note: ({ context, event }: Args, params?: Readonly<Record<string, unknown>>) => ({
    notes: [...context.notes, { code: params?.code as NoteCode, event }],
  }),
};

const note = (code: NoteCode) => ({ type: "note", params: { code } });
const OVER = { or: ["done", "cancelled", "merged", "split"].map((state) => ({ in: `execution.${state}` })) };
const LIVE = { not: OVER };

/** Ends of the execution that every live state allows. */
const ENDS = {
  cancelled: [
    // The rest is cancelled: what was completed stays completed.
    { guard: "hasShare", target: "done" },
    { target: "cancelled" },
  ],
  merged: { target: "merged", actions: "moveOn" },
  split: { target: "split", actions: "moveOn" },
};
/** Events after which no hold-up is open. */
const RELEASES = {
  started: { guard: LIVE, target: "none", actions: "releaseAll" },
  completed: { guard: { and: [LIVE, { not: "inPart" }] }, target: "none", actions: "releaseAll" },
  cancelled: { guard: LIVE, target: "none", actions: "releaseAll" },
  merged: { guard: LIVE, target: "none", actions: "releaseAll" },
  split: { guard: LIVE, target: "none", actions: "releaseAll" },
};
const RELEASE = [
  { guard: { and: [LIVE, "leavesNone"] }, target: "none", actions: "release" },
  { guard: { and: [LIVE, "leavesSuspension"] }, target: "suspended", actions: "release" },
  { guard: LIVE, target: "delayed", actions: "release" },
];
const SUSPEND = [
  // Suspension presumes that work had begun; a report need not state it.
  {
    guard: { and: [LIVE, { in: "execution.planned" }] },
    target: "suspended",
    actions: ["hold", note("presumed")],
  },
  { guard: LIVE, target: "suspended", actions: "hold" },
];

/** Transitions of a plan without a waiting proposal, and of the same with one. */
const planPair = (name: "original" | "changed" | "reverted", waiting: string) => ({
  [name]: {
    on: {
      "reallocation-proposed": { guard: LIVE, target: waiting },
      "reallocation-approved": {
        guard: LIVE,
        target: "changed",
        actions: ["replan", note(name === "changed" ? "repeated" : "implied")],
      },
      "reallocation-rejected": { guard: LIVE, actions: note("implied") },
      "reallocation-withdrawn": { guard: LIVE, actions: note("implied") },
      "reallocation-reverted": {
        guard: LIVE,
        target: "reverted",
        actions: [
          "replan",
          ...(name === "changed" ? [] : [note(name === "reverted" ? "repeated" : "implied")]),
        ],
      },
    },
  },
  [waiting]: {
    tags: ["proposal"],
    on: {
      "reallocation-proposed": { guard: LIVE, actions: note("repeated") },
      "reallocation-approved": { guard: LIVE, target: "changed", actions: "replan" },
      "reallocation-rejected": { guard: LIVE, target: name },
      "reallocation-withdrawn": { guard: LIVE, target: name },
      "reallocation-reverted": {
        guard: LIVE,
        target: "reverted",
        actions: ["replan", ...(name === "changed" ? [] : [note("implied")])],
      },
    },
  },
});

/** What an activity may go through: the one statement of it. The XState machine and the replay table are made of it. */
export const ACTIVITY_SHAPE = {
  id: "activity",
  type: "parallel",
  on: { "handed-over": { guard: LIVE, actions: "handOver" } },
  states: {
    execution: {
      initial: "planned",
      states: {
        planned: {
          on: {
            started: { target: "in-progress", actions: "start" },
            resumed: { target: "in-progress", actions: ["hasBegun", note("implied")] },
            completed: [
              { guard: "inPart", target: "in-progress", actions: ["hasBegun", "setShare", note("presumed")] },
              { target: "done", actions: ["hasBegun", "setShare", note("presumed")] },
            ],
            ...ENDS,
          },
        },
        "in-progress": {
          on: {
            started: [
              { guard: { not: { in: "hold-ups.none" } }, actions: "start" },
              { guard: "replanned", actions: ["start", note("started-again")] },
              { actions: note("repeated") },
            ],
            resumed: { guard: { in: "hold-ups.none" }, actions: note("implied") },
            completed: [
              { guard: "inPart", actions: "setShare" },
              { target: "done", actions: "setShare" },
            ],
            ...ENDS,
          },
        },
        done: {
          tags: ["over"],
          entry: "finish",
          on: {
            completed: { actions: note("repeated") },
            reopened: { target: "in-progress", actions: "takeUp" },
          },
        },
        cancelled: {
          tags: ["over"],
          entry: "finish",
          on: {
            cancelled: { actions: note("repeated") },
            reinstated: [
              { guard: "begun", target: "in-progress", actions: "takeUp" },
              { target: "planned", actions: "takeUp" },
            ],
          },
        },
        merged: { tags: ["over"], entry: "finish" },
        split: { tags: ["over"], entry: "finish" },
      },
    },
    "hold-ups": {
      initial: "none",
      states: {
        none: {
          on: {
            delayed: { guard: LIVE, target: "delayed", actions: "hold" },
            suspended: SUSPEND,
            "hold-up-ended": { guard: LIVE, actions: note("implied") },
          },
        },
        delayed: {
          on: {
            delayed: { guard: LIVE, actions: "hold" },
            suspended: SUSPEND,
            "hold-up-ended": RELEASE,
            resumed: RELEASE,
            ...RELEASES,
          },
        },
        suspended: {
          on: {
            delayed: { guard: LIVE, actions: "hold" },
            suspended: { guard: LIVE, actions: "hold" },
            "hold-up-ended": RELEASE,
            resumed: RELEASE,
            ...RELEASES,
          },
        },
      },
    },
    plan: {
      initial: "original",
      states: {
        ...planPair("original", "proposed"),
        ...planPair("changed", "changed-proposed"),
        ...planPair("reverted", "reverted-proposed"),
      },
    },
  },
} satisfies LifecycleShape;

/** The activity's lifecycle: definition and functions. */
export const activityLifecycle = defineLifecycle<ActivityContext, ActivityEvent>(ACTIVITY_SHAPE, {
  context: {
    ...{ started: null, begun: false, begunBy: null, notBegunAt: null, replanned: false },
    ...{ over: null, share: null, agency: null, into: [], holdUps: [], notes: [] },
  },
  guards,
  actions,
  stateOf: (value) => deriveState(value),
  presumed: ({ notes }) =>
    notes.reduce((count, { code }) => count + Number(code === "implied" || code === "presumed"), 0),
  summary: ({ holdUps, share, agency, into }) => ({
    ...{ causes: openCauses(holdUps), expectedUntil: expectedEnd(holdUps), share, agency, into },
  }),
});

/** The XState machine of an activity: regions `execution`, `hold-ups`, `plan`. It never stops, since a completed activity can be reopened. */
export const activityMachine = toMachine(activityLifecycle);

/**
 * The activity's machine for a parent machine to invoke: it stops once the activity is done, cancelled, merged or split, with the output
 * `{ state, context }`.
 */
export const invokedActivityMachine = toMachine(activityLifecycle, {
  ends: {
    done: { in: "execution.done" },
    cancelled: { in: "execution.cancelled" },
    merged: { in: "execution.merged" },
    split: { in: "execution.split" },
  },
});

/** The activity's replay table. */
export const activityLifecycleTable = compileLifecycle(activityLifecycle);

/**
 * States that the fund's reports speak of, as an activity may pass through them. `undetermined`: the order of events decides and is not known;
 * the snapshot's `readings` give the possible states.
 */
export const FundState = z.enum([
  "planned",
  "in-progress",
  "delayed",
  "suspended",
  "reallocated",
  "cancelled",
  "done",
  "merged",
  "split",
  "undetermined",
]);
export type FundState = z.infer<typeof FundState>;
/** The states of {@link FundState}. */
export const ACTIVITY_STATES = FundState.options;
/** The one state of an activity: one that the fund's reports speak of, or an agency's own. */
export const ActivityState = z.union([FundState, OwnCode]).meta({ id: "ActivityState" });
export type ActivityState = z.infer<typeof ActivityState>;
/** Whether the plan is the original one, waits for a decision, was changed, or was brought back; or a state of an agency's own. */
export type PlanState = "original" | "proposed" | "changed" | "reverted" | OwnCode;

/** The one state, by precedence: cancelled, done, suspended, delayed, in progress; of what has not begun: reallocated, planned. */
export function deriveState([execution, holdUps, plan]: readonly string[]): FundState {
  if (execution === "cancelled" || execution === "done" || execution === "merged" || execution === "split")
    return execution;
  if (holdUps === "suspended" || holdUps === "delayed") return holdUps;
  if (execution === "in-progress") return "in-progress";
  return plan === "changed" || plan === "changed-proposed" ? "reallocated" : "planned";
}

/** The plan by the regions' states. */
export function planOf([, , plan = "original"]: readonly string[]): PlanState {
  if (plan === "changed-proposed") return "changed";
  return plan === "reverted-proposed" ? "reverted" : (plan as PlanState);
}

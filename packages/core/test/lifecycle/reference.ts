import { type AnyStateMachine, initialTransition, transition } from "xstate";

type Value = string | Record<string, unknown>;
/** A snapshot of XState. */
export interface View {
  value: Value;
  context: unknown;
  status: string;
  output: unknown;
  tags: ReadonlySet<string>;
  can(event: { type: string }): boolean;
}

/** XState's own snapshot of a machine that has begun. */
export const beginByXState = (machine: AnyStateMachine, input?: unknown): View =>
  initialTransition(machine, input as never)[0] as unknown as View;

/** The snapshot after an event; `null` where XState does not allow it. */
export const stepByXState = (machine: AnyStateMachine, snapshot: View, event: { type: string }) =>
  snapshot.status !== "done" && snapshot.can(event)
    ? (transition(machine, snapshot as never, event as never)[0] as unknown as View)
    : null;

/** What a snapshot says: states of the regions, context, tags, output. */
export const viewOf = (machine: AnyStateMachine, { value, context, status, output, tags }: View) => ({
  value:
    typeof value === "string"
      ? [value]
      : Object.keys(machine.config.states ?? {}).map((region) => String(value[region])),
  ...{ context, output, tags: [...tags].sort(), done: status === "done" },
});

/** A log by XState itself: state, context, tags, status, output, and by event whether it was allowed. */
export function runByXState(machine: AnyStateMachine, events: readonly { type: string }[], input?: unknown) {
  let snapshot = beginByXState(machine, input);
  const allowed = events.map((event) => {
    const next = stepByXState(machine, snapshot, event);
    snapshot = next ?? snapshot;
    return next !== null;
  });
  return { ...viewOf(machine, snapshot), allowed };
}

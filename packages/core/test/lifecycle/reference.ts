import { type AnyStateMachine, initialTransition, transition } from "xstate";

type Value = string | Record<string, unknown>;
interface View {
  value: Value;
  context: unknown;
  status: string;
  output: unknown;
  tags: ReadonlySet<string>;
  can(event: { type: string }): boolean;
}

/** A log by XState itself: state, context, tags, status, output, and by event whether it was allowed. */
export function runByXState(machine: AnyStateMachine, events: readonly { type: string }[], input?: unknown) {
  let [snapshot] = initialTransition(machine, input as never) as unknown as [View];
  const allowed: boolean[] = [];
  for (const event of events) {
    const can = snapshot.status !== "done" && snapshot.can(event);
    allowed.push(can);
    if (can) [snapshot] = transition(machine, snapshot as never, event as never) as unknown as [View];
  }
  const { value, context, status, output, tags } = snapshot;
  return {
    value:
      typeof value === "string"
        ? [value]
        : Object.keys(machine.config.states ?? {}).map((region) => String(value[region])),
    ...{ context, output, allowed, tags: [...tags].sort(), done: status === "done" },
  };
}

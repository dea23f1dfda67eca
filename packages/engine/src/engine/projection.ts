import {
  compileLifecycles,
  type EngineEvent,
  LIFECYCLES,
  type LifecycleStatus,
  type Lifecycles,
  type LoggedEvent,
  toMachineEvent,
} from "../events/index.ts";
import type { EventStore } from "../log/index.ts";
import { Notifier } from "./notifier.ts";
import { projectOf } from "./states.ts";
import { subscribeTo } from "./subscribe.ts";
import type { Upcast } from "./upcast.ts";

/** A read model of the log. It can be rebuilt from the first event at any time. */
export interface Projection<State> {
  /** The initial state. */
  initial(): State;
  /** Applies a page of all streams' events in order. It may mutate the given state, and returns it. */
  apply(state: State, events: readonly EngineEvent[]): State;
}

/** A projection's state, and the cursor up to which it has read. */
export interface Projected<State> {
  /** The read model. */
  state: State;
  /** Opaque; `null` where nothing was read yet. */
  cursor: string | null;
}

/** Events of a page while a projection is brought up to date. */
const LIMIT = 5000;

/** Brings a projection up to the end of the log, from the beginning or from an earlier result. */
export async function runProjection<State>(
  store: EventStore,
  upcast: Upcast,
  { initial, apply }: Projection<State>,
  { from }: { from?: Projected<State> | undefined } = {},
): Promise<Projected<State>> {
  let { state, cursor } = from ?? { state: initial(), cursor: null as string | null };
  for await (const page of subscribeTo(store, upcast, new Notifier(), {
    after: cursor,
    live: false,
    limit: LIMIT,
  })) {
    state = apply(state, page.events);
    cursor = page.cursor;
  }
  return { state, cursor };
}

/** The state of one activity. */
export interface ActivityStateRow extends LifecycleStatus {
  /** The project's id. */
  project: string;
  /** The activity's code: `1.1.1`. */
  activity: string;
}

/** Logs of all projects' activities, by project and code. */
export type ActivityLogs = Map<string, Map<string, LoggedEvent[]>>;

/** All projects' activities with their events; {@link activityRows} computes their states. */
export const activityLogs: Projection<ActivityLogs> = {
  initial: () => new Map(),
  apply: (logs, events) => {
    for (const event of events) {
      if (event.type === "activity.added" || !("activity" in event.data)) continue;
      const project = projectOf(event.stream);
      if (project === null) continue;
      const own = logs.get(project) ?? new Map<string, LoggedEvent[]>();
      logs.set(project, own);
      const code = event.data.activity;
      const log = own.get(code);
      if (log === undefined) own.set(code, [toMachineEvent(event)]);
      else log.push(toMachineEvent(event));
    }
    return logs;
  },
};

/** The state of every activity with events, by the machine compiled to a table. */
export function activityRows(
  logs: ActivityLogs,
  { lifecycles = LIFECYCLES }: { lifecycles?: Lifecycles | undefined } = {},
): ActivityStateRow[] {
  const { activity: replay } = compileLifecycles(lifecycles);
  return [...logs].flatMap(([project, activities]) =>
    [...activities].map(([activity, events]) => ({ project, activity, ...replay(events) })),
  );
}

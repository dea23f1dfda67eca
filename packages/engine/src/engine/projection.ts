import type { EventStore, RecordedEvent } from "../log/index.ts";
import {
  type ActivityStatus,
  compileLifecycles,
  LIFECYCLES,
  type Lifecycles,
  type LoggedEvent,
  logged,
} from "../project/index.ts";
import { projectOf } from "./states.ts";
import { Bell, subscribeTo } from "./subscribe.ts";

/** Something that is read off the log: rebuilt from nothing at any time, so it may be changed at will. */
export interface Projection<State> {
  /** What it begins with. */
  initial(): State;
  /** Takes a page of all streams' events in order. It may change the state that it is given, and returns it. */
  apply(state: State, events: readonly RecordedEvent[]): State;
}

/** A projection's state, and the cursor up to which it has read. */
export interface Projected<State> {
  state: State;
  cursor: string | null;
}

/** Brings a projection up to the end of the log: from zero, or from where it stood. */
export async function runProjection<State>(
  store: EventStore,
  upcast: (event: RecordedEvent) => RecordedEvent,
  { initial, apply }: Projection<State>,
  from?: Projected<State>,
): Promise<Projected<State>> {
  let { state, cursor } = from ?? { state: initial(), cursor: null as string | null };
  for await (const page of subscribeTo(store, upcast, new Bell(), { after: cursor, live: false })) {
    state = apply(state, page.events);
    cursor = page.cursor;
  }
  return { state, cursor };
}

/** Where one activity stands. */
export interface ActivityRow extends ActivityStatus {
  project: string;
  activity: string;
}

/** Logs of all projects' activities, by project and code. */
export type ActivityLogs = Map<string, Map<string, LoggedEvent[]>>;

/** All projects' activities with their events; {@link activityRows} tells where each stands. */
export const activityLogs: Projection<ActivityLogs> = {
  initial: () => new Map(),
  apply: (logs, events) => {
    for (const event of events) {
      const project = event.type.startsWith("activity.") ? projectOf(event.stream) : null;
      if (project === null) continue;
      if (event.type === "activity.added") continue;
      const own = logs.get(project) ?? new Map<string, LoggedEvent[]>();
      logs.set(project, own);
      const code = event.data.activity as string;
      const log = own.get(code);
      if (log === undefined) own.set(code, [logged(event)]);
      else log.push(logged(event));
    }
    return logs;
  },
};

/** Where every activity stands to which anything has happened, by the machine compiled to a table. */
export function activityRows(logs: ActivityLogs, lifecycles: Lifecycles = LIFECYCLES): ActivityRow[] {
  const { activity: replay } = compileLifecycles(lifecycles);
  return [...logs].flatMap(([project, activities]) =>
    [...activities].map(([activity, events]) => ({ project, activity, ...replay(events) })),
  );
}

import {
  activityLifecycle,
  compileLifecycle,
  type Dated,
  FUND_PROFILE,
  type Lifecycle,
  type Profile,
  projectLifecycle,
  type RefusedEvent,
  replayWith,
  reportLifecycle,
} from "@cadre/core/lifecycle";

/** A lifecycle of core's notation, as `defineLifecycle` returns it. */
export type Machine = Lifecycle<unknown, Dated>;

/** The lifecycles that a log is replayed by. They are named, so that a state made by others is never taken for one of theirs. */
export interface Lifecycles {
  /** Changes whenever a lifecycle does. */
  version: string;
  /** The lifecycle of every activity. */
  activity: Machine;
  /** The lifecycle of the project itself. */
  project: Machine;
  /** The lifecycle of every report to the fund. */
  report: Machine;
}

/** The lifecycles of core. */
export const LIFECYCLES: Lifecycles = {
  version: "cadre-2",
  activity: activityLifecycle,
  project: projectLifecycle,
  report: reportLifecycle,
};

/** The lifecycles of core, with the activity's as a profile extends it. */
export const lifecyclesOf = (profile: Profile): Lifecycles =>
  profile === FUND_PROFILE ? LIFECYCLES : { ...LIFECYCLES, version: profile.id, activity: profile.activity };

/** State of an activity, a project or a report after its events. */
export interface LifecycleStatus {
  /** `undetermined` where the order of the events decides and is not known. */
  state: string;
  /** Possible states: one, or several where `state` is `undetermined`. */
  readings: string[];
  /** What the lifecycle remembers, as its `summary` shows it: causes, dates, counts. */
  context: Record<string, unknown>;
  /** Recorded events that the lifecycle does not allow where they are: of an older one, or contradicted later. They changed nothing. */
  refusals: RefusedEvent<Dated>[];
}

/** The end date that a project's extensions give; `null` where there was none. */
export const extendedEnd = ({ context }: LifecycleStatus): string | null =>
  typeof context.endDate === "string" ? context.endDate : null;

/** State after dated events; `asOf`: the day that it is asked for. */
export type Replay = (events: readonly Dated[], asOf?: string) => LifecycleStatus;

/** The lifecycles compiled to tables, once. */
export interface CompiledLifecycles {
  version: string;
  activity: Replay;
  project: Replay;
  report: Replay;
}

function replayer(machine: Machine): Replay {
  const table = compileLifecycle(machine);
  return (events, asOf) => {
    const { context, ...status } = replayWith(table, events, { asOf: asOf ?? null });
    return { ...status, context: machine.summary(context) };
  };
}

/** @throws TypeError where something else than a lifecycle of `defineLifecycle` is handed in. */
export function compileLifecycles({ version, activity, project, report }: Lifecycles): CompiledLifecycles {
  for (const machine of [activity, project, report])
    if (!Array.isArray((machine as Partial<Machine>).regions))
      throw new TypeError("expected lifecycles made by defineLifecycle, not XState machines");
  return { version, activity: replayer(activity), project: replayer(project), report: replayer(report) };
}

import {
  activityMachine,
  compileMachine,
  type Dated,
  inOrderOfEffect,
  projectMachine,
  type RefusedEvent,
  reportMachine,
  runCompiled,
} from "@cadre/core/lifecycle";

/** A flat XState machine, as `compileMachine` of core takes it. */
export type Machine = Parameters<typeof compileMachine>[0];

/** The machines that a log is replayed by. They are named, so that a state made by others is never taken for one of theirs. */
export interface Lifecycles {
  /** Changes whenever a machine does. */
  version: string;
  activity: Machine;
  project: Machine;
  report: Machine;
}

/** The machines of core. */
export const LIFECYCLES: Lifecycles = {
  version: "cadre-1",
  activity: activityMachine,
  project: projectMachine,
  report: reportMachine,
};

/** Where something stands after its events. */
export interface ActivityStatus {
  state: string;
  /** What the machine remembers: causes, dates, counts. */
  context: Record<string, unknown>;
  /** Events on record that the machine does not admit where they stand: of an older machine, or contradicted later. They changed nothing. */
  refusals: RefusedEvent<Dated>[];
}

/** Tells where something stands by its dated events, in order of effect. */
export type Replay = (events: readonly Dated[]) => ActivityStatus;

/** The machines compiled to tables, once. */
export interface CompiledLifecycles {
  version: string;
  activity: Replay;
  project: Replay;
  report: Replay;
}

function replayer(machine: Machine): Replay {
  const table = compileMachine<Machine, Dated>(machine);
  return (events) => {
    const { state, context, refusals } = runCompiled(table, inOrderOfEffect(events));
    return { state: table.states[state] ?? "", context: context as Record<string, unknown>, refusals };
  };
}

/** @throws TypeError where a machine is not flat. */
export function compileLifecycles({ version, activity, project, report }: Lifecycles): CompiledLifecycles {
  return { version, activity: replayer(activity), project: replayer(project), report: replayer(report) };
}

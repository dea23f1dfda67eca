import { randomUUID } from "node:crypto";
import { PBF_BUDGET_POLICY_2018, type Problem, parseWith } from "@cadre/core";
import { FUND_PROFILE } from "@cadre/core/lifecycle";
import { REALLOCATION_POLICY } from "@cadre/core/reallocation";
import { type Command, type CommandInput, commandsWith } from "../commands/index.ts";
import {
  compileLifecycles,
  type DenialReason,
  type EngineEvent,
  EVENTS,
  lifecyclesOf,
  type NewEngineEvent,
  type ReplayedProject,
} from "../events/index.ts";
import { type Actor, type Head, PAGE, type ReadOptions, refuseArchived, StoreError } from "../log/index.ts";
import { messages } from "../messages.ts";
import { denialOf, PBF_AUTHORISATION, withRoles } from "../roles/index.ts";
import { type Answer, reject } from "./answer.ts";
import { type FollowOptions, followStream, HeadWatch, readBounded } from "./follow.ts";
import { fingerprintOf, handleCommand } from "./handle-command.ts";
import { Notifier } from "./notifier.ts";
import { dayIn, type EngineOptions } from "./options.ts";
import { type Projected, type Projection, runProjection } from "./projection.ts";
import { denialsOf, projectOf, States, streamOf } from "./states.ts";
import { type EventPage, type SubscribeOptions, subscribeTo } from "./subscribe.ts";
import { UnknownEvent, upcastingBy } from "./upcast.ts";
import { type StreamVerification, verifyStream } from "./verify.ts";
import { type ProjectView, viewsBy } from "./view.ts";

/** A request to read a project; see {@link Engine.authorizeRead}. */
export interface ReadRequest {
  /** Who wants to read, and in which role. */
  actor: Actor;
  /** The project's id. */
  project: string;
}

/** The result of verifying both streams of a project and its snapshot. */
export interface ProjectVerification {
  /** Whether both chains hold and the snapshot does not contradict the log. */
  ok: boolean;
  /** The project's own events. */
  log: StreamVerification;
  /** What was denied in the project, which is kept in a stream of its own. */
  denials: StreamVerification;
  /** The snapshot in the store, compared with the log replayed from its first entry. */
  snapshot: "none" | "agrees" | "differs";
}

/** What a project is verified against. */
export interface VerifyOptions {
  /** Heads of the project's log that were noted elsewhere, and must still be there. Default: none. */
  known?: readonly Head[];
}

/** Which state of a project is asked for. */
export interface StateOptions {
  /** Position of the last entry that counts. Default: the last of the log. */
  upTo?: number;
}

/** A page of projects' ids. */
export interface ProjectsOptions {
  /** The id after which the page begins. */
  after?: string;
  /** Default: all. */
  limit?: number;
}

/**
 * The engine: plain data in, plain data out. Methods that only read throw a `StoreError` if the store is unavailable, and `UnknownEvent` if
 * the log was written by newer code.
 */
export interface Engine {
  /**
   * Executes a command. It never throws for what a caller sends or for an unavailable store: the answer says so.
   * @param command validated by the schema {@link Command}.
   */
  execute(command: CommandInput): Promise<Answer>;
  /** Whether an actor may read a project; a denial is recorded. `null`: yes. The methods below do not check. */
  authorizeRead(request: ReadRequest): Promise<Extract<Answer, { ok: false }> | null>;
  /** Records that the embedding system denied an action for a reason of its own, and returns the answer. */
  recordDenial(
    request: ReadRequest,
    reason: DenialReason,
    action: string,
  ): Promise<Extract<Answer, { ok: false }>>;
  /** The state of a project; `null` if it was never opened. */
  view(project: string): Promise<ProjectView | null>;
  /** The state that a project's log amounts to: now, or after an entry. */
  state(project: string, options?: StateOptions): Promise<ReplayedProject>;
  /**
   * A project's entries from a position on, in today's versions: at most `limit`, and fewer where they are large. The end of the log is
   * where none come.
   */
  history(project: string, options?: ReadOptions): Promise<EngineEvent[]>;
  /** Denials, like {@link history}. */
  denials(project: string, options?: ReadOptions): Promise<EngineEvent<"command.denied">[]>;
  /** Projects with entries, in order of code points. */
  projects(options?: ProjectsOptions): Promise<string[]>;
  /** Verifies a project's chains of hashes from their first entries. */
  verify(project: string, options?: VerifyOptions): Promise<ProjectVerification>;
  /** Pages of one project's entries after a position, until aborted. */
  follow(project: string, options?: FollowOptions): AsyncGenerator<EngineEvent[], void, undefined>;
  /** Pages of all projects' events after a cursor, at least once and in order. */
  subscribe(options?: SubscribeOptions): AsyncGenerator<EventPage, void, undefined>;
  /** Brings a projection up to the end of the log, from the beginning or from an earlier result. */
  project<State>(projection: Projection<State>, from?: Projected<State>): Promise<Projected<State>>;
}

/**
 * Creates an engine. Any number of them, in any number of processes, may use the same store.
 * @throws if a machine or the upcasters are invalid, or the time zone is unknown.
 */
export function createEngine(options: EngineOptions): Engine {
  const { store, grants, clock = () => new Date(), timeZone = "UTC", profile = FUND_PROFILE } = options;
  const policy = withRoles(options.policy ?? PBF_AUTHORISATION, profile);
  const commandSchema = commandsWith(profile);
  const { reallocation = REALLOCATION_POLICY, budget = PBF_BUDGET_POLICY_2018 } = options;
  const lifecycles = compileLifecycles(options.lifecycles ?? lifecyclesOf(profile));
  const upcast = upcastingBy(options.upcasters ?? [], profile);
  const dayOf = dayIn(timeZone);
  const viewOf = viewsBy(lifecycles);
  const states = new States(store, upcast);
  const notifier = new Notifier();
  const watch = new HeadWatch(store);
  const appended = (stream: string) => {
    notifier.notify();
    watch.notify(stream);
  };
  const queue = new Map<string, Promise<unknown>>();

  /** Commands to one project run one after another within this process: they would only conflict. */
  async function serialize<T>(project: string, work: () => Promise<T>): Promise<T> {
    const before = queue.get(project) ?? Promise.resolve();
    const result = before.then(work, work);
    const settled = result.catch(() => {});
    queue.set(project, settled);
    try {
      return await result;
    } finally {
      if (queue.get(project) === settled) queue.delete(project);
    }
  }

  const context = () => {
    const instant = clock();
    return { now: instant.toISOString(), today: dayOf(instant), lifecycles, reallocation, budget };
  };
  const grantsOf = async (actor: string) => (typeof grants === "function" ? grants(actor) : grants);

  /** Denials are events of a stream of their own, so that they never conflict with commands. */
  async function recordDenial(
    { actor, project }: ReadRequest,
    reason: DenialReason,
    asked: { command: string; key: string | null; fingerprint: string | null },
  ): Promise<Extract<Answer, { ok: false }>> {
    const { now, today } = context();
    const event: NewEngineEvent<"command.denied"> = {
      type: "command.denied",
      version: EVENTS["command.denied"].version,
      effective: today,
      recordedAt: now,
      actor,
      evidence: [],
      data: { ...asked, reason },
    };
    const id = randomUUID();
    const stream = denialsOf(project);
    const recorded = await store.append({
      stream,
      expected: "any",
      key: id,
      fingerprint: id,
      events: [event],
    });
    appended(stream);
    if (!recorded.ok) return { ok: false, kind: "invalid", problems: [recorded.problem] };
    const problem: Problem = {
      code: reason,
      where: { path: "actor" },
      message: messages[reason](actor.id),
      found: `${actor.role}${actor.agency === null ? "" : `, ${actor.agency}`}`,
      expected: asked.command,
    };
    return { ok: false, kind: "denied", problems: [problem] };
  }

  /** Answers for a store that is unavailable, and for a log that is newer than the code. */
  async function toAnswer<T>(work: () => Promise<T>): Promise<T | Extract<Answer, { ok: false }>> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError || error instanceof UnknownEvent)) throw error;
      return { ok: false, kind: "unavailable", problems: [error.problem] };
    }
  }

  const dependencies = {
    store,
    upcast,
    states,
    context,
    denial: async (command: Command, agencies: readonly string[] | null) => {
      const { actor, project, type: what } = command;
      return denialOf({ actor, project, what, agencies }, policy, await grantsOf(actor.id));
    },
    denied: (command: Command, reason: DenialReason) =>
      recordDenial(command, reason, {
        command: command.type,
        key: command.key,
        fingerprint: fingerprintOf(command),
      }),
  };

  return {
    execute: async (input) => {
      const parsed = parseWith(commandSchema, input, "command-invalid");
      if (!parsed.ok) return reject("invalid", ...parsed.problems);
      const command = parsed.value;
      const answer = await serialize(command.project, () =>
        toAnswer(() => handleCommand(dependencies, command)),
      );
      if (answer.ok && !answer.duplicate) appended(streamOf(command.project));
      return answer;
    },
    authorizeRead: async ({ actor, project }) => {
      const asked = { actor, project, what: "project.read", agencies: null };
      const denial = denialOf(asked, policy, await grantsOf(actor.id));
      if (denial === null) return null;
      return toAnswer(() =>
        recordDenial(asked, denial, { command: "project.read", key: null, fingerprint: null }),
      );
    },
    recordDenial: (request, reason, action) =>
      toAnswer(() => recordDenial(request, reason, { command: action, key: null, fingerprint: null })),
    view: async (project) => {
      const state = await states.current(project);
      return state.opened ? viewOf(state) : null;
    },
    state: (project, { upTo } = {}) =>
      upTo === undefined ? states.current(project) : states.at(project, upTo),
    history: async (project, { from = 1, limit = PAGE } = {}) => {
      const entries = await readBounded(store, streamOf(project), from, limit);
      if (entries.length === 0) await refuseArchived(store, streamOf(project));
      return entries.map(upcast);
    },
    denials: async (project, { from = 1, limit = PAGE } = {}) =>
      (await readBounded(store, denialsOf(project), from, limit))
        .map(upcast)
        .filter((event) => event.type === "command.denied"),
    projects: async ({ after = "", limit } = {}) =>
      (
        await store.streams({
          ...{ prefix: streamOf(""), after: streamOf(after) },
          ...(limit !== undefined && { limit }),
        })
      ).flatMap((stream) => projectOf(stream) ?? []),
    verify: async (project, { known = [] } = {}) => {
      const log = await verifyStream(store, streamOf(project), known);
      const denials = await verifyStream(store, denialsOf(project));
      const snapshot = await states.snapshotOf(project);
      return { ok: log.chain.ok && denials.chain.ok && snapshot !== "differs", log, denials, snapshot };
    },
    follow: async function* (project, follow) {
      for await (const page of followStream(store, watch, streamOf(project), follow)) yield page.map(upcast);
    },
    subscribe: (subscription) => subscribeTo(store, upcast, notifier, subscription),
    project: (projection, from) => runProjection(store, upcast, projection, { from }),
  };
}

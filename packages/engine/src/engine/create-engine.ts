import { randomUUID } from "node:crypto";
import { PBF_BUDGET_POLICY_2018, type Problem, parseWith } from "@cadre/core";
import { REALLOCATION_POLICY } from "@cadre/core/reallocation";
import { Command, type CommandInput } from "../commands/index.ts";
import { compileLifecycles, EVENT_VERSIONS, LIFECYCLES, type ProjectState } from "../events/index.ts";
import { type Actor, type Head, PAGE, type Page, type RecordedEvent, StoreError } from "../log/index.ts";
import { messages } from "../messages.ts";
import { type DenialReason, denialOf, PBF_AUTHORISATION } from "../roles/index.ts";
import { type Answer, reject } from "./answer.ts";
import { fingerprintOf, handleCommand } from "./handle-command.ts";
import { dayIn, type EngineOptions } from "./options.ts";
import { type Projected, type Projection, runProjection } from "./projection.ts";
import { denialsOf, projectOf, States, streamOf } from "./states.ts";
import { Notifier, type SubscribeOptions, subscribeTo } from "./subscribe.ts";
import { UnknownEvent, upcastingBy } from "./upcast.ts";
import { type StreamVerification, verifyStream } from "./verify.ts";
import { type ProjectView, viewOf } from "./view.ts";

/** What somebody wants to look at; {@link Engine.authorizeRead} answers. */
export interface ReadRequest {
  actor: Actor;
  project: string;
}

/** What was found on both of a project's streams, and in its snapshot. */
export interface ProjectVerification {
  /** Whether both hold, and the snapshot does not say another thing than the log. */
  ok: boolean;
  log: StreamVerification;
  denials: StreamVerification;
  /** The snapshot in the store, held against the log replayed from its first entry. */
  snapshot: "none" | "agrees" | "differs";
}

/**
 * The engine: plain data in, plain data out, so that a server can mount it as it is. What only reads throws a `StoreError` where the log
 * cannot be reached, and `UnknownEvent` where it was written by newer code.
 */
export interface Engine {
  /**
   * Does a command, or tells why not. It never throws for what a caller sends or for a store that is away: that is an answer too.
   * @param command checked by the schema {@link Command}.
   */
  execute(command: CommandInput): Promise<Answer>;
  /** Whether somebody may look at a project; a denial is recorded. `null`: they may. The methods below do not ask. */
  authorizeRead(request: ReadRequest): Promise<Extract<Answer, { ok: false }> | null>;
  /** Where everything of a project stands; `null` of one that was never opened. */
  view(project: string): Promise<ProjectView | null>;
  /** What a project's log amounts to: now, or as it was after an entry. */
  state(project: string, upTo?: number): Promise<ProjectState>;
  /** A project's entries from a position on, in today's forms. */
  history(project: string, from?: number, limit?: number): Promise<RecordedEvent[]>;
  /** What was denied, from a position of that record on. */
  denials(project: string, from?: number, limit?: number): Promise<RecordedEvent[]>;
  /** Projects of which anything is on record, in order of code points. */
  projects(): Promise<string[]>;
  /**
   * Checks a project's chains of hashes from their first entries.
   * @param known heads of the project's log that were noted elsewhere, and must still be there.
   */
  verify(project: string, known?: readonly Head[]): Promise<ProjectVerification>;
  /** Pages of all projects' events, from a cursor on, at least once and in order. */
  subscribe(options?: SubscribeOptions): AsyncGenerator<Page, void, undefined>;
  /** Brings a projection up to the end of the log, from the beginning or from an earlier result. */
  project<State>(projection: Projection<State>, from?: Projected<State>): Promise<Projected<State>>;
}

/**
 * Makes an engine upon a store. Any number of them, in any number of processes, may use the same one.
 * @throws where a machine or the upcasters cannot be used, or the time zone is unknown.
 */
export function createEngine(options: EngineOptions): Engine {
  const { store, grants, policy = PBF_AUTHORISATION, clock = () => new Date(), timeZone = "UTC" } = options;
  const { reallocation = REALLOCATION_POLICY, budget = PBF_BUDGET_POLICY_2018 } = options;
  const lifecycles = compileLifecycles(options.lifecycles ?? LIFECYCLES);
  const upcast = upcastingBy(options.upcasters ?? []);
  const dayOf = dayIn(timeZone);
  const states = new States(store, upcast);
  const notifier = new Notifier();
  const turns = new Map<string, Promise<unknown>>();

  /** Commands to one project come one after another within this process: they would only cross each other. */
  async function serialize<T>(project: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(project) ?? Promise.resolve();
    const turn = before.then(work, work);
    const ended = turn.catch(() => {});
    turns.set(project, ended);
    try {
      return await turn;
    } finally {
      if (turns.get(project) === ended) turns.delete(project);
    }
  }

  const context = () => {
    const instant = clock();
    return { now: instant.toISOString(), today: dayOf(instant), lifecycles, reallocation, budget };
  };
  const grantsOf = async (actor: string) => (typeof grants === "function" ? grants(actor) : grants);

  /** Every denial is an event of its own stream: it must not make those who may wait or conflict. */
  async function recordDenial(
    { actor, project }: ReadRequest,
    reason: DenialReason,
    asked: { command: string; key: string | null; fingerprint: string | null },
  ): Promise<Extract<Answer, { ok: false }>> {
    const { now, today } = context();
    const event = {
      type: "command.denied",
      version: EVENT_VERSIONS["command.denied"],
      effective: today,
      recordedAt: now,
      actor,
      evidence: [],
      data: { ...asked, reason },
    };
    const id = randomUUID();
    const stream = denialsOf(project);
    const appended = await store.append({
      stream,
      expected: "any",
      key: id,
      fingerprint: id,
      events: [event],
    });
    notifier.notify();
    if (!appended.ok) return { ok: false, kind: "invalid", problems: [appended.problem] };
    const problem: Problem = {
      code: reason,
      where: { path: "actor" },
      message: messages[reason](actor.id),
      found: `${actor.role}${actor.agency === null ? "" : `, ${actor.agency}`}`,
      expected: asked.command,
    };
    return { ok: false, kind: "denied", problems: [problem] };
  }

  /** A store that cannot serve, and a log that is newer than the code, are answers. */
  async function toAnswer<T>(work: () => Promise<T>): Promise<T | Extract<Answer, { ok: false }>> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreError) return { ok: false, kind: "unavailable", problems: [error.problem] };
      if (!(error instanceof UnknownEvent)) throw error;
      const { stream, position, type, version } = error.event;
      const what = `${type}, ${version}`;
      const where = { path: `${stream}/${position}` };
      const problem = {
        code: "unknown-event",
        where,
        message: messages["unknown-event"](what),
        found: what,
        expected: null,
      };
      return { ok: false, kind: "unavailable", problems: [problem] };
    }
  }

  const dependencies = {
    store,
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
      const parsed = parseWith(Command, input, "command-invalid");
      if (!parsed.ok) return reject("invalid", ...parsed.problems);
      const command = parsed.value;
      const answer = await serialize(command.project, () =>
        toAnswer(() => handleCommand(dependencies, command)),
      );
      if (answer.ok && !answer.duplicate) notifier.notify();
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
    view: async (project) => {
      const state = await states.current(project);
      return state.opened ? viewOf(state, lifecycles) : null;
    },
    state: (project, upTo) => (upTo === undefined ? states.current(project) : states.at(project, upTo)),
    history: async (project, from = 1, limit = PAGE) =>
      (await store.read(streamOf(project), from, limit)).map(upcast),
    denials: async (project, from = 1, limit = PAGE) =>
      (await store.read(denialsOf(project), from, limit)).map(upcast),
    projects: async () => (await store.streams()).flatMap((stream) => projectOf(stream) ?? []),
    verify: async (project, known = []) => {
      const log = await verifyStream(store, streamOf(project), known);
      const denials = await verifyStream(store, denialsOf(project));
      const snapshot = await states.snapshotOf(project);
      return { ok: log.chain.ok && denials.chain.ok && snapshot !== "differs", log, denials, snapshot };
    },
    subscribe: (subscription) => subscribeTo(store, upcast, notifier, subscription),
    project: (projection, from) => runProjection(store, upcast, projection, from),
  };
}

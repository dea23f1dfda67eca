import type { Problem } from "@cadre/core";
import { type Command, concernedBy, type Decision, type DecisionContext, decide } from "../commands/index.ts";
import { type DenialReason, evolve, type ReplayedProject } from "../events/index.ts";
import { type EventStore, type NewEvent, sha256 } from "../log/index.ts";
import { messages } from "../messages.ts";
import { type Answer, accept, reject } from "./answer.ts";
import { type States, streamOf } from "./states.ts";
import type { Upcast } from "./upcast.ts";

/** What {@link handleCommand} needs of the engine. */
export interface CommandDependencies {
  store: EventStore;
  states: States;
  upcast: Upcast;
  /** Why the actor is not permitted the command; `null` if permitted. */
  denial(command: Command, agencies: readonly string[] | null): Promise<DenialReason | null>;
  /** Puts a denial on record. */
  denied(command: Command, reason: DenialReason): Promise<Answer>;
  context(): DecisionContext;
}

/** SHA-256 of a whole command, its sender and its expected position included: another request under the same key is refused. */
export function fingerprintOf(command: Command): string {
  return sha256(JSON.stringify(command));
}

const conflictOf = (problem: Problem): Answer => reject("conflict", problem);

/**
 * Executes a command. It is decided first on the state in memory, and appended only if the log still ends there: without a concurrent
 * writer that takes one statement. Before a command is denied or refused, the log is read to its end, so that no answer is based on an old
 * state.
 */
export async function handleCommand(engine: CommandDependencies, command: Command): Promise<Answer> {
  const { store, states, upcast } = engine;
  const { project, key, expectedPosition } = command;
  const stream = streamOf(project);
  const fingerprint = fingerprintOf(command);

  /** The answer that the key was given before, if any. */
  const earlier = async (): Promise<Answer | null> => {
    const events = await store.readKey(stream, key);
    if (events.length === 0) return null;
    if (events.every((event) => event.fingerprint === fingerprint))
      return accept(project, events.map(upcast), true);
    const message = messages["key-reused"](key);
    return conflictOf({
      code: "key-reused",
      where: { path: "key" },
      message,
      found: key,
      expected: "a new key",
    });
  };
  const append = (events: NewEvent[], position: number) =>
    store.append({ stream, expected: position, key, fingerprint, events });

  let state: ReplayedProject | undefined = states.known(project);
  for (let fresh = false; ; fresh = true) {
    if (state === undefined || fresh) [state, fresh] = [await states.current(project), true];
    if (expectedPosition !== undefined && expectedPosition !== state.position) {
      if (!fresh) continue;
      const [found, expected] = [state.position, expectedPosition];
      const message = messages["version-conflict"](project, found, expected);
      const conflict = {
        code: "version-conflict",
        where: { path: "expectedPosition" },
        message,
        found,
        expected,
      };
      return (await earlier()) ?? conflictOf(conflict);
    }
    const denial = await engine.denial(command, concernedBy(state, command));
    if (denial !== null) {
      if (!fresh) continue;
      return engine.denied(command, denial);
    }
    const decision: Decision = decide(state, command, engine.context());
    if (!decision.ok) {
      if (!fresh) continue;
      return (await earlier()) ?? reject("refused", ...decision.problems);
    }
    const appended = await append(decision.events, state.position);
    if (appended.ok) {
      const events = appended.events.map(upcast);
      if (!appended.duplicate) states.keep(evolve(state, events));
      return accept(project, events, appended.duplicate);
    }
    const { code } = appended.problem;
    // Another event was appended first: decide again on the new state.
    if (code === "version-conflict") continue;
    if (code === "archived") return reject("refused", appended.problem);
    return reject(code === "key-reused" ? "conflict" : "invalid", appended.problem);
  }
}

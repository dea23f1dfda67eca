import type { Finding, Problem } from "@cadre/core";
import type { EngineEvent } from "../events/index.ts";

/**
 * Why a command was rejected. `invalid`: it is not a valid command. `denied`: the actor lacks the permission; the denial is recorded.
 * `refused`: the project's state does not allow it. `conflict`: the project has changed since, or the key belongs to another command.
 * `unavailable`: the store is unreachable, busy or full; the command can be sent again with the same key.
 */
export type RejectionKind = "invalid" | "denied" | "refused" | "conflict" | "unavailable";

/** The outcome of a command. Plain data. */
export type Answer =
  | {
      /** Whether the command was executed. */
      ok: true;
      /** The project's id. */
      project: string;
      /** Position of the last event that the command recorded. */
      position: number;
      /** The events that the command recorded. */
      events: EngineEvent[];
      /** Findings of the policies, recorded with the events. */
      findings: Finding[];
      /** The command was executed before; this is its first outcome. */
      duplicate: boolean;
    }
  | {
      ok: false;
      /** Why the command was rejected. */
      kind: RejectionKind;
      /** Each reason, at least one. */
      problems: Problem[];
    };

export const accept = (project: string, events: EngineEvent[], duplicate: boolean): Answer => ({
  ok: true,
  project,
  position: events.at(-1)?.position ?? 0,
  events,
  findings: events.flatMap(({ data }) => ("findings" in data ? data.findings : [])),
  duplicate,
});

export const reject = (kind: RejectionKind, ...problems: Problem[]): Answer => ({
  ok: false,
  kind,
  problems,
});

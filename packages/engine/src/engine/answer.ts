import type { Finding, Problem } from "@cadre/core";
import type { RecordedEvent } from "../log/index.ts";

/**
 * Why a command was not done. `invalid`: it is no command. `denied`: the actor may not; that is on record. `refused`: things do not stand
 * so. `conflict`: the project has gone on, or the key stands for another command. `unavailable`: the log cannot be reached, is busy or
 * full; sent again with the same key, it is done once.
 */
export type NotDone = "invalid" | "denied" | "refused" | "conflict" | "unavailable";

/** What became of a command. Plain data. */
export type Answer =
  | {
      ok: true;
      project: string;
      /** The last position of what the command recorded. */
      position: number;
      events: RecordedEvent[];
      /** What the policies had to say; it is on record with the events. */
      findings: Finding[];
      /** The command was done before; this is what it led to then. */
      duplicate: boolean;
    }
  | { ok: false; kind: NotDone; problems: Problem[] };

export const done = (project: string, events: RecordedEvent[], duplicate: boolean): Answer => ({
  ok: true,
  project,
  position: events.at(-1)?.position ?? 0,
  events,
  findings: events.flatMap(({ data }) => (data.findings as Finding[] | undefined) ?? []),
  duplicate,
});

export const notDone = (kind: NotDone, ...problems: Problem[]): Answer => ({ ok: false, kind, problems });

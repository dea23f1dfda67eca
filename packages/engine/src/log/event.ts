import { Evidence, PartialDate } from "@cadre/core";
import { Role } from "@cadre/core/lifecycle";
import * as z from "zod";

/** The sender of a command, authenticated by the embedding system, and the role in which they act. */
export const Actor = z
  .object({
    /** The actor's id in the embedding system. */
    id: z.string().min(1).max(200),
    /** The role in which they act: one that a grant gives them. */
    role: Role,
    /** The agency that they act for; `null` of the fund's own offices and of the system. */
    agency: z.string().min(1).max(200).nullable(),
  })
  .meta({ id: "Actor" });
export type Actor = z.infer<typeof Actor>;

/** What happened, before it is recorded. */
export interface NewEvent {
  /** `activity.delayed`, `project.started`, `money.moved`, `command.denied`. */
  type: string;
  /** Version of the form of `data`; older ones are upcast when they are read. */
  version: number;
  /** From when on it holds, as precise as it is known; `null` where only its order is known. */
  effective: PartialDate | null;
  /** The instant at which it was recorded, by the engine's clock: ISO 8601 in UTC. */
  recordedAt: string;
  /** Who sent the command. */
  actor: Actor;
  /** Passages of documents that show it. Empty: none were cited. */
  evidence: Evidence[];
  /** What happened, in the form of `type` and `version`: see `EVENTS`. */
  data: Record<string, unknown>;
}

/** One entry of a log. It is never changed. */
export interface RecordedEvent extends NewEvent {
  /** The stream that it is in: `project/P-1` for what happened in the project `P-1`. */
  stream: string;
  /** Position in the stream, from 1, without gaps. */
  position: number;
  /** Key of the append that it came with: a command sent twice is done once. */
  key: string;
  /** Its index among the events of that append. */
  part: number;
  /** SHA-256 of the command, so that the key cannot be used for another one. */
  fingerprint: string;
  /** SHA-256 over the hash of the entry before it and everything above, in hexadecimal. */
  hash: string;
}

export { Evidence, PartialDate, Role };

import type { ActivityEvent } from "@cadre/core";
import type { NewEvent } from "@cadre/engine";

/** What somebody reports of an activity, as the engine records it. */
export const recorded = (activity: string, { type, date, basis, ...data }: ActivityEvent): NewEvent => ({
  type: `activity.${type}`,
  version: 1,
  effective: date,
  recordedAt: "2020-04-02T09:30:00.000Z",
  actor: { id: "amina", role: "recipient-agency", agency: "PAM" },
  evidence: [],
  data: { activity, basis, ...data },
});

/** The event that single appends record. */
export const DELAYED = recorded("1.1.1", {
  type: "delayed",
  date: "2020-03",
  basis: "reported",
  causes: ["covid-19"],
  expectedUntil: "2020-09",
} as ActivityEvent);

/** SHA-256 of a command: the same for all, since nothing here sends one twice. */
export const FINGERPRINT = "5".repeat(64);

/** Row of {@link DELAYED} as somebody writes it who has the text and a hash already, and chains nothing. */
export const BODY = JSON.stringify({ ...DELAYED, fingerprint: FINGERPRINT });
export const HASH = "a".repeat(64);

/** A writer's stream. */
export const streamOf = (writer: number): string => `project/P-${writer}`;

/** One who writes: appends so many single events, one after the other, to a stream of its own. */
export type Write = (count: number) => Promise<void>;

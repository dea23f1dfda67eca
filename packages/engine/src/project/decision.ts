import type { BudgetPolicy, Problem } from "@cadre/core";
import type { ReallocationPolicy } from "@cadre/core/reallocation";
import type { NewEvent } from "../log/index.ts";
import type { Command } from "./command.ts";
import { EVENT_VERSIONS, type EventType } from "./event-data.ts";
import type { CompiledLifecycles } from "./lifecycles.ts";

/** What a decision goes by beside the state: nothing else enters, so that it can be made again. */
export interface DecisionContext {
  /** The clock's reading: ISO 8601 in UTC. */
  now: string;
  /** The day that the clock's reading falls on where the project is. */
  today: string;
  lifecycles: CompiledLifecycles;
  reallocation: ReallocationPolicy;
  budget: BudgetPolicy;
}

/** What a command leads to: events, or the reasons why there are none. */
export type Decision = { ok: true; events: NewEvent[] } | { ok: false; problems: Problem[] };

/** No, and why. */
export const no = (
  code: string,
  path: string,
  message: Problem["message"],
  found: Problem["found"],
  expected: Problem["expected"],
): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems: [{ code, where: { path }, message, found, expected }],
});

/** Yes: one event of the command's actor, day and evidence. What a command left out is left out of the event too. */
export function yes(
  { actor, evidence, effective, reason }: Command,
  { now, today }: DecisionContext,
  type: EventType,
  data: Record<string, unknown>,
): { ok: true; events: [NewEvent] } {
  const all = Object.entries({ ...data, reason }).filter(([, value]) => value !== undefined);
  const event = {
    type,
    version: EVENT_VERSIONS[type],
    effective: effective === undefined ? today : effective,
    recordedAt: now,
    actor,
    evidence,
    data: Object.fromEntries(all),
  };
  return { ok: true, events: [event] };
}

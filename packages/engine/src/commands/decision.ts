import type { BudgetPolicy, Problem } from "@cadre/core";
import type { ReallocationPolicy } from "@cadre/core/reallocation";
import type { CompiledLifecycles } from "../events/index.ts";
import { EVENT_VERSIONS, type EventType } from "../events/index.ts";
import type { NewEvent } from "../log/index.ts";
import type { Command } from "./command.ts";

/** What a decision depends on beside the state, so that it can be repeated. */
export interface DecisionContext {
  /** Current time: ISO 8601 in UTC. */
  now: string;
  /** Current day in the project's time zone. */
  today: string;
  lifecycles: CompiledLifecycles;
  reallocation: ReallocationPolicy;
  budget: BudgetPolicy;
}

/** The events that a command leads to, or the problems that prevent it. */
export type Decision = { ok: true; events: NewEvent[] } | { ok: false; problems: Problem[] };

/** Refuses a command. */
export const reject = (
  code: string,
  path: string,
  message: Problem["message"],
  found: Problem["found"],
  expected: Problem["expected"],
): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems: [{ code, where: { path }, message, found, expected }],
});

/** Accepts a command with one event that has its actor, date and evidence. Fields that the command leaves out are left out of the event. */
export function accept(
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

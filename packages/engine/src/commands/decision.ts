import type { BudgetPolicy, Failure, Problem } from "@cadre/core";
import type { ReallocationPolicy } from "@cadre/core/reallocation";
import type { CompiledLifecycles } from "../events/index.ts";
import { type EventData, type EventType, formOf, type NewEngineEvent } from "../events/index.ts";
import type { Command } from "./command.ts";

/** What a decision depends on beside the state, so that it can be repeated. */
export interface DecisionContext {
  /** Current time: ISO 8601 in UTC. */
  now: string;
  /** Current day in the project's time zone. */
  today: string;
  /** By which states of activities, projects and reports are computed, and which events they allow. */
  lifecycles: CompiledLifecycles;
  /** Which moves of money the agencies may decide, and which need the fund's approval. */
  reallocation: ReallocationPolicy;
  /** Shares and bounds that a budget is held against. */
  budget: BudgetPolicy;
}

/** The events that a command leads to, or the problems that prevent it. */
export type Decision =
  | {
      /** Whether the command is accepted. */
      ok: true;
      /** To be recorded together. */
      events: NewEngineEvent[];
    }
  | {
      ok: false;
      /** Why it is refused. */
      problems: Problem[];
    };

/** Refuses a command. */
export const reject = (
  code: string,
  path: string,
  message: Problem["message"],
  found: Problem["found"],
  expected: Problem["expected"],
): Failure => ({
  ok: false,
  problems: [{ code, where: { path }, message, found, expected }],
});

/**
 * Accepts a command with one event that has its actor, date and evidence. `data`: the event's, checked by its schema, which takes of a whole
 * command what belongs to the event.
 */
export function accept<Type extends EventType>(
  { actor, evidence, effective, reason }: Pick<Command, "actor" | "evidence" | "effective" | "reason">,
  { now, today }: DecisionContext,
  type: Type,
  data: EventData<Type>,
): { ok: true; events: [NewEngineEvent<Type>] } {
  const form = formOf(type);
  const parsed = Object.entries(form.data.parse({ ...data, reason }));
  const event = {
    type,
    version: form.version,
    effective: effective === undefined ? today : effective,
    recordedAt: now,
    actor,
    evidence,
    // Fields that the command leaves out are left out of the event.
    data: Object.fromEntries(parsed.filter(([, value]) => value !== undefined)),
  };
  // TypeScript does not follow the schema of a type through the table.
  return { ok: true, events: [event as unknown as NewEngineEvent<Type>] };
}

import type { ReplayedProject } from "../events/index.ts";
import { refusalMessages as messages } from "../messages.ts";
import type { Command } from "./command.ts";
import { type Decision, type DecisionContext, reject } from "./decision.ts";

const CLOSED = ["closed", "financially-closed"];
const OVER = ["done", "cancelled", "merged", "split"];

/** Nothing happens to a closed project: its reports still go their way, and its accounts are closed. */
export function refusalOfClosed(
  state: ReplayedProject,
  { type }: Command,
  { lifecycles }: DecisionContext,
): Decision | null {
  if (/^(?:project|report|reminder)\./.test(type)) return null;
  const found = lifecycles.project(state.events).state;
  if (!CLOSED.includes(found)) return null;
  return reject(
    "project-closed",
    "project",
    messages.closed(state.project),
    found,
    "a project that is not closed",
  );
}

/** Operational closure needs activities that are over; financial closure, that no reallocation waits. */
export function refusalOfClosure(
  state: ReplayedProject,
  { type }: Command,
  { lifecycles }: DecisionContext,
): Decision | null {
  if (type === "project.close") {
    const open = [...state.activities.values()]
      .filter(({ events }) => !OVER.includes(lifecycles.activity(events).state))
      .map(({ code }) => code);
    if (open.length > 0)
      return reject(
        "activities-open",
        "activities",
        messages.activitiesOpen(open),
        open.join(", "),
        OVER.join(" | "),
      );
  }
  if (type === "project.close-financially" && state.proposals.length > 0)
    return reject(
      "proposals-open",
      "proposals",
      messages.proposalsOpen(state.proposals.length),
      state.proposals.length,
      "no proposal that waits",
    );
  return null;
}

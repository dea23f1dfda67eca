import type { CalendarDate } from "../values/date.ts";
import { defineLifecycle } from "./definition.ts";
import type { ProjectEvent } from "./event.ts";
import { toMachine } from "./machine.ts";
import { compileLifecycle } from "./table.ts";

/** What the project's machine remembers: the end date as last extended. */
export interface ProjectContext {
  /** The end date as last extended, ISO 8601; `null` before the first extension. */
  endDate: CalendarDate | null;
  /** How many extensions were approved. */
  extensionCount: number;
}

const extend = { guard: "isLater", actions: "extend" };

/**
 * What a project may go through: approved; running once funds have come; extended or suspended by the fund; closed operationally, then
 * financially.
 */
export const projectLifecycle = defineLifecycle<ProjectContext, ProjectEvent>(
  {
    id: "project",
    initial: "approved",
    states: {
      approved: { on: { started: "running", closed: "closed" } },
      running: {
        on: {
          "extension-approved": { ...extend, target: "extended" },
          suspended: "suspended",
          closed: "closed",
        },
      },
      extended: { on: { "extension-approved": extend, suspended: "suspended", closed: "closed" } },
      suspended: {
        on: {
          "extension-approved": extend,
          resumed: [{ guard: "extended", target: "extended" }, { target: "running" }],
          closed: "closed",
        },
      },
      closed: { on: { "financially-closed": "financially-closed" } },
      "financially-closed": { type: "final" },
    },
  },
  {
    context: { endDate: null, extensionCount: 0 },
    guards: {
      // An extension ends later; an earlier end is another matter.
      isLater: ({ context, event }) =>
        event.type === "extension-approved" && (context.endDate === null || event.endDate > context.endDate),
      extended: ({ context }) => context.extensionCount > 0,
    },
    actions: {
      extend: ({ context, event }) =>
        event.type === "extension-approved"
          ? { endDate: event.endDate, extensionCount: context.extensionCount + 1 }
          : {},
    },
  },
);
/** States of a project. `undetermined`: the order of events decides and is not known. */
export const PROJECT_STATES = [
  "approved",
  "running",
  "extended",
  "suspended",
  "closed",
  "financially-closed",
  "undetermined",
] as const;
/** State of a project. */
export type ProjectState = (typeof PROJECT_STATES)[number];

/** The XState machine of a project. */
export const projectMachine = toMachine(projectLifecycle);
/** The project's replay table. */
export const projectLifecycleTable = compileLifecycle(projectLifecycle);

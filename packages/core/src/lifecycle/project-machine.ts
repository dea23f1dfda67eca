import { assign, setup } from "xstate";
import type { CalendarDate } from "../values/date.ts";
import type { ProjectEvent } from "./event.ts";

/** What the project's machine remembers: the end date as last extended. */
export interface ProjectContext {
  endDate: CalendarDate | null;
  extensions: number;
}

/** What a project may go through: approved, running once funds have come, extended by the fund, closed. */
export const projectMachine = setup({
  types: { context: {} as ProjectContext, events: {} as ProjectEvent },
  guards: {
    // An extension puts the end off; an earlier end is another matter.
    putsOff: ({ context, event }) =>
      event.type === "extension-approved" && (context.endDate === null || event.endDate > context.endDate),
  },
  actions: {
    extend: assign(({ context, event }) =>
      event.type === "extension-approved"
        ? { endDate: event.endDate, extensions: context.extensions + 1 }
        : {},
    ),
  },
}).createMachine({
  id: "project",
  initial: "approved",
  context: { endDate: null, extensions: 0 },
  states: {
    approved: { on: { started: "running", closed: "closed" } },
    running: {
      on: {
        "extension-approved": { guard: "putsOff", target: "extended", actions: "extend" },
        closed: "closed",
      },
    },
    extended: {
      on: { "extension-approved": { guard: "putsOff", actions: "extend" }, closed: "closed" },
    },
    closed: { type: "final" },
  },
});

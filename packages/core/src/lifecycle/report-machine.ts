import { assign, setup } from "xstate";
import type { ReportEvent } from "./event.ts";

/** What the report's machine remembers. */
export interface ReportContext {
  /** How often it came back. */
  returns: number;
}

/** A report's way: drafted, submitted, reviewed by the Secretariat, approved by the fund, or returned at either desk. */
export const reportMachine = setup({
  types: { context: {} as ReportContext, events: {} as ReportEvent },
  actions: { countReturn: assign(({ context }) => ({ returns: context.returns + 1 })) },
}).createMachine({
  id: "report",
  initial: "draft",
  context: { returns: 0 },
  states: {
    draft: { on: { submitted: "submitted" } },
    submitted: { on: { reviewed: "reviewed", returned: { target: "returned", actions: "countReturn" } } },
    reviewed: { on: { approved: "approved", returned: { target: "returned", actions: "countReturn" } } },
    returned: { on: { submitted: "submitted" } },
    approved: { type: "final" },
  },
});

import { defineLifecycle } from "./definition.ts";
import type { ReportEvent } from "./event.ts";
import { toMachine } from "./machine.ts";
import { compileLifecycle } from "./table.ts";

/** What the report's machine remembers. */
export interface ReportContext {
  /** How often it came back. */
  returns: number;
}

const back = { target: "returned", actions: "countReturn" };

/** A report: drafted, submitted, reviewed by the Secretariat, approved by the fund, or returned by either. */
export const reportLifecycle = defineLifecycle<ReportContext, ReportEvent>(
  {
    id: "report",
    initial: "draft",
    states: {
      draft: { on: { submitted: "submitted" } },
      submitted: { on: { reviewed: "reviewed", returned: back } },
      reviewed: { on: { approved: "approved", returned: back } },
      returned: { on: { submitted: "submitted" } },
      approved: { type: "final" },
    },
  },
  {
    context: { returns: 0 },
    actions: { countReturn: ({ context }) => ({ returns: context.returns + 1 }) },
  },
);
/** States of a report. `undetermined`: the order of events decides and is not known. */
export const REPORT_STATES = [
  "draft",
  "submitted",
  "reviewed",
  "returned",
  "approved",
  "undetermined",
] as const;
/** State of a report. */
export type ReportState = (typeof REPORT_STATES)[number];

/** The XState machine of a report. */
export const reportMachine = toMachine(reportLifecycle);
/** The report's replay table. */
export const reportLifecycleTable = compileLifecycle(reportLifecycle);

export type { Lateness } from "../locale/schedule.ts";
export type { WorkingCalendar } from "./calendar.ts";
export {
  type Delay,
  type DelayImpact,
  type DelayImpactOptions,
  delayImpact,
  type LateReport,
} from "./delay-impact.ts";
export { computeNetwork, type Network, type Timing } from "./network.ts";
export { orderOf } from "./order.ts";
export type { ScheduleOptions } from "./times.ts";
export { type Moved, type WhatIf, whatIf } from "./what-if.ts";

export { computeNetwork, type Network, type Timing } from "./network.ts";
export { orderOf } from "./order.ts";
export { type Delay, type DelayReach, reachOfDelay } from "./reach.ts";
export { type Moved, type WhatIf, whatIf } from "./what-if.ts";

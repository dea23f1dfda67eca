export { ActivityEvent, type ActivityEventType, Basis, Cause } from "./event.ts";
export { ACTIVITY_STATES, type ActivityContext, type ActivityState, activityMachine } from "./machine.ts";
export { type ActivityStanding, inOrderOfEffect, type Refusal, replay } from "./replay.ts";

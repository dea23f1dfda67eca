export { Move, REALLOCATION_POLICY, type ReallocationPolicy } from "./policy.ts";
export { type ChangedTotal, type Reallocated, type ReallocationOptions, reallocate } from "./reallocate.ts";

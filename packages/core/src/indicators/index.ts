export { type BreakdownCheck, checkBreakdown } from "./breakdown.ts";
export {
  type Computed,
  directionOf,
  percentOfTarget,
  progress,
  type UndefinedReason,
  unitOf,
} from "./performance.ts";

export type { Bounds } from "../values/interval.ts";
export { type AgeBand, type AgeReport, ageBounds, combineAgeBands, parseAgeBand } from "./age-bands.ts";
export { type ConfinedBounds, confine, type KnownSum } from "./confine.ts";
export { frechetBounds, jointBounds, type KnownCell } from "./joint-bounds.ts";
export { type HeadCount, type Overlap, type Reach, reach } from "./reach.ts";

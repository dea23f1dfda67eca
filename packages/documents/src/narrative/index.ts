import type { Activity, FigureClaim, Outcome } from "@cadre/core";
import type { Prose } from "../report/narratives.ts";

/** What the narrative is read with. */
export interface NarrativeInput {
  prose: readonly Prose[];
  outcomes: readonly Outcome[];
  lines: Readonly<Record<string, number>>;
  /** The year that a month without one belongs to. */
  year: number | null;
}

export function inferFromNarrative(_input: NarrativeInput): { activities: Activity[]; claims: FigureClaim[] } {
  return { activities: [], claims: [] };
}

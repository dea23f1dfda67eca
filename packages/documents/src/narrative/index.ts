import type { Activity, FigureClaim, Outcome } from "@cadre/core";
import type { Prose } from "../report/narratives.ts";
import { claimFigures } from "./claims.ts";
import { proposeActivities } from "./events.ts";
import { sentencesOf } from "./sentences.ts";

/** What the narrative is read with. */
export interface NarrativeInput {
  prose: readonly Prose[];
  outcomes: readonly Outcome[];
  /** Lines of places in the paper, by path. */
  lines: Readonly<Record<string, number>>;
  /** The year that a month without one belongs to. */
  year: number | null;
}

/** Concludes from the narrative what happened to activities, and which figures it gives for indicators. */
export function inferFromNarrative({ prose, outcomes, lines, year }: NarrativeInput): {
  activities: Activity[];
  claims: FigureClaim[];
} {
  const sentences = sentencesOf(prose);
  return { activities: proposeActivities(sentences, year), claims: claimFigures(sentences, outcomes, lines) };
}

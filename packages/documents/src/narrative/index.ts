import type { Activity, Language, Outcome, ReportedClaim } from "@cadre/core";
import type { Prose } from "../report/narratives.ts";
import { valueClaims } from "./claims.ts";
import type { NarrativeCues } from "./cues.ts";
import { ENGLISH_CUES } from "./english-cues.ts";
import { proposeActivities } from "./events.ts";
import { FRENCH_CUES } from "./french-cues.ts";
import { sentencesOf } from "./sentences.ts";

const CUES: Record<Language, NarrativeCues> = { fr: FRENCH_CUES, en: ENGLISH_CUES };

/** What the narrative is read with. */
export interface NarrativeInput {
  prose: readonly Prose[];
  outcomes: readonly Outcome[];
  /** Lines of locations in the document, by path. */
  lines: Readonly<Record<string, number>>;
  /** The year that a month without one belongs to. */
  year: number | null;
  language: Language;
}

/** Infers from the narrative what happened to activities, and which values it gives for indicators. */
export function inferFromNarrative({ prose, outcomes, lines, year, language }: NarrativeInput): {
  activities: Activity[];
  claims: ReportedClaim[];
} {
  const cues = CUES[language];
  const sentences = sentencesOf(prose, cues);
  return {
    activities: proposeActivities(sentences, year, cues),
    claims: valueClaims(sentences, outcomes, lines, cues),
  };
}

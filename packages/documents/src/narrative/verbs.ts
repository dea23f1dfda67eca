import type { ActivityEventType } from "@cadre/core";

/**
 * How a language says that something happened to an activity. The position of the activity beside the words decides which phrase is read for it:
 * - `before`: it is their subject (`1.1.1 was delayed`);
 * - `after`: it is their object or complement (`COVID-19 delayed 1.1.1`, `the suspension of 1.1.1`);
 * - `either`: a verb that is used both ways (`1.1.1 started`, `the team started 1.1.1`).
 */
export interface VerbCue {
  type: ActivityEventType;
  /** Global; over lower-case text with straight apostrophes. */
  pattern: RegExp;
  activity: "before" | "after" | "either";
  /** Words without which the pattern has no match: cheaper to look for. */
  hint?: RegExp;
  /** Of the request to reallocate an activity (`the reallocation of 1.1.1 was approved`), not of the activity. */
  ofReallocation?: true;
  /** An event only where the clause gives a cause: what could not begin is delayed by something. */
  needsCause?: true;
  /** A noun of the event, which its clause must state as a fact: `the suspension of 1.1.1 was caused by`. */
  noun?: true;
}

export const cue = (
  type: ActivityEventType,
  activity: VerbCue["activity"],
  pattern: string,
  options: Pick<VerbCue, "hint" | "ofReallocation" | "needsCause" | "noun"> = {},
): VerbCue => ({ type, activity, pattern: new RegExp(pattern, "gu"), ...options });

/** `cue` for a pattern around one list of words. */
export const cueOf = (
  type: ActivityEventType,
  activity: VerbCue["activity"],
  words: string,
  around: (words: string) => string,
  options: Pick<VerbCue, "ofReallocation"> = {},
): VerbCue => cue(type, activity, around(`(?:${words})`), { ...options, hint: new RegExp(words, "u") });

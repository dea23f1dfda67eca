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
  readonly pattern: RegExp;
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
): VerbCue => {
  let compiled: RegExp | undefined;
  return {
    ...{ type, activity, ...options },
    // Compiled once it is asked for: a report is in one language, and most of its cues never come near a match.
    get pattern() {
      compiled ??= new RegExp(pattern, "gu");
      return compiled;
    },
  };
};

const hints = new Map<string, RegExp>();
/** One hint for all cues of the same words: it is compiled once, and asked once of a text. */
function hintOf(words: string): RegExp {
  const hint = hints.get(words) ?? new RegExp(words, "u");
  hints.set(words, hint);
  return hint;
}

/** `cue` for a pattern around one list of words. */
export const cueOf = (
  type: ActivityEventType,
  activity: VerbCue["activity"],
  words: string,
  around: (words: string) => string,
  options: Pick<VerbCue, "ofReallocation"> = {},
): VerbCue => cue(type, activity, around(`(?:${words})`), { ...options, hint: hintOf(words) });

import type { Cause, Language } from "@cadre/core";
import type { NumberHabit } from "../cells/index.ts";
import type { VerbCue } from "./verbs.ts";

/**
 * How a language's reports describe what happened to activities and what was reached: data for the readers of this folder. Patterns for events
 * run over lower-case sentences; none has nested repetition, so that each takes one pass.
 */
export interface NarrativeCues {
  language: Language;
  verbs: readonly VerbCue[];
  /** A sentence with it states no fact: a condition, a question, something that is said not to be so. */
  noFact: RegExp;
  /** A condition of time for something still to come: `once 1.1.1 is completed, the wells will`. */
  onceFuture: RegExp;
  /** In what precedes the verb: what it says did not happen, or has not yet. */
  negated: RegExp;
  /** A verb's own form that states no fact after those words: `que l'activité ait été`. */
  unreal: (verb: string, before: string) => boolean;
  /** After the noun of an event: it is a fact. `the suspension of 1.1.1 was caused by`. */
  nounFact: RegExp;
  /** Heads of phrases that are not the activity itself: terms of reference, recruitment, payment. */
  otherSubject: RegExp;
  /** Heads of phrases that are the activity itself: `the implementation of activity 1.1.1`. */
  activityNoun: RegExp;
  /** What is done under an activity is the activity: `all sessions under activity 1.1.1`. */
  under: RegExp;
  /** A request to reallocate. */
  reallocation: RegExp;
  /** Ends a head. */
  preposition: RegExp;
  article: RegExp;
  /** Begins a phrase that introduces a clause: `in May, …`. */
  introduction: RegExp;
  /** Between an activity and its verb: takes it up. */
  relative: RegExp;
  /** Speaks of something else. */
  otherRelative: RegExp;
  /** Describes it: `on land governance`. */
  describes: RegExp;
  /** A second verb of one subject follows. */
  goesOn: RegExp;
  /** A subject that takes up the activity named in its own sentence. */
  sameActivity: RegExp;
  /** A subject whose activities follow behind a colon. */
  following: RegExp;
  /** What separates clauses, global. */
  boundary: RegExp;
  /** A verb in the plural. */
  plural: RegExp;
  /** A subject that takes up an activity named before. */
  pronounSubject: RegExp;
  /** All activities of an output, global; groups `output` and, where there is one, `except`. */
  allOfOutput: RegExp;
  /** Before a code that is an indicator's, at the end of a text. */
  beforeIndicator: RegExp;
  /** Before a date that was only planned, at the end of a text. */
  beforePlanned: RegExp;
  /** Before a date until when something lasts or is put off, at the end of a text. */
  beforeExpected: RegExp;
  /** A partner who does something, at the end of a phrase. */
  partnerItself: RegExp;
  /** Before a reason, global. */
  causeMarker: RegExp;
  /** Whom an activity is handed over to; group `agency`. */
  agency: RegExp;
  /** Before a day of three numbers, at the end of a text. */
  beforeDate: RegExp;
  /** Started as soon as it was asked for. */
  atOnce: RegExp;
  /** A start, for sentences that go on speaking of what was named before. */
  started: RegExp[];
  /** A delay of a whole outcome's activities. */
  delayed: RegExp[];
  proposed: RegExp[];
  /** A new set of activities, proposed or approved: its activities are the outcome of a reallocation. */
  newActivities: RegExp[];
  approved: RegExp[];
  reverted: RegExp[];
  /** What only gets ready has not started. */
  preparation: RegExp[];
  /** Of all activities of an outcome; the first group is its number. */
  wholeOutcome: RegExp;
  /** Will start: the first group is the date's words. */
  willStart: RegExp;
  /** Takes up the causes of the sentence before. */
  sameMeasures: RegExp;
  /** Takes up the activities of the sentence before. */
  pronoun: RegExp;
  causes: [Cause, RegExp][];
  /** January to December, in the case that dates have where `date` minds it. */
  months: string[];
  /** A date in a sentence, global; groups `day`, `month` and, where the sentence has it, `year`. Of a span, the first day and `lastMonth`. */
  date: RegExp;
  claims: ClaimCues;
}

/** How values are claimed in prose. */
export interface ClaimCues {
  /** How the language writes numbers. */
  habit: NumberHabit;
  /** Words that carry no meaning of their own. */
  fillers: ReadonlySet<string>;
  /** What a word ends in beside its root: plural, gender, tense. */
  ending: RegExp;
  /** Words that say that something is there, in any form: they distinguish a result from a plan. */
  done: RegExp;
  /** `Nombre de clubs`: what an indicator counts; the first group is the thing. */
  counted: RegExp;
  /** Of each: five in each of six villages is no total. */
  distributed: RegExp;
  /** Before a number that is a part of another. */
  partOf: RegExp;
  /** In a sentence that speaks of a period, a plan or an estimate: its numbers are not the running total. Lower case. */
  scoped: RegExp;
  /** Directly before a number that is a remainder, an addition or an approximation. Lower case. */
  notWhole: RegExp;
  /** In a clause that counts what is in one place only: a preposition and a name. */
  inPlace: RegExp;
  /** Before a number that is the running total. Lower case. */
  total: RegExp;
  /** A whole and its two parts by sex, global; groups `whole`, `first`, `firstLabel`, `second`, `secondLabel`. */
  split: RegExp;
}

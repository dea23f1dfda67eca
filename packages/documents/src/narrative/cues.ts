import type { Cause, Language } from "@cadre/core";
import type { NumberHabit } from "../cells/index.ts";

/**
 * How a language's reports tell what happened to activities and what was reached: data for the readers of this room. Patterns for events
 * run over lower-case sentences; none has nested repetition, so that each takes one pass.
 */
export interface NarrativeCues {
  language: Language;
  delayed: RegExp[];
  started: RegExp[];
  completed: RegExp[];
  cancelled: RegExp[];
  suspended: RegExp[];
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
  /** A date in a sentence, global; groups `day`, `month` and, where the sentence has it, `year`. Of a span, the first day, the last month. */
  date: RegExp;
  claims: ClaimCues;
}

/** How figures are claimed in prose. */
export interface ClaimCues {
  /** How the language writes numbers. */
  habit: NumberHabit;
  /** Words that carry no meaning of their own. */
  fillers: ReadonlySet<string>;
  /** What a word ends in beside its root: plural, gender, tense. */
  ending: RegExp;
  /** Words that say that something is there, in any form: they tell a result from a plan. */
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

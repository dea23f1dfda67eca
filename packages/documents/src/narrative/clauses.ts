import type { ActivityEventType, Cause, PartialDate } from "@cadre/core";
import type { NarrativeCues } from "./cues.ts";
import { dateNear, datesIn, type FoundDate } from "./dates.ts";
import { activityCodes, type CodeGroup } from "./sentences.ts";

/** Something that a clause says happened to an activity. */
export interface ClauseEvent {
  code: string;
  type: ActivityEventType;
  causes: Cause[];
  date: PartialDate | null;
  /** Last month of a span: `from June to October`. */
  until: PartialDate | null;
  share: number | null;
  into: string | null;
}

/** What clauses are read with beside their sentence. */
export interface ClauseContext {
  /** Activities that a pronoun can mean: those that were spoken of before. */
  antecedent: readonly string[];
  /** Short names of activities, in lower case: `pcp` → 1.1.1. */
  aliases: ReadonlyMap<string, string>;
  /** Every activity that the narrative names. */
  known: readonly string[];
  year: number | null;
  cues: NarrativeCues;
}

interface Cue {
  type: ActivityEventType;
  from: number;
  to: number;
  text: string;
  /** The activities follow the verb: "COVID-19 delayed 1.1.1". */
  active: boolean;
}

const APOSTROPHE = /[’ʼ]/g;

/** What is quoted is somebody's word, not the report's: blanked out, at the same length. */
const withoutQuotes = (text: string) =>
  text.replace(/«[^»]*»|“[^”]*”|"[^"]*"/g, (quoted) => " ".repeat(quoted.length));

/** All cues of a text, from left to right; of two that overlap the first, the longer one of two at the same place. */
function cuesIn(words: string, { verbs, activeVerbs }: NarrativeCues): Cue[] {
  const found = ([list, active]: readonly [NarrativeCues["verbs"], boolean]) =>
    list.flatMap(([type, pattern]) =>
      [...words.matchAll(pattern)].map(
        (match): Cue => ({
          type,
          active,
          from: match.index,
          to: match.index + match[0].length,
          text: match[0],
        }),
      ),
    );
  const all = [...found([verbs, false]), ...found([activeVerbs, true])].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  const cues: Cue[] = [];
  for (const cue of all) if (cue.from >= (cues.at(-1)?.to ?? 0)) cues.push(cue);
  return cues;
}

/** Start of the last clause in a text that lies between two verbs: after its last conjunction or stop. */
function lastBoundary(between: string, boundary: RegExp): number {
  let last = 0;
  for (const match of between.matchAll(boundary)) last = match.index + match[0].length;
  return last;
}

const ARTICLE = /^\s*(?:(?:the|an?|some|les?|la|des|du|une?|ces?|cette) |l')/;

const unique = (codes: readonly string[]) => [...new Set(codes)];

/** A text's noun phrase without what introduces it, up to its first preposition: the thing that the verb is about. */
function headOf(subject: string, cues: NarrativeCues): string {
  const comma = subject.lastIndexOf(", ");
  const phrase = (comma < 0 ? subject : subject.slice(comma + 2)).replace(ARTICLE, "");
  const end = phrase.search(cues.preposition);
  return end < 0 ? phrase : phrase.slice(0, end);
}

/** The activities that a verb is said of; `null` where it is said of something else or of nothing that is known. */
function subjectOf(
  subject: string,
  offset: number,
  groups: readonly CodeGroup[],
  cue: Cue,
  inherited: readonly string[],
  context: ClauseContext,
): readonly string[] | null {
  const { cues, aliases } = context;
  const own = groups.filter(({ at }) => at >= offset && at < offset + subject.length);
  const first = own[0];
  const head = headOf(first === undefined ? subject : subject.slice(0, first.at - offset), cues);
  const reallocation = cue.type.startsWith("reallocation-");
  if (cues.otherSubject.test(head) && !(reallocation && cues.reallocation.test(head))) return null;
  if (first !== undefined) {
    // A plural verb can be said of several groups: "the trainings (1.1.2) and the workshops (1.1.3) have begun".
    const groupsMeant = cues.plural.test(cue.text) ? own : own.slice(-1);
    return unique(groupsMeant.flatMap(({ codes }) => codes));
  }
  const named = subject.split(/[^\p{L}\p{N}]+/u).flatMap((word) => aliases.get(word) ?? []);
  if (named.length > 0) return unique(named);
  const rest = subject.trim();
  // A pronoun, or the subject of the verb before: "was delayed and resumed".
  if (inherited.length > 0 && (cues.pronounSubject.test(subject) || (rest.length < 4 && offset > 0)))
    return inherited;
  return null;
}

/** What a sentence says happened to activities, clause by clause, and of which activities it spoke last. */
export function clauseEvents(
  text: string,
  context: ClauseContext,
): { events: ClauseEvent[]; subject: readonly string[] } {
  const { cues, known } = context;
  const plain = withoutQuotes(text);
  const words = plain.toLowerCase().replace(APOSTROPHE, "'");
  const groups = activityCodes(plain, cues, known);
  const all = unique(groups.flatMap(({ codes }) => codes));
  const spoken = all.length > 0 ? all : context.antecedent;
  if (cues.noFact.test(words)) return { events: [], subject: spoken };
  // Separators within a list of codes are no boundaries of clauses.
  let masked = words;
  for (const { at, length } of groups)
    masked = `${masked.slice(0, at)}${"~".repeat(length)}${masked.slice(at + length)}`;
  const dates = datesIn(plain, context.year, cues);
  const found = cuesIn(masked, cues);
  const events: ClauseEvent[] = [];
  let inherited: readonly string[] = context.antecedent;
  const starts = found.map((cue, index) => {
    const before = found[index - 1];
    return before === undefined
      ? 0
      : before.to + lastBoundary(masked.slice(before.to, cue.from), cues.boundary);
  });
  for (const [index, cue] of found.entries()) {
    const from = starts[index] ?? 0;
    const to = starts[index + 1] ?? words.length;
    const before = masked.slice(from, cue.from);
    const subject = cue.active
      ? objectsOf(cue, to, masked, groups, context)
      : (subjectOf(before, from, groups, cue, inherited, context) ??
        bracketedAfter(cue, before, to, words, groups, context));
    if (subject === null) {
      // What is said of something else is no antecedent for the next verb.
      if (groups.every(({ at }) => at < from || at >= cue.from)) inherited = [];
      continue;
    }
    inherited = subject;
    if (cues.negated.test(`${before.slice(-60)}${cue.text}`)) continue;
    const clause = words.slice(from, to);
    const own: FoundDate[] = dates.filter(({ at }) => at >= from && at < to);
    const causes = cues.causes.flatMap(([cause, pattern]) => (pattern.test(clause) ? [cause] : []));
    const share = cue.type === "completed" ? shareIn(clause) : null;
    const date = dateNear(own, cue.from - 1);
    const span = own.find((each) => each.date === date)?.until ?? null;
    const into =
      cue.type === "merged" ? (groups.find(({ at }) => at >= cue.to && at < to)?.codes[0] ?? null) : null;
    for (const code of subject) events.push({ code, type: cue.type, causes, date, until: span, share, into });
  }
  return { events, subject: inherited.length > 0 ? inherited : spoken };
}

/** The activities after an active verb, by code or by short name. */
function objectsOf(
  cue: Cue,
  to: number,
  masked: string,
  groups: readonly CodeGroup[],
  { cues, aliases }: ClauseContext,
): readonly string[] | null {
  const own = groups.filter(({ at }) => at >= cue.to && at < to);
  const [first] = own;
  const after = masked.slice(cue.to, first?.at ?? to);
  if (cues.otherSubject.test(headOf(after, cues))) return null;
  if (first !== undefined) return unique(own.flatMap(({ codes }) => codes));
  const named = after.split(/[^\p{L}\p{N}]+/u).flatMap((word) => aliases.get(word) ?? []);
  return named.length === 0 ? null : unique(named);
}

/** "Two series of trainings have begun: one on … (1.1.2), the other on … (1.1.3)": activities in brackets after a start. */
function bracketedAfter(
  cue: Cue,
  before: string,
  to: number,
  text: string,
  groups: readonly CodeGroup[],
  { cues }: ClauseContext,
): readonly string[] | null {
  if (cue.type !== "started" || cues.otherSubject.test(headOf(before, cues))) return null;
  const own = groups.filter(({ at }) => at >= cue.to && at < to && text[at - 1] === "(");
  return own.length === 0 ? null : unique(own.flatMap(({ codes }) => codes));
}

/** `60 %` as a share; `null` where none is given. */
function shareIn(clause: string): number | null {
  const match = /(\d{1,3})\s?(?:%|per ?cent|pour ?cent)/.exec(clause);
  const share = match === null ? Number.NaN : Number(match[1]) / 100;
  return share > 0 && share <= 1 ? share : null;
}

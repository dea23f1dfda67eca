import type { ActivityEventType, Cause, PartialDate } from "@cadre/core";
import type { NarrativeCues } from "./cues.ts";
import { dateNear, datesIn, type FoundDate } from "./dates.ts";
import { activityCodes, type CodeGroup } from "./sentences.ts";
import { objectsIn, type Reference, subjectIn, withoutIntroduction } from "./subjects.ts";
import type { VerbCue } from "./verbs.ts";

/** Something that a clause says happened to an activity. */
export interface ClauseEvent {
  code: string;
  type: ActivityEventType;
  causes: Cause[];
  date: PartialDate | null;
  /** Last month of a span: `from June to October`. */
  until: PartialDate | null;
  /** `postponed until March`. */
  expectedUntil: PartialDate | null;
  share: number | null;
  into: readonly string[];
  /** Agency that an activity was handed over to. */
  agency: string | null;
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

interface FoundCue {
  cue: VerbCue;
  from: number;
  to: number;
  text: string;
}

const unique = <T>(items: readonly T[]) => [...new Set(items)];

/** All cues of a text, from left to right; of two that overlap the first, the longer one of two at the same place. */
function cuesIn(masked: string, { verbs, nounFact }: NarrativeCues): FoundCue[] {
  const hinted = new Map<RegExp | undefined, boolean>([[undefined, true]]);
  const all = verbs
    .filter(({ hint }) => {
      const known = hinted.get(hint) ?? hint?.test(masked) ?? true;
      hinted.set(hint, known);
      return known;
    })
    .flatMap((cue) =>
      [...masked.matchAll(cue.pattern)].map(
        (match): FoundCue => ({ cue, from: match.index, to: match.index + match[0].length, text: match[0] }),
      ),
    )
    .filter(({ cue, to }) => cue.noun !== true || nounFact.test(masked.slice(to, to + 160)))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const found: FoundCue[] = [];
  for (const each of all) {
    const last = found.at(-1);
    // Of one place and length, each reading is tried: a verb with its subject before it, with its object behind it.
    if (last === undefined || each.from >= last.to || (each.from === last.from && each.to === last.to))
      found.push(each);
  }
  return found;
}

/**
 * Where the clause of a cue begins: after the last conjunction or stop before it. A verb in the plural has all that is listed before it:
 * "1.1.1 has not begun, 1.1.2 and 1.1.3 are over".
 */
function clauseStart(
  masked: string,
  before: FoundCue | undefined,
  each: FoundCue,
  cues: NarrativeCues,
): number {
  if (before === undefined) return 0;
  const between = masked.slice(before.to, each.from);
  const boundaries = [...between.matchAll(cues.boundary)];
  let last = boundaries.length - 1;
  const end = (index: number) => {
    const boundary = boundaries[index];
    return boundary === undefined ? 0 : boundary.index + boundary[0].length;
  };
  while (
    last > 0 &&
    cues.plural.test(each.text) &&
    between.slice(end(last - 1), boundaries[last]?.index).includes("~") &&
    between.slice(end(last)).includes("~")
  )
    last -= 1;
  return before.to + end(last);
}

/** Separators and words within lists of codes, and in brackets that only describe, are no boundaries of clauses. */
function mask(words: string, groups: readonly CodeGroup[]): string {
  let masked = words;
  for (const { at, length } of groups)
    masked = `${masked.slice(0, at)}${"~".repeat(length)}${masked.slice(at + length)}`;
  return masked.replace(/\([^()~\d]*\)/g, (all) => " ".repeat(all.length));
}

/** The activities that a cue says something of; `null` where it is said of something else or of nothing that is known. */
function activitiesOf(
  { cue, from: at, to: end, text }: FoundCue,
  [from, to]: readonly [number, number],
  masked: string,
  groups: readonly CodeGroup[],
  inherited: readonly string[],
  { cues, aliases }: ClauseContext,
): readonly string[] | null {
  const kind: Reference = cue.ofReallocation === true ? "reallocation" : "activity";
  const before = masked.slice(from, at);
  const named = (part: string) =>
    unique(part.split(/[^\p{L}\p{N}]+/u).flatMap((word) => aliases.get(word) ?? []));
  const ofSubject = () => {
    const own = subjectIn(before, from, groups, cues.plural.test(text), kind, cues);
    if (own !== null || kind === "reallocation") return own;
    const here = groups.filter((group) => group.at >= from && group.at < at);
    const phrase = withoutIntroduction(before, cues).text;
    // "Progress on 1.1.1 was slow, and the activity was put off."
    if (here.length > 0) return cues.sameActivity.test(before) ? (here.at(-1)?.codes ?? null) : null;
    if (cues.otherSubject.test(phrase)) return null;
    const byName = named(phrase);
    if (byName.length > 0) return byName;
    if (cues.following.test(before)) {
      const colon = masked.indexOf(":", end);
      const list = groups.filter((group) => colon >= 0 && group.at > colon);
      if (list.length > 0) return unique(list.flatMap(({ codes }) => codes));
    }
    // A pronoun, or the subject of the verb before: "was delayed and resumed".
    const short = before.trim().length < 4 && from > 0;
    if (inherited.length > 0 && (short || cues.pronounSubject.test(before))) return inherited;
    return cue.type === "started" ? bracketedAfter(end, to, masked, groups) : null;
  };
  const ofObject = () => {
    if (cue.noun === true && withoutIntroduction(before, cues).text.replace(cues.article, "").trim() !== "")
      return null;
    const own = objectsIn(masked, end, to, groups, kind, cues);
    if (own !== null) return own;
    const after = masked.slice(end, groups.find((group) => group.at >= end && group.at < to)?.at ?? to);
    const byName = kind === "activity" && !cues.otherSubject.test(after) ? named(after) : [];
    return byName.length > 0 ? byName : null;
  };
  if (cue.activity === "before") return ofSubject();
  if (cue.activity === "after") return ofObject();
  return ofSubject() ?? ofObject();
}

/** "Two series of trainings have begun: one on … (1.1.2), the other on … (1.1.3)": activities in brackets after a start. */
function bracketedAfter(
  from: number,
  to: number,
  masked: string,
  groups: readonly CodeGroup[],
): readonly string[] | null {
  const own = groups.filter(({ at }) => at >= from && at < to && masked[at - 1] === "(");
  return own.length === 0 ? null : unique(own.flatMap(({ codes }) => codes));
}

/**
 * Why, by a clause's own words: what follows `because of`, else what an active verb has as its subject. Partners who suspend an activity are not
 * why they do.
 */
function causesIn(clause: string, agent: string, cues: NarrativeCues): Cause[] {
  const parts = [...clause.matchAll(cues.causeMarker)].map((match) => {
    const after = clause.slice(match.index + match[0].length);
    return after.slice(0, /[,;:](?= )/.exec(after)?.index);
  });
  const named = (text: string) => {
    const found = cues.causes.flatMap(([cause, pattern]) => (pattern.test(text) ? [cause] : []));
    // `other` is said only where nothing else is.
    return found.length > 1 ? found.filter((cause) => cause !== "other") : found;
  };
  const reasons = named(parts.join(" | "));
  if (reasons.length > 0) return reasons;
  const subject = withoutIntroduction(agent, cues).text;
  const head = subject.slice(0, subject.search(cues.preposition) >>> 0).trim();
  return named(subject).filter((cause) => cause !== "partner" || !cues.partnerItself.test(head));
}

/** Whether a sentence states facts at all, as far as its words show. */
const statesFacts = (masked: string, cues: NarrativeCues) =>
  !(cues.noFact.test(masked) || cues.onceFuture.test(masked) || /\?\s*$/.test(masked));

/** What a sentence says happened to activities, clause by clause, and of which activities it spoke last. `text`: without what it quotes. */
export function clauseEvents(
  text: string,
  context: ClauseContext,
): { events: ClauseEvent[]; subject: readonly string[] } {
  const { aliases, cues, known } = context;
  const words = text.toLowerCase().replace(/[’ʼ]/g, "'");
  const groups = activityCodes(text, cues, known);
  const all = unique(groups.flatMap(({ codes }) => codes));
  const spoken = all.length > 0 ? all : context.antecedent;
  const names = aliases.size > 0 && words.split(/[^\p{L}\p{N}]+/u).some((word) => aliases.has(word));
  if (spoken.length === 0 && !names) return { events: [], subject: spoken };
  const masked = mask(words, groups);
  if (!statesFacts(masked, cues)) return { events: [], subject: spoken };
  const dates = datesIn(text, context.year, cues);
  const found = cuesIn(masked, cues);
  const events: ClauseEvent[] = [];
  let inherited: readonly string[] = context.antecedent;
  let taken = -1;
  for (const [index, each] of found.entries()) {
    const { cue, from: at, to: end } = each;
    if (at === taken) continue;
    const earlier = found.slice(0, index).findLast(({ to }) => to <= at);
    const next = found.find(({ from }) => from >= end);
    const from = clauseStart(masked, earlier, each, cues);
    const to = next === undefined ? words.length : clauseStart(masked, each, next, cues);
    const subject = activitiesOf(each, [from, to], masked, groups, inherited, context);
    if (subject === null) {
      // What is said of something else is no antecedent for the next verb.
      const alone = !found.some((other) => other !== each && other.from === at);
      if (alone && groups.every((group) => group.at < from || group.at >= at)) inherited = [];
      continue;
    }
    taken = at;
    inherited = subject;
    const before = masked.slice(from, at);
    if (cues.negated.test(before.slice(-60)) || cues.unreal(each.text, before)) continue;
    const clause = masked.slice(from, to);
    const agent = cue.activity === "after" && cue.noun !== true ? before : "";
    const causes = causesIn(clause, agent, cues);
    if (cue.needsCause === true && causes.length === 0) continue;
    const own = dates.filter((date) => date.at >= from && date.at < to);
    const into = groups.filter((group) => group.at >= end && group.at < to).flatMap(({ codes }) => codes);
    const { date, until, expectedUntil } = datesOf(own, at, text, cues);
    events.push(
      ...subject.map((code) => ({
        ...{ code, type: cue.type, causes, date, until, expectedUntil, into },
        share: cue.type === "completed" ? shareIn(words.slice(from, to)) : null,
        agency: cue.type === "handed-over" ? agencyIn(text.slice(end - 4, to), cues) : null,
      })),
    );
  }
  return { events, subject: inherited.length > 0 ? inherited : spoken };
}

/** A clause's own date, and until when: `planned for March` dates nothing that happened. */
function datesOf(own: readonly FoundDate[], at: number, text: string, cues: NarrativeCues) {
  const before = (date: FoundDate) => text.slice(Math.max(0, date.at - 30), date.at).toLowerCase();
  const expected = own.filter((date) => cues.beforeExpected.test(before(date)));
  const happened = own.filter((date) => !expected.includes(date) && !cues.beforePlanned.test(before(date)));
  const date = dateNear(happened, at - 1);
  return {
    date,
    until: happened.find((each) => each.date === date)?.until ?? null,
    expectedUntil: expected[0]?.date ?? null,
  };
}

/** `60 %` as a share; `null` where none is given. */
function shareIn(clause: string): number | null {
  const match = /(\d{1,3})\s?(?:%|per ?cent|pour ?cent)/.exec(clause);
  const share = match === null ? Number.NaN : Number(match[1]) / 100;
  return share > 0 && share <= 1 ? share : null;
}

/** `to UNDP`, `to the Ministry of Health`: a name with a capital behind a preposition. */
const agencyIn = (text: string, cues: NarrativeCues): string | null =>
  cues.agency.exec(text)?.groups?.agency?.trim() ?? null;

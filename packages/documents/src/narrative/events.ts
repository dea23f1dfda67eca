import {
  type Activity,
  type ActivityEvent,
  type Cause,
  compareCodes,
  earliest,
  latest,
  type PartialDate,
} from "@cadre/core";
import { clauseEvents } from "./clauses.ts";
import type { NarrativeCues } from "./cues.ts";
import { dateNear, datesIn, type FoundDate, readPartialDate } from "./dates.ts";
import type { Sentence } from "./sentences.ts";
import { aliasesOf, Thread } from "./thread.ts";

type Proposed = { code: string; event: ActivityEvent };

/** Where a cue of a list is in a sentence; `-1` where none does. */
function cueAt(words: string, cues: readonly RegExp[]): number {
  for (const cue of cues) {
    const index = words.search(cue);
    if (index >= 0) return index;
  }
  return -1;
}

const causesIn = (words: string, cues: NarrativeCues): Cause[] =>
  cues.causes.flatMap(([cause, cue]) => (cue.test(words) ? [cause] : []));

const base = (sentence: Sentence, date: PartialDate | null) => ({
  date,
  basis: "inferred" as const,
  evidence: [{ where: sentence.location, quote: sentence.text }],
});

function groupBy<T extends { code: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.code);
    if (group === undefined) groups.set(item.code, [item]);
    else group.push(item);
  }
  return groups;
}

interface Context {
  thread: Thread;
  dates: FoundDate[];
  causes: Cause[];
  known: readonly string[];
  year: number | null;
  cues: NarrativeCues;
}

/** A delay of a whole outcome's activities. */
function outcomeDelays(sentence: Sentence, context: Context): Proposed[] {
  const index = cueAt(sentence.words, context.cues.delayed);
  const outcome = context.cues.wholeOutcome.exec(sentence.words)?.[1];
  if (index < 0 || outcome === undefined) return [];
  return context.known
    .filter((code) => code.split(".")[0] === outcome)
    .map((code) => ({
      code,
      event: { type: "delayed", causes: context.causes, ...base(sentence, dateNear(context.dates, index)) },
    }));
}

/**
 * A start that a sentence reports without naming an activity: of those that its paragraph speaks of. Certain only where that is one; never of
 * what only gets ready or is still to come.
 */
function startsInThread(index: number, sentence: Sentence, context: Context): Proposed[] {
  const position = cueAt(sentence.words, context.cues.started);
  if (position < 0 || sentence.codes.length > 0 || cueAt(sentence.words, context.cues.preparation) >= 0)
    return [];
  const codes = context.thread.spokenOf(index);
  const certainty = codes.length === 1 ? {} : { certainty: "low" as const };
  return codes.map((code) => ({
    code,
    event: { type: "started", ...certainty, ...base(sentence, dateNear(context.dates, position)) },
  }));
}

/** What the sentence's clauses say of the activities that they name or take up. */
function eventsInClauses(
  { events }: ReturnType<typeof clauseEvents>,
  sentence: Sentence,
  context: Context,
): Proposed[] {
  return events.flatMap(
    ({ code, type, causes, date, until, expectedUntil, share, into, agency }): Proposed[] => {
      const own = base(sentence, date);
      const all =
        causes.length === 0 && context.cues.sameMeasures.test(sentence.words) ? context.causes : causes;
      switch (type) {
        case "delayed":
        case "suspended":
          return [
            {
              code,
              event: { type, causes: all, ...(expectedUntil === null ? {} : { expectedUntil }), ...own },
            },
            // "Delayed by the season from June to October": it ended in October.
            ...(until === null
              ? []
              : [{ code, event: { ...base(sentence, until), type: "hold-up-ended" as const, causes: all } }]),
          ];
        case "completed":
          return [{ code, event: { type, ...(share === null || share === 1 ? {} : { share }), ...own } }];
        case "merged": {
          const [other] = into;
          return other === undefined || other === code
            ? []
            : [{ code, event: { type, into: other, ...own } }];
        }
        case "split": {
          const parts = into.filter((each) => each !== code);
          return parts.length === 0 ? [] : [{ code, event: { type, into: parts, ...own } }];
        }
        case "handed-over":
          return agency === null ? [] : [{ code, event: { type, to: agency, ...own } }];
        default:
          return [{ code, event: { type, ...own } }];
      }
    },
  );
}

/** A reallocation: activities newly proposed and approved, or brought back to their original form. */
function reallocations(index: number, sentence: Sentence, context: Context): Proposed[] {
  const revertedAt = cueAt(sentence.words, context.cues.reverted);
  if (revertedAt >= 0 && cueAt(sentence.words, [context.cues.noFact]) < 0) {
    const date = dateNear(context.dates, revertedAt);
    return sentence.codes.map((code) => ({
      code,
      event: { type: "reallocation-reverted", ...base(sentence, date) },
    }));
  }
  if (cueAt(sentence.words, context.cues.newActivities) < 0) return [];
  const steps = [
    ["reallocation-proposed", cueAt(sentence.words, context.cues.proposed)],
    ["reallocation-approved", cueAt(sentence.words, context.cues.approved)],
  ] as const;
  return context.thread.introduced(index).flatMap((code) =>
    steps.flatMap(([type, index]) =>
      // What is submitted for approval is not yet approved.
      index < 0 || (type === "reallocation-approved" && (steps[0][1] ?? -1) >= 0)
        ? []
        : [{ code, event: { type, ...base(sentence, dateNear(context.dates, index)) } }],
    ),
  );
}

/** "These activities will start in 2021": what is delayed is expected then. */
function expectations(
  index: number,
  sentence: Sentence,
  context: Context,
): { code: string; until: PartialDate; sentence: Sentence }[] {
  const words = context.cues.willStart.exec(sentence.words)?.[1];
  const until = words === undefined ? null : readPartialDate(words, context.year, context.cues);
  if (until === null) return [];
  return context.thread.spokenOf(index).map((code) => ({ code, until, sentence }));
}

/** "Proposed in May, and started at once": the activities that were proposed then started then. */
function startedAtOnce(
  proposed: readonly Proposed[],
  atOnce: readonly { date: PartialDate | null; sentence: Sentence }[],
): Proposed[] {
  return atOnce.flatMap(({ date, sentence }) =>
    [
      ...new Set(
        proposed
          .filter(({ event }) => event.type === "reallocation-proposed" && event.date === date)
          .map(({ code }) => code),
      ),
    ].map((code): Proposed => ({ code, event: { type: "started", ...base(sentence, date) } })),
  );
}

/** No project has more; what names more is no narrative, and work on it stays bounded. */
const MAX_ACTIVITIES = 1000;

/** So many sentences are evidence enough of one event. */
const MAX_EVIDENCE = 8;

type Held = Extract<ActivityEvent, { type: "delayed" | "suspended" | "hold-up-ended" }>;
const isHeld = (event: ActivityEvent): event is Held =>
  event.type === "delayed" || event.type === "suspended" || event.type === "hold-up-ended";
const sameCauses = (a: Held, b: Held) => (a.causes ?? []).join() === (b.causes ?? []).join();

/** Whether a dated event of one kind is another one than the first: dated later, with something else in between. */
const separated = (joined: readonly ActivityEvent[], first: ActivityEvent, event: ActivityEvent): boolean =>
  first.date !== null &&
  event.date !== null &&
  first.type !== "started" &&
  latest(first.date) < earliest(event.date) &&
  joined.slice(joined.indexOf(first) + 1).some(({ type }) => OPPOSITE[first.type]?.includes(type));
const OPPOSITE: Partial<Record<ActivityEvent["type"], readonly ActivityEvent["type"][]>> = {
  delayed: ["started", "resumed", "hold-up-ended"],
  suspended: ["resumed", "hold-up-ended"],
  resumed: ["delayed", "suspended"],
  "hold-up-ended": ["delayed", "suspended"],
};

/** Joins what several sentences report of one event: the first date is kept, the evidence is collected. */
function join(events: readonly ActivityEvent[]): ActivityEvent[] {
  const joined: ActivityEvent[] = [];
  for (const event of events) {
    const same = joined.find(
      (other) =>
        other.type === event.type &&
        !(other.certainty === undefined && event.certainty === "low") &&
        (!isHeld(other) || sameCauses(other, event as Held)) &&
        !separated(joined, other, event),
    );
    if (same === undefined) {
      joined.push({ ...event });
      continue;
    }
    same.evidence = [...(same.evidence ?? []), ...(event.evidence ?? [])].slice(0, MAX_EVIDENCE);
    const earlier = [same.date, event.date].filter((date) => date !== null);
    same.date = earlier.sort((a, b) => (earliest(a) < earliest(b) ? -1 : 1))[0] ?? null;
    // Without a date, its position in the text is where it is reported last.
    if (same.date === null) joined.push(...joined.splice(joined.indexOf(same), 1));
  }
  return joined;
}

/** A delay without a date that shares its causes with a dated one of the same report began with that one. */
function dateDelays(all: readonly ActivityEvent[]): void {
  const delayed = all.filter((event) => event.type === "delayed");
  for (const event of delayed) {
    if (event.date !== null || event.causes.length === 0) continue;
    const dated = delayed.find((other) => other.date !== null && sameCauses(other, event));
    if (dated === undefined) continue;
    event.date = dated.date;
    event.evidence = [...(event.evidence ?? []), ...(dated.evidence?.slice(0, 1) ?? [])];
  }
}

/**
 * A reallocation that is reverted was approved before, and one that is approved was proposed. Where the narrative reports one such step
 * for other activities, before the reversal, the step is taken to have been the same.
 */
function fillReallocations(code: string, events: ActivityEvent[], all: readonly Proposed[]): ActivityEvent[] {
  const has = (type: ActivityEvent["type"]) => events.some((event) => event.type === type);
  const reverted = events.find(({ type }) => type === "reallocation-reverted");
  if (reverted === undefined || reverted.date === null || has("reallocation-approved")) return events;
  const before = reverted.date;
  const implied = (["reallocation-proposed", "reallocation-approved"] as const).flatMap((type) => {
    const source = all.find(
      ({ code: other, event }) =>
        other !== code &&
        event.type === type &&
        event.date !== null &&
        earliest(event.date) < earliest(before),
    )?.event;
    return source === undefined
      ? []
      : [{ type, date: source.date, basis: "inferred" as const, evidence: source.evidence ?? [] }];
  });
  return implied.length === 2 ? [...implied, ...events] : events;
}

/** Activities that came into the plan with a reallocation were not delayed before it. */
function withoutEarlierDelays(events: ActivityEvent[]): ActivityEvent[] {
  if (events.some(({ type }) => type === "reallocation-reverted")) return events;
  const approved = events.find(({ type }) => type === "reallocation-approved")?.date;
  if (approved === undefined || approved === null) return events;
  return events.filter(
    ({ type, date }) => type !== "delayed" || (date !== null && earliest(date) > earliest(approved)),
  );
}

/**
 * Proposes the events of activities that the narrative reports: code, kind, date as precise as the text gives it, cause. Each is marked
 * `inferred` and carries the sentences that it rests on. What is planned, hoped or being prepared is no event.
 */
export function proposeActivities(
  sentences: readonly Sentence[],
  year: number | null,
  cues: NarrativeCues,
): Activity[] {
  const thread = new Thread(sentences, cues.pronoun);
  const known = [...new Set(sentences.flatMap(({ codes }) => codes))]
    .sort(compareCodes)
    .slice(0, MAX_ACTIVITIES);
  const proposed: Proposed[] = [];
  const expected: { code: string; until: PartialDate; sentence: Sentence }[] = [];
  const atOnce: { date: PartialDate | null; sentence: Sentence }[] = [];
  const aliases = new Map([...aliasesOf(sentences)].map(([name, code]) => [name.toLowerCase(), code]));
  let antecedent: readonly string[] = [];
  let causesBefore: Cause[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const here = causesIn(sentence.words, cues);
    const causes = here.length === 0 && cues.sameMeasures.test(sentence.words) ? causesBefore : here;
    causesBefore = causes;
    // What is asked for under "next six months" is still to come.
    if (sentence.topic === "next-six-months") continue;
    const context: Context = { thread, dates: datesIn(sentence.text, year, cues), causes, known, year, cues };
    const clauses = clauseEvents(sentence.unquoted, { antecedent, aliases, known, year, cues });
    const own = eventsInClauses(clauses, sentence, context);
    const goesOn = sentences[index + 1]?.paragraph === sentence.paragraph;
    antecedent = goesOn ? clauses.subject : [];
    proposed.push(
      ...outcomeDelays(sentence, context),
      ...own,
      ...(own.length > 0 ? [] : startsInThread(index, sentence, context)),
      ...reallocations(index, sentence, context),
    );
    if (cues.atOnce.test(sentence.words) && cueAt(sentence.words, cues.proposed) >= 0)
      atOnce.push({ date: dateNear(context.dates, 0), sentence });
    expected.push(...expectations(index, sentence, context));
  }
  proposed.push(...startedAtOnce(proposed, atOnce));
  const byCode = groupBy(proposed);
  const joined = new Map(
    known.map((code) => [code, join((byCode.get(code) ?? []).map(({ event }) => event))]),
  );
  dateDelays([...joined.values()].flat());
  const reallocated = proposed.filter(({ event }) => event.type.startsWith("reallocation-"));
  const expectedOf = groupBy(expected);
  return known.map((code) => {
    const own = joined.get(code) ?? [];
    const events = withoutEarlierDelays(fillReallocations(code, own, reallocated));
    for (const { until, sentence } of expectedOf.get(code) ?? []) {
      const delay = events.find((event) => event.type === "delayed");
      if (delay === undefined) continue;
      delay.expectedUntil = until;
      delay.evidence = [...(delay.evidence ?? []), { where: sentence.location, quote: sentence.text }];
    }
    return { code, events };
  });
}

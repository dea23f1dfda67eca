import type { Finding, Problem } from "../diagnostics/problem.ts";
import { bilingual } from "../locale/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { type CalendarDate, compareDates, earliest, type PartialDate } from "../values/date.ts";
import {
  type ActivityContext,
  type ActivityState,
  expectedEnd,
  type HoldUp,
  type NoteCode,
  openCauses,
  type PlanState,
  planOf,
} from "./activity.ts";
import { type ActivityEvent, type ActivityEventType, type Cause, isOwnEvent } from "./event.ts";
import { type Dated, type Effort, type Reading, readingsOf, type When } from "./order.ts";
import { FUND_PROFILE, type Profile } from "./profile.ts";
import {
  initialState,
  type LifecycleTable,
  type RefusedEvent,
  stateName,
  statesAllowing,
  step,
  type TableState,
} from "./table.ts";

/** An event that an activity's state did not allow. */
export type Refusal = RefusedEvent<ActivityEvent, ActivityState, ActivityEventType>;

/** State of an activity after its events. */
export interface ActivityStatus {
  /** The one state; `undetermined` where the order of the events decides and is not known. */
  state: ActivityState;
  /** Possible states: one, or several where `state` is `undetermined`. */
  readings: ActivityState[];
  /** Causes of the delays and suspensions that are open. */
  causes: Cause[];
  /** Expected end of the open hold-ups; `null` where one of them has none. */
  expectedUntil: PartialDate | null;
  /** Share that is completed, where it was reported. */
  share: number | null;
  /** Events that the state did not allow. They changed nothing. */
  refusals: Refusal[];
}

/** A delay or suspension by one cause, in days. */
export interface HoldUpInterval {
  /** Whether work was slowed or had stopped. */
  kind: HoldUp["kind"];
  /** Why; `null` where no cause was given. */
  cause: Cause | null;
  /** Days on which it can have begun. */
  from: When;
  /** `null` while it is open. */
  to: When | null;
  /** When it was expected to end, as last reported; `null` where no report says. */
  expectedUntil: PartialDate | null;
  /** Its end is not reported: it lies between the beginning and `to`. */
  endUnknown: boolean;
  /** It occurs in every order that the dates allow. */
  certain: boolean;
}

/** State of an activity with everything that is known of its history. */
export interface ActivitySnapshot extends ActivityStatus {
  /** Whether its plan is the original one, waits for a decision, was changed or was brought back; `undetermined` as `state`. */
  plan: PlanState | "undetermined";
  /** A proposal to change the plan waits: the state of the plan has the tag `proposal`. */
  proposal: boolean;
  /** Days on which work can have begun; `null` where it has not begun in any reading. */
  started:
    | (When & {
        /** Whether a report states the start; otherwise it is concluded from later events. */
        reported: boolean;
      })
    | null;
  /** Days on which it was completed, cancelled, merged or split; `null` while it is live in any reading. */
  ended: When | null;
  /** Delays and suspensions, one for each cause, those that are over among them. */
  holdUps: HoldUpInterval[];
  /** Responsible agency after a hand-over. */
  agency: string | null;
  /** Activities that it was merged into or split into. */
  into: string[];
  /** Events of the future: expectations, not facts. */
  expectedEvents: ActivityEvent[];
  /** Events that a reader is not sure of: to be asked about. */
  unconfirmed: ActivityEvent[];
  /** What a careful reader notes: what is presumed, expected or not certain. */
  findings: Finding[];
}

/** What a replay goes by beside the events. */
export interface ReplayOptions {
  /** The day that the state is asked for. Events after it are expectations. Default: no bound. */
  asOf?: CalendarDate | null;
  /**
   * What is left of the effort for the logs that are replayed together ({@link documentEffort}). Once it is used up, the order of dates and
   * text is taken, with a finding. Default: each log has its own limit alone.
   */
  effort?: Effort;
  /** What an agency adds to the fund's states, events and causes. Default: nothing. */
  profile?: Profile | undefined;
}

/** The replay table of activities. */
export type ActivityTable = LifecycleTable<ActivityContext, ActivityEvent>;

/** Whether an event is one that an agency without its profile here adds: what it changes is not known, and it is not refused. */
export const isUnknown = (event: ActivityEvent, { types }: ActivityTable): boolean =>
  isOwnEvent(event) && !types.has(event.type);

const activityStateAt = (table: ActivityTable, index: number) => stateName(table, index) as ActivityState;

/**
 * The order in which events are listed: by date, as given where dates are equal, undated ones last. Whether the order is certain, `replay`
 * says.
 */
export function inOrderOfEffect<Event extends { date: PartialDate | null }>(
  events: readonly Event[],
): Event[] {
  return [...events].sort((a, b) => {
    if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
    return compareDates(a.date, b.date);
  });
}

const isFuture = ({ date }: Dated, asOf: CalendarDate | null): boolean =>
  date !== null && asOf !== null && earliest(date) > asOf;

export const refusalOf = (
  table: ActivityTable,
  event: ActivityEvent,
  index: number,
  reason: Refusal["reason"],
): Refusal => ({
  event,
  state: activityStateAt(table, index),
  reason,
  allowedEvents: [...(table.allowed[index] ?? [])] as ActivityEventType[],
  requires: [...statesAllowing(table, event.type)] as ActivityState[],
});

/**
 * Whether the events' days give their order: `certain`, `equal` where some share a day, or `null` where a date is vague, a day comes too early
 * or a later event is not yet a fact.
 */
export function orderOf(
  events: readonly ActivityEvent[],
  asOf: CalendarDate | null,
): "certain" | "equal" | null {
  let last = "";
  let equal = false;
  for (const { date, certainty } of events) {
    if (date === null || date.length !== 10 || date < last || certainty === "low") return null;
    if (date === last) equal = true;
    last = date;
  }
  if (asOf !== null && last > asOf) return null;
  return equal ? "equal" : "certain";
}

/** Runs events whose order is certain; `null` where it is not. */
function runCertain(
  table: ActivityTable,
  events: readonly ActivityEvent[],
  asOf: CalendarDate | null,
): { state: TableState<ActivityContext>; refusals: Refusal[] } | null {
  const order = orderOf(events, asOf);
  if (order === null) return null;
  let state = initialState(table);
  const refusals: Refusal[] = [];
  for (const event of events) {
    const next = step(table, state, event);
    if (typeof next === "string") {
      if (order === "equal") return null;
      refusals.push(refusalOf(table, event, state.at, next));
    } else state = next;
  }
  return order === "equal" && table.lifecycle.presumed(state.context) > 0 ? null : { state, refusals };
}

/** The one reading of events whose order is certain. */
const readingOf = (
  events: readonly ActivityEvent[],
  state: TableState<ActivityContext>,
): ActivityReading => ({
  state,
  refused: [],
  days: new Map(events.map(({ date }, index) => [index, { from: date, to: date }])),
});

/** The same text for contexts of an activity from which all goes on alike. */
function signatureOf(context: ActivityContext, indexOf: (event: ActivityEvent | null) => number): string {
  const {
    started,
    begun,
    begunBy,
    notBegunAt,
    over,
    replanned,
    share,
    agency,
    into,
    holdUps,
    notes: _,
    ...own
  } = context;
  let text = `${indexOf(started)} ${begun} ${indexOf(begunBy)} ${indexOf(notBegunAt)} ${indexOf(over)} ${replanned} ${share} ${agency} ${into.join()}`;
  for (const { kind, cause, expectedUntil, began, ended } of holdUps)
    text += ` ${kind} ${cause} ${expectedUntil} ${indexOf(began)} ${indexOf(ended)}`;
  // What an extended lifecycle remembers beside that.
  return Object.keys(own).length === 0 ? text : text + contextText(own, indexOf);
}

/** A context as text, with events as their indices. */
const contextText = <Event>(context: unknown, indexOf: (event: Event | null) => number): string =>
  JSON.stringify(context, (_, value: unknown) => {
    const index = typeof value === "object" ? indexOf(value as Event) : -1;
    return index >= 0 ? index : value;
  });

const earlier = (a: string | null, b: string | null) => (a === null || b === null ? null : a < b ? a : b);
const later = (a: string | null, b: string | null) => (a === null || b === null ? null : a > b ? a : b);
const union = (a: When, b: When): When => ({ from: earlier(a.from, b.from), to: later(a.to, b.to) });

type ActivityReading = Reading<ActivityContext>;

/** What one reading knows of the days of an activity. */
function daysOf(
  reading: ActivityReading,
  indices: ReadonlyMap<ActivityEvent, number>,
  asOf: CalendarDate | null,
) {
  const { context } = reading.state;
  const dayAt = (event: ActivityEvent): When =>
    reading.days.get(indices.get(event) ?? -1) ?? { from: null, to: null };
  const { started, begunBy, notBegunAt, over } = context;
  const begun: ActivitySnapshot["started"] =
    started !== null
      ? { ...dayAt(started), reported: true }
      : begunBy === null
        ? null
        : {
            from: notBegunAt === null ? null : dayAt(notBegunAt).from,
            to: dayAt(begunBy).to ?? asOf,
            reported: false,
          };
  return {
    begun,
    over: over === null ? null : dayAt(over),
    holdUps: context.holdUps.map((each) => {
      const endUnknown = each.ended?.type === "completed";
      const from = dayAt(each.began);
      const ended = each.ended === null ? null : dayAt(each.ended);
      const interval: HoldUpInterval = {
        kind: each.kind,
        cause: each.cause,
        from,
        to: ended === null ? null : endUnknown ? { from: from.from, to: ended.to } : ended,
        expectedUntil: each.expectedUntil,
        endUnknown,
        certain: true,
      };
      return { began: each.began, interval };
    }),
  };
}

function joinHoldUps(days: readonly ReturnType<typeof daysOf>[]): HoldUpInterval[] {
  const joined = new Map<string, { began: ActivityEvent; interval: HoldUpInterval; count: number }>();
  const began: ActivityEvent[] = [];
  for (const { holdUps } of days)
    for (const { began: event, interval } of holdUps) {
      if (!began.includes(event)) began.push(event);
      const key = `${began.indexOf(event)} ${interval.cause}`;
      const known = joined.get(key);
      if (known === undefined) joined.set(key, { began: event, interval, count: 1 });
      else {
        const { from, to } = known.interval;
        known.count += 1;
        known.interval = {
          ...known.interval,
          from: union(from, interval.from),
          // Open in one reading: nothing bounds it from above.
          to:
            to === null && interval.to === null
              ? null
              : union(
                  to ?? { from: interval.to?.from ?? null, to: null },
                  interval.to ?? { from: to?.from ?? null, to: null },
                ),
          endUnknown: known.interval.endUnknown || interval.endUnknown,
        };
      }
    }
  return [...joined.values()].map(({ interval, count }) => ({ ...interval, certain: count === days.length }));
}

const NOTES: Record<Exclude<NoteCode, "presumed">, (type: string) => Problem["message"]> = {
  implied: (type) => bilingual(en.lifecycleImplied, fr.lifecycleImplied, type),
  repeated: (type) => bilingual(en.lifecycleRepeated, fr.lifecycleRepeated, type),
  "started-again": (type) => bilingual(en.lifecycleStartedAgain, fr.lifecycleStartedAgain, type),
};

function findingsOf(
  reading: ActivityReading,
  snapshot: Pick<
    ActivitySnapshot,
    "state" | "readings" | "expectedEvents" | "unconfirmed" | "proposal" | "ended"
  >,
  complete: boolean,
): Finding[] {
  const finding = (
    code: string,
    severity: Finding["severity"],
    message: Finding["message"],
    event: ActivityEvent | null,
    expected: string | null = null,
  ): Finding => ({
    code: `lifecycle/${code}`,
    severity,
    where: event?.evidence?.[0]?.where ?? { path: "activities" },
    message,
    found: event?.type ?? null,
    expected,
  });
  const { notes } = reading.state.context;
  return [
    ...notes.flatMap(({ code, event }) =>
      code === "presumed" ? [] : [finding(code, "info", NOTES[code](event.type), event)],
    ),
    ...snapshot.expectedEvents.map((event) =>
      finding(
        "expected",
        "info",
        bilingual(en.lifecycleExpected, fr.lifecycleExpected, event.type, event.date ?? ""),
        event,
      ),
    ),
    ...snapshot.unconfirmed.map((event) =>
      finding(
        "unconfirmed",
        "info",
        bilingual(en.lifecycleUnconfirmed, fr.lifecycleUnconfirmed, event.type),
        event,
      ),
    ),
    ...(snapshot.proposal && snapshot.ended !== null
      ? [
          finding(
            "proposal-open",
            "warning",
            bilingual(en.lifecycleProposalOpen, fr.lifecycleProposalOpen),
            null,
            "reallocation-approved | reallocation-rejected | reallocation-withdrawn",
          ),
        ]
      : []),
    ...(snapshot.readings.length > 1
      ? [
          finding(
            "order-open",
            "warning",
            bilingual(en.lifecycleOrderOpen, fr.lifecycleOrderOpen, snapshot.readings.join(", ")),
            null,
          ),
        ]
      : []),
    ...(complete
      ? []
      : [
          finding(
            "order-not-examined",
            "warning",
            bilingual(en.lifecycleOrderNotExamined, fr.lifecycleOrderNotExamined),
            null,
          ),
        ]),
  ];
}

/**
 * State and history of an activity as a pure function of its events. Every order of events that their dates allow is followed; where they
 * lead to different states, the state is `undetermined`. An event that the state does not allow is refused and changes nothing.
 */
export function replay(
  events: readonly ActivityEvent[],
  { asOf = null, effort, profile = FUND_PROFILE }: ReplayOptions = {},
): ActivitySnapshot {
  const { table } = profile;
  const unconfirmed = events.filter(({ certainty }) => certainty === "low");
  const expected = events.filter((event) => event.certainty !== "low" && isFuture(event, asOf));
  const isFact = (event: ActivityEvent) =>
    event.certainty !== "low" && !isFuture(event, asOf) && !isUnknown(event, table);
  const facts = events.every(isFact) ? events : events.filter(isFact);
  const certain = runCertain(table, facts, asOf);
  const { readings, complete } =
    certain === null
      ? readingsOf(table, initialState(table), facts, {
          ...{ asOf, effort },
          presumed: table.lifecycle.presumed,
          signature: signatureOf,
        })
      : { readings: [readingOf(facts, certain.state)], complete: true };
  const first = readings[0] as ActivityReading;
  const indices = new Map(facts.map((event, index) => [event, index]));
  const days = readings.map((reading) => daysOf(reading, indices, asOf));
  const states = [...new Set(readings.map(({ state }) => activityStateAt(table, state.at)))];
  const plans = new Set(readings.map(({ state }) => planOf(table.values[state.at] ?? [])));
  const [plan = "original"] = plans;
  const holdUps = readings.flatMap(({ state }) => state.context.holdUps);
  const begun = days.flatMap((each) => (each.begun === null ? [] : [each.begun]));
  const over = days.map((each) => each.over);
  const status: ActivityStatus = {
    state: states.length === 1 ? (states[0] as ActivityState) : "undetermined",
    readings: states,
    causes: openCauses(holdUps),
    expectedUntil: expectedEnd(holdUps),
    share: first.state.context.share,
    refusals:
      certain?.refusals ??
      first.refused.map(({ index, at, reason }) =>
        refusalOf(table, facts[index] as ActivityEvent, at, reason),
      ),
  };
  const snapshot: ActivitySnapshot = {
    ...status,
    plan: plans.size > 1 ? "undetermined" : plan,
    proposal: readings.some(({ state }) => table.tags[state.at]?.includes("proposal") === true),
    started:
      begun.length === 0
        ? null
        : begun.reduce((a, b) => ({ ...union(a, b), reported: a.reported && b.reported })),
    ended: over.reduce((a, b) => (a === null || b === null ? null : union(a, b))) ?? null,
    holdUps: joinHoldUps(days),
    agency: first.state.context.agency,
    into: [...first.state.context.into],
    expectedEvents: expected,
    unconfirmed,
    findings: [],
  };
  return { ...snapshot, findings: findingsOf(first, snapshot, complete) };
}

/** State of any lifecycle after its events, as {@link replay} gives it of an activity: `undetermined` where the order decides and is not known. */
export function replayWith<Context, Event extends Dated>(
  table: LifecycleTable<Context, Event>,
  events: readonly Event[],
  { asOf = null }: ReplayOptions = {},
): { state: string; readings: string[]; context: Context; refusals: RefusedEvent<Event>[] } {
  const facts = events.filter((event) => !isFuture(event, asOf));
  const { readings } = readingsOf(table, initialState(table), facts, {
    asOf,
    presumed: table.lifecycle.presumed,
    signature: contextText,
  });
  const first = readings[0] as Reading<Context>;
  const states = [...new Set(readings.map(({ state }) => stateName(table, state.at)))];
  return {
    state: states.length === 1 ? (states[0] ?? "") : "undetermined",
    readings: states,
    context: first.state.context,
    refusals: first.refused.map(({ index, at, reason }) => ({
      event: facts[index] as Event,
      state: stateName(table, at),
      reason,
      allowedEvents: [...(table.allowed[at] ?? [])],
      requires: [...statesAllowing(table, facts[index]?.type ?? "")],
    })),
  };
}

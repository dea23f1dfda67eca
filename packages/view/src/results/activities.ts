import {
  type Activity,
  type ActivityEvent,
  type ActivitySnapshot,
  type ActivityState,
  type CalendarDate,
  type Cause,
  compareDates,
  type Dependency,
  earliest,
  type FrameworkDocument,
  inOrderOfEffect,
  latest,
  parentCode,
  type Schedule,
  shiftDate,
} from "@cadre/core";
import type { LateTranche } from "@cadre/core/budget";
import { runSteps } from "@cadre/core/internal";
import {
  broaderOf,
  documentEffort,
  type Effort,
  type FundState,
  isOwnEvent,
  type OwnEvent,
  type Profile,
  replayAll,
  statesAlong,
} from "@cadre/core/lifecycle";
import { computeNetwork, type Delay, delayImpact, type Lateness, type Timing } from "@cadre/core/schedule";
import { type OwnNames, ownNames } from "../messages/index.ts";
import { type FindingRow, findingsByCode } from "./findings.ts";

/** A stretch of time that an activity spends in one state, both days included. */
export interface Span {
  /** The state that it is in. */
  state: ActivityState;
  /** First day. */
  from: CalendarDate;
  /** Last day. */
  to: CalendarDate;
}

/** The impact of a delay further on. Of an activity without dates in the work plan only the waiting ones are known. */
export interface DelayImpactRow {
  /** Activities that wait for it. */
  activities: Lateness[];
  /** Outputs that wait for it. */
  outputs: Lateness[];
  /** Indicators of those outputs. */
  indicators: Lateness[];
  /** The agencies' next tranches that it holds up (`held`), or may. */
  tranches: Pick<LateTranche, "agency" | "number" | "held">[];
}

/** An activity as a row. */
export interface ActivityRow {
  /** `1.1.1`. */
  code: string;
  /** As written; `null` where the document gives none. */
  title: string | null;
  /** Code of the outcome that its own code is under. */
  outcome: string;
  /** The state that its events lead to. */
  state: ActivityState;
  /** Why it is delayed or suspended; empty otherwise, and where no cause is known. */
  causes: Cause[];
  /** Where `state` is an agency's own: the fund's state that it counts as. */
  broader?: FundState | undefined;
  /** Names of the agency's own codes in this row; absent where there are none. */
  own?: OwnNames | undefined;
  /** The day from which the state holds; `null` where it is not known, or nothing has happened. */
  since: string | null;
  /** Until when a delay or suspension is expected; `null` where nobody says. */
  expectedUntil: string | null;
  /** What happened, in the order in which it took effect, with the state after it. */
  history: {
    /** Kind of event. */
    type: ActivityEvent["type"];
    /** The day from which it holds, as precise as it is known; `null` where only its order is known. */
    date: string | null;
    /** The state after it. */
    state: ActivityState;
    /** Whether the state did not allow it; it changed nothing then. */
    refused: boolean;
    /** Whether a reader concluded it from the narrative. */
    inferred: boolean;
    /** Its causes, of a delay or suspension. */
    causes: Cause[];
    /** What an agency's own event records besides; absent where it records nothing. */
    details?: OwnEvent["details"];
    /** Why it happened, as written; `null` where nobody says. */
    reason: string | null;
    /** The passage that states it; `null` where it does not come from a text. */
    quote: string | null;
    /** Line of the passage in the document, from 1; `null` where it has none. */
    line: number | null;
  }[];
  /** States over time, up to the day that the document speaks for. */
  spans: Span[];
  /** The work plan's own days. */
  planned: {
    /** Planned first day; `null` where it is not known. */
    start: string | null;
    /** Planned last day, likewise. */
    end: string | null;
  } | null;
  /** Its earliest days, given what it waits for, and the days that it can be late. */
  timing: Pick<Timing, "start" | "end" | "slack" | "critical"> | null;
  /** Codes of the activities that wait for it directly. */
  waiting: string[];
  /** Of an activity that is delayed or suspended. `null` where the work plan has no dates for it. */
  impact: DelayImpactRow | null;
  /** Indices in the list of findings. */
  findings: number[];
}

/** Options of rows of activities. */
export interface ActivityRowOptions {
  asOf?: CalendarDate | undefined;
  findings?: readonly FindingRow[] | undefined;
  /** What an agency adds to the fund's states, events and causes. Default: nothing. */
  profile?: Profile | undefined;
  /**
   * The largest number of delays whose impact is computed; of the others only direct dependants are listed. Default: 200, or fewer in a work
   * plan where each reaches thousands of activities.
   */
  maxImpacts?: number | undefined;
}

/** Activities and dependencies that the impacts of all delays may span together. */
const MAX_IMPACT_SIZE = 20_000;

/** The day of the last event: without a report, nothing is known of later days. */
export function lastKnownDay(document: Pick<FrameworkDocument, "activities">): CalendarDate | null {
  let last: string | null = null;
  for (const { events } of document.activities)
    for (const { date } of events)
      if (date !== null && (last === null || latest(date) > last)) last = latest(date);
  return last;
}

function spansOf(history: ActivityRow["history"], start: CalendarDate, asOf: CalendarDate): Span[] {
  if (asOf < start) return [];
  const spans: Span[] = [];
  let [state, from]: [ActivityState, CalendarDate] = ["planned", start];
  for (const event of history) {
    if (event.refused || event.state === state) continue;
    // What has no date is known to hold by the day of the report, and no earlier day is known.
    const day = event.date === null ? asOf : earliest(event.date);
    const begins = day < from ? from : day;
    if (begins > asOf) break;
    if (begins > from) spans.push({ state, from, to: shiftDate(begins, -1) });
    [state, from] = [event.state, begins];
  }
  return [...spans, { state, from, to: asOf }];
}

function historyOf(
  events: readonly ActivityEvent[],
  effort: Effort,
  profile: Profile | undefined,
): ActivityRow["history"] {
  const ordered = inOrderOfEffect(events);
  const { states, refused } = statesAlong(ordered, { effort, profile });
  return ordered.map((event, index) => ({
    type: event.type,
    date: event.date,
    state: states[index] ?? "planned",
    refused: refused.has(event),
    inferred: event.basis === "inferred",
    causes: "causes" in event ? (event.causes ?? []) : [],
    ...(isOwnEvent(event) && event.details !== undefined && { details: event.details }),
    reason: event.reason ?? null,
    quote: event.evidence?.[0]?.quote ?? null,
    line: event.evidence?.[0]?.where.line ?? null,
  }));
}

const PLANNED: Pick<ActivitySnapshot, "state" | "causes" | "expectedUntil"> = {
  state: "planned",
  causes: [],
  expectedUntil: null,
};

/** Whether an activity is held up: delayed or suspended, or in a state that counts as one of these. */
export const isLate = ({
  state,
  broader = state as FundState,
}: Pick<ActivityRow, "state" | "broader">): boolean => broader === "delayed" || broader === "suspended";

/**
 * The part of a work plan that a delay can touch: whatever waits for the activity, however far on, and whatever any of those waits for. What
 * a delay reaches in it is what it reaches in the whole, at a fraction of the work.
 */
function neighbourhoods(schedule: Schedule | undefined): (code: string) => Schedule {
  const plans = new Map((schedule?.activities ?? []).map((plan) => [plan.code, plan]));
  const [after, before] = [new Map<string, Dependency[]>(), new Map<string, Dependency[]>()];
  const add = (map: Map<string, Dependency[]>, code: string, dependency: Dependency) => {
    const list = map.get(code);
    if (list === undefined) map.set(code, [dependency]);
    else list.push(dependency);
  };
  for (const dependency of schedule?.dependencies ?? []) {
    add(after, dependency.from, dependency);
    add(before, dependency.to, dependency);
  }
  const closure = (from: Iterable<string>, next: (code: string) => string[]) => {
    const found = new Set(from);
    for (const code of found) for (const other of next(code)) found.add(other);
    return found;
  };
  return (code) => {
    const waiting = closure([code], (each) => (after.get(each) ?? []).map(({ to }) => to));
    const all = closure(waiting, (each) => (before.get(each) ?? []).map(({ from }) => from));
    return {
      activities: [...all].flatMap((each) => plans.get(each) ?? []),
      dependencies: [...all].flatMap((each) => before.get(each) ?? []),
    };
  };
}

/** Rows and events of one step, and how many rows the impact of a delay costs. */
const [ROWS_OF_STEP, IMPACT_ROWS] = [1_000, 100];

/** Every activity of the document as a row, in the document's order. */
export function activityRows(document: FrameworkDocument, options: ActivityRowOptions = {}): ActivityRow[] {
  return runSteps(activityRowSteps(document, options));
}

/** What {@link activityRows} returns, in steps of some hundreds of rows. */
export function* activityRowSteps(
  document: FrameworkDocument,
  { asOf, findings = [], maxImpacts = 200, profile }: ActivityRowOptions = {},
): Generator<void, ActivityRow[], void> {
  const { schedule, project, report } = document;
  const day = asOf ?? report?.asOf ?? lastKnownDay(document);
  const noticed = findingsByCode(findings, "activity");
  const plans = new Map((schedule?.activities ?? []).map((plan) => [plan.code, plan]));
  const network = schedule === undefined ? null : computeNetwork(schedule, { statusDate: day });
  const timings = new Map(network?.ok ? network.value.activities.map((timing) => [timing.code, timing]) : []);
  const waiting = new Map<string, string[]>();
  for (const { from, to } of schedule?.dependencies ?? []) {
    const list = waiting.get(from);
    if (list === undefined) waiting.set(from, [to]);
    else list.push(to);
  }
  const around = neighbourhoods(schedule);
  let [impacts, size] = [0, 0];
  const snapshots = replayAll(
    document.activities.map(({ events }) => events),
    { asOf: day, effort: documentEffort(), profile },
  );
  const effort = documentEffort();
  yield;
  const rowOf = ({ code, title, events }: Activity, index: number): ActivityRow => {
    const { state, causes, expectedUntil } = snapshots[index] ?? PLANNED;
    const history = historyOf(events, effort, profile);
    const entered = history.findLastIndex(
      (event, index) => event.state !== (history[index - 1]?.state ?? "planned"),
    );
    const broader = broaderOf(state, profile);
    const own = ownNames(profile, [
      ...[state, ...causes],
      ...history.flatMap((event) => [event.type, event.state, ...event.causes]),
    ]);
    const timing = timings.get(code);
    const plan = plans.get(code);
    let impact: DelayImpactRow | null = null;
    if (
      isLate({ state, ...broader }) &&
      schedule !== undefined &&
      plan !== undefined &&
      impacts < maxImpacts &&
      size < MAX_IMPACT_SIZE
    ) {
      const neighbours = around(code);
      impacts += 1;
      size += neighbours.activities.length + neighbours.dependencies.length;
      const delay: Delay = { activity: code, until: expectedUntil };
      const reported = delayImpact(document, neighbours, delay, { statusDate: day });
      if (reported.ok)
        impact = {
          activities: reported.value.activities.filter((late) => late.code !== code),
          outputs: reported.value.outputs,
          indicators: reported.value.indicators,
          tranches: reported.value.tranches.map(({ agency, number, held: certain }) => ({
            ...{ agency, number, held: certain },
          })),
        };
    }
    let outcome = code;
    for (let up = parentCode(outcome); up !== null; up = parentCode(up)) outcome = up;
    return {
      code,
      title: title ?? null,
      outcome,
      state,
      ...broader,
      ...(own !== undefined && { own }),
      causes,
      since: history[entered]?.date ?? null,
      expectedUntil,
      history,
      spans: project.startDate === null || day === null ? [] : spansOf(history, project.startDate, day),
      planned: plan === undefined ? null : { start: plan.start, end: plan.end },
      timing:
        timing === undefined
          ? null
          : { start: timing.start, end: timing.end, slack: timing.slack, critical: timing.critical },
      waiting: waiting.get(code) ?? [],
      impact,
      findings: noticed.get(code) ?? [],
    };
  };
  const rows: ActivityRow[] = [];
  let begun = 0;
  for (const [index, activity] of document.activities.entries()) {
    const row = rowOf(activity, index);
    rows.push(row);
    begun += 1 + row.history.length + (row.impact === null ? 0 : IMPACT_ROWS);
    if (begun < ROWS_OF_STEP) continue;
    begun = 0;
    yield;
  }
  return rows;
}

/** What is held up, by cause, the commonest first; an activity is under each of its causes, and under `null` without one. */
export function lateByCause(rows: readonly ActivityRow[]): { cause: Cause | null; rows: ActivityRow[] }[] {
  const byCause = new Map<Cause | null, ActivityRow[]>();
  for (const row of rows.filter(isLate))
    for (const cause of row.causes.length === 0 ? [null] : row.causes)
      byCause.set(cause, [...(byCause.get(cause) ?? []), row]);
  return [...byCause]
    .map(([cause, late]) => ({ cause, rows: late }))
    .sort((a, b) => b.rows.length - a.rows.length);
}

/** First and last day of a time axis that holds the project and all dates of its activities. */
export function timeSpan(
  document: Pick<FrameworkDocument, "project">,
  rows: readonly Pick<ActivityRow, "spans" | "planned" | "timing">[],
): { start: CalendarDate; end: CalendarDate } | null {
  const days = [
    document.project.startDate,
    document.project.endDate,
    ...rows.flatMap(({ spans, planned, timing }) => [
      ...spans.flatMap(({ from, to }) => [from, to]),
      planned?.start ?? null,
      planned?.end ?? null,
      timing?.end ?? null,
    ]),
  ].flatMap((day) => (day === null ? [] : [day]));
  let [first, last]: [string | undefined, string | undefined] = [undefined, undefined];
  for (const day of days) {
    if (first === undefined || compareDates(day, first) < 0) first = day;
    if (last === undefined || compareDates(day, last) > 0) last = day;
  }
  return first === undefined || last === undefined || first === last ? null : { start: first, end: last };
}

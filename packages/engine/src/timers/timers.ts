import { type CalendarDate, type Problem, shiftDate } from "@cadre/core";
import { dayIn, type Engine, projectOf, streamOf } from "../engine/index.ts";
import type { Actor, EventStore, Timer } from "../log/index.ts";
import { PBF_REMINDERS, type ReminderPolicy } from "./policy.ts";
import { keyOf, type Reminder, remindersOf, timerOfReminder } from "./reminders.ts";

/** What timers are made of. */
export interface TimerOptions {
  engine: Engine;
  /** The store of the engine. */
  store: EventStore;
  /** Who records that something fell due: it needs a grant of the role `system`, in all projects. */
  actor: Actor;
  /** {@link PBF_REMINDERS} unless told. */
  policy?: ReminderPolicy;
  /** Where days begin, an IANA name: that of the engine; `UTC` unless told. */
  timeZone?: string;
  /** The clock; the system's unless told. */
  clock?: () => Date;
  /** How far ahead timers are planned, in days; 400 unless told. */
  horizonDays?: number;
}

/** What firing a timer led to. `again`: it was recorded before. `not-wanted`: as things stand now, there is nothing to remind of. */
export type Fired = "recorded" | "again" | "not-wanted";

/** A timer that could not be fired. It stays, and is fired again. */
export class TimerFailure extends Error {
  readonly problem: Problem | undefined;
  /** Whether trying again will do: the log was away or busy. Otherwise somebody has to act: the actor lacks the grant. */
  readonly passing: boolean;

  constructor(timer: string, problem: Problem | undefined, passing: boolean) {
    super(`${timer}: ${problem?.message.en ?? "was not recorded"}`);
    this.name = "TimerFailure";
    [this.problem, this.passing] = [problem, passing];
  }
}

const FIRST_DAY: CalendarDate = "0001-01-01";

/** Of several reminders of one thing that have passed, the last says it all. */
function lastOfThePast(reminders: readonly Reminder[], today: CalendarDate): Reminder[] {
  const last = new Map<string, Reminder>();
  const subject = ({ kind, about }: Reminder) => `${kind.startsWith("report") ? "report" : kind} ${about}`;
  for (const reminder of reminders) {
    const before = last.get(subject(reminder));
    if (reminder.on <= today && (before === undefined || reminder.on > before.on))
      last.set(subject(reminder), reminder);
  }
  return reminders.filter((reminder) => reminder.on > today || last.get(subject(reminder)) === reminder);
}

/** What timers do, wherever they are kept. */
export interface Reminding {
  /** The timers that a project needs as it stands, without those that are on record. */
  plan(project: string): Promise<Timer[]>;
  /**
   * Records that a timer fell due, if that is still so. It may be called any number of times: what it records, it records once.
   * @throws TimerFailure where it was not recorded and should be.
   */
  fire(timer: Timer): Promise<Fired>;
}

/** Plans and fires; who keeps the timers is somebody else's matter: the store, or pg-boss. */
export function remindersFor(options: TimerOptions): Reminding {
  const { engine, store, actor, policy = PBF_REMINDERS } = options;
  const { timeZone = "UTC", clock = () => new Date(), horizonDays = 400 } = options;
  const dayOf = dayIn(timeZone);

  async function plan(project: string): Promise<Timer[]> {
    const view = await engine.view(project);
    if (view === null) return [];
    const today = dayOf(clock());
    const all = remindersOf(view, policy, { from: FIRST_DAY, to: shiftDate(today, horizonDays) });
    // Where nobody knows since when a project runs, it is not asked for the reports of earlier times.
    const wanted =
      view.startedOn === null
        ? all.filter(({ about, date }) => !about.startsWith("reports/") || date >= today)
        : all;
    const timers: Timer[] = [];
    for (const reminder of lastOfThePast(wanted, today)) {
      const past = reminder.on <= today;
      if (past && (await store.readKey(streamOf(project), keyOf(reminder))).length > 0) continue;
      timers.push(timerOfReminder(project, reminder, policy, timeZone));
    }
    return timers;
  }

  async function fire(timer: Timer): Promise<Fired> {
    const project = projectOf(timer.stream) ?? "";
    const reminder = timer.data.reminder as Reminder;
    const view = await engine.view(project);
    const wanted =
      view === null ? [] : remindersOf(view, policy, { from: reminder.on, to: reminder.on }).map(keyOf);
    if (!wanted.includes(keyOf(reminder))) return "not-wanted";
    const answer = await engine.execute({
      type: "reminder.record",
      project,
      key: keyOf(reminder),
      actor,
      effective: reminder.on,
      kind: reminder.kind,
      about: reminder.about,
      due: timer.due,
    });
    if (answer.ok) return answer.duplicate ? "again" : "recorded";
    // The key is ours alone: it was recorded, though with another instant (the time zone is another since).
    if (answer.problems[0]?.code === "key-reused") return "again";
    throw new TimerFailure(timer.id, answer.problems[0], answer.kind === "unavailable");
  }

  return { plan, fire };
}

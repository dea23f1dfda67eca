import { type CalendarDate, type Problem, shiftDate } from "@cadre/core";
import { dayIn, type Engine, projectOf, streamOf } from "../engine/index.ts";
import type { Actor, EventStore, Timer } from "../log/index.ts";
import { PBF_REMINDERS, type ReminderPolicy } from "./policy.ts";
import { keyOf, type Reminder, remindersOf, timerOfReminder } from "./reminders.ts";

/** What timers are made of. */
export interface TimerOptions {
  /** The engine that records what fell due. */
  engine: Engine;
  /** The store of the engine. */
  store: EventStore;
  /** Who records that something fell due: it needs a grant of the role `system`, in all projects. */
  actor: Actor;
  /** Default: {@link PBF_REMINDERS}. */
  policy?: ReminderPolicy;
  /** Time zone of calendar days, an IANA name; the engine's. Default: `UTC`. */
  timeZone?: string;
  /** Default: the system's clock. */
  clock?: () => Date;
  /** How far ahead timers are planned, in days. Default: 400. */
  horizonDays?: number;
}

/** Outcome of firing a timer. `again`: it was recorded before. `obsolete`: the project's state no longer needs the reminder. */
export type Fired = "recorded" | "again" | "obsolete";

/** A timer that could not be fired. It stays, and is fired again. */
export class TimerFailure extends Error {
  /** Why; `undefined` where the engine gave no reason. */
  readonly problem: Problem | undefined;
  /** Whether a retry can succeed: the store was unavailable. Otherwise the actor lacks the grant. */
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

/** Plans and fires reminders, independent of where timers are stored. */
export interface Reminding {
  /** The timers that a project needs in its present state, without those already recorded. */
  plan(project: string): Promise<Timer[]>;
  /**
   * Records that a timer fell due, if that still holds. Idempotent.
   * @throws TimerFailure if it should be recorded and was not.
   */
  fire(timer: Timer): Promise<Fired>;
}

/** Creates the planning and firing of reminders; the store or pg-boss keeps the timers. */
export function remindersFor(options: TimerOptions): Reminding {
  const { engine, store, actor, policy = PBF_REMINDERS } = options;
  const { timeZone = "UTC", clock = () => new Date(), horizonDays = 400 } = options;
  const dayOf = dayIn(timeZone);

  async function plan(project: string): Promise<Timer[]> {
    const view = await engine.view(project);
    if (view === null) return [];
    const today = dayOf(clock());
    const all = remindersOf(view, { from: FIRST_DAY, to: shiftDate(today, horizonDays) }, { policy });
    // Without a known start, reports of earlier periods are not asked for.
    const due =
      view.startedOn === null
        ? all.filter(({ about, date }) => !about.startsWith("reports/") || date >= today)
        : all;
    const timers: Timer[] = [];
    for (const reminder of lastOfThePast(due, today)) {
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
    const due =
      view === null ? [] : remindersOf(view, { from: reminder.on, to: reminder.on }, { policy }).map(keyOf);
    if (!due.includes(keyOf(reminder))) return "obsolete";
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

export { type EmbeddedOptions, type EmbeddedTimers, embeddedTimers, type RunOptions } from "./embedded.ts";
export { PBF_REMINDERS, ReminderKind, ReminderPolicy } from "./policy.ts";
export { dueAt, keyOf, type Reminder, remindersOf, type Span, timerOfReminder } from "./reminders.ts";
export { type Fired, type Reminding, remindersFor, TimerFailure, type TimerOptions } from "./timers.ts";

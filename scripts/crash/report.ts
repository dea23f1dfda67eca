/** What is killed how often. */
export interface CrashPlan {
  /** Connection string of PostgreSQL; `null`: SQLite. */
  postgres: string | null;
  writers: number;
  kills: number;
  /** After so many kills of writers a process of the server is killed too, which takes all its connections down; 0: never. */
  serverEvery?: number;
  timers?: number;
}

/** What was seen from outside, and what the log holds. */
export interface CrashReport {
  kills: number;
  serverKills: number;
  acknowledged: number;
  /** Commands whose acknowledgement a kill swallowed, and that were on record when they were sent again. */
  again: number;
  conflicts: number;
  away: number;
  events: number;
  timers: number;
  /** How often timers were reported to have fired, those of which the telling was lost left out. */
  fired: number;
  /** How often subscribers began again from their cursors, and writers were stopped for a while (SIGSTOP). */
  restarts: number;
  stops: number;
  /** How often the disk under the log was full for a while; 0 also where no small one could be mounted. */
  full: number;
  /** Commands that were acknowledged before the backup in the middle of the run, all of which the restored backup has to hold. */
  restored: number;
  /** What does not hold; empty where all does. */
  faults: string[];
}

/** The project that all write to. */
export const PROJECT = "crash";
/** Its activities that commands are about. */
export const ACTIVITIES = 40;

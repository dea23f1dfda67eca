import type { Job, PgBoss } from "pg-boss";
import { sha256, type Timer } from "../../log/index.ts";
import { type Fired, remindersFor, type TimerOptions } from "../index.ts";

/** How timers are worked on. */
export interface PgBossTimerOptions extends TimerOptions {
  /** Prefix of the queues' names. Default: `cadre`. */
  prefix?: string;
  /** When timers are planned for all projects: a cron expression in UTC. Default: every hour. */
  planCron?: string;
  /** Reports of each timer that was fired. */
  onFired?: (timer: Timer, fired: Fired) => void;
}

/** How this process takes part. */
export interface WorkOptions {
  /** Polling interval in seconds, at least 0.5. Default: 2. While a worker is free, a reminder is at most this late. */
  pollingSeconds?: number;
  /** How many timers it fires at a time. Default: 1. */
  concurrency?: number;
}

/** Reminders as jobs of pg-boss: for any number of machines. */
export interface PgBossTimers {
  /** Sends the timers that one project or all projects need in their present state. Safe to call at any time in any process. Returns how many there were. */
  plan(project?: string): Promise<number>;
  /** Starts planning and firing in this process, beside any number of others. `boss.stop()` ends it after the jobs at hand. */
  work(options?: WorkOptions): Promise<void>;
  /** Names of the queues: of timers, of planning, and of timers that could not be fired however often it was tried. */
  queues: {
    /** Timers that wait to be fired. */
    timers: string;
    /** Projects whose timers are to be planned. */
    plan: string;
    /** Timers that could not be fired however often it was tried. */
    failed: string;
  };
}

/** What a timer's job is named: the same each time, so that it is there once however often it is sent. A UUID of version 8 (RFC 9562). */
export function jobIdOf({ id }: Timer): string {
  const hash = sha256(id);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

/**
 * Reminders as jobs of pg-boss 12 in PostgreSQL. Every process may plan and work: pg-boss gives each job to one worker at a
 * time and starts the hourly planning once, so there is no leader of ours. A worker that dies leaves its job to another after a minute: a
 * timer fires at least once, and what it records, it records once, under its own key.
 *
 * @param boss started by the caller, and stopped by them.
 */
export async function pgBossTimers(boss: PgBoss, options: PgBossTimerOptions): Promise<PgBossTimers> {
  const { engine, prefix = "cadre", planCron = "7 * * * *", onFired } = options;
  const reminding = remindersFor(options);
  const queues = { timers: `${prefix}-timers`, plan: `${prefix}-plan`, failed: `${prefix}-timers-failed` };
  const days = (count: number) => count * 86_400;

  await boss.createQueue(queues.failed, { retentionSeconds: days(365) });
  await boss.createQueue(queues.timers, {
    deadLetter: queues.failed,
    expireInSeconds: 60,
    // About a day and a half of attempts: an outage of the log is no reason to give a reminder up.
    retryLimit: 40,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    retentionSeconds: days(365),
  });
  // One planning at a time is enough; `singleton` holds back the next while one is active.
  await boss.createQueue(queues.plan, {
    policy: "singleton",
    retryLimit: 5,
    retryDelay: 5,
    retryBackoff: true,
  });

  async function plan(project?: string): Promise<number> {
    const projects = project === undefined ? await engine.projects() : [project];
    let planned = 0;
    for (const each of projects) {
      const timers = await reminding.plan(each);
      planned += timers.length;
      if (timers.length > 0)
        await boss.insert(
          queues.timers,
          timers.map((timer) => ({ id: jobIdOf(timer), data: timer, startAfter: new Date(timer.due) })),
        );
    }
    return planned;
  }

  return {
    queues,
    plan,
    work: async ({ pollingSeconds = 2, concurrency = 1 } = {}) => {
      const polling = { pollingIntervalSeconds: pollingSeconds };
      await boss.work(
        queues.timers,
        { ...polling, localConcurrency: concurrency },
        async (jobs: Job<Timer>[]) => {
          for (const { data: timer } of jobs) onFired?.(timer, await reminding.fire(timer));
        },
      );
      await boss.work(queues.plan, polling, async () => {
        await plan();
      });
      await boss.schedule(queues.plan, planCron);
    },
  };
}

import { setTimeout as wait } from "node:timers/promises";
import { StoreError, type Timer } from "../log/index.ts";
import { type Fired, remindersFor, TimerFailure, type TimerOptions } from "./timers.ts";

/** How timers in the store are run. */
export interface EmbeddedOptions extends TimerOptions {
  /** How long a process has a timer to itself, in milliseconds. Default: 60,000. */
  leaseMs?: number;
  /** How many timers are claimed at once. Default: 20. */
  limit?: number;
}

/** Options of {@link EmbeddedTimers.run}. */
export interface RunOptions {
  /** Ends the run, between timers. */
  signal: AbortSignal;
  /** How often due timers are fired, in milliseconds. Default: 10,000. */
  everyMs?: number;
  /** How often timers are planned for all projects, in milliseconds. Default: one hour. */
  planEveryMs?: number;
  /** Reports of each timer that was fired. */
  onFired?: (timer: Timer, fired: Fired) => void;
  /** Reports of what passes: a log that is away or busy. The run goes on. */
  onFailure?: (error: TimerFailure | StoreError) => void;
}

/** Timers as rows of the store: for one machine, with any number of processes. */
export interface EmbeddedTimers {
  /** Adds the timers that one project or all projects need in their present state. Safe to call at any time. Returns how many there were. */
  plan(project?: string): Promise<number>;
  /**
   * Fires the timers that are due and that no other process has claimed. Returns each with its outcome.
   * @throws TimerFailure, StoreError. A timer that was claimed and not fired is due again when its lease ends.
   */
  fire(): Promise<{ timer: Timer; fired: Fired }[]>;
  /**
   * Plans and fires until the signal aborts. It waits while the store is unavailable.
   * @throws TimerFailure if the actor may not record reminders.
   */
  run(options: RunOptions): Promise<void>;
}

const isPassing = (error: unknown): error is TimerFailure | StoreError =>
  (error instanceof TimerFailure && error.passing) ||
  (error instanceof StoreError && ["store-away", "store-busy", "store-full"].includes(error.problem.code));

/**
 * Reminders as rows of the store. One process at a time claims a timer, for the length of a lease. A process that dies with a timer
 * leaves it to the next one when the lease ends: a timer fires at least once, and its event is recorded once, under its own key.
 */
export function embeddedTimers(options: EmbeddedOptions): EmbeddedTimers {
  const { engine, store, clock = () => new Date(), leaseMs = 60_000, limit = 20 } = options;
  const reminding = remindersFor(options);

  async function plan(project?: string): Promise<number> {
    const projects = project === undefined ? await engine.projects() : [project];
    let planned = 0;
    for (const each of projects)
      for (const timer of await reminding.plan(each)) {
        await store.addTimer(timer);
        planned += 1;
      }
    return planned;
  }

  async function fire(
    onFired?: RunOptions["onFired"],
    signal?: AbortSignal,
  ): Promise<{ timer: Timer; fired: Fired }[]> {
    const all: { timer: Timer; fired: Fired }[] = [];
    for (;;) {
      const claimed = await store.claimTimers(clock().toISOString(), leaseMs, { limit });
      for (const { attempts: _, ...timer } of claimed) {
        const fired = await reminding.fire(timer);
        await store.finishTimer(timer.id);
        all.push({ timer, fired });
        onFired?.(timer, fired);
        if (signal?.aborted) return all;
      }
      if (claimed.length < limit) return all;
    }
  }

  async function run({ signal, everyMs = 10_000, planEveryMs = 3_600_000, onFired, onFailure }: RunOptions) {
    let planned = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      try {
        if (performance.now() - planned >= planEveryMs) {
          await plan();
          planned = performance.now();
        }
        await fire(onFired, signal);
      } catch (error) {
        if (!isPassing(error)) throw error;
        onFailure?.(error);
      }
      await wait(everyMs, undefined, { signal }).catch(() => {});
    }
  }

  return { plan, fire: () => fire(), run };
}

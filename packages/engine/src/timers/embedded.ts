import { setTimeout as wait } from "node:timers/promises";
import { StoreError, type Timer } from "../log/index.ts";
import { type Fired, remindersFor, TimerFailure, type TimerOptions } from "./timers.ts";

/** How timers in the store are run. */
export interface EmbeddedOptions extends TimerOptions {
  /** For how long a process that fires a timer has it to itself, in milliseconds; 60,000 unless told. */
  leaseMs?: number;
  /** How many timers are claimed at once; 20 unless told. */
  most?: number;
}

/** When a run looks at the clock. */
export interface RunOptions {
  /** Ends the run, between timers. */
  signal: AbortSignal;
  /** How often timers are looked for, in milliseconds; 10,000 unless told. */
  everyMs?: number;
  /** How often projects are looked through for timers that they need, in milliseconds; an hour unless told. */
  planEveryMs?: number;
  /** Reports of each timer that was fired. */
  onFired?: (timer: Timer, fired: Fired) => void;
  /** Reports of what passes: a log that is away or busy. The run goes on. */
  onFailure?: (error: TimerFailure | StoreError) => void;
}

/** Timers as rows of the store: for one machine, with any number of processes. */
export interface EmbeddedTimers {
  /** Adds the timers that projects need as they stand: one, or all. It may be called at any time; how many there were is returned. */
  plan(project?: string): Promise<number>;
  /**
   * Fires the timers that are due by now and that no other process holds, and tells of each what became of it.
   * @throws TimerFailure, StoreError. What was claimed and not fired comes back when its lease ends.
   */
  fire(): Promise<{ timer: Timer; fired: Fired }[]>;
  /**
   * Plans and fires until it is told to end. What passes, it waits for.
   * @throws TimerFailure where somebody has to act: the actor may not record reminders.
   */
  run(options: RunOptions): Promise<void>;
}

const isPassing = (error: unknown): error is TimerFailure | StoreError =>
  (error instanceof TimerFailure && error.passing) ||
  (error instanceof StoreError && ["store-away", "store-busy", "store-full"].includes(error.problem.code));

/**
 * Reminders kept as rows of the store, each fired by one process at a time, which has it on lease. A process that dies with a timer in hand
 * leaves it to the next when the lease ends: so a timer fires at least once, and what it records, it records once, under its own key.
 */
export function embeddedTimers(options: EmbeddedOptions): EmbeddedTimers {
  const { engine, store, clock = () => new Date(), leaseMs = 60_000, most = 20 } = options;
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
      const claimed = await store.claimTimers(clock().toISOString(), leaseMs, most);
      for (const { attempts: _, ...timer } of claimed) {
        const fired = await reminding.fire(timer);
        await store.finishTimer(timer.id);
        all.push({ timer, fired });
        onFired?.(timer, fired);
        if (signal?.aborted) return all;
      }
      if (claimed.length < most) return all;
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

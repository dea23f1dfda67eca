import { setTimeout as wait } from "node:timers/promises";
import { type EventStore, PAGE, type Page, type RecordedEvent, StoreError } from "../log/index.ts";

/** From where to follow the log, and until when. */
export interface SubscribeOptions {
  /** The cursor of the last page that was dealt with; `null`: from the beginning. */
  after?: string | null;
  /** Ends the subscription, between pages. */
  signal?: AbortSignal;
  /** Whether it goes on once all was told (until aborted), or ends there; it goes on unless told. */
  live?: boolean;
  /** Events a page, at most; 1000 unless told. */
  limit?: number;
  /** How often the store is looked at while nothing comes, in milliseconds; 250 unless told. */
  pollMs?: number;
}

/** Those who wait for something to be appended through this process. */
export class Notifier {
  #waiting: (() => void)[] = [];

  notify(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
  next(): Promise<void> {
    return new Promise((wake) => this.#waiting.push(wake));
  }
}

/**
 * Pages of all streams' events in order, each followed by the next once it was dealt with. Whoever keeps a page's cursor after dealing with
 * it, and goes on after it, is told of each event at least once. While the database is away, a live subscription waits.
 */
export async function* subscribeTo(
  store: EventStore,
  upcast: (event: RecordedEvent) => RecordedEvent,
  notifier: Notifier,
  { after = null, signal, live = true, limit = PAGE, pollMs = 250 }: SubscribeOptions = {},
): AsyncGenerator<Page, void, undefined> {
  let cursor = after;
  while (signal?.aborted !== true) {
    // Taken before the look, so that what is appended during it is not slept over.
    const rung = notifier.next();
    let page: Page | null = null;
    try {
      page = await store.readAll(cursor, limit);
    } catch (error) {
      const passing =
        error instanceof StoreError && ["store-away", "store-busy"].includes(error.problem.code);
      if (!live || !passing) throw error;
    }
    if (page !== null && page.events.length > 0) {
      cursor = page.cursor;
      yield { events: page.events.map(upcast), cursor };
      continue;
    }
    if (!live) return;
    const stop = new AbortController();
    const ended = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
    await Promise.race([rung, wait(pollMs, undefined, { signal: ended }).catch(() => {})]);
    stop.abort();
  }
}

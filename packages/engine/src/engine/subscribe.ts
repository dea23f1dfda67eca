import { setImmediate } from "node:timers/promises";
import type { EngineEvent } from "../events/index.ts";
import { type EventStore, PAGE, type Page, StoreError } from "../log/index.ts";
import type { Notifier } from "./notifier.ts";
import type { Upcast } from "./upcast.ts";

/** A page of all projects' events, in the order of delivery. */
export interface EventPage {
  /** In the version of this code; older ones are upcast. */
  events: EngineEvent[];
  /** Where the next page begins: opaque, kept by the reader. */
  cursor: string;
}

/** Options of a subscription to all projects' events. */
export interface SubscribeOptions {
  /** The cursor of the last page that was processed; `null`: from the beginning. */
  after?: string | null;
  /** Ends the subscription, between pages. */
  signal?: AbortSignal;
  /** Whether it waits for further events (until aborted) at the end of the log. Default: true. */
  live?: boolean;
  /** Events of a page at most. Default: 1000. */
  limit?: number;
  /** Interval of polling the store while nothing comes, in milliseconds. Default: 250. */
  pollMs?: number;
}

/** Whether a store that failed may serve later. */
export const isTemporary = (error: unknown): boolean =>
  error instanceof StoreError && ["store-away", "store-busy"].includes(error.problem.code);

/**
 * Pages of all streams' events in order, each followed by the next once it was processed. A reader that stores a page's cursor after
 * processing it, and resumes after it, gets each event at least once. While the database is unavailable, a live subscription waits.
 * @throws StoreError `bad-cursor` or `cursor-out-of-range` where the cursor is not of this log.
 */
export async function* subscribeTo(
  store: EventStore,
  upcast: Upcast,
  notifier: Notifier,
  { after = null, signal, live = true, limit = PAGE, pollMs = 250 }: SubscribeOptions = {},
): AsyncGenerator<EventPage, void, undefined> {
  let cursor = after;
  /** The page after a full one, read while that is processed. */
  let next: Promise<Page> | null = null;
  while (signal?.aborted !== true) {
    const seen = notifier.count;
    let page: Page | null = null;
    try {
      page = await (next ?? store.readAll(cursor, { limit }));
    } catch (error) {
      if (!live || !isTemporary(error)) throw error;
    }
    next = null;
    if (page !== null && page.events.length > 0) {
      cursor = page.cursor;
      if (page.events.length === limit) {
        next = store.readAll(cursor, { limit });
        next.catch(() => {});
        // The statement leaves in the next turn; without it, only after the page was processed.
        await setImmediate();
      }
      yield { events: page.events.map(upcast), cursor };
      continue;
    }
    if (!live) return;
    await notifier.wait(seen, pollMs, signal);
  }
}

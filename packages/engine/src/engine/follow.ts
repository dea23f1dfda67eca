import { type EventStore, type RecordedEvent, storeError } from "../log/index.ts";
import { Notifier } from "./notifier.ts";
import { isTemporary } from "./subscribe.ts";

/** Options of a subscription to one project's events. */
export interface FollowOptions {
  /** The position after which it begins. Default: 0, from the first event. */
  after?: number;
  /** Ends it, between pages. */
  signal?: AbortSignal;
  /** Interval of polling the store for events of other processes, in milliseconds; shared by all who follow the project. Default: 400. */
  pollMs?: number;
}

/** Bytes of a page beyond which no further entry is added. */
const PAGE_BYTES = 2 ** 21;
/** Entries that are read at once. */
const READ = 50;

/** Entries of a stream from a position on, up to a limit in number and, after the first, in bytes. */
export async function readBounded(
  store: EventStore,
  stream: string,
  from: number,
  limit: number,
): Promise<RecordedEvent[]> {
  const entries: RecordedEvent[] = [];
  let bytes = 0;
  while (entries.length < limit) {
    const count = Math.min(READ, limit - entries.length);
    const page = await store.read(stream, { from: from + entries.length, limit: count });
    for (const entry of page) {
      bytes += JSON.stringify(entry.data).length;
      if (bytes > PAGE_BYTES && entries.length > 0) return entries;
      entries.push(entry);
    }
    if (page.length < count) break;
  }
  return entries;
}

interface Watched {
  notifier: Notifier;
  position: number;
  followers: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** The heads of streams that are followed: one query for each stream and interval, however many follow it. */
export class HeadWatch {
  readonly #store: EventStore;
  readonly #watched = new Map<string, Watched>();

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** Notifies those who follow a stream of what this process appended. */
  notify(stream: string): void {
    this.#watched.get(stream)?.notifier.notify();
  }

  /** Streams that are followed. */
  get size(): number {
    return this.#watched.size;
  }

  /** Begins to watch a stream; the result ends it. */
  watch(stream: string, pollMs: number): { notifier: Notifier; end: () => void } {
    const watched = this.#watched.get(stream) ?? {
      notifier: new Notifier(),
      position: -1,
      followers: 0,
      timer: undefined,
    };
    this.#watched.set(stream, watched);
    watched.followers += 1;
    if (watched.followers === 1) this.#poll(stream, watched, pollMs);
    return {
      notifier: watched.notifier,
      end: () => {
        watched.followers -= 1;
        if (watched.followers > 0) return;
        clearTimeout(watched.timer);
        this.#watched.delete(stream);
      },
    };
  }

  #poll(stream: string, watched: Watched, pollMs: number): void {
    watched.timer = setTimeout(async () => {
      try {
        const { position } = await this.#store.head(stream);
        // A head that went back is that of a log that was restored: those who follow it find out.
        if (position !== watched.position) watched.notifier.notify();
        watched.position = position;
      } catch {
        // Those who follow it meet the error when they read.
        watched.notifier.notify();
      }
      if (watched.followers > 0) this.#poll(stream, watched, pollMs);
    }, pollMs);
  }
}

/**
 * Pages of one stream's entries after a position, each followed by the next once it was processed, until aborted. While the database is
 * unavailable, it waits.
 * @throws StoreError `cursor-out-of-range` where the stream ends before the position, at the beginning or later: the log was restored.
 */
export async function* followStream(
  store: EventStore,
  watch: HeadWatch,
  stream: string,
  { after = 0, signal, pollMs = 400 }: FollowOptions = {},
): AsyncGenerator<RecordedEvent[], void, undefined> {
  const { notifier, end } = watch.watch(stream, pollMs);
  let position = after;
  let hash: string | null = null;
  try {
    while (signal?.aborted !== true) {
      const seen = notifier.count;
      try {
        // With the last entry that was delivered, so that a log that was replaced under the process is noticed.
        const first = Math.max(1, position);
        const page = await readBounded(store, stream, first, 100);
        const last = position === 0 ? undefined : page.shift();
        if (position > 0 && (last === undefined || (hash !== null && last.hash !== hash)))
          throw storeError("cursor-out-of-range", stream, `${stream}/${position}`);
        hash = page.at(-1)?.hash ?? last?.hash ?? null;
        if (page.length > 0) {
          position = page.at(-1)?.position ?? position;
          yield page;
          continue;
        }
      } catch (error) {
        if (!isTemporary(error)) throw error;
      }
      await notifier.wait(seen, pollMs * 4, signal);
    }
  } finally {
    end();
  }
}

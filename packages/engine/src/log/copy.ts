import { reasons } from "../messages.ts";
import type { NewEvent, RecordedEvent } from "./event.ts";
import { storeError } from "./failure.ts";
import { type EventStore, PAGE } from "./store.ts";

/** What was copied. */
export interface CopiedLog {
  /** Number of events. */
  eventCount: number;
  /** Number of timers. */
  timerCount: number;
}

/** Appends that are sent at the same time. */
const WINDOW = 100;

const unrecorded = ({
  type,
  version,
  effective,
  recordedAt,
  actor,
  evidence,
  data,
}: RecordedEvent): NewEvent => ({
  ...{ type, version, effective, recordedAt, actor, evidence, data },
});

/**
 * Copies a log into an empty store of any kind, entry by entry: a backup of a database as a file, or its restore. Each entry has the same
 * place in its stream and the same hash afterwards, which is compared; timers that have not ended go with them. Events that are appended
 * meanwhile are copied up to some moment.
 * @param isCopied which streams are copied, with their timers. Default: all.
 * @throws StoreError `store-exists` if the target is not empty; `store-damaged` if an entry does not arrive as it was.
 */
export async function copyLog(
  from: EventStore,
  to: EventStore,
  { isCopied = () => true }: { isCopied?: (stream: string) => boolean } = {},
): Promise<CopiedLog> {
  if ((await to.streams({ limit: 1 })).length > 0)
    throw storeError("store-exists", "target", reasons.target());
  let events = 0;
  let append: RecordedEvent[] = [];
  let window: RecordedEvent[][] = [];
  const streams = new Set<string>();

  async function flush(): Promise<void> {
    const appended = await Promise.all(
      window.map(([first, ...rest]) =>
        first === undefined
          ? null
          : to.append({
              stream: first.stream,
              expected: first.position - 1,
              key: first.key,
              fingerprint: first.fingerprint,
              events: [first, ...rest].map(unrecorded),
            }),
      ),
    );
    for (const [index, entry] of appended.entries()) {
      const last = window[index]?.at(-1);
      if (last === undefined || entry === null) continue;
      if (!entry.ok || entry.events.at(-1)?.hash !== last.hash)
        throw storeError("store-damaged", last.stream, `${last.stream}/${last.position}`);
      events += entry.events.length;
    }
    window = [];
    streams.clear();
  }
  /** Entries of one append together; those of one stream one after the other. */
  async function end(): Promise<void> {
    const [first] = append;
    if (first === undefined) return;
    if (window.length >= WINDOW || streams.has(first.stream)) await flush();
    streams.add(first.stream);
    window.push(append);
    append = [];
  }

  let cursor: string | null = null;
  for (;;) {
    const page = await from.readAll(cursor, { limit: PAGE });
    for (const event of page.events) {
      if (!isCopied(event.stream)) continue;
      const [first] = append;
      if (first !== undefined && (first.stream !== event.stream || first.key !== event.key)) await end();
      append.push(event);
    }
    cursor = page.cursor;
    if (page.events.length === 0) break;
  }
  await end();
  await flush();
  const timers = (await from.timers()).filter(({ stream }) => isCopied(stream));
  for (const timer of timers) await to.addTimer(timer);
  return { eventCount: events, timerCount: timers.length };
}

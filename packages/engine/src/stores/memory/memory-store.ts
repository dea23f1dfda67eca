import { randomBytes } from "node:crypto";
import {
  appendTo,
  byCodePoint,
  type ClaimedTimer,
  EMPTY,
  type EventStore,
  Heads,
  instant,
  type Log,
  leaseEnd,
  PAGE,
  type Snapshot,
  type StoredEntry,
  storeError,
  toRecordedEvent,
} from "../../log/index.ts";

interface Stream {
  entries: StoredEntry[];
  /** Range of the entries of each key. */
  keys: Map<string, [from: number, to: number]>;
}

/** Logs in memory: for tests and notebooks, and for what need not outlive the process. */
export function memoryStore(): EventStore {
  const all: { stream: string; entry: StoredEntry }[] = [];
  const streams = new Map<string, Stream>();
  const snapshots = new Map<string, string>();
  const timers = new Map<string, ClaimedTimer & { leasedUntil: string; ended: boolean }>();
  const heads = new Heads();
  const epoch = randomBytes(8).toString("hex");
  let open = true;
  const use = () => {
    if (!open) throw storeError("store-closed", "memory", "close");
  };
  const lastOf = (stream: string) => streams.get(stream)?.entries.at(-1) ?? EMPTY;
  const pending = () =>
    [...timers.values()]
      .filter(({ ended }) => !ended)
      .sort((a, b) => byCodePoint(`${a.due} ${a.id}`, `${b.due} ${b.id}`));

  const log: Log = {
    tail: async (stream) => streams.get(stream)?.entries.slice(-2).reverse() ?? [],
    readKey: async (stream, key) => {
      const known = streams.get(stream);
      return (known?.entries.slice(...(known.keys.get(key) ?? [0, 0])) ?? []).map((entry) =>
        toRecordedEvent(stream, entry),
      );
    },
    insert: async (stream, head, entries) => {
      const known: Stream = streams.get(stream) ?? { entries: [], keys: new Map() };
      const key = entries[0]?.key ?? "";
      if (lastOf(stream).hash !== head.hash || known.keys.has(key)) return false;
      known.keys.set(key, [head.position, head.position + entries.length]);
      for (const entry of entries) {
        known.entries.push(entry);
        all.push({ stream, entry });
      }
      streams.set(stream, known);
      return true;
    },
  };

  return {
    append: async (append) => {
      use();
      return appendTo(log, heads, append);
    },
    read: async (stream, { from = 1, limit = PAGE } = {}) => {
      use();
      const start = Math.max(0, from - 1);
      return (streams.get(stream)?.entries ?? [])
        .slice(start, start + limit)
        .map((entry) => toRecordedEvent(stream, entry));
    },
    readKey: async (stream, key) => {
      use();
      return log.readKey(stream, key);
    },
    head: async (stream) => {
      use();
      const { position, hash } = lastOf(stream);
      return { position, hash };
    },
    readAll: async (after, { limit = PAGE } = {}) => {
      use();
      const [, of, number] = /^([0-9a-f]{16})\.(\d{1,15})$/.exec(after ?? `${epoch}.0`) ?? [];
      if (of === undefined) throw storeError("bad-cursor", "memory", String(after).slice(0, 60));
      const start = Number(number);
      if (of !== epoch || start > all.length)
        throw storeError("cursor-out-of-range", "memory", String(after));
      const page = all.slice(start, start + limit);
      return {
        events: page.map(({ stream, entry }) => toRecordedEvent(stream, entry)),
        cursor: `${epoch}.${start + page.length}`,
      };
    },
    streams: async ({ prefix = "", after = "", limit } = {}) => {
      use();
      return [...streams.keys()]
        .filter((stream) => stream.startsWith(prefix) && (after === "" || byCodePoint(stream, after) > 0))
        .sort(byCodePoint)
        .slice(0, limit);
    },
    ready: async () => use(),
    loadSnapshot: async (stream) => {
      use();
      return JSON.parse(snapshots.get(stream) ?? "null") as Snapshot | null;
    },
    saveSnapshot: async (stream, snapshot) => {
      use();
      snapshots.set(stream, JSON.stringify(snapshot));
    },
    addTimer: async ({ id, stream, kind, due, data }) => {
      use();
      if (timers.has(id)) return;
      const own = structuredClone(data);
      timers.set(id, {
        id,
        stream,
        kind,
        due: instant(due),
        data: own,
        attempts: 0,
        leasedUntil: "",
        ended: false,
      });
    },
    claimTimers: async (now, leaseMs, { limit = 100 } = {}) => {
      use();
      const at = instant(now);
      const due = pending()
        .filter((timer) => timer.due <= at && timer.leasedUntil <= at)
        .slice(0, limit);
      for (const timer of due) {
        timer.attempts += 1;
        timer.leasedUntil = leaseEnd(at, leaseMs);
      }
      return due.map(({ leasedUntil: _, ended: __, ...timer }) => structuredClone(timer));
    },
    finishTimer: async (id) => {
      use();
      const timer = timers.get(id);
      if (timer !== undefined) timer.ended = true;
    },
    timers: async () => {
      use();
      return pending().map(({ id, stream, kind, due, data }) => ({
        id,
        stream,
        kind,
        due,
        data: structuredClone(data),
      }));
    },
    close: async () => {
      open = false;
    },
  };
}

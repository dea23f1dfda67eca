import { messages } from "../messages.ts";
import { copyLog } from "./copy.ts";
import type { Actor } from "./event.ts";
import { StoreError, storeError } from "./failure.ts";
import { byCodePoint, type EventStore } from "./store.ts";

/** The stream that says where another one was archived. */
const markerOf = (stream: string): string => `archived/${stream}`;

const ARCHIVIST: Actor = { id: "archive", role: "system", agency: null };

/** What {@link archiveStreams} works on. */
export interface ArchivePlan {
  /** The log, which nobody may append to meanwhile. It stays as it is. */
  from: EventStore;
  /** An empty store for the streams that are archived. */
  archive: EventStore;
  /** An empty store for the others, which takes the log's place. */
  rest: EventStore;
  /** Which streams are archived. */
  isArchived: (stream: string) => boolean;
  /** Name of the archive, for those who ask for one of its streams later. */
  name: string;
  /** Default: the system's. */
  clock?: () => Date;
}

/**
 * Divides a log: some of its streams go to an archive, with their positions and hashes, the others to a log that takes its place. There,
 * each archived stream leaves a marker with its last entry and the archive's name. Returns the names of the archived streams.
 */
export async function archiveStreams({
  from,
  archive,
  rest,
  isArchived,
  name,
  clock = () => new Date(),
}: ArchivePlan): Promise<string[]> {
  const archived = (await from.streams()).filter(isArchived);
  await copyLog(from, archive, { isCopied: isArchived });
  await copyLog(from, rest, { isCopied: (stream) => !isArchived(stream) });
  for (const stream of archived) {
    const [copied, { position, hash }] = [await archive.head(stream), await from.head(stream)];
    if (copied.hash !== hash) throw storeError("store-damaged", stream, `${stream}/${position}`);
    const appended = await rest.append({
      ...{ stream: markerOf(stream), expected: 0, key: "archived", fingerprint: hash },
      events: [
        {
          type: "stream.archived",
          version: 1,
          effective: null,
          recordedAt: clock().toISOString(),
          actor: ARCHIVIST,
          evidence: [],
          data: { stream, position, hash, archive: name },
        },
      ],
    });
    if (!appended.ok) throw new StoreError(appended.problem);
  }
  return archived;
}

/** @throws StoreError `archived`, with the archive's name, where a stream that is found empty was archived. */
export async function refuseArchived(store: EventStore, stream: string): Promise<void> {
  const [marker] = await store.read(markerOf(stream), { from: 1, limit: 1 });
  if (marker === undefined) return;
  const [archive, day] = [String(marker.data.archive), marker.recordedAt.slice(0, 10)];
  const message = messages.archived(stream, archive, day);
  throw new StoreError({
    code: "archived",
    where: { path: stream },
    message,
    found: stream,
    expected: archive,
  });
}

/**
 * A store whose archived streams are read from their archives. Nothing is appended to them (`archived`), and pages of all streams
 * (`readAll`) are those of the log in use alone.
 */
export async function withArchives(store: EventStore, archives: readonly EventStore[]): Promise<EventStore> {
  const archived = new Map<string, EventStore>();
  for (const archive of archives) for (const stream of await archive.streams()) archived.set(stream, archive);
  const names = [...archived.keys()];
  const of = (stream: string) => archived.get(stream) ?? store;
  return {
    append: async (append) => {
      const { stream } = append;
      if (!archived.has(stream)) return store.append(append);
      const message = messages["archived-closed"](stream);
      return {
        ok: false,
        problem: { code: "archived", where: { path: stream }, message, found: stream, expected: null },
      };
    },
    read: (stream, options) => of(stream).read(stream, options),
    readKey: (stream, key) => of(stream).readKey(stream, key),
    head: (stream) => of(stream).head(stream),
    readAll: (after, options) => store.readAll(after, options),
    streams: async ({ prefix = "", after = "", limit } = {}) => {
      const own = await store.streams({ prefix, after, ...(limit !== undefined && { limit }) });
      const others = names.filter(
        (name) => name.startsWith(prefix) && (after === "" || byCodePoint(name, after) > 0),
      );
      return [...own, ...others].sort(byCodePoint).slice(0, limit);
    },
    ready: async () => {
      await (store.ready?.() ?? store.head("ready"));
      await Promise.all(archives.map((archive) => archive.ready?.()));
    },
    loadSnapshot: (stream) => store.loadSnapshot(stream),
    saveSnapshot: (stream, snapshot) => store.saveSnapshot(stream, snapshot),
    addTimer: (timer) => store.addTimer(timer),
    claimTimers: (now, leaseMs, options) => store.claimTimers(now, leaseMs, options),
    finishTimer: (id) => store.finishTimer(id),
    timers: () => store.timers(),
    close: async () => {
      await Promise.all([store, ...archives].map((each) => each.close()));
    },
  };
}

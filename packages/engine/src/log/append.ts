import type { Bilingual, Problem } from "@cadre/core";
import { messages, reasons } from "../messages.ts";
import { chain, type Head, headOf, type StoredEntry, toRecordedEvent } from "./chain.ts";
import type { RecordedEvent } from "./event.ts";
import { messageOf } from "./failure.ts";
import { type Append, type Appended, ENTRY_BYTES, MAX_EVENTS } from "./store.ts";

/** The operations that {@link appendTo} needs of a store. */
export interface Log {
  /** The last entry and the one before it, in this order; fewer where the stream is shorter. */
  tail(stream: string): Promise<StoredEntry[]>;
  /** Entries under a key. */
  readKey(stream: string, key: string): Promise<RecordedEvent[]>;
  /**
   * Inserts entries that follow the head, atomically. `false`, with nothing inserted, if the head is not the stream's last entry, or a
   * position or the key is taken.
   */
  insert(stream: string, head: Head, entries: readonly StoredEntry[]): Promise<boolean>;
}

const refused = (
  code: string,
  path: string,
  message: Problem["message"],
  found: Problem["found"],
  expected: Problem["expected"],
): Appended => ({
  ok: false,
  problem: { code, where: { path }, message, found, expected },
});

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
/** Control characters and lone surrogates, which not every store can keep. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;
const isName = (text: string): boolean => text.length >= 1 && text.length <= 200 && !UNSTORABLE.test(text);

function faultOf({ stream, key, events, expected }: Append): Appended | null {
  const fault = (what: Bilingual, found: string | number, admitted: string) =>
    refused("bad-append", shown(stream), messageOf("bad-append", what), found, admitted);
  if (!isName(stream)) return fault(reasons.streamName(), shown(stream), "1 … 200");
  if (!isName(key)) return fault(reasons.keyName(), shown(key), "1 … 200");
  if (events.length < 1 || events.length > MAX_EVENTS)
    return fault(reasons.eventCount(MAX_EVENTS), events.length, `1 … ${MAX_EVENTS}`);
  if (expected !== "any" && !(Number.isSafeInteger(expected) && expected >= 0))
    return fault(reasons.expectedPosition(), String(expected), "0, 1, 2, …");
  return null;
}

/** The heads that this process saw last, so that an append needs no query for them. A stale one costs one more query. */
export class Heads {
  readonly #known = new Map<string, Head>();

  /** The head that was last seen of a stream. */
  get(stream: string): Head | undefined {
    return this.#known.get(stream);
  }
  /** Keeps the head of a stream. */
  set(stream: string, head: Head): void {
    this.#known.delete(stream);
    this.#known.set(stream, head);
    if (this.#known.size > 10_000)
      for (const oldest of this.#known.keys()) return void this.#known.delete(oldest);
  }
  /** Drops what was seen of a stream. */
  forget(stream: string): void {
    this.#known.delete(stream);
  }
}

/**
 * Optimistic append: the entries are chained to the head that this process saw last, and the store inserts them only if that is still the
 * last one. Without contention an append is one statement.
 */
export async function appendTo(log: Log, heads: Heads, append: Append): Promise<Appended> {
  const fault = faultOf(append);
  if (fault !== null) return fault;
  const { stream, expected, key, fingerprint, events } = append;
  let head = heads.get(stream);
  for (;;) {
    if (head === undefined || (expected !== "any" && head.position !== expected)) {
      head = headOf(stream, await log.tail(stream));
      if (expected !== "any" && head.position !== expected) {
        return (
          (await earlier(log, append)) ??
          refused(
            "version-conflict",
            stream,
            messages["version-conflict"](stream, head.position, expected),
            head.position,
            expected,
          )
        );
      }
    }
    const entries = chain(stream, head, events, key, fingerprint);
    for (const { body } of entries) {
      const bytes = Buffer.byteLength(body);
      if (bytes > ENTRY_BYTES)
        return refused("too-large", stream, messages["too-large"](bytes, ENTRY_BYTES), bytes, ENTRY_BYTES);
    }
    if (await log.insert(stream, head, entries)) {
      const last = entries.at(-1);
      if (last !== undefined) heads.set(stream, { position: last.position, hash: last.hash });
      return { ok: true, events: entries.map((entry) => toRecordedEvent(stream, entry)), duplicate: false };
    }
    heads.forget(stream);
    const before = await earlier(log, append);
    if (before !== null) return before;
    head = undefined;
  }
}

/** The answer that the key got before, or `null`. */
async function earlier(log: Log, { stream, key, fingerprint }: Append): Promise<Appended | null> {
  const before = await log.readKey(stream, key);
  if (before.length === 0) return null;
  if (before.every((event) => event.fingerprint === fingerprint))
    return { ok: true, events: before, duplicate: true };
  return { ok: false, problem: keyReused(key) };
}

/** The problem of a key that was used for another request. */
export const keyReused = (key: string): Problem => ({
  code: "key-reused",
  where: { path: "key" },
  message: messages["key-reused"](shown(key)),
  found: shown(key),
  expected: "a new key",
});

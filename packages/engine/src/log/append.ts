import type { Problem } from "@cadre/core";
import { words } from "../messages.ts";
import { type Entry, type Head, opened, seal } from "./chain.ts";
import type { RecordedEvent } from "./event.ts";
import {
  type Append,
  type Appended,
  ENTRY_BYTES,
  MAX_EVENTS,
  StoreError,
  type StoreFailure,
} from "./store.ts";

/** What a store has to be able to do for {@link appendTo} to do the rest. */
export interface Log {
  /** The last entry's place and hash. */
  head(stream: string): Promise<Head>;
  /** Entries under a key. */
  readKey(stream: string, key: string): Promise<RecordedEvent[]>;
  /**
   * Inserts entries that follow the head, as one. `false` where the head is not the stream's last entry, where one of the places is
   * taken, or where the key is: nothing is then kept.
   */
  insert(stream: string, head: Head, entries: readonly Entry[]): Promise<boolean>;
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

/** Where a store cannot serve. */
export const storeError = (code: StoreFailure, where: string, what: string, cause?: unknown): StoreError =>
  new StoreError(
    { code, where: { path: where }, message: words[code](what), found: what, expected: null },
    cause,
  );

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
/** Control characters and halves of surrogate pairs: what some store could not keep as it is. */
const STRANGE = /[\p{Cc}\p{Cs}]/u;
const isName = (text: string): boolean => text.length >= 1 && text.length <= 200 && !STRANGE.test(text);

function faultOf({ stream, key, events, expected }: Append): Appended | null {
  const fault = (what: string, found: string | number) =>
    refused("bad-append", shown(stream), words["bad-append"](what), found, what);
  if (!isName(stream)) return fault("a stream is named by 1 to 200 plain characters", shown(stream));
  if (!isName(key)) return fault("a key is 1 to 200 plain characters", shown(key));
  if (events.length < 1 || events.length > MAX_EVENTS)
    return fault(`an append holds 1 to ${MAX_EVENTS} events`, events.length);
  if (expected !== "any" && !(Number.isSafeInteger(expected) && expected >= 0))
    return fault("an expected position is 0 or a place in the stream", String(expected));
  return null;
}

/** The heads that a process saw last, so that an append needs not ask first. A stale one costs one more look, never an answer. */
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
 * Appends by trying: the entries are chained to the head that this process believes in, and the store takes them only if that is still
 * the last one. So an append that nobody crosses is one statement, and one that is crossed finds out by whom.
 */
export async function appendTo(log: Log, heads: Heads, append: Append): Promise<Appended> {
  const fault = faultOf(append);
  if (fault !== null) return fault;
  const { stream, expected, key, fingerprint, events } = append;
  let head = heads.get(stream);
  for (;;) {
    if (head === undefined || (expected !== "any" && head.position !== expected)) {
      head = await log.head(stream);
      if (expected !== "any" && head.position !== expected) {
        return (
          (await earlier(log, append)) ??
          refused(
            "version-conflict",
            stream,
            words["version-conflict"](stream, head.position, expected),
            head.position,
            expected,
          )
        );
      }
    }
    const entries = seal(stream, head, events, key, fingerprint);
    for (const { body } of entries) {
      const bytes = Buffer.byteLength(body);
      if (bytes > ENTRY_BYTES)
        return refused("too-large", stream, words["too-large"](bytes, ENTRY_BYTES), bytes, ENTRY_BYTES);
    }
    if (await log.insert(stream, head, entries)) {
      const last = entries.at(-1);
      if (last !== undefined) heads.set(stream, { position: last.position, hash: last.hash });
      return { ok: true, events: entries.map((entry) => opened(stream, entry)), duplicate: false };
    }
    heads.forget(stream);
    const before = await earlier(log, append);
    if (before !== null) return before;
    head = undefined;
  }
}

/** The answer that the key was given before; `null` where it was given none. */
async function earlier(log: Log, { stream, key, fingerprint }: Append): Promise<Appended | null> {
  const before = await log.readKey(stream, key);
  if (before.length === 0) return null;
  if (before.every((event) => event.fingerprint === fingerprint))
    return { ok: true, events: before, duplicate: true };
  return refused(
    "key-reused",
    stream,
    words["key-reused"](shown(key)),
    shown(key),
    "a key of its own for each command",
  );
}

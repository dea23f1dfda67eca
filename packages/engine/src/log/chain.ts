import { createHash } from "node:crypto";
import type { Problem } from "@cadre/core";
import { messages } from "../messages.ts";
import type { NewEvent, RecordedEvent } from "./event.ts";
import { StoreError } from "./failure.ts";

/** What the first entry of a stream follows. */
export const GENESIS = "0".repeat(64);

/** A position in a stream with the hash of the entry there; an append continues from it. */
export interface Head {
  /** 0 where the stream is empty. */
  position: number;
  hash: string;
}
/** The head of a stream without entries. */
export const EMPTY: Head = { position: 0, hash: GENESIS };

/** An entry as stores keep it: the columns of its indexes, and the event as one text. */
export interface StoredEntry {
  /** Position in the stream, from 1, without gaps. */
  position: number;
  /** Key of the append that it came with. */
  key: string;
  /** Its index among the events of that append, from 0. */
  part: number;
  /** SHA-256 over the hash before it, where it is, and its body, in hexadecimal. */
  hash: string;
  /** The JSON of the event, its members in the order in which they are hashed. */
  body: string;
}

/** An entry whose body is the very bytes that a store keeps. */
export type RawEntry = Omit<StoredEntry, "body"> & { body: string | Uint8Array };

/** SHA-256 of a text's UTF-8, in hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The text of an event that is stored and hashed: JSON without spaces, its members in this order. */
function bodyOf(event: NewEvent, fingerprint: string): string {
  const { type, version, effective, recordedAt, actor, evidence, data } = event;
  return JSON.stringify({ type, version, effective, recordedAt, actor, evidence, fingerprint, data });
}

/** `sha256(previous "\n" [stream,position,key,part] "\n" body)`: anybody can recompute it with a shell. */
const hashOf = (stream: string, previous: string, entry: Omit<RawEntry, "hash">): string =>
  createHash("sha256")
    .update(`${previous}\n${JSON.stringify([stream, entry.position, entry.key, entry.part])}\n`)
    .update(entry.body)
    .digest("hex");

/** Chains new events to the end of a stream. */
export function chain(
  stream: string,
  head: Head,
  events: readonly NewEvent[],
  key: string,
  fingerprint: string,
): StoredEntry[] {
  let previous = head.hash;
  return events.map((event, part) => {
    const open = { position: head.position + 1 + part, key, part, body: bodyOf(event, fingerprint) };
    previous = hashOf(stream, previous, open);
    return { ...open, hash: previous };
  });
}

/** What a stored body says. @throws StoreError `chain-broken` where it is no event at all: somebody changed it. */
function eventIn(stream: string, { body, position, hash }: StoredEntry): RecordedEvent {
  try {
    const event: unknown = JSON.parse(body);
    if (typeof event === "object" && event !== null) return event as RecordedEvent;
  } catch {
    // It is no JSON: the same.
  }
  throw new StoreError(chainProblem("chain-broken", stream, position, hash, null));
}

/** The event of a stored entry. `data` is what its JSON parses to. @throws StoreError `chain-broken` where it is none. */
export function toRecordedEvent(stream: string, entry: StoredEntry): RecordedEvent {
  const { position, key, part, hash } = entry;
  const event = eventIn(stream, entry);
  event.stream = stream;
  event.position = position;
  event.key = key;
  event.part = part;
  event.hash = hash;
  return event;
}

/**
 * The head of a stream from its last two entries, which are verified: nothing is appended to a chain that is broken at its end.
 * @throws StoreError `chain-broken`.
 */
export function headOf(stream: string, [last, before]: readonly RawEntry[]): Head {
  if (last === undefined) return EMPTY;
  const previous = last.position === 1 ? EMPTY : { position: before?.position, hash: before?.hash ?? "" };
  if (previous.position !== last.position - 1 || hashOf(stream, previous.hash, last) !== last.hash)
    throw new StoreError(chainProblem("chain-broken", stream, last.position, last.hash, null));
  return { position: last.position, hash: last.hash };
}

/** The hash of the first entry's predecessor in the order of all streams, and of each entry with its predecessor. */
export const orderHash = (previous: string, { global, hash }: { global: number; hash: string }): string =>
  sha256(`${previous}\n${global} ${hash}`);

type ChainFault = "chain-gap" | "chain-broken" | "chain-rewritten" | "chain-cut-off";

const chainProblem = (
  code: ChainFault,
  stream: string,
  position: number,
  found: string | number,
  expected: string | number | null,
): Problem => {
  const where = { path: `${stream}/${position}` };
  return { code, where, message: messages[code](stream, position), found, expected };
};

/** The result of verifying a stream: its head, or the first position that does not hold. */
export type Verification =
  | {
      /** Whether every entry follows from the one before it. */
      ok: true;
      /** The stream that was verified. */
      stream: string;
      /** The last entry, to be noted elsewhere. */
      head: Head;
    }
  | {
      ok: false;
      /** The stream that was verified. */
      stream: string;
      /** The first entry that does not hold. */
      position: number;
      /** What is wrong with it. */
      problem: Problem;
    };

/**
 * Checks a stream's chain, entry by entry.
 *
 * The chain shows that nothing was changed, taken out or put in before its last entry. That the last entries are still there, only
 * an outside record can show: note a head elsewhere (in a report, in a mail) and pass it in.
 */
export class ChainCheck {
  #head: Head;
  #failure: Extract<Verification, { ok: false }> | null = null;
  #known: Head[];
  readonly stream: string;

  /**
   * @param known heads of the stream that were noted elsewhere.
   * @param after the head after which the entries begin. Default: the beginning of the stream.
   */
  constructor(stream: string, known: readonly Head[] = [], after: Head = EMPTY) {
    this.stream = stream;
    this.#head = after;
    this.#known = [...known].sort((a, b) => a.position - b.position);
  }

  /** Takes the next entry; false once the chain does not hold. */
  add(event: RecordedEvent): boolean {
    return this.addRaw(event.stream, { ...event, body: bodyOf(event, event.fingerprint) });
  }

  /** Takes the next entry as it is stored, to the byte. */
  addRaw(stream: string, entry: RawEntry): boolean {
    if (this.#failure !== null) return false;
    const position = this.#head.position + 1;
    if (entry.position !== position || stream !== this.stream)
      return this.#fail(position, "chain-gap", `${stream}/${entry.position}`, `${this.stream}/${position}`);
    const hash = hashOf(stream, this.#head.hash, entry);
    if (hash !== entry.hash) return this.#fail(position, "chain-broken", entry.hash, hash);
    this.#head = { position, hash };
    while (this.#known[0] !== undefined && this.#known[0].position <= position) {
      const known = this.#known.shift();
      if (known?.position === position && known.hash !== hash)
        return this.#fail(position, "chain-rewritten", hash, known.hash);
    }
    return true;
  }

  /** What was found, once all entries were taken. */
  end(): Verification {
    const [missing] = this.#known;
    if (this.#failure === null && missing !== undefined)
      this.#fail(this.#head.position + 1, "chain-cut-off", this.#head.position, missing.position);
    return this.#failure ?? { ok: true, stream: this.stream, head: this.#head };
  }

  #fail(position: number, code: ChainFault, found: string | number, expected: string | number): false {
    const problem = chainProblem(code, this.stream, position, found, expected);
    this.#failure = { ok: false, stream: this.stream, position, problem };
    return false;
  }
}

/** Verifies a chain from a list of entries. {@link ChainCheck} takes them one by one. */
export function verifyChain(
  stream: string,
  events: Iterable<RecordedEvent>,
  known: readonly Head[] = [],
): Verification {
  const check = new ChainCheck(stream, known);
  for (const event of events) if (!check.add(event)) break;
  return check.end();
}

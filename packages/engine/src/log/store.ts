import type { Problem } from "@cadre/core";
import type { Head } from "./chain.ts";
import type { NewEvent, RecordedEvent } from "./event.ts";

/** What an append expects of the stream: the position of its last event (0 of a new stream), or nothing in particular. */
export type ExpectedPosition = number | "any";

/** Events to be recorded together, or not at all. */
export interface Append {
  /** 1 to 200 characters, none of them a control character. */
  stream: string;
  /** `version-conflict` where the stream has another length. */
  expected: ExpectedPosition;
  /** Names the command within its stream, for ever: 1 to 200 characters. */
  key: string;
  /** SHA-256 of the command: the same key with another fingerprint is refused. */
  fingerprint: string;
  /** 1 to 10,000, each at most {@link ENTRY_BYTES} as JSON. */
  events: readonly NewEvent[];
}

/**
 * What became of an append. `duplicate`: the key was appended before with the same fingerprint, and what was recorded then is returned.
 * Codes of problems: `version-conflict`, `key-reused`, `too-large`, `bad-append`.
 */
export type Appended =
  | {
      /** Whether the events are recorded. */
      ok: true;
      /** The events as they were recorded. */
      events: RecordedEvent[];
      /** Whether they had been recorded before. */
      duplicate: boolean;
    }
  | {
      ok: false;
      /** Why nothing was recorded. */
      problem: Problem;
    };

/** A page of all streams' events, in the order of delivery. */
export interface Page {
  /** Empty where there is nothing after the cursor. */
  events: RecordedEvent[];
  /** Where the next page begins: opaque, kept by the reader. */
  cursor: string;
}

/** A cache of a stream's state. It may be lost at any time, and is used only where the log still has its head. */
export interface Snapshot {
  /** The entry up to which the state was computed. */
  head: Head;
  /** Names the code that made it; one of another version is not used. */
  version: string;
  /** Plain data. */
  state: unknown;
}

/** Which entries of a stream are read. */
export interface ReadOptions {
  /** Position of the first. Default: 1. */
  from?: number | undefined;
  /** How many at most. Default: {@link PAGE}. */
  limit?: number | undefined;
}

/** Something that is due. */
export interface Timer {
  /** Unique for ever: a timer that has ended is not added again. */
  id: string;
  /** The stream that it is about. */
  stream: string;
  /** What it is for; the code that adds timers names the kinds. */
  kind: string;
  /** Instant from which it is due, ISO 8601 in UTC as `Date.toISOString` gives it. */
  due: string;
  /** What is needed when it falls due. Plain data. */
  data: Record<string, unknown>;
}

/** A timer that a process has claimed, until its lease ends. */
export interface ClaimedTimer extends Timer {
  /** How often it was claimed, this time included. */
  attempts: number;
}

/**
 * Storage of event logs. Every implementation passes `eventStoreConformance` of `@cadre/testkit`.
 *
 * A store that is busy, unreachable or full throws {@link StoreError}. An append is then recorded as a whole or not at all; the same
 * append with the same key finds out which.
 */
export interface EventStore {
  /** Appends events atomically. A conflict, or a key that was used for another append, is returned and not thrown. */
  append(append: Append): Promise<Appended>;
  /** Events of a stream, in their order. */
  read(stream: string, options?: ReadOptions): Promise<RecordedEvent[]>;
  /** What an append under this key recorded; empty where there was none. */
  readKey(stream: string, key: string): Promise<RecordedEvent[]>;
  /** Position and hash of the last entry; position 0 if the stream is empty. */
  head(stream: string): Promise<Head>;
  /**
   * Events of all streams after a cursor (`null`: from the beginning). Events of one stream come in their order; nothing is ever inserted
   * before an event that was delivered.
   * @throws StoreError `bad-cursor` if it is no cursor; `cursor-out-of-range` if it is of another epoch or history of the log, or beyond
   * its end: the log was restored since, and the reader has to begin again.
   */
  readAll(after: string | null, options?: Pick<ReadOptions, "limit">): Promise<Page>;
  /** Names of streams, in order of code points. */
  streams(options?: StreamsOptions): Promise<string[]>;
  /** Resolves if the store can be read and appended to. @throws StoreError */
  ready?(): Promise<void>;
  /** The snapshot of a stream, or `null`. */
  loadSnapshot(stream: string): Promise<Snapshot | null>;
  /** Replaces the snapshot of a stream. */
  saveSnapshot(stream: string, snapshot: Snapshot): Promise<void>;
  /** Adds a timer; where one of the same id was ever added, it stays as it is. */
  addTimer(timer: Timer): Promise<void>;
  /** Claims timers that are due at an instant, the earliest first, each for one claimant until its lease ends. Default: at most 100. */
  claimTimers(now: string, leaseMs: number, options?: Pick<ReadOptions, "limit">): Promise<ClaimedTimer[]>;
  /** Ends a timer: its work is done or no longer needed. */
  finishTimer(id: string): Promise<void>;
  /** Timers that have not ended, the earliest first. */
  timers(): Promise<Timer[]>;
  /** Lets go of what the store itself opened. */
  close(): Promise<void>;
}

/** Order of names in all stores: that of code points. */
export const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Which streams to name. */
export interface StreamsOptions {
  /** The beginning of their names. Default: all streams. */
  prefix?: string;
  /** The name after which to begin. */
  after?: string;
  /** Default: all. */
  limit?: number;
}

/** Default limit of a read. */
export const PAGE = 1000;
/** How many events one append may hold. */
export const MAX_EVENTS = 10_000;
/** How large an event may be as JSON, in bytes of UTF-8. A document is evidence by reference, not by value. */
export const ENTRY_BYTES = 1_048_576;

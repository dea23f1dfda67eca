import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { FrameworkDocument, type Problem } from "@cadre/core";
import { measurementOf } from "@cadre/core/aggregate";
import {
  addObservations,
  createTable,
  type Observation,
  type ObservationTable,
  type Rejection,
} from "@cadre/core/observations";
import type { Actor, EventStore, NewEvent, ProjectsOptions, RecordedEvent } from "@cadre/engine";
import { keyReused, PAGE, refuseArchived, sha256 } from "@cadre/engine/internal";
import { Cache } from "./cache.ts";

/** Characters of one entry of the log; a document is split into as many as it needs. */
const PART = 200_000;
/** Documents and tables that are kept in memory. */
const [MAX_DOCUMENTS, MAX_TABLES] = [200, 50];
/** Characters of the documents, and rows of the tables, that are kept in memory. */
const [MAX_CHARACTERS, MAX_ROWS] = [8e6, 2e6];
/** Rejected rows that an answer lists. */
const MAX_REJECTED = 400;

/** A document as it was saved last. */
export interface SavedDocument {
  /** As validated when it was saved. */
  document: FrameworkDocument;
  /** Position of its last entry; the value of `If-Match`. */
  revision: number;
}

/** Outcome of saving. Codes of problems: `version-conflict`, `key-reused`, `too-large`. */
export type SaveResult =
  | {
      /** Whether the revision is recorded. */
      ok: true;
      /** Position of its last entry; the value of `If-Match`. */
      revision: number;
      /** Whether it was saved before under the same key. */
      duplicate: boolean;
    }
  | {
      ok: false;
      /** Why it was not saved. */
      problem: Problem;
    };

/** Which rows of a request were added. */
export interface AddedRows {
  /** How many rows were added. */
  accepted: number;
  /** Rows that were not added, at most the first 400. */
  rejected: Omit<Rejection, "input">[];
  /** How many rows were not added. */
  rejectedCount: number;
}

/** The sender of a request and its idempotency key. */
export interface RequestContext {
  /** Who everything is recorded under. */
  actor: Actor;
  /** `Idempotency-Key`; `null` where the request has none. */
  key: string | null;
}

/** What saving depends on. */
export interface SaveOptions {
  /** The revision of the document, or of the observations, that is there before: another is a `version-conflict`. Default: any. */
  expected?: number | undefined;
}

/** Every revision of each project's framework document, and every observation that was added. */
export interface DocumentStore {
  /** Projects that have a document, in order of code points. */
  projects(options?: ProjectsOptions): Promise<string[]>;
  /** Positions of the last entries of a project's documents and observations; 0 without any. */
  revisions(project: string): Promise<{ documentRevision: number; observationsRevision: number }>;
  /** The document as it was saved last, or `null`. @throws StoreError `archived`. */
  document(project: string): Promise<SavedDocument | null>;
  /** Saves a document as the project's newest revision. */
  save(
    project: string,
    document: FrameworkDocument,
    by: RequestContext,
    options?: SaveOptions,
  ): Promise<SaveResult>;
  /** Adds observations; invalid rows are returned and not added. `null` if the project has no document. */
  addObservations(
    project: string,
    rows: readonly unknown[],
    by: RequestContext,
    options?: SaveOptions,
  ): Promise<(SaveResult & AddedRows) | null>;
  /** The observations of a project with its document, or `null`. */
  table(
    project: string,
  ): Promise<{ document: FrameworkDocument; table: ObservationTable; revision: number } | null>;
}

const DOCUMENTS = "documents/";
const OBSERVATIONS = "observations/";

/** Splits a text into parts, none of which ends within a surrogate pair. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let index = 0; index < text.length; ) {
    let end = Math.min(text.length, index + PART);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? "")) end -= 1;
    parts.push(text.slice(index, end));
    index = end;
  }
  return parts;
}

interface CachedTable {
  of: FrameworkDocument;
  table: ObservationTable;
  position: number;
}

/**
 * Documents and observations as entries of append-only logs, with the guarantees of the event store: atomic, chained, idempotent. What was
 * read last is cached for as long as its log has not grown.
 */
export function createDocumentStore(
  store: EventStore,
  { clock = () => new Date() }: { clock?: (() => Date) | undefined } = {},
): DocumentStore {
  const documents = new Cache<SavedDocument>(MAX_DOCUMENTS, MAX_CHARACTERS);
  const tables = new Cache<CachedTable>(MAX_TABLES, MAX_ROWS);
  const queue = new Map<string, Promise<unknown>>();

  /** One at a time for each project: two that read the same new entries would both add them to the table. */
  async function serialize<T>(project: string, work: () => Promise<T>): Promise<T> {
    const result = (queue.get(project) ?? Promise.resolve()).then(work, work);
    const settled = result.catch(() => {});
    queue.set(project, settled);
    try {
      return await result;
    } finally {
      if (queue.get(project) === settled) queue.delete(project);
    }
  }

  const event = (type: string, data: Record<string, unknown>, actor: Actor): NewEvent => ({
    type,
    version: 1,
    effective: null,
    recordedAt: clock().toISOString(),
    actor,
    evidence: [],
    data,
  });
  async function* entries(stream: string, from: number): AsyncGenerator<RecordedEvent> {
    for (let next = from; ; ) {
      const page = await store.read(stream, { from: next, limit: PAGE / 100 });
      yield* page;
      if (page.length < PAGE / 100) return;
      next += page.length;
      await setImmediate();
    }
  }
  /** Appends a text in parts; `answer` goes with the first of them. */
  async function append(
    stream: string,
    type: string,
    text: string,
    by: RequestContext,
    {
      expected = "any",
      fingerprint,
      answer,
    }: { expected?: number | "any"; fingerprint: string; answer?: AddedRows },
  ): Promise<SaveResult> {
    const parts = partsOf(text);
    const events = parts.map((part, index) =>
      event(
        type,
        { part, last: index === parts.length - 1, ...(index === 0 && answer !== undefined && { answer }) },
        by.actor,
      ),
    );
    const appended = await store.append({
      stream,
      expected,
      key: by.key ?? randomUUID(),
      fingerprint,
      events,
    });
    if (!appended.ok) return appended;
    return { ok: true, revision: appended.events.at(-1)?.position ?? 0, duplicate: appended.duplicate };
  }
  /** Complete texts from a position on, with the position of the last part of each. */
  async function* texts(stream: string, from: number): AsyncGenerator<{ text: string; position: number }> {
    let text = "";
    for await (const { data, position } of entries(stream, from)) {
      text += String(data.part);
      if (data.last !== true) continue;
      yield { text, position };
      text = "";
    }
  }

  async function document(project: string): Promise<SavedDocument | null> {
    const stream = DOCUMENTS + project;
    const { position } = await store.head(stream);
    if (position === 0) {
      await refuseArchived(store, stream);
      return null;
    }
    const known = documents.get(project);
    if (known !== undefined && known.revision === position) return known;
    // Only the last revision is read, however many there are.
    const [end] = await store.read(stream, { from: position, limit: 1 });
    if (end === undefined) return known ?? null;
    let last: { text: string; position: number } | null = null;
    for await (const each of texts(stream, position - end.part)) last = each;
    if (last === null) return known ?? null;
    const saved = { document: FrameworkDocument.parse(JSON.parse(last.text)), revision: last.position };
    documents.set(project, saved, last.text.length);
    return saved;
  }
  const table = (project: string) => serialize(project, () => updatedTable(project));
  async function updatedTable(project: string) {
    const saved = await document(project);
    if (saved === null) return null;
    let known = tables.get(project);
    if (known === undefined || known.of !== saved.document) {
      known = { of: saved.document, table: createTable(measurementOf(saved.document)), position: 0 };
    }
    for await (const { text, position } of texts(OBSERVATIONS + project, known.position + 1)) {
      // Rows that the present revision of the document does not admit stay in the log, and out of the table.
      addObservations(known.table, JSON.parse(text) as Observation[]);
      known.position = position;
    }
    tables.set(project, known, known.table.size);
    return { document: saved.document, table: known.table, revision: known.position };
  }
  return {
    projects: async ({ after = "", limit } = {}) =>
      (
        await store.streams({
          prefix: DOCUMENTS,
          after: DOCUMENTS + after,
          ...(limit !== undefined && { limit }),
        })
      ).map((stream) => stream.slice(DOCUMENTS.length)),
    revisions: async (project) => {
      const [saved, observed] = await Promise.all([
        store.head(DOCUMENTS + project),
        store.head(OBSERVATIONS + project),
      ]);
      return { documentRevision: saved.position, observationsRevision: observed.position };
    },
    document,
    save: (project, document, by, { expected = "any" }: { expected?: number | "any" | undefined } = {}) => {
      const text = JSON.stringify(document);
      const fingerprint = sha256(JSON.stringify(["document", by.actor, expected, text]));
      return append(DOCUMENTS + project, "document.part", text, by, { expected, fingerprint });
    },
    addObservations: async (project, rows, by, { expected } = {}) => {
      const found = await table(project);
      if (found === null) return null;
      const stream = OBSERVATIONS + project;
      const asked = ["observations", by.actor, rows, ...(expected === undefined ? [] : [expected])];
      const fingerprint = sha256(JSON.stringify(asked));
      // The same request gets the answer that it got first, whatever the document has become since.
      const earlier = by.key === null ? [] : await store.readKey(stream, by.key);
      const [first] = earlier;
      if (first !== undefined && by.key !== null) {
        const answer = first.data.answer as AddedRows;
        if (first.fingerprint !== fingerprint) return { ok: false, problem: keyReused(by.key), ...answer };
        return { ok: true, revision: earlier.at(-1)?.position ?? 0, duplicate: true, ...answer };
      }
      await setImmediate();
      // Validated in a table of its own, so that rows are not in the answering one before they are in the log.
      const trial = addObservations(createTable(measurementOf(found.document)), rows as Observation[]);
      const wrong = new Set(trial.rejected.map(({ row }) => row));
      const valid = rows.filter((_, index) => !wrong.has(index));
      const answer: AddedRows = {
        accepted: valid.length,
        rejected: trial.rejected.slice(0, MAX_REJECTED).map(({ input: _, ...rejection }) => rejection),
        rejectedCount: trial.rejected.length,
      };
      if (valid.length === 0) return { ok: true, revision: found.revision, duplicate: false, ...answer };
      await setImmediate();
      const result = await append(stream, "observations.part", JSON.stringify(valid), by, {
        ...{ fingerprint, answer },
        ...(expected !== undefined && { expected }),
      });
      return { ...result, ...answer };
    },
    table,
  };
}

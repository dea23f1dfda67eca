import { randomUUID } from "node:crypto";
import { FrameworkDocument, type Problem } from "@cadre/core";
import { measurementOf } from "@cadre/core/aggregate";
import {
  addObservations,
  createTable,
  type Observation,
  type ObservationTable,
  type Rejection,
} from "@cadre/core/observations";
import { type Actor, type EventStore, type NewEvent, PAGE, type RecordedEvent, sha256 } from "@cadre/engine";

/** Characters of one entry of the log; a document is cut into as many as it takes. */
const PART = 200_000;

/** A document as it was saved last. */
export interface SavedDocument {
  document: FrameworkDocument;
  /** Position of its last part: what `If-Match` hands in. */
  revision: number;
}

/** What became of something that was put on the documents. */
export type SaveResult = { ok: true; revision: number; duplicate: boolean } | { ok: false; problem: Problem };

/** Who puts something there, and the name of the request, so that sent twice it is done once. */
export interface RequestContext {
  actor: Actor;
  key: string | null;
}

/** What is kept of each project beside its record: every revision of its framework document, and every figure that was reported. */
export interface DocumentStore {
  /** Projects that have a document. */
  projects(): Promise<string[]>;
  /** Positions of the last entries of a project's documents and of its figures; 0 where there are none. They move with each change. */
  revisions(project: string): Promise<{ document: number; observations: number }>;
  /** The document as it was saved last; `null` where there is none. */
  document(project: string): Promise<SavedDocument | null>;
  /**
   * Saves a document as the project's newest revision.
   *
   * @param expected the revision that the new one replaces; `any` unless told.
   */
  save(
    project: string,
    document: FrameworkDocument,
    by: RequestContext,
    expected?: number | "any",
  ): Promise<SaveResult>;
  /** Adds figures; wrong ones are handed back and not kept. `null` where there is no document to read them against. */
  report(
    project: string,
    rows: readonly unknown[],
    by: RequestContext,
  ): Promise<(SaveResult & { accepted: number; rejected: Rejection[] }) | null>;
  /** The figures of a project, read against its document; `null` where there is none. */
  table(
    project: string,
  ): Promise<{ document: FrameworkDocument; table: ObservationTable; revision: number } | null>;
}

const DOCUMENTS = "documents/";
const OBSERVATIONS = "observations/";

/** Text cut into parts, none of which ends within a pair of surrogates. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + PART);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? "")) end -= 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

/**
 * A documents upon an event store: documents and figures are entries of append-only logs, with the store's guarantees (all or nothing, chained, sent
 * twice done once). What was read is kept in memory for as long as the log has not gone on.
 */
export function createDocumentStore(store: EventStore, clock: () => Date = () => new Date()): DocumentStore {
  const documents = new Map<string, SavedDocument>();
  const tables = new Map<string, { of: FrameworkDocument; table: ObservationTable; position: number }>();
  const turns = new Map<string, Promise<unknown>>();

  /** One at a time for each project: two that read the same new entries would both add them to the table. */
  async function serialize<T>(project: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(project) ?? Promise.resolve()).then(work, work);
    const ended = turn.catch(() => {});
    turns.set(project, ended);
    try {
      return await turn;
    } finally {
      if (turns.get(project) === ended) turns.delete(project);
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
      const page = await store.read(stream, next, PAGE);
      yield* page;
      if (page.length < PAGE) return;
      next += page.length;
    }
  }
  async function put(
    stream: string,
    type: string,
    text: string,
    by: RequestContext,
    expected: number | "any",
  ): Promise<SaveResult> {
    const parts = partsOf(text);
    const appended = await store.append({
      stream,
      expected,
      key: by.key ?? randomUUID(),
      fingerprint: sha256(text),
      events: parts.map((part, at) => event(type, { part, last: at === parts.length - 1 }, by.actor)),
    });
    if (!appended.ok) return appended;
    return { ok: true, revision: appended.events.at(-1)?.position ?? 0, duplicate: appended.duplicate };
  }
  /** Texts that were put there, each whole, with the position of its last part. */
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
    if (position === 0) return null;
    const known = documents.get(project);
    if (known !== undefined && known.revision === position) return known;
    let last: { text: string; position: number } | null = null;
    for await (const each of texts(stream, (known?.revision ?? 0) + 1)) last = each;
    if (last === null) return known ?? null;
    const saved = { document: FrameworkDocument.parse(JSON.parse(last.text)), revision: last.position };
    documents.set(project, saved);
    return saved;
  }
  const table = (project: string) => serialize(project, () => upToDate(project));
  async function upToDate(project: string) {
    const saved = await document(project);
    if (saved === null) return null;
    let known = tables.get(project);
    if (known === undefined || known.of !== saved.document) {
      known = { of: saved.document, table: createTable(measurementOf(saved.document)), position: 0 };
      tables.set(project, known);
    }
    for await (const { text, position } of texts(OBSERVATIONS + project, known.position + 1)) {
      // What an earlier revision of the document admitted and this one does not stays in the log, and out of the table.
      addObservations(known.table, JSON.parse(text) as Observation[]);
      known.position = position;
    }
    return { document: saved.document, table: known.table, revision: known.position };
  }
  return {
    projects: async () =>
      (await store.streams())
        .filter((stream) => stream.startsWith(DOCUMENTS))
        .map((stream) => stream.slice(DOCUMENTS.length)),
    revisions: async (project) => {
      const [documented, reported] = await Promise.all([
        store.head(DOCUMENTS + project),
        store.head(OBSERVATIONS + project),
      ]);
      return { document: documented.position, observations: reported.position };
    },
    document,
    save: (project, given, by, expected = "any") =>
      put(DOCUMENTS + project, "document.part", JSON.stringify(given), by, expected),
    report: async (project, rows, by) => {
      const found = await table(project);
      if (found === null) return null;
      // Tried on a table of its own, so that what is refused by the log is not in the one that answers.
      const trial = addObservations(createTable(measurementOf(found.document)), rows as Observation[]);
      const wrong = new Set(trial.rejected.map(({ row }) => row));
      const good = rows.filter((_, at) => !wrong.has(at));
      const told = { accepted: good.length, rejected: trial.rejected };
      if (good.length === 0) return { ok: true, revision: found.revision, duplicate: false, ...told };
      const outcome = await put(OBSERVATIONS + project, "observations.part", JSON.stringify(good), by, "any");
      return { ...outcome, ...told };
    },
    table,
  };
}

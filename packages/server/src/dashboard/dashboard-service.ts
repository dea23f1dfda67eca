import type { CalendarDate, Finding, FrameworkDocument } from "@cadre/core";
import { measurementOf, type ObservedDocument, rowFindings, withObservations } from "@cadre/core/aggregate";
import {
  type DisclosurePolicy,
  findingsOfRest,
  protectDocument,
  protectSeries,
} from "@cadre/core/disclosure";
import type { Profile } from "@cadre/core/lifecycle";
import { inspectSteps, type ProjectResult } from "@cadre/core/results";
import type { Engine, EventStore } from "@cadre/engine";
import { streamOf } from "@cadre/engine/internal";
import { type DashboardModel, dashboardModelInSteps } from "@cadre/view";
import { Cache, type DocumentStore } from "../documents/index.ts";
import { alone, inSteps, yieldToOthers } from "../turns.ts";
import { asOfDay, withLog } from "./snapshot.ts";

/** The state of a project, at a version of everything that it is computed from. */
export interface DashboardSnapshot {
  version: string;
  /** The document as saved, with what log and observations have changed since. */
  document: FrameworkDocument;
  /** The day that it speaks for. Default: the report's own. */
  asOf: CalendarDate | undefined;
  /** What the document's reader noticed. */
  readerFindings: readonly Finding[];
  /** What it comes to, computed in steps. */
  result(): Promise<ProjectResult>;
  /** The data of the dashboard, computed in steps. */
  model(): Promise<DashboardModel>;
}

/** Something that follows from a snapshot alone, as it is sent. */
export interface Rendering {
  /** The snapshot's version. */
  version: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Makes a {@link Rendering}; a text is encoded in UTF-8. */
export type Render = (snapshot: DashboardSnapshot) => string | Promise<string | Uint8Array>;

/** The dashboards of projects, computed from document, log and observations. */
export interface DashboardService {
  /** Changes with the document, the log and the observations; `null` without a document. */
  version(project: string): Promise<string | null>;
  /** The present data; `null` without a document. */
  snapshot(project: string): Promise<DashboardSnapshot | null>;
  /**
   * What a function makes of the present data, made once for each version, one at a time over all projects; `null` without a document.
   * @param name what is made; the same name for the same function.
   */
  rendering(project: string, name: string, render: Render): Promise<Rendering | null>;
  /** Versions as they come, the present one first, until aborted. */
  follow(project: string, signal: AbortSignal): AsyncGenerator<string>;
}

/** How long a version is valid, and the interval of polling, in milliseconds. */
const POLL_MS = 400;
/** Snapshots that are kept in memory, and the characters of their documents. */
const [MAX_SNAPSHOTS, MAX_CHARACTERS] = [200, 4e6];
/** Renderings that are kept in memory, and their bytes. */
const [MAX_RENDERINGS, MAX_BYTES] = [10_000, 16e6];

/** A function whose value is computed at the first call, and again once nobody else holds it: it is many times the size of the document. */
function recomputable<T extends object>(compute: () => T): () => T {
  let known: WeakRef<T> | null = null;
  return () => {
    const held = known?.deref();
    if (held !== undefined) return held;
    const value = compute();
    known = new WeakRef(value);
    return value;
  };
}

/** What a policy leaves of a document, of its past values and of what a reader found in it. */
function protect(
  observed: ObservedDocument,
  found: readonly Finding[],
  policy: Partial<DisclosurePolicy>,
): ObservedDocument & { findings: readonly Finding[] } {
  const { document, withheld } = protectDocument(observed.document, { policy });
  const series = protectSeries(observed.document, observed.series, { policy });
  return { document, series, findings: findingsOfRest(found, withheld) };
}

/** Resolves after a time, or as soon as the signal aborts; leaves nothing behind. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener("abort", wake);
    if (signal.aborted) wake();
  });

/** Options of dashboards. */
export interface DashboardOptions {
  /** What a reader found in a document, by its revision. Default: nothing. */
  readerFindings?: ((project: string, revision: number) => readonly Finding[]) | undefined;
  /** What an agency adds to the fund's states, events and causes. Default: nothing. */
  profile?: Profile | undefined;
  /** What small counts are withheld by. Default: none are. */
  policy?: Partial<DisclosurePolicy> | null;
}

/** Creates the dashboards. All followers of one project share one poll of its stores. */
export function createDashboardService(
  engine: Engine,
  documents: DocumentStore,
  events: EventStore,
  { readerFindings = () => [], policy = null, profile }: DashboardOptions = {},
): DashboardService {
  const snapshots = new Cache<DashboardSnapshot>(MAX_SNAPSHOTS, MAX_CHARACTERS);
  const renderings = new Cache<Rendering>(MAX_RENDERINGS, MAX_BYTES);
  const polls = new Map<string, { since: number; version: Promise<string | null> }>();
  const followers = new Map<string, number>();

  async function version(project: string): Promise<string | null> {
    const [{ position }, revisions] = await Promise.all([
      events.head(streamOf(project)),
      documents.revisions(project),
    ]);
    // What readers of either kind have cached must not be taken for the other.
    const kind = policy === null ? "" : ".protected";
    return revisions.documentRevision === 0
      ? null
      : `${revisions.documentRevision}.${position}.${revisions.observationsRevision}${kind}`;
  }
  function poll(project: string): Promise<string | null> {
    const last = polls.get(project);
    if (last !== undefined && performance.now() - last.since < POLL_MS) return last.version;
    const next = { since: performance.now(), version: version(project) };
    polls.set(project, next);
    // After a failure the next follower asks again.
    next.version.catch(() => polls.delete(project));
    return next.version;
  }
  async function logOf(project: string) {
    const [state, view, [first]] = await Promise.all([
      engine.state(project),
      engine.view(project),
      engine.history(project, { from: 1, limit: 1 }),
    ]);
    const plan = first?.type === "project.opened" ? first.data.plan : null;
    return { state, view, plan };
  }
  async function snapshot(project: string): Promise<DashboardSnapshot | null> {
    // Taken before the rest is read: an entry that comes in meanwhile makes the version older than the data, never newer.
    const now = await version(project);
    if (now === null) return null;
    const known = snapshots.get(project);
    if (known?.version === now) return known;
    const [saved, table, log] = await Promise.all([
      documents.document(project),
      documents.table(project),
      logOf(project),
    ]);
    if (saved === null) return null;
    const current = withLog(saved.document, log);
    const observed: ObservedDocument =
      table === null ? { document: current, series: {} } : withObservations(current, table.table);
    const asOf = asOfDay(current, log);
    // What is odd about the rows is a finding of the project as much as what is odd about its document.
    const on = asOf ?? current.report?.asOf ?? undefined;
    const ofRows =
      table === null ? [] : rowFindings(measurementOf(current), table.table, on === undefined ? {} : { on });
    const found = [...readerFindings(project, saved.revision), ...ofRows];
    const { document, series, findings } =
      policy === null ? { ...observed, findings: found } : protect(observed, found, policy);
    const snapshot: DashboardSnapshot = {
      version: now,
      document,
      asOf,
      readerFindings: findings,
      result: recomputable(() =>
        inSteps(
          inspectSteps(document, { readerFindings: findings, profile, ...(asOf !== undefined && { asOf }) }),
        ),
      ),
      model: recomputable(() =>
        dashboardModelInSteps(document, {
          pause: yieldToOthers,
          asOf,
          series,
          readerFindings: findings,
          profile,
        }),
      ),
    };
    snapshots.set(project, snapshot, JSON.stringify(document).length);
    return snapshot;
  }
  async function rendering(project: string, name: string, render: Render): Promise<Rendering | null> {
    const key = `${name} ${project}`;
    const known = async () => {
      const [now, found] = [await version(project), renderings.get(key)];
      return found?.version === now ? found : null;
    };
    const found = await known();
    if (found !== null) return found;
    return alone(async () => {
      // Somebody else may have asked for the same.
      const cached = await known();
      if (cached !== null) return cached;
      const current = await snapshot(project);
      if (current === null) return null;
      await yieldToOthers();
      const rendered = await render(current);
      const bytes =
        typeof rendered === "string" ? new TextEncoder().encode(rendered) : Uint8Array.from(rendered);
      const complete = { version: current.version, bytes };
      renderings.set(key, complete, bytes.length);
      return complete;
    });
  }
  async function* follow(project: string, signal: AbortSignal): AsyncGenerator<string> {
    let last: string | null = null;
    followers.set(project, (followers.get(project) ?? 0) + 1);
    try {
      while (!signal.aborted) {
        const now = await poll(project).catch(() => last);
        if (now !== null && now !== last) {
          last = now;
          yield now;
        }
        await pause(POLL_MS, signal);
      }
    } finally {
      const others = (followers.get(project) ?? 1) - 1;
      if (others > 0) followers.set(project, others);
      else {
        followers.delete(project);
        polls.delete(project);
      }
    }
  }
  return { version, snapshot, rendering, follow };
}

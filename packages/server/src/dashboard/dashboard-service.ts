import type { CalendarDate, FrameworkDocument } from "@cadre/core";
import { withObservations } from "@cadre/core/aggregate";
import { inspect, type ProjectResult } from "@cadre/core/results";
import { type Engine, type EventStore, type ProjectPlan, streamOf } from "@cadre/engine";
import { type DashboardModel, dashboardModel } from "@cadre/view";
import { Cache, type DocumentStore } from "../documents/index.ts";
import { asOfDay, withLog } from "./snapshot.ts";

/** The state of a project, at a version of everything that it is computed from. */
export interface DashboardSnapshot {
  version: string;
  /** The document as saved, with what log and observations have changed since. */
  document: FrameworkDocument;
  /** The day that it speaks for. Default: the report's own. */
  asOf: CalendarDate | undefined;
  /** What it comes to, computed once. */
  result(): ProjectResult;
  /** The data of the dashboard, computed once. */
  model(): DashboardModel;
  /** A text that follows from the snapshot alone, made once. */
  text(name: string, make: () => string): string;
}

/** The dashboards of projects, computed from document, log and observations. */
export interface DashboardService {
  /** Changes with the document, the log and the observations; `null` without a document. */
  version(project: string): Promise<string | null>;
  /** The present data; `null` without a document. */
  snapshot(project: string): Promise<DashboardSnapshot | null>;
  /** Versions as they come, the present one first, until aborted. */
  follow(project: string, signal: AbortSignal): AsyncGenerator<string>;
}

/** How long a version is valid, and the interval of polling, in milliseconds. */
const POLL_MS = 400;
/** Snapshots that are kept in memory. */
const MAX_SNAPSHOTS = 200;

/** A function whose value is computed at the first call. */
function once<T>(compute: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
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

/** Creates the dashboards. All followers of one project share one poll of its stores. */
export function createDashboardService(
  engine: Engine,
  documents: DocumentStore,
  events: EventStore,
): DashboardService {
  const snapshots = new Cache<DashboardSnapshot>(MAX_SNAPSHOTS);
  const polls = new Map<string, { since: number; version: Promise<string | null> }>();
  const followers = new Map<string, number>();

  async function version(project: string): Promise<string | null> {
    const [{ position }, revisions] = await Promise.all([
      events.head(streamOf(project)),
      documents.revisions(project),
    ]);
    return revisions.document === 0 ? null : `${revisions.document}.${position}.${revisions.observations}`;
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
      engine.history(project, 1, 1),
    ]);
    const plan = first?.type === "project.opened" ? (first.data.plan as ProjectPlan) : null;
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
    const { document, series } =
      table === null ? { document: current, series: {} } : withObservations(current, table.table);
    const asOf = asOfDay(document, log);
    const texts = new Map<string, string>();
    const made: DashboardSnapshot = {
      version: now,
      document,
      asOf,
      result: once(() => inspect(document, asOf === undefined ? {} : { asOf })),
      model: once(() => dashboardModel(document, { asOf, series })),
      text: (name, make) => {
        const text = texts.get(name) ?? make();
        texts.set(name, text);
        return text;
      },
    };
    snapshots.set(project, made);
    return made;
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
  return { version, snapshot, follow };
}

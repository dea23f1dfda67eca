import { type Engine, type EventStore, type ProjectPlan, streamOf } from "@cadre/engine";
import { type DashboardModel, dashboardModel, withObservations } from "@cadre/view";
import type { DocumentStore } from "../documents/index.ts";
import { dayOf, withRecord } from "./snapshot.ts";

/** What a project's dashboard shows, at a version of everything that it is made of. */
export interface DashboardSnapshot {
  version: string;
  model: DashboardModel;
  /** Texts that follow from the model alone, worked out once. */
  text(name: string, make: (model: DashboardModel) => string): string;
}

/** The dashboards of projects, as document, record and figures put them together. */
export interface DashboardService {
  /** Changes with the document, the record and the figures; `null` where there is no document. */
  version(project: string): Promise<string | null>;
  /** What is to be shown now; `null` where there is no document. */
  show(project: string): Promise<DashboardSnapshot | null>;
  /** Versions as they come, the present one first, until aborted. */
  follow(project: string, signal: AbortSignal): AsyncGenerator<string>;
}

/** How long a version that was looked up holds, and how often those who follow look again. */
const LOOK_MS = 400;
/** Dashboards that are kept at hand. */
const KEPT = 50;

/** Makes the dashboards. Readers of one project share a look at its stores, however many they are. */
export function createDashboardService(
  engine: Engine,
  documents: DocumentStore,
  record: EventStore,
): DashboardService {
  const shown = new Map<string, DashboardSnapshot>();
  const looks = new Map<string, { since: number; version: Promise<string | null> }>();

  async function version(project: string): Promise<string | null> {
    const [{ position }, revisions] = await Promise.all([
      record.head(streamOf(project)),
      documents.revisions(project),
    ]);
    return revisions.document === 0 ? null : `${revisions.document}.${position}.${revisions.observations}`;
  }
  function look(project: string): Promise<string | null> {
    const last = looks.get(project);
    if (last !== undefined && performance.now() - last.since < LOOK_MS) return last.version;
    const next = { since: performance.now(), version: version(project) };
    looks.set(project, next);
    // A store that is away is asked again by the next one.
    next.version.catch(() => looks.delete(project));
    return next.version;
  }
  async function recordOf(project: string) {
    const [state, view, [first]] = await Promise.all([
      engine.state(project),
      engine.view(project),
      engine.history(project, 1, 1),
    ]);
    const plan = first?.type === "project.opened" ? (first.data.plan as ProjectPlan) : null;
    return { state, view, plan };
  }
  async function show(project: string): Promise<DashboardSnapshot | null> {
    // Taken before the rest is read: what comes in meanwhile only makes it older than what is shown.
    const now = await version(project);
    if (now === null) return null;
    const known = shown.get(project);
    if (known?.version === now) return known;
    const [saved, table, kept] = await Promise.all([
      documents.document(project),
      documents.table(project),
      recordOf(project),
    ]);
    if (saved === null) return null;
    const standing = withRecord(saved.document, kept);
    const { document, series } =
      table === null ? { document: standing, series: {} } : withObservations(standing, table.table);
    const model = dashboardModel(document, { asOf: dayOf(document, kept), series });
    const texts = new Map<string, string>();
    const made: DashboardSnapshot = {
      version: now,
      model,
      text: (name, make) => {
        const text = texts.get(name) ?? make(model);
        texts.set(name, text);
        return text;
      },
    };
    shown.delete(project);
    shown.set(project, made);
    for (const oldest of shown.keys()) {
      if (shown.size <= KEPT) break;
      shown.delete(oldest);
    }
    return made;
  }
  async function* follow(project: string, signal: AbortSignal): AsyncGenerator<string> {
    let told: string | null = null;
    while (!signal.aborted) {
      const now = await look(project).catch(() => told);
      if (now !== null && now !== told) {
        told = now;
        yield now;
      }
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        const timer = setTimeout(wake, LOOK_MS);
        signal.addEventListener("abort", wake);
      });
    }
  }
  return { version, show, follow };
}

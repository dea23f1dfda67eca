import { emptyState, foldingFrom, type ProjectState } from "../events/index.ts";
import { EMPTY, type EventStore, PAGE, type RecordedEvent } from "../log/index.ts";

/** Form of `ProjectState`: a snapshot of another is not used. */
const STATE_VERSION = "state-1";
/** After so many events a snapshot is taken. */
const SNAPSHOT_EVERY = 1000;
/** States kept in the process. */
const KEPT = 200;

/** The stream that a project's record is kept in. */
export const streamOf = (project: string): string => `project/${project}`;
/** The stream that denials of a project are recorded in. */
export const denialsOf = (project: string): string => `denials/${project}`;
/** The project that a stream is the log of; `null` of other streams. */
export const projectOf = (stream: string): string | null =>
  stream.startsWith("project/") ? stream.slice("project/".length) : null;

/**
 * States of projects by their logs. What is kept, here or as snapshots in the store, is a cache: a snapshot is used only where the log
 * has the very entry that it was made after, and the log's later entries always come on top.
 */
export class States {
  readonly #store: EventStore;
  readonly #upcast: (event: RecordedEvent) => RecordedEvent;
  readonly #kept = new Map<string, ProjectState>();
  readonly #snapshots = new Map<string, number>();

  constructor(store: EventStore, upcast: (event: RecordedEvent) => RecordedEvent) {
    [this.#store, this.#upcast] = [store, upcast];
  }

  /** The state as this process last saw it: it may be behind the log. */
  known(project: string): ProjectState | undefined {
    return this.#kept.get(project);
  }

  /** The state as the log has it now. */
  async current(project: string): Promise<ProjectState> {
    const base = this.#kept.get(project) ?? (await this.#fromSnapshot(project));
    const folding = foldingFrom(base);
    for (let from = base.position + 1; ; ) {
      const page = await this.#store.read(streamOf(project), from, PAGE);
      folding.add(page.map(this.#upcast));
      from += page.length;
      if (page.length < PAGE) break;
    }
    return this.keep(folding.end());
  }

  /** The state as the log had it after an entry, from the log alone. */
  async at(project: string, position: number): Promise<ProjectState> {
    const folding = foldingFrom(emptyState(project, EMPTY.hash));
    for (let from = 1; from <= position; ) {
      const page = await this.#store.read(streamOf(project), from, Math.min(PAGE, position - from + 1));
      folding.add(page.map(this.#upcast));
      from += page.length;
      if (page.length === 0) break;
    }
    return folding.end();
  }

  keep(state: ProjectState): ProjectState {
    const { project, position, hash } = state;
    this.#kept.delete(project);
    this.#kept.set(project, state);
    if (this.#kept.size > KEPT)
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    const last = this.#snapshots.get(project) ?? 0;
    if (position - last >= SNAPSHOT_EVERY) {
      this.#snapshots.set(project, position);
      const snapshot = { head: { position, hash }, version: STATE_VERSION, state };
      // A snapshot that could not be saved is missed by nobody.
      this.#store.saveSnapshot(streamOf(project), snapshot).catch(() => {});
    }
    return state;
  }

  /** Holds the snapshot in the store against the log from its first entry; one that would not be used is none. */
  async snapshotOf(project: string): Promise<"none" | "agrees" | "differs"> {
    const kept = await this.#fromSnapshot(project);
    if (kept.position === 0) return "none";
    const replayed = await this.at(project, kept.position);
    return JSON.stringify(kept) === JSON.stringify(replayed) ? "agrees" : "differs";
  }

  async #fromSnapshot(project: string): Promise<ProjectState> {
    const empty = emptyState(project, EMPTY.hash);
    const snapshot = await this.#store.loadSnapshot(streamOf(project));
    if (snapshot === null || snapshot.version !== STATE_VERSION) return empty;
    const { position, hash } = snapshot.head;
    const [entry] = await this.#store.read(streamOf(project), position, 1);
    if (entry?.hash !== hash || entry.position !== position) return empty;
    this.#snapshots.set(project, position);
    return snapshot.state as ProjectState;
  }
}

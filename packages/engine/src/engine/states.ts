import {
  type ActivityLog,
  emptyState,
  foldingFrom,
  type ReplayedProject,
  SharedMap,
} from "../events/index.ts";
import { ChainCheck, EMPTY, type EventStore, PAGE, refuseArchived, StoreError } from "../log/index.ts";
import type { Upcast } from "./upcast.ts";

/** Version of `ProjectState`: a snapshot of another version is not used. */
const STATE_VERSION = "state-3";
/** Events after which a snapshot is saved, and the share of a long log: so that saving costs each event the same, however many there are. */
const SNAPSHOT_EVERY = 1000;
const SNAPSHOT_SHARE = 0.1;
/** States that are kept in memory. */
const MAX_STATES = 200;

/** The stream of a project's log. */
export const streamOf = (project: string): string => `project/${project}`;
/** The stream of a project's denials. */
export const denialsOf = (project: string): string => `denials/${project}`;
/** The project whose log a stream is, or `null`. */
export const projectOf = (stream: string): string | null =>
  stream.startsWith("project/") ? stream.slice("project/".length) : null;

/**
 * States of projects by their logs. States in memory and snapshots in the store are caches: a snapshot is used only if it is undamaged and
 * the log has the entry after which it was made; the log's later entries are applied to it. Each entry is verified by its chain before it
 * is applied: no state comes from a broken chain, and nothing is appended to it.
 */
export class States {
  readonly #store: EventStore;
  readonly #upcast: Upcast;
  readonly #states = new Map<string, ReplayedProject>();
  readonly #snapshots = new Map<string, number>();

  constructor(store: EventStore, upcast: Upcast) {
    [this.#store, this.#upcast] = [store, upcast];
  }

  /** The state as this process saw it last; it may be behind the log. */
  known(project: string): ReplayedProject | undefined {
    return this.#states.get(project);
  }

  /** The state at the end of the log. @throws StoreError `archived`. */
  async current(project: string): Promise<ReplayedProject> {
    const base = this.#states.get(project) ?? (await this.#fromSnapshot(project));
    const state = await this.#replay(base, Number.POSITIVE_INFINITY);
    if (state.position === 0) await refuseArchived(this.#store, streamOf(project));
    return this.keep(state);
  }

  /** The state after an entry, from the log alone. */
  async at(project: string, position: number): Promise<ReplayedProject> {
    return this.#replay(emptyState(project, EMPTY.hash), position);
  }

  /** A state with the log's further entries, up to a position. @throws StoreError `chain-broken`, `chain-gap`. */
  async #replay(base: ReplayedProject, to: number): Promise<ReplayedProject> {
    const stream = streamOf(base.project);
    const folding = foldingFrom(base);
    const chain = new ChainCheck(stream, [], { position: base.position, hash: base.hash });
    for (let from = base.position + 1; from <= to; ) {
      const limit = Math.min(PAGE, to - from + 1);
      const page = await this.#store.read(stream, { from, limit });
      for (const event of page)
        if (!chain.add(event)) {
          const found = chain.end();
          if (!found.ok) throw new StoreError(found.problem);
        }
      if (page.length === 0) break;
      folding.add(page.map(this.#upcast));
      from += page.length;
      if (page.length < limit) break;
    }
    const state = folding.end();
    // The same state stays the same object, so that what was computed from it is found again.
    return state.position === base.position ? base : state;
  }

  keep(state: ReplayedProject): ReplayedProject {
    const { project, position, hash } = state;
    this.#states.delete(project);
    this.#states.set(project, state);
    if (this.#states.size > MAX_STATES)
      for (const oldest of this.#states.keys()) {
        this.#states.delete(oldest);
        break;
      }
    const last = this.#snapshots.get(project) ?? 0;
    if (position - last >= Math.max(SNAPSHOT_EVERY, position * SNAPSHOT_SHARE)) {
      this.#snapshots.set(project, position);
      const snapshot = { head: { position, hash }, version: STATE_VERSION, state };
      // A snapshot that could not be saved costs a longer replay.
      this.#store.saveSnapshot(streamOf(project), snapshot).catch(() => {});
    }
    return state;
  }

  /** Compares the snapshot in the store with the log replayed from its first entry; one that would not be used is none. */
  async snapshotOf(project: string): Promise<"none" | "agrees" | "differs"> {
    const snapshot = await this.#fromSnapshot(project);
    if (snapshot.position === 0) return "none";
    const replayed = await this.at(project, snapshot.position);
    return JSON.stringify(snapshot) === JSON.stringify(replayed) ? "agrees" : "differs";
  }

  async #fromSnapshot(project: string): Promise<ReplayedProject> {
    const empty = emptyState(project, EMPTY.hash);
    const snapshot = await this.#store.loadSnapshot(streamOf(project));
    if (snapshot === null || snapshot.version !== STATE_VERSION) return empty;
    const { position, hash } = snapshot.head;
    const [entry] = await this.#store.read(streamOf(project), { from: position, limit: 1 });
    if (entry?.hash !== hash || entry.position !== position) return empty;
    const saved = snapshot.state as ReplayedProject & { activities: Iterable<[string, ActivityLog]> };
    const state: ReplayedProject = { ...saved, activities: SharedMap.of(saved.activities) };
    if (state.project !== project || state.position !== position || state.hash !== hash) return empty;
    this.#snapshots.set(project, position);
    return state;
  }
}

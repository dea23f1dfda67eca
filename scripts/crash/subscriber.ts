import { setTimeout as wait } from "node:timers/promises";
import { type EventStore, StoreError } from "../../packages/engine/src/index.ts";

/** Without a delivery for so long, it gives up. */
const GIVE_UP_MS = 120_000;

/** A reader of all streams that falls over at random and begins again from the cursor that it kept last. */
export class Subscriber {
  readonly #open: () => Promise<EventStore>;
  /** The last entry that it has to get; before, it reads without end. */
  #last: { stream: string; position: number } | null = null;
  /** When something was delivered, or the end was set: it gives up long after that. */
  #moved = performance.now();
  readonly #done: Promise<void>;
  /** Positions of each stream's entries as they were delivered; those that a fall made it read again are there once. */
  readonly delivered = new Map<string, number[]>();
  readonly faults: string[] = [];
  cursor: string | null = null;
  restarts = 0;

  constructor(open: () => Promise<EventStore>) {
    this.#open = open;
    this.#done = this.#run();
  }

  /**
   * Reads on up to an entry, and ends. An empty page is not the end: in PostgreSQL entries come once no older transaction runs, of whatever
   * database of the server.
   */
  async end(stream: string, position: number): Promise<void> {
    this.#last = { stream, position };
    this.#moved = performance.now();
    await this.#done;
  }

  #isOver(): boolean {
    if (this.#last === null) return false;
    const { stream, position } = this.#last;
    return (
      (this.delivered.get(stream)?.length ?? 0) >= position || performance.now() > this.#moved + GIVE_UP_MS
    );
  }

  async #run(): Promise<void> {
    while (!this.#isOver()) {
      let store: EventStore | null = null;
      try {
        store = await this.#open();
        // So many pages, then it falls over, before or after it kept the cursor.
        for (let pages = 1 + Math.floor(Math.random() * 40); pages > 0; pages -= 1) {
          const page = await store.readAll(this.cursor, { limit: 20 });
          for (const { stream, position } of page.events) this.#take(stream, position);
          if (pages > 1 || Math.random() < 0.5) this.cursor = page.cursor;
          if (this.#isOver()) break;
          if (page.events.length === 0) await wait(20);
        }
        this.restarts += 1;
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        if (error.problem.code.includes("cursor")) {
          this.faults.push(`a cursor was refused: ${error.message}`);
          return;
        }
        await wait(50);
      } finally {
        await store?.close();
      }
    }
  }

  #take(stream: string, position: number): void {
    const positions = this.delivered.get(stream) ?? [];
    this.delivered.set(stream, positions);
    const last = positions.at(-1) ?? 0;
    this.#moved = performance.now();
    if (position === last + 1) positions.push(position);
    else if (position > last)
      this.faults.push(`${stream}/${position} was delivered after ${last}: some were missed`);
  }
}

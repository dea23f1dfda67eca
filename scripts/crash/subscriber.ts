import { setTimeout as wait } from "node:timers/promises";
import { type EventStore, StoreError } from "../../packages/engine/src/index.ts";

/** A reader of all streams that falls over at random and begins again from the cursor that it kept last. */
export class Subscriber {
  readonly #open: () => Promise<EventStore>;
  readonly #stop = new AbortController();
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

  /** Reads on until nothing more comes, and ends. */
  async end(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    let empty = 0;
    while (!this.#stop.signal.aborted || empty < 3) {
      let store: EventStore | null = null;
      try {
        store = await this.#open();
        // So many pages, then it falls over, before or after it kept the cursor.
        for (let pages = 1 + Math.floor(Math.random() * 40); pages > 0; pages -= 1) {
          const page = await store.readAll(this.cursor, 20);
          empty = page.events.length === 0 ? empty + 1 : 0;
          for (const { stream, position } of page.events) this.#take(stream, position);
          if (pages > 1 || Math.random() < 0.5) this.cursor = page.cursor;
          if (page.events.length > 0) continue;
          if (this.#stop.signal.aborted && empty >= 3) break;
          await wait(20);
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
    if (position === last + 1) positions.push(position);
    else if (position > last)
      this.faults.push(`${stream}/${position} was delivered after ${last}: some were missed`);
  }
}

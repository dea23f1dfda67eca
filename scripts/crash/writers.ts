import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

/** What the writers reported, kept outside of the store. */
export class Ledger {
  readonly tried = new Map<number, number>();
  readonly acknowledged = new Map<string, number>();
  readonly fired = new Map<string, number>();
  readonly faults: string[] = [];
  again = 0;
  conflicts = 0;
  away = 0;

  take(writer: number, line: string): void {
    const [word = "", first = "", second = "", third = ""] = line.split(" ");
    const key = `w${writer}-${first}`;
    if (word === "try") this.tried.set(writer, Number(first));
    if (word === "conflict") this.conflicts += 1;
    if (word === "away") this.away += 1;
    if (word === "fault") this.faults.push(`${key}: ${line}`);
    if (word === "fired") {
      const id = line.slice("fired ".length + first.length + 1);
      this.fired.set(id, (this.fired.get(id) ?? 0) + 1);
    }
    if (word !== "ack") return;
    if (third === "again") this.again += 1;
    const before = this.acknowledged.get(key);
    if (before !== undefined && before !== Number(second))
      this.faults.push(`${key} was acknowledged at ${before} and at ${second}`);
    this.acknowledged.set(key, Number(second));
  }
}

/** Lines that a writer says before it is killed, and how long at most that is waited for. */
const [MAX_LINES, PATIENCE_MS] = [40, 3_000];
/** Within so long after a line it is killed. */
const MOMENT_MS = 20;

/** A writer that is started again whenever it is killed, until reported to end. */
export class Writer {
  readonly #start: () => ChildProcess;
  readonly #take: (line: string) => void;
  #process: ChildProcess;
  #ready: Promise<void> = Promise.resolve();
  #over: Promise<unknown>;
  /** Resolves what waits for so many more lines. */
  #lines = { left: 0, heard: (): void => {} };

  constructor(start: () => ChildProcess, take: (line: string) => void) {
    [this.#start, this.#take] = [start, take];
    [this.#process, this.#over] = this.#begin();
  }

  #begin(): [ChildProcess, Promise<unknown>] {
    const worker = this.#start();
    let ready = (): void => {};
    this.#ready = new Promise((resolve) => {
      ready = resolve;
    });
    if (worker.stdout === null) throw new Error("a writer without a voice");
    const lines = createInterface({ input: worker.stdout });
    lines.on("line", (line) => {
      if (line === "ready") ready();
      else this.#take(line);
      this.#lines.left -= 1;
      if (this.#lines.left <= 0) this.#lines.heard();
    });
    // All that it said before its end is heard before it is started again.
    const over = Promise.all([once(lines, "close"), once(worker, "exit")]);
    over.then(ready);
    return [worker, over];
  }

  /** Resolves once it said so many more lines, or has ended; or after a while, since one that waits says nothing. */
  async #hear(lines: number): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      this.#lines = { left: lines, heard: resolve };
    });
    await Promise.race([lines <= 0 ? null : heard, this.#over, wait(PATIENCE_MS)]);
  }

  /** Kills it at a random moment of its work: after some lines, so that a busy machine leaves it as much as a quiet one. */
  async kill(): Promise<void> {
    await this.#ready;
    await this.#hear(Math.floor(Math.random() * MAX_LINES));
    await wait(Math.random() * MOMENT_MS);
    this.#process.kill("SIGKILL");
    await this.#over;
    [this.#process, this.#over] = this.#begin();
  }

  /** Stops it at a random moment, as a debugger or a machine that sleeps does, and lets it go on. */
  async pause(ms: number): Promise<void> {
    await this.#ready;
    this.#process.kill("SIGSTOP");
    await wait(ms);
    this.#process.kill("SIGCONT");
  }

  async end(): Promise<number | null> {
    await this.#ready;
    this.#process.stdin?.end();
    await this.#over;
    return this.#process.exitCode;
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What a reader is given: a case by its name, its good file with a byte changed, or the beginning of that file. */
export type Input = { case: string } | { flip: [offset: number, mask: number] } | { cut: number };

/** What came of it. */
export interface Seen {
  /** `read`: data; `refused`: a problem with a message; `thrown`: an error that nobody caught; `ended`: the process did, or had to be. */
  outcome: "read" | "refused" | "thrown" | "ended";
  /** The problem's code, what was read, or the error. */
  what: string;
  ms: number;
  /** Peak of the process's memory so far. */
  peakMb: number;
}

/** What a case may take. */
export interface Limits {
  /** Milliseconds after which the process is ended. */
  ms: number;
  /** Megabytes of the engine's heap. */
  heapMb: number;
}

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));
/** A shell between this process and the child: a child's peak starts from that of the process that it is forked from. */
const SHELL = '"$0" "$@"; exit $?';

interface Running {
  process: ChildProcess;
  answers: AsyncIterator<string>;
  errors: () => string;
}

/** Runs a reader in a process of its own, whose memory can be measured and which can be ended where it does not end. */
export class IsolatedReader {
  readonly #reader: string;
  readonly #limits: Limits;
  #running: Running | null = null;

  constructor(reader: string, limits: Limits) {
    [this.#reader, this.#limits] = [reader, limits];
  }

  #start(): Running {
    const { heapMb } = this.#limits;
    const args = [
      "--conditions=cadre-source",
      `--max-old-space-size=${heapMb}`,
      "--expose-gc",
      CHILD,
      this.#reader,
    ];
    const child = spawn("sh", ["-c", SHELL, process.execPath, ...args], {
      detached: true,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (some) => {
      errors = `${errors}${some}`.slice(-2000);
    });
    child.stdin.on("error", () => {});
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { process: child, answers, errors: () => errors };
  }

  /** @throws where the process cannot be started at all. */
  async give(input: Input): Promise<Seen> {
    if (this.#running === null) {
      const started = this.#start();
      const { done } = await started.answers.next();
      if (done === true) throw new Error(`${this.#reader} did not start: ${started.errors()}`);
      this.#running = started;
    }
    const running = this.#running;
    const start = performance.now();
    running.process.stdin?.write(`${JSON.stringify(input)}\n`);
    let late: NodeJS.Timeout | undefined;
    const answer = await Promise.race([
      running.answers.next(),
      new Promise<null>((resolve) => {
        late = setTimeout(() => resolve(null), this.#limits.ms);
      }),
    ]);
    clearTimeout(late);
    if (answer !== null && answer.done !== true) return JSON.parse(answer.value);
    this.end();
    const what = answer === null ? `did not end in ${this.#limits.ms} ms` : running.errors();
    return { outcome: "ended", what, ms: performance.now() - start, peakMb: Number.NaN };
  }

  /** Ends the process; the next thing given starts another. */
  end(): void {
    const pid = this.#running?.process.pid;
    this.#running = null;
    if (pid === undefined) return;
    try {
      // The shell and its child.
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

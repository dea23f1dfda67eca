import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Problem, type Result, refuse } from "@cadre/core";
import type { ObservationBatch, ObservationSource, OpenSource, Pull } from "@cadre/core/observations";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { problem } from "../reading.ts";
import type { DecoderLimits, FromDecoder, ToDecoder } from "./messages.ts";
import type { ColumnarFormat } from "./stream.ts";

/** Where the bytes of a file are: as a whole of which ranges are read, or in pieces. */
export type Bytes =
  | { byteLength: number; slice: (start: number, end: number) => ArrayBuffer | Promise<ArrayBuffer> }
  | AsyncIterable<Uint8Array>;

/** A process that has nothing to do is kept for so long, for the next file; one whose file was opened and not read, for so long. */
const [IDLE_MS, UNREAD_MS] = [5_000, 600_000];

// The CommonJS build has a file name, the ES module an address.
const own = typeof __filename === "string" ? pathToFileURL(__filename).href : import.meta.url;

/** The decoder's program: beside this file in the sources, and in the package's build. */
function program(): { path: string; execArgv: string[] } {
  if (own.endsWith(".ts"))
    return {
      path: fileURLToPath(new URL("./decoder.ts", own)),
      execArgv: ["--conditions=cadre-source", "--no-warnings"],
    };
  const manifest = createRequire(own).resolve("@cadre/exchange/package.json");
  return { path: join(dirname(manifest), "dist/columnar/decoder.js"), execArgv: [] };
}

/** Why a decoder gave no answer. */
type Failure = "memory" | "time" | "crash" | "start";

/** A process that decodes files, one after the other. */
class DecoderProcess {
  readonly #child: ChildProcess;
  readonly #inbox: FromDecoder[] = [];
  #wake = () => {};
  #failed: Failure | null = null;
  #answered = false;
  #timer: NodeJS.Timeout | undefined;
  /** Gives the bytes that the decoder needs; set for each file. */
  serve: (range: [number, number] | null) => Promise<Uint8Array | null> = async () => null;
  /** What {@link serve} threw: a fault of the machine, not of the file. */
  fault: { error: unknown } | null = null;

  readonly limits: Required<DecoderLimits>;

  constructor(limits: Required<DecoderLimits>) {
    this.limits = limits;
    const { megabytes, seconds } = limits;
    const { path, execArgv } = program();
    this.#child = fork(path, [String(megabytes), String(seconds)], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: [...execArgv, `--max-old-space-size=${megabytes}`],
    });
    this.#child.on("message", (message: FromDecoder) => {
      this.#answered = true;
      if (message.kind === "need") void this.#answer(message);
      else {
        this.#inbox.push(message);
        this.#wake();
      }
    });
    this.#child.on("error", () => this.#fail("start"));
    // By a signal: of the watch in the process, or of the engine that finds no more memory.
    this.#child.on("exit", (_, signal) =>
      this.#fail(
        signal === "SIGTERM" ? "time" : signal !== null ? "memory" : this.#answered ? "crash" : "start",
      ),
    );
  }

  #fail(failure: Failure): void {
    this.#failed ??= failure;
    this.#wake();
  }

  async #answer({ id, range }: FromDecoder & { kind: "need" }): Promise<void> {
    try {
      this.send({ kind: "bytes", id, bytes: await this.serve(range) });
    } catch (error) {
      this.fault = { error };
      this.#wake();
    }
  }

  send(message: ToDecoder): void {
    // One that has ended is found out when its answer is waited for.
    this.#child.send(message, () => {});
  }

  /** The next message, or why none comes. @throws the signal's reason, and what {@link serve} threw. */
  async receive(signal?: AbortSignal): Promise<FromDecoder | Failure> {
    const abort = () => this.#wake();
    signal?.addEventListener("abort", abort);
    try {
      for (;;) {
        signal?.throwIfAborted();
        if (this.fault !== null) throw this.fault.error;
        const message = this.#inbox.shift();
        if (message !== undefined) return message;
        if (this.#failed !== null) return this.#failed;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  /** Whether the process may read another file. */
  get sound(): boolean {
    return this.#failed === null && this.fault === null;
  }

  /** Lets this process end while that one waits; after some time, that one ends, too. */
  rest(ms: number): void {
    this.#child.unref();
    this.#child.channel?.unref();
    this.#timer = setTimeout(() => this.end(), ms).unref();
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#child.ref();
    this.#child.channel?.ref();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#failed ??= "start";
    this.#child.kill("SIGKILL");
  }
}

/** The process that waits for the next file. */
let idle: DecoderProcess | null = null;

function take(limits: Required<DecoderLimits>): DecoderProcess {
  const known = idle;
  idle = null;
  if (
    known?.sound &&
    known.limits.megabytes === limits.megabytes &&
    known.limits.seconds === limits.seconds
  ) {
    known.resume();
    return known;
  }
  known?.end();
  return new DecoderProcess(limits);
}

function release(decoder: DecoderProcess): void {
  if (!decoder.sound || idle !== null) decoder.end();
  else {
    idle = decoder;
    decoder.rest(IDLE_MS);
  }
}

function ended(failure: Failure, { megabytes, seconds }: Required<DecoderLimits>): Problem {
  const expected = `at most ${megabytes} MB, and ${seconds} s for a row group or record batch`;
  const what = {
    memory: message(en.tooMuchMemory, fr.tooMuchMemory, megabytes),
    time: message(en.tooMuchTime, fr.tooMuchTime, seconds),
    crash: message(en.decoderEnded, fr.decoderEnded),
    start: message(en.decoderNotStarted, fr.decoderNotStarted),
  }[failure];
  const code = failure === "start" ? "decoder-not-started" : "decoder-ended";
  return problem(code, "observations", what, failure, expected);
}

/** Whether a process that has read a file has memory for another. */
const isSound = (message: FromDecoder | Failure, megabytes: number): boolean =>
  typeof message !== "string" && message.kind === "end" && message.megabytes < megabytes / 2;

function rowsOf(batch: ObservationBatch): number {
  if (batch.kind !== "columns") return 0;
  const { recordedAt } = batch.columns;
  return ("codes" in recordedAt ? recordedAt.codes : recordedAt).length;
}

/** Gives a decoder the bytes that it needs. */
function serving(bytes: Bytes): {
  size: number | null;
  serve: DecoderProcess["serve"];
  close: () => Promise<unknown>;
} {
  if ("slice" in bytes)
    return {
      size: bytes.byteLength,
      serve: async (range) => new Uint8Array(await bytes.slice(...(range ?? [0, 0]))),
      close: async () => {},
    };
  const pieces = bytes[Symbol.asyncIterator]();
  return {
    size: null,
    serve: async () => {
      const { value, done } = await pieces.next();
      return done === true ? null : value;
    },
    close: async () => pieces.return?.(),
  };
}

/**
 * Observations of a columnar file that another process decodes: whatever a file states, and whatever the format's library makes of it, this
 * process gets columns or a refusal. One that takes too much memory or time is ended.
 */
export const isolatedSource = (
  format: ColumnarFormat,
  bytes: Bytes,
  { megabytes = 1024, seconds = 30 }: DecoderLimits = {},
): ObservationSource => ({
  format,
  open: async ({ signal, onProgress }: Pull = {}): Promise<Result<OpenSource>> => {
    const decoder = take({ megabytes, seconds });
    const { size, serve, close } = serving(bytes);
    decoder.serve = serve;
    const finish = async () => {
      await close();
      release(decoder);
    };
    const stop = async () => {
      decoder.end();
      await close();
    };
    const refused = (failure: Failure) => refuse(ended(failure, { megabytes, seconds }));
    let opened: FromDecoder | Failure;
    try {
      decoder.send({ kind: "open", format, size });
      opened = await decoder.receive(signal);
      if (typeof opened === "string" || opened.kind !== "opened") {
        // After a refusal comes the end.
        if (typeof opened !== "string") await decoder.receive(signal);
        await finish();
        if (typeof opened === "string") return refused(opened);
        return refuse(...(opened.kind === "refused" ? opened.problems : []));
      }
    } catch (error) {
      await stop();
      throw error;
    }
    const { shape } = opened;
    // Nobody need read on.
    decoder.rest(UNREAD_MS);
    return {
      ok: true,
      value: {
        shape,
        batches: async function* () {
          let [rows, whole] = [0, false];
          decoder.resume();
          try {
            decoder.send({ kind: "next" });
            for (;;) {
              const message = await decoder.receive(signal);
              if (typeof message === "string") {
                yield { kind: "refused" as const, problems: refused(message).problems };
                return;
              }
              if (message.kind !== "batch") {
                whole = isSound(message, megabytes);
                return;
              }
              // The next one is decoded while this one is taken; after a refusal comes the end.
              decoder.send({ kind: "next" });
              if (message.batch.kind === "refused") whole = isSound(await decoder.receive(signal), megabytes);
              yield message.batch;
              rows += rowsOf(message.batch);
              onProgress?.({
                rowCount: rows,
                share: shape.rowCount === null ? null : shape.rowCount === 0 ? 1 : rows / shape.rowCount,
              });
            }
          } finally {
            await (whole ? finish() : stop());
          }
        },
      },
      findings: [],
    };
  },
});

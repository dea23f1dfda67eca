/**
 * The program of a process that decodes columnar files for another one, file after file. A file that takes more memory than is allowed ends
 * this process and not the one that asked.
 */
import { Worker } from "node:worker_threads";
import type { FromDecoder, ToDecoder } from "./messages.ts";
import { type ColumnarFormat, type Decoded, observationsIn } from "./stream.ts";

/**
 * Ends the process, even while its main thread is busy: by one signal where it has grown too large or whoever asked is gone, by another where
 * a batch takes too long. Time is that of the processor: on a busy machine it does not pass.
 */
const WATCH = `
const { workerData: { bytes, ms, started, parent } } = require("node:worker_threads");
setInterval(() => {
  const { user, system } = process.cpuUsage();
  if (process.memoryUsage.rss() > bytes || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
  else if ((user + system) / 1000 - started[0] > ms) process.kill(process.pid, "SIGTERM");
}, 20);`;

/** Milliseconds of the processor's time at which the batch was begun that is decoded now. */
const started = new Float64Array(new SharedArrayBuffer(8));
const begin = () => {
  const { user, system } = process.cpuUsage();
  started[0] = (user + system) / 1000;
};

const send = (message: FromDecoder) =>
  new Promise<void>((resolve) => {
    process.send?.(message, undefined, {}, () => resolve());
  });

/** What waits for bytes, by the number under which they were asked for: they may come in another order. */
const needed = new Map<number, (bytes: Uint8Array | null) => void>();
let asked = 0;
const ask = (range: [number, number] | null) =>
  new Promise<Uint8Array | null>((resolve) => {
    const id = asked++;
    needed.set(id, resolve);
    void send({ kind: "need", id, range });
  });
async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let piece = await ask(null); piece !== null; piece = await ask(null)) yield piece;
}
async function slice(from: number, to: number): Promise<ArrayBuffer> {
  const bytes = (await ask([from, to])) ?? new Uint8Array();
  // Of its own: what comes over a channel lies among other bytes.
  return Uint8Array.from(bytes).buffer;
}

/** Loaded when the first file of the format comes: the libraries are optional. */
async function decode(format: ColumnarFormat, size: number | null): Promise<Decoded> {
  if (format === "arrow") {
    const { decodeArrow } = await import("../arrow/decode.ts");
    begin();
    return decodeArrow(pieces());
  }
  const { decodeParquet } = await import("../parquet/decode.ts");
  begin();
  const byteLength = size ?? 0;
  return decodeParquet({
    byteLength,
    slice: (from, to = byteLength) => slice(from < 0 ? Math.max(0, byteLength + from) : from, to),
  });
}

/** Batches that may still be given. */
let credit = 0;
let wake = () => {};

async function read({ format, size }: ToDecoder & { kind: "open" }): Promise<void> {
  credit = 0;
  begin();
  const opened = await observationsIn(format, () => decode(format, size));
  if (!opened.ok) await send({ kind: "refused", problems: opened.problems });
  else {
    await send({ kind: "opened", shape: opened.value.shape });
    for await (const batch of opened.value.batches()) {
      while (credit === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      credit -= 1;
      await send({ kind: "batch", batch });
      begin();
    }
  }
  await send({ kind: "end", megabytes: process.memoryUsage.rss() / 2 ** 20 });
}

if (process.send !== undefined) {
  const [megabytes = 0, seconds = 0] = process.argv.slice(2).map(Number);
  const limits = { bytes: megabytes * 2 ** 20, ms: seconds * 1000 };
  begin();
  new Worker(WATCH, { eval: true, workerData: { ...limits, started, parent: process.ppid } }).unref();
  process.on("message", (message: ToDecoder) => {
    if (message.kind === "bytes") {
      needed.get(message.id)?.(message.bytes);
      needed.delete(message.id);
    } else if (message.kind === "next") {
      credit += 1;
      wake();
    } else void read(message);
  });
}

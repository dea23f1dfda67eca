import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { type Bench, median } from "./harness.ts";

interface Ready {
  cadre: string;
  durable: string;
  hand: string;
  bare: string;
  secret: string;
  bytes: number;
}

/** The servers in a process of their own, so that the load does not share their core. */
async function start(): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = fork(fileURLToPath(new URL("./server-process.ts", import.meta.url)), {
    execArgv: process.execArgv,
  });
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once("message", (message) => resolve(message as Ready));
    child.once("exit", (code) => reject(new Error(`the servers ended with ${code}`)));
  });
  return { child, ready };
}

const CONNECTIONS = 50;
const ROUNDS = 5;

async function reads(url: string, secret: string, seconds: number) {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { Authorization: `Bearer ${secret}` },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    bytes: result.throughput.total / result.requests.total,
  };
}

/** 500 writers at once, each with a command of its own; every one must be on the record. */
async function writers(cadre: string, secret: string): Promise<{ ms: number; stored: number }> {
  const headers = { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" };
  const begin = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, index) =>
      fetch(`${cadre}/v1/projects/river/commands`, {
        method: "POST",
        headers: { ...headers, "Idempotency-Key": `writer-${index}` },
        body: JSON.stringify({
          type: "schedule.set-dates",
          dates: { code: "1.1.1", start: "2020-02-01", end: "2020-03-01" },
        }),
      }),
    ),
  );
  const ms = performance.now() - begin;
  for (const answer of answers)
    if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  const stored = new Set<string>();
  for (let from = 1; ; from += 1000) {
    const page = (await (
      await fetch(`${cadre}/v1/projects/river/history?from=${from}&limit=1000`, { headers })
    ).json()) as { key: string }[];
    for (const { key } of page) if (key.startsWith("writer-")) stored.add(key);
    if (page.length < 1000) break;
  }
  return { ms, stored: stored.size };
}

/** Commands over HTTP by so many writers, each to a project of its own, recorded on the disk (SQLite). */
async function commands(durable: string, secret: string, writers: number, seconds: number) {
  const headers = { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" };
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  const write = async (writer: number) => {
    for (let n = 0; performance.now() < end; n += 1) {
      const begin = performance.now();
      const answer = await fetch(`${durable}/v1/projects/p${writer}/commands`, {
        method: "POST",
        headers: { ...headers, "Idempotency-Key": `${writers} ${seconds} ${begin} ${n}` },
        body: JSON.stringify({
          type: "schedule.set-dates",
          dates: { code: "1.1.1", start: "2020-02-01", end: "2020-03-01" },
        }),
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${answer.status}: ${text}`);
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Reads over HTTP beside a bare handler that returns the same bytes, and writers at once. `n`: seconds a round. */
export const server: Bench = {
  about:
    "reads a second beside a bare Hono handler of the same bytes; 500 writers at once (n: seconds a round)",
  n: 3,
  run: async (n) => {
    const { child, ready } = await start();
    try {
      const { cadre, bare, secret, bytes } = ready;
      const path = "/v1/projects/river/framework";
      const rounds: Record<"bare" | "cadre", { perSecond: number; p99: number }[]> = { bare: [], cadre: [] };
      for (let round = -1; round < ROUNDS; round += 1) {
        const [a, b] = [await reads(`${bare}${path}`, secret, n), await reads(`${cadre}${path}`, secret, n)];
        if (round < 0) continue;
        rounds.bare.push(a);
        rounds.cadre.push(b);
      }
      const of = (name: "bare" | "cadre") => ({
        perSecond: median(rounds[name].map((round) => round.perSecond)),
        p99: median(rounds[name].map((round) => round.p99)),
      });
      const [plain, ours] = [of("bare"), of("cadre")];
      const written = await writers(cadre, secret);
      if (written.stored !== 500) throw new Error(`${500 - written.stored} commands were lost`);
      await commands(ready.durable, secret, 50, 1);
      await commands(ready.hand, secret, 50, 1);
      const [byHand, alone, together] = [
        await commands(ready.hand, secret, 50, n),
        await commands(ready.durable, secret, 1, n),
        await commands(ready.durable, secret, 50, n),
      ];
      const row = (impl: string, perSecond: number) => ({
        impl,
        medianMs: 1000 / perSecond,
        ratio: plain.perSecond / perSecond,
      });
      return {
        name: "server",
        n,
        results: [
          row(`a bare Hono handler, ${bytes} bytes`, plain.perSecond),
          row("cadre: key, rate, role, log, the same bytes", ours.perSecond),
          {
            impl: "a row by hand for each request, on the disk, 50 writers",
            medianMs: 1000 / byHand.perSecond,
            ratio: alone.perSecond / byHand.perSecond,
          },
          { impl: "commands on the disk, 1 writer", medianMs: 1000 / alone.perSecond, ratio: 1 },
          {
            impl: "commands on the disk, 50 writers, each in a project",
            medianMs: 1000 / together.perSecond,
            ratio: alone.perSecond / together.perSecond,
          },
        ],
        notes: [
          `${plain.perSecond.toFixed(0)} and ${ours.perSecond.toFixed(0)} reads a second: ${(ours.perSecond / plain.perSecond).toFixed(2)} × as many`,
          `99 of 100 within ${plain.p99} and ${ours.p99} ms, ${CONNECTIONS} connections, one process for both`,
          `commands recorded on the disk (SQLite): ${alone.perSecond.toFixed(0)} a second by one writer, ${together.perSecond.toFixed(0)} by fifty, 99 of 100 within ${together.p99.toFixed(0)} ms; rows by hand, a transaction each: ${byHand.perSecond.toFixed(0)}, within ${byHand.p99.toFixed(0)} ms`,
          `500 writers at once: ${written.stored} commands kept, none lost, in ${written.ms.toFixed(0)} ms`,
        ],
      };
    } finally {
      child.kill();
    }
  },
};

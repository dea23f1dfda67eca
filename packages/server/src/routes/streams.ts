import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { Env } from "./env.ts";
import { refusalBody } from "./refusal.ts";

/** Limits of live streams. */
export interface StreamLimits {
  /** Open streams of one key. */
  perKey: number;
  /** Open streams of the process. */
  total: number;
}

/** Interval of comments that keep an idle connection open. */
const HEARTBEAT_MS = 15_000;

/** Sends events to a client; aborted when the client disconnects. */
export type Send = (stream: SSEStreamingApi, aborted: AbortSignal) => Promise<void>;

/** Opens live streams, up to the limits. */
export function streamOpener({ perKey, total }: StreamLimits) {
  const open = new Map<string, number>();
  let all = 0;
  const change = (key: string, by: 1 | -1) => {
    const count = (open.get(key) ?? 0) + by;
    if (count === 0) open.delete(key);
    else open.set(key, count);
    all += by;
  };
  return (c: Context<Env>, send: Send) => {
    const key = c.get("access").bucket;
    if (all >= total || (open.get(key) ?? 0) >= perKey) {
      c.header("Retry-After", "10");
      return c.json(refusalBody(c, "too-many-requests", []), 429);
    }
    change(key, 1);
    return streamSSE(c, async (stream) => {
      const aborted = new AbortController();
      stream.onAbort(() => aborted.abort());
      const beat = setInterval(() => void stream.write(": \n\n"), HEARTBEAT_MS);
      try {
        await stream.write(": \n\n");
        await send(stream, aborted.signal);
      } finally {
        clearInterval(beat);
        change(key, -1);
      }
    });
  };
}

/** Opens a live stream, or refuses it over the limits. */
export type StreamOpener = ReturnType<typeof streamOpener>;

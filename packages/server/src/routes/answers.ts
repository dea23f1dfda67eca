import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { Env } from "./context.ts";
import { Refusal } from "./schemas.ts";

/** An answer of JSON, as the contract has it. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
/** What every route may answer instead. */
export const refusals = {
  400: json(Refusal, "The request is not what it should be"),
  401: json(Refusal, "A key is needed"),
  403: json(Refusal, "The key does not give leave"),
  404: json(Refusal, "There is no such thing"),
  409: json(Refusal, "It has gone on since, or the key of the request stands for another"),
  413: json(Refusal, "The body is too large"),
  422: json(Refusal, "Things do not stand so"),
  429: json(Refusal, "Too many requests"),
  503: json(Refusal, "The store cannot be reached"),
};

/** How often a connection that has nothing to tell is kept alive. */
const HEARTBEAT_MS = 15_000;

/** Server-sent events, until the reader goes away; `tell` is handed the signal that says so. */
export const live = (c: Context<Env>, tell: (stream: SSEStreamingApi, gone: AbortSignal) => Promise<void>) =>
  streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const beat = setInterval(() => void stream.write(": \n\n"), HEARTBEAT_MS);
    try {
      await tell(stream, gone.signal);
    } finally {
      clearInterval(beat);
    }
  });

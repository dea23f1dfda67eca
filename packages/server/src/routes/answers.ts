import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { Env } from "./context.ts";
import { Refusal } from "./schemas.ts";

/** A JSON response in the OpenAPI. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
/** Refusals that every route may answer. */
export const refusals = {
  400: json(Refusal, "The request is not valid"),
  401: json(Refusal, "A key is required"),
  403: json(Refusal, "The key does not permit this"),
  404: json(Refusal, "Not found"),
  409: json(Refusal, "It was changed in the meantime"),
  413: json(Refusal, "The body is too large"),
  422: json(Refusal, "The project's state does not allow this command"),
  429: json(Refusal, "Too many requests"),
  503: json(Refusal, "The store cannot be reached"),
};

/** Interval of comments that keep an idle connection open. */
const HEARTBEAT_MS = 15_000;

/** Server-sent events until the client disconnects, which aborts `gone`. */
export const eventStream = (
  c: Context<Env>,
  send: (stream: SSEStreamingApi, gone: AbortSignal) => Promise<void>,
) =>
  streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const beat = setInterval(() => void stream.write(": \n\n"), HEARTBEAT_MS);
    try {
      await send(stream, gone.signal);
    } finally {
      clearInterval(beat);
    }
  });

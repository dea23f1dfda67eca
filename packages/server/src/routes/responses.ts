import type { z } from "@hono/zod-openapi";
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
  410: json(Refusal, "The cursor is not of this log, or the log was restored since"),
  413: json(Refusal, "The body is too large"),
  415: json(Refusal, "The body is not JSON"),
  422: json(
    Refusal,
    "The project's state does not allow this command, or the key was used for another request",
  ),
  429: json(Refusal, "Too many requests"),
  503: json(Refusal, "The store cannot be reached"),
};

import type { z } from "@hono/zod-openapi";
import { HttpProblem } from "./problem-body.ts";

/** A JSON response in the OpenAPI. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
const problem = (description: string) => ({
  content: { "application/problem+json": { schema: HttpProblem } },
  description,
});
/** Refusals that every route may answer. */
export const refusals = {
  400: problem("The request is not valid"),
  401: problem("A key is required"),
  403: problem("The key does not permit this"),
  404: problem("Not found"),
  409: problem("It was changed in the meantime"),
  410: problem("The cursor is not of this log, or the log was restored since; or the project is archived"),
  413: problem("The body is too large"),
  415: problem("The body is not JSON"),
  422: problem("The project's state does not allow this command, or the key was used for another request"),
  429: problem("Too many requests"),
  503: problem("The store cannot be reached"),
};

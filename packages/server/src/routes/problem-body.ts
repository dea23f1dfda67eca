import { Problem } from "@cadre/core";
import { z } from "@hono/zod-openapi";

/** The body of every refusal: problem details by RFC 9457, with each problem and the id of the request in the log. */
export const HttpProblem = z
  .object({
    type: z.string().meta({
      description: "Identifies the kind of problem",
      example: "urn:cadre:problem:conflict",
    }),
    title: z.string().meta({
      description: "The kind of problem in words, in French where `Accept-Language` begins with it",
      example: "It was changed in the meantime.",
    }),
    status: z.int().meta({ description: "The HTTP status", example: 409 }),
    detail: z.string().meta({ description: "The first of `problems` in words" }),
    instance: z.string().meta({ description: "Identifies this request" }),
    code: z
      .enum([
        "unauthenticated",
        "denied",
        "invalid",
        "refused",
        "conflict",
        "key-reused",
        "out-of-range",
        "archived",
        "not-found",
        "too-large",
        "too-many-requests",
        "unavailable",
        "internal",
      ])
      .meta({ description: "The last part of `type`" }),
    problems: z
      .array(Problem)
      .meta({ description: "At most the first 50: where, what was found, what was expected" }),
    requestId: z.string().meta({ description: "The request's id in the server's log" }),
  })
  .meta({ id: "HttpProblem" });

import { setImmediate } from "node:timers/promises";
import { parseWith } from "@cadre/core";
import { type JsonLimits, parseJson } from "@cadre/core/json";
import type { MiddlewareHandler } from "hono";
import type { z } from "zod";
import type { Env } from "./env.ts";
import { problemOf, refusalBody } from "./refusal.ts";

/** Limits of the structure of a body; its size is limited before. */
export type BodyLimits = Pick<JsonLimits, "depth" | "values" | "members">;

/** Bytes of all bodies that are being read or validated; a request beyond is asked to come again. */
const MAX_BYTES_IN_FLIGHT = 48 * 2 ** 20;
let inFlight = 0;

/** The bytes of one body among those in flight. */
class Body {
  readonly #chunks: Uint8Array[] = [];
  #bytes = 0;

  /** Reads a body; false where too many bytes are in flight. */
  async read(stream: ReadableStream<Uint8Array> | null): Promise<boolean> {
    for await (const chunk of stream ?? []) {
      if (inFlight + chunk.length > MAX_BYTES_IN_FLIGHT) return false;
      inFlight += chunk.length;
      this.#bytes += chunk.length;
      this.#chunks.push(chunk);
    }
    return true;
  }
  /** Its text, or `null` if it is not UTF-8. */
  text(): string | null {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(this.#chunks));
    } catch {
      return null;
    }
  }
  end(): void {
    inFlight -= this.#bytes;
  }
}

const isJson = (type: string | undefined): boolean =>
  /^application\/(?:[\w.-]+\+)?json(?:\s*;.*)?$/i.test(type ?? "");

/**
 * Reads and validates a JSON body within limits; other requests run between the steps. It belongs behind the authorisation of the route.
 * The handler finds the value as `c.req.valid("json")`.
 */
export function jsonBody<T>(schema: z.ZodType<T>, limits: BodyLimits): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!isJson(c.req.header("content-type")))
      return c.json(
        refusalBody(c, "invalid", [
          problemOf("invalid", "content-type", c.req.header("content-type") ?? null, "application/json"),
        ]),
        415,
      );
    const body = new Body();
    try {
      if (!(await body.read(c.req.raw.body))) {
        c.header("Retry-After", "1");
        return c.json(refusalBody(c, "too-many-requests", []), 429);
      }
      const text = body.text();
      if (text === null)
        return c.json(refusalBody(c, "invalid", [problemOf("invalid", "body", null, "UTF-8")]), 400);
      await setImmediate();
      const json = parseJson(text, limits);
      if (!json.ok) return c.json(refusalBody(c, "invalid", inBody(json.problems)), 400);
      await setImmediate();
      const parsed = parseWith(schema, json.value, "body-invalid");
      if (!parsed.ok) return c.json(refusalBody(c, "invalid", parsed.problems.slice(0, 50)), 400);
      c.req.addValidatedData("json", parsed.value as object);
      await setImmediate();
    } finally {
      body.end();
    }
    return next();
  };
}

const inBody = <P extends { where: object }>(problems: P[]): P[] =>
  problems.map((problem) => ({ ...problem, where: { ...problem.where, path: "body" } }));

/**
 * A body's schema in the OpenAPI by its name alone, so that the framework's own validation, which knows no limits, does not run. The type
 * is that of the schema, for the typed client.
 */
export const bodyRef = <Schema extends z.ZodType>(_schema: Schema, name: string): Schema =>
  ({ $ref: `#/components/schemas/${name}` }) as unknown as Schema;

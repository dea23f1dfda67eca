import { parseWith, type Result, refuse } from "@cadre/core";
import { type JsonLimits, parseJson, parseJsonInSteps } from "@cadre/core/json";
import type { MiddlewareHandler } from "hono";
import type { z } from "zod";
import type { Env } from "./env.ts";
import { Reservation } from "./in-flight.ts";
import { problemOf, refusalBody } from "./refusal.ts";
import { alone, yieldToOthers } from "./turns.ts";

/** Limits of the structure of a body; its size is limited before. */
export type BodyLimits = Pick<JsonLimits, "depth" | "values" | "members">;

/** Bytes up to which a body is parsed and validated at once; larger ones wait for each other. */
const SMALL = 16 * 2 ** 10;

/** Where the chunks of a large body are put together; used by one at a time, and kept, since fresh memory takes longer than the copy. */
let scratch = new Uint8Array();

/** One body as it is read. */
class Body {
  #chunks: Uint8Array[] = [];
  bytes = 0;

  /** Reads a body; false where too many bytes are in flight. */
  async read(stream: ReadableStream<Uint8Array> | null, reserved: Reservation): Promise<boolean> {
    for await (const chunk of stream ?? []) {
      this.bytes += chunk.length;
      if (!reserved.hold(this.bytes)) return false;
      this.#chunks.push(chunk);
    }
    return true;
  }
  /** Its text, once; `null` if it is not UTF-8. */
  text(): string | null {
    if (scratch.length < this.bytes) scratch = new Uint8Array(this.bytes);
    let end = 0;
    for (const chunk of this.#chunks) {
      scratch.set(chunk, end);
      end += chunk.length;
    }
    this.#chunks = [];
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(scratch.subarray(0, end));
    } catch {
      return null;
    }
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
    const reserved = new Reservation(c.get("key").hash);
    const announced = Number(c.req.header("content-length") ?? 0);
    try {
      if (!reserved.hold(announced) || !(await body.read(c.req.raw.body, reserved))) {
        c.header("Retry-After", "1");
        return c.json(refusalBody(c, "too-many-requests", []), 429);
      }
      const parsed =
        body.bytes <= SMALL
          ? validated(parse(body.text(), limits), schema)
          : await alone(async () => validated(await parseInSteps(body.text(), limits), schema));
      if (!parsed.ok) return c.json(refusalBody(c, "invalid", parsed.problems.slice(0, 50)), 400);
      c.req.addValidatedData("json", parsed.value as object);
    } finally {
      reserved.release();
    }
    return next();
  };
}

const NOT_UTF8 = refuse(problemOf("invalid", "body", null, "UTF-8"));

const parse = (text: string | null, limits: BodyLimits): Result<unknown> =>
  text === null ? NOT_UTF8 : parseJson(text, limits);

async function parseInSteps(text: string | null, limits: BodyLimits): Promise<Result<unknown>> {
  await yieldToOthers();
  const json = text === null ? NOT_UTF8 : await parseJsonInSteps(text, limits, yieldToOthers);
  await yieldToOthers();
  return json;
}

function validated<T>(json: Result<unknown>, schema: z.ZodType<T>): Result<T> {
  if (json.ok) return parseWith(schema, json.value, "body-invalid");
  const problems = json.problems.map((problem) => ({
    ...problem,
    where: { ...problem.where, path: "body" },
  }));
  return { ok: false, problems };
}

/**
 * A body's schema in the OpenAPI by its name alone, so that the framework's own validation, which knows no limits, does not run. The type
 * is that of the schema, for the typed client.
 */
export const bodyRef = <Schema extends z.ZodType>(_schema: Schema, name: string): Schema =>
  ({ $ref: `#/components/schemas/${name}` }) as unknown as Schema;

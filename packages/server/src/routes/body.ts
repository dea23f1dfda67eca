import { parseWith, type Result, refuse } from "@cadre/core";
import { type JsonLimits, parseJson, parseJsonInSteps } from "@cadre/core/json";
import type { Context, MiddlewareHandler } from "hono";
import type * as z from "zod";
import { alone, yieldToOthers } from "../turns.ts";
import type { Env } from "./env.ts";
import { Reservation } from "./in-flight.ts";
import { problemOf, refusalBody } from "./refusal.ts";

/** Limits of a body: its size and its structure. */
export type BodyLimits = Omit<JsonLimits, "characters"> & { bytes: number };

/** Bytes up to which a body is parsed and validated at once; larger ones wait for each other. */
const SMALL = 16 * 2 ** 10;

/** Chunks that may be of any size, and the average size that more of them have to reach: each costs the same, however small. */
const [FREE_CHUNKS, MIN_CHUNK] = [256, 64];
/** Chunks that are read in one turn. */
const CHUNKS_OF_TURN = 100;

/** Where the chunks of a large body are put together; used by one at a time, and kept, since fresh memory takes longer than the copy. */
let scratch = new Uint8Array();

/** Why a body was not read. */
type Unread = "too-large" | "too-many-requests" | "chunks" | "incomplete";

/** One body as it is read. */
class Body {
  #chunks: Uint8Array[] = [];
  bytes = 0;

  /** Reads a body within limits; `null`: it was read. */
  async read(
    stream: ReadableStream<Uint8Array> | null,
    limit: number,
    reserved: Reservation,
  ): Promise<Unread | null> {
    try {
      for await (const chunk of stream ?? []) {
        this.bytes += chunk.length;
        const count = this.#chunks.push(chunk);
        if (this.bytes > limit) return "too-large";
        if (count > FREE_CHUNKS && this.bytes < count * MIN_CHUNK) return "chunks";
        if (!reserved.hold(this.bytes)) return "too-many-requests";
        if (count % CHUNKS_OF_TURN === 0) await yieldToOthers();
      }
      return null;
    } catch {
      // The client went away, or was too slow.
      return "incomplete";
    }
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
export function jsonBody<T>(parser: Parser<T>, limits: BodyLimits): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!isJson(c.req.header("content-type")))
      return c.json(
        refusalBody(c, "invalid", [
          problemOf("invalid", "content-type", c.req.header("content-type") ?? null, "application/json"),
        ]),
        415,
      );
    const body = new Body();
    const reserved = new Reservation(c.get("access").bucket);
    const announced = Number(c.req.header("content-length") ?? 0);
    try {
      let unread: Unread | null = null;
      if (announced > limits.bytes) unread = "too-large";
      else if (!reserved.hold(announced)) unread = "too-many-requests";
      else unread = await body.read(c.req.raw.body, limits.bytes, reserved);
      if (unread !== null) return refuseUnread(c, unread, limits.bytes);
      const parsed =
        body.bytes <= SMALL
          ? validated(parse(body.text(), limits), parser)
          : await alone(async () => validated(await parseInSteps(body.text(), limits), parser));
      if (!parsed.ok) return c.json(refusalBody(c, "invalid", parsed.problems.slice(0, 50)), 400);
      c.req.addValidatedData("json", parsed.value as object);
      c.set("findings", parsed.findings);
    } finally {
      reserved.release();
    }
    return next();
  };
}

/** The refusal of a body that was not read to its end. */
function refuseUnread(c: Context<Env>, unread: Unread, limit: number) {
  if (unread === "too-many-requests") {
    c.header("Retry-After", "1");
    return c.json(refusalBody(c, unread, []), 429);
  }
  if (unread === "too-large")
    return c.json(refusalBody(c, unread, [problemOf(unread, "body", null, `at most ${limit} bytes`)]), 413);
  const expected =
    unread === "incomplete" ? "the whole body in time" : `chunks of ${MIN_CHUNK} bytes or more`;
  return c.json(refusalBody(c, "invalid", [problemOf("invalid", "body", null, expected)]), 400);
}

const NOT_UTF8 = refuse(problemOf("invalid", "body", null, "UTF-8"));

const parse = (text: string | null, limits: BodyLimits): Result<unknown> =>
  text === null ? NOT_UTF8 : parseJson(text, { limits });

async function parseInSteps(text: string | null, limits: BodyLimits): Promise<Result<unknown>> {
  await yieldToOthers();
  const json = text === null ? NOT_UTF8 : await parseJsonInSteps(text, { limits, pause: yieldToOthers });
  await yieldToOthers();
  return json;
}

/** Validates a body. */
type Parser<T> = (input: unknown) => Result<T>;

/** Validates a body by a schema. */
export const bySchema =
  <T>(schema: z.ZodType<T>): Parser<T> =>
  (input) =>
    parseWith(schema, input, "body-invalid");

function validated<T>(json: Result<unknown>, parser: Parser<T>): Result<T> {
  if (json.ok) return parser(json.value);
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

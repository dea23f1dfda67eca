import type { FrameworkDocument } from "@cadre/core";
import type { Context } from "hono";
import type { TypedResponse } from "hono/types";
import type { JSONParsed } from "hono/utils/types";
import type { Env } from "./env.ts";

/** Texts in UTF-8 by document, for as long as the document is in memory; a new revision is another document. */
const known = new WeakMap<FrameworkDocument, Uint8Array<ArrayBuffer>>();

/** A text that follows from a document alone, encoded once for each revision. */
export function memoize(document: FrameworkDocument, make: () => string): Uint8Array<ArrayBuffer> {
  const bytes = known.get(document) ?? new TextEncoder().encode(make());
  known.set(document, bytes);
  return bytes;
}

/**
 * A JSON response from its bytes, which all responses share: those that are not taken cost nothing more. The type is that of the value that
 * they encode.
 */
export const jsonBytes = <T>(c: Context<Env>, bytes: Uint8Array<ArrayBuffer>) =>
  c.body(bytes, 200, { "Content-Type": "application/json" }) as unknown as Response &
    TypedResponse<JSONParsed<T>, 200, "json">;

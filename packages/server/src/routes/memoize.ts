import type { FrameworkDocument } from "@cadre/core";
import type { Context } from "hono";
import type { TypedResponse } from "hono/types";
import type { JSONParsed } from "hono/utils/types";
import type { Env } from "./context.ts";

/** What was worked out of a document, for as long as somebody holds the document: a new revision is another one. */
const known = new WeakMap<FrameworkDocument, Map<string, string>>();

/** A text that follows from a document alone, worked out once for each revision. */
export function memoize(document: FrameworkDocument, name: string, make: () => string): string {
  let texts = known.get(document);
  if (texts === undefined) {
    texts = new Map();
    known.set(document, texts);
  }
  let text = texts.get(name);
  if (text === undefined) {
    text = make();
    texts.set(name, text);
  }
  return text;
}

/** An answer whose JSON is at hand as text; the type is that of what the text says. */
export const jsonText = <T>(c: Context<Env>, text: string, _of: () => T) =>
  c.body(text, 200, { "Content-Type": "application/json" }) as unknown as Response &
    TypedResponse<JSONParsed<T>, 200, "json">;

import type { FrameworkDocument } from "@cadre/core";
import type { Context } from "hono";
import type { TypedResponse } from "hono/types";
import type { JSONParsed } from "hono/utils/types";
import type { Env } from "./env.ts";

/** Texts by document, for as long as the document is in memory; a new revision is another document. */
const known = new WeakMap<FrameworkDocument, Map<string, string>>();

/** A text that follows from a document alone, made once for each revision. */
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

/** A JSON response from its text; the type is that of the value that the text encodes. */
export const jsonText = <T>(c: Context<Env>, text: string, _of: () => T) =>
  c.body(text, 200, { "Content-Type": "application/json" }) as unknown as Response &
    TypedResponse<JSONParsed<T>, 200, "json">;

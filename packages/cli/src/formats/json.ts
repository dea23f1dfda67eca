import type { Result } from "@cadre/core";
import { MAX_TEXT_BYTES } from "@cadre/documents";
import { decodeText } from "@cadre/documents/internal";
import { parseJson as parseJsonText } from "@cadre/exchange";

/** Decodes and parses JSON at the boundary; where it is none, the line says from where on. */
export function parseJson(bytes: Uint8Array, limit = MAX_TEXT_BYTES): Result<unknown> {
  const text = decodeText(bytes, limit);
  return text.ok ? parseJsonText(text.value) : text;
}

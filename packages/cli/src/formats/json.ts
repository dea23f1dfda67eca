import type { Result } from "@cadre/core";
import { decodeText, MAX_TEXT_BYTES } from "@cadre/documents";
import { parseJson as parseJsonText } from "@cadre/exchange";

/** Decodes and parses JSON at the border; where it is none, the line says from where on. */
export function parseJson(bytes: Uint8Array, most = MAX_TEXT_BYTES): Result<unknown> {
  const text = decodeText(bytes, most);
  return text.ok ? parseJsonText(text.value) : text;
}

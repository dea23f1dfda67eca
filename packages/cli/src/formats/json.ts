import { type Result, refuse } from "@cadre/core";
import { decodeText, MAX_TEXT_BYTES } from "@cadre/documents";
import { fileProblem } from "../problems.ts";

/** Parses JSON at the border; where it is none, the line says from where on. */
export function parseJson(bytes: Uint8Array, most = MAX_TEXT_BYTES): Result<unknown> {
  const text = decodeText(bytes, most);
  if (!text.ok) return text;
  try {
    return { ok: true, value: JSON.parse(text.value), findings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(reason)?.[1];
    const end = position === undefined ? text.value.length : Number(position);
    const line = text.value.slice(0, end).split("\n").length;
    const found =
      text.value
        .slice(end, end + 20)
        .replace(/\s+/g, " ")
        .trim() || "the end of the text";
    const [en, fr] = [`This is not JSON (line ${line}).`, `Ce n’est pas du JSON (ligne ${line}).`];
    return refuse(fileProblem("json-invalid", line, en, fr, found, "JSON"));
  }
}

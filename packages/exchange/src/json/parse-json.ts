import { type Result, refuse } from "@cadre/core";
import { parse as parseStrictly } from "lossless-json";
import { excerpt } from "../reading.ts";

const lineAt = (text: string, position: number): number => {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
};

const positionIn = (message: string, end: number): number =>
  Number(/position (\d+)/.exec(message)?.[1] ?? end);

/** Thrown out of the parser, to be caught below. */
class DuplicateKey extends Error {
  readonly key: string;
  readonly position: number;
  constructor({ key, position }: { key: string; position: number }) {
    super(`duplicate key ${key}`);
    this.key = key;
    this.position = position;
  }
}
const refuseDuplicate = (info: { key: string; position: number }): never => {
  throw new DuplicateKey(info);
};
// Numbers are compared as they are written.
const asWritten = (text: string): string => text;

/**
 * Parses JSON at the border. A key that an object names twice with different values is refused, since `JSON.parse` would drop the first in
 * silence; so is what is nested deeper than the stack reaches. A key `__proto__` is a key like any other. Problems tell the line.
 */
export function parseJson(text: string): Result<unknown> {
  const plain = text.replace(/^\ufeff/, "");
  const fault = (code: string, position: number, en: string, fr: string, expected: string) => {
    const line = lineAt(plain, position);
    const found = excerpt(plain.slice(position, position + 60)) || "the end of the text";
    const message = { en: `${en} (line ${line}).`, fr: `${fr} (ligne ${line}).` };
    return refuse({ code, where: { path: "file", line }, message, found, expected });
  };
  try {
    const value: unknown = JSON.parse(plain);
    parseStrictly(plain, undefined, { parseNumber: asWritten, onDuplicateKey: refuseDuplicate });
    return { ok: true, value, findings: [] };
  } catch (error) {
    if (error instanceof DuplicateKey)
      return fault(
        "json-duplicate-key",
        error.position,
        `An object names the key “${excerpt(error.key)}” twice`,
        `Un objet nomme deux fois la clé « ${excerpt(error.key)} »`,
        "each key once",
      );
    if (error instanceof RangeError)
      return fault(
        "json-too-deep",
        0,
        "This JSON is nested too deeply to be data",
        "Ce JSON est imbriqué trop profondément pour être des données",
        "JSON nested less than a thousand levels deep",
      );
    const reason = error instanceof Error ? error.message : String(error);
    return fault(
      "json-invalid",
      positionIn(reason, plain.length),
      "This is not JSON",
      "Ce n’est pas du JSON",
      "JSON",
    );
  }
}

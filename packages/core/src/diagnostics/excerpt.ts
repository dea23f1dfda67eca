/** Characters of a value that a message shows. */
const MAX_SHOWN = 60;
/** A text, or its beginning. */
export const cut = (text: string, limit = MAX_SHOWN): string =>
  text.length > limit ? `${text.slice(0, limit)}…` : text;

/** The beginning of a value as JSON, slightly more than `limit` characters. The value may be nested without end. */
function beginning(value: unknown, limit: number): string {
  if (limit <= 0) return "";
  if (typeof value === "string") return JSON.stringify(value.slice(0, limit));
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Date) return JSON.stringify(value);
  const list = Array.isArray(value) || value instanceof Uint8Array;
  let text = "";
  for (const key of list ? value.slice(0, limit).keys() : Object.keys(value)) {
    if (text.length >= limit) break;
    text += `${text && ","}${list ? "" : `${beginning(key, limit)}:`}`;
    text += beginning(value[key as keyof typeof value], limit - text.length - 1);
  }
  return list ? `[${text}]` : `{${text}}`;
}

/** A value in a message: a text as it is, anything else as JSON, the beginning of it. */
export const excerpt = (value: unknown): string =>
  cut(typeof value === "string" ? value : beginning(value, MAX_SHOWN));

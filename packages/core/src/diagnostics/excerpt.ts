/** Characters of a value that a message shows. */
const SHOWN = 60;
/** A text, or its beginning. */
export const cut = (text: string, most = SHOWN): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** How a value begins as JSON, a little more than `room` characters of it: it may be nested, or go on, without end. */
function beginning(value: unknown, room: number): string {
  if (room <= 0) return "";
  if (typeof value === "string") return JSON.stringify(value.slice(0, room));
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Date) return JSON.stringify(value);
  const list = Array.isArray(value) || value instanceof Uint8Array;
  let text = "";
  for (const key of list ? value.slice(0, room).keys() : Object.keys(value)) {
    if (text.length >= room) break;
    text += `${text && ","}${list ? "" : `${beginning(key, room)}:`}`;
    text += beginning(value[key as keyof typeof value], room - text.length - 1);
  }
  return list ? `[${text}]` : `{${text}}`;
}

/** A value in a message: a text as it is, anything else as JSON, the beginning of it. */
export const excerpt = (value: unknown): string =>
  cut(typeof value === "string" ? value : beginning(value, SHOWN));

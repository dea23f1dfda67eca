const MARKUP = Symbol("markup");

/** Text that is safe to put on a page. Only {@link html} and {@link trusted} make it, so nothing out of a document can pass for it. */
export interface Markup {
  readonly [MARKUP]: string;
}

/** What a template takes: text is escaped, markup is put in as it is, nothing leaves nothing. */
export type Part = Markup | string | number | null | undefined | false | readonly Part[];

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that HTML or XML does not admit: controls, lone surrogates, noncharacters. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Words without the characters that no page admits. */
export function plain(text: string): string {
  return text.replace(UNPRINTABLE, "\ufffd");
}

/** Words as they may be in text and in quoted attributes, of HTML and of XML. */
export function escapeText(text: string): string {
  return plain(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Markup that was made by a program and not by a person: an asset, a chart that has been escaped. */
export function trusted(text: string): Markup {
  return { [MARKUP]: text };
}

function put(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  if (MARKUP in part) return part[MARKUP];
  let all = "";
  for (const each of part) all += put(each);
  return all;
}

/** A template of HTML or SVG. Whatever is put into it is escaped, except markup. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let all = strings[0] ?? "";
  for (const [index, part] of parts.entries()) all += put(part) + (strings[index + 1] ?? "");
  return trusted(all);
}

/** The text of markup. */
export function textOf(markup: Markup): string {
  return markup[MARKUP];
}

/** JSON as it may be inside a `script` element: nothing in it can end the element. */
export function jsonForScript(value: unknown): Markup {
  const safe = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return trusted(safe);
}

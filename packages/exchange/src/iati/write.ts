import type { IatiActivity, IatiHeader } from "./read.ts";
import type { ElementSpec, Other, RawElement } from "./spec.ts";
import { IATI_ACTIVITY } from "./vocabulary.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
/** Characters that XML 1.0 cannot hold at all, not even escaped: controls, halves of pairs, two that are none. */
const legal = (text: string): string =>
  text.replace(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, (each) =>
    /[\t\n\r\u007F-\u009F]/.test(each) ? each : "\uFFFD",
  );
const inText = (text: string): string => legal(text).replace(/[&<>\r]/g, (each) => ESCAPES[each] ?? each);
const inAttribute = (text: string): string =>
  legal(text).replace(/[&<>"\t\n\r]/g, (each) => ESCAPES[each] ?? each);

const attribute = (name: string, value: string): string => ` ${name}="${inAttribute(value)}"`;
const attributesOf = (attributes: Readonly<Record<string, string>> = {}): string =>
  Object.entries(attributes)
    .map(([name, value]) => attribute(name, value))
    .join("");

type Node = { readonly [name: string]: unknown; readonly text?: string; readonly other?: Other };

function* raw({ name, attributes, children }: RawElement): Generator<string> {
  yield `<${name}${attributesOf(attributes)}>`;
  for (const child of children)
    if (typeof child === "string") yield inText(child);
    else yield* raw(child);
  yield `</${name}>`;
}

/** An element's text, its children in the schema's order, whatever their order in the data. */
function* elementText(name: string, spec: ElementSpec, node: Node, indent: string): Generator<string> {
  let tag = `${indent}<${name}`;
  for (const each of spec.attributes) if (typeof node[each] === "string") tag += attribute(each, node[each]);
  tag += attributesOf(node.other?.attributes);
  if (spec.text) {
    yield `${tag}>${inText(node.text ?? "")}</${name}>\n`;
    return;
  }
  const inner = `${indent}  `;
  let empty = true;
  const begin = (): string => {
    const start = empty ? `${tag}>\n` : "";
    empty = false;
    return start;
  };
  if (node.other?.text !== undefined) yield `${begin()}${inner}${inText(node.other.text)}\n`;
  for (const [child, { spec: inside }] of Object.entries(spec.children)) {
    const value = node[child];
    if (value === undefined) continue;
    for (const each of (Array.isArray(value) ? value : [value]) as Node[]) {
      yield begin();
      yield* elementText(child, inside, each, inner);
    }
  }
  for (const child of node.other?.children ?? []) yield `${begin()}${inner}${[...raw(child)].join("")}\n`;
  yield empty ? `${tag}/>\n` : `${indent}</${name}>\n`;
}

/** One activity as XML, to be within `<iati-activities>`. */
export const iatiActivityXml = (activity: IatiActivity): string =>
  [...elementText("iati-activity", IATI_ACTIVITY, activity as Node, "  ")].join("");

/**
 * Writes a file of activities, piece by piece, in the schema's order. Characters that XML cannot hold (NUL, halves of pairs) are written as
 * U+FFFD.
 * @param header version and extensions; `generated-datetime` is the caller's to give, since no clock is read.
 */
export async function* writeIati(
  activities: Iterable<IatiActivity> | AsyncIterable<IatiActivity>,
  header: IatiHeader = {},
): AsyncGenerator<string> {
  const { version = "2.03", other, ...rest } = header;
  const own = Object.entries({ version, ...rest }).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities${attributesOf(Object.fromEntries(own))}${attributesOf(other?.attributes)}>\n`;
  for await (const activity of activities) yield iatiActivityXml(activity);
  for (const child of other?.children ?? []) yield `  ${[...raw(child)].join("")}\n`;
  yield "</iati-activities>\n";
}

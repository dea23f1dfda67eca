import type { ElementSpec, Other, RawElement } from "./spec.ts";
import type { Attributes, XmlHandlers } from "./xml/parse.ts";

/** A specification with its names looked up once. */
interface Compiled {
  attributes: ReadonlySet<string>;
  children: ReadonlyMap<string, { spec: Compiled; many: boolean }>;
  text: boolean;
}

const compiled = new WeakMap<ElementSpec, Compiled>();
function compile(spec: ElementSpec): Compiled {
  const known = compiled.get(spec);
  if (known !== undefined) return known;
  const made: Compiled = {
    attributes: new Set(spec.attributes),
    children: new Map(
      Object.entries(spec.children).map(([name, child]) => [
        name,
        { spec: compile(child.spec), many: child.many },
      ]),
    ),
    text: spec.text,
  };
  compiled.set(spec, made);
  return made;
}

/** An element while it is read: its data, or, of what the vocabulary does not know, its raw form. */
type Node = { [name: string]: unknown; text?: string; other?: Other };
type Frame = { spec: Compiled; node: Node } | { spec: null; raw: RawElement };

/** Sets a key whatever its name: `__proto__` is one like any other. */
function put(record: Record<string, string>, name: string, value: string): void {
  if (name !== "__proto__") record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}
const otherOf = (node: Node): Other => {
  node.other ??= {};
  return node.other;
};

function nodeOf(spec: Compiled, attributes: Attributes): Node {
  const node: Node = {};
  for (const name in attributes) {
    const value = attributes[name] ?? "";
    if (spec.attributes.has(name)) node[name] = value;
    else {
      const other = otherOf(node);
      other.attributes ??= {};
      put(other.attributes, name, value);
    }
  }
  if (spec.text) node.text = "";
  return node;
}

function rawOf(name: string, attributes: Attributes): RawElement {
  const own: Record<string, string> = {};
  for (const each in attributes) put(own, each, attributes[each] ?? "");
  return { name, attributes: own, children: [] };
}

/**
 * Builds plain data of the elements of a vocabulary, from the events of a parser. What the vocabulary does not know, and a second one of what
 * may stand once, is kept as it is under `other`.
 * @param onWhole told of each element called `whole` that stands right below the root, instead of keeping it.
 */
export function builder(
  root: { name: string; spec: ElementSpec; whole: string },
  onRoot: (name: string, node: Node) => void,
  onWhole: (node: Node, line: number) => void,
): XmlHandlers {
  const stack: Frame[] = [];
  let line = 0;
  const rootSpec = compile(root.spec);
  return {
    open: (name, attributes, at) => {
      const top = stack[stack.length - 1];
      if (top === undefined) {
        const node = nodeOf(rootSpec, attributes);
        stack.push({ spec: rootSpec, node });
        onRoot(name, node);
        return;
      }
      if (top.spec === null) {
        const raw = rawOf(name, attributes);
        top.raw.children.push(raw);
        stack.push({ spec: null, raw });
        return;
      }
      const child = top.spec.children.get(name);
      if (child === undefined || (!child.many && top.node[name] !== undefined)) {
        const raw = rawOf(name, attributes);
        const other = otherOf(top.node);
        other.children ??= [];
        other.children.push(raw);
        stack.push({ spec: null, raw });
        return;
      }
      const node = nodeOf(child.spec, attributes);
      if (stack.length === 1 && name === root.whole) line = at;
      else if (!child.many) top.node[name] = node;
      else {
        const list = top.node[name] as Node[] | undefined;
        if (list === undefined) top.node[name] = [node];
        else list.push(node);
      }
      stack.push({ spec: child.spec, node });
    },
    close: (name) => {
      const frame = stack.pop();
      if (stack.length === 1 && frame?.spec && name === root.whole) onWhole(frame.node, line);
    },
    text: (some) => {
      const top = stack[stack.length - 1];
      if (top === undefined) return;
      if (top.spec === null) {
        const { children } = top.raw;
        const last = children[children.length - 1];
        if (typeof last === "string") children[children.length - 1] = last + some;
        else children.push(some);
      } else if (top.spec.text) top.node.text = (top.node.text ?? "") + some;
      else if (some.trim() !== "") {
        const other = otherOf(top.node);
        other.text = other.text === undefined ? some.trim() : `${other.text} ${some.trim()}`;
      }
    },
  };
}

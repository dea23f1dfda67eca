import type { ElementSpec, Other, RawElement } from "./spec.ts";
import type { Attributes, XmlHandlers } from "./xml/parse.ts";

/**
 * A specification with its names looked up once. A file's elements are mostly alike: what came where the last time is tried first, so that a
 * name, which the parser cuts out of its text again each time, is compared with one name and not looked up.
 */
interface Compiled {
  attributes: ReadonlyMap<string, string>;
  children: ReadonlyMap<string, Child>;
  text: boolean;
  /** Attributes of the element that was read last. */
  lastAttributes: string[];
}

interface Child {
  name: string;
  spec: Compiled;
  many: boolean;
  /** The child that came after one of this name the last time. */
  next: Child | undefined;
}

const compiled = new WeakMap<ElementSpec, Compiled>();
function compile(spec: ElementSpec): Compiled {
  const known = compiled.get(spec);
  if (known !== undefined) return known;
  const result: Compiled = {
    attributes: new Map(spec.attributes.map((name) => [name, name])),
    children: new Map(
      Object.entries(spec.children).map(([name, { spec, many }]) => [
        name,
        { name, spec: compile(spec), many, next: undefined },
      ]),
    ),
    text: spec.text,
    lastAttributes: [],
  };
  compiled.set(spec, result);
  return result;
}

/** An element's data while it is read. */
type Node = { [name: string]: unknown; text?: string; other?: Other };

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
  const { lastAttributes } = spec;
  for (let index = 0; index < attributes.length; index += 2) {
    const [found, value] = [attributes[index] as string, attributes[index + 1] as string];
    let name: string | undefined = lastAttributes[index >> 1];
    if (name !== found) {
      name = spec.attributes.get(found);
      if (name !== undefined) lastAttributes[index >> 1] = name;
    }
    if (name !== undefined) node[name] = value;
    else {
      const other = otherOf(node);
      other.attributes ??= {};
      put(other.attributes, found, value);
    }
  }
  if (spec.text) node.text = "";
  return node;
}

function rawOf(name: string, attributes: Attributes): RawElement {
  const own: Record<string, string> = {};
  for (let index = 0; index < attributes.length; index += 2)
    put(own, attributes[index] as string, attributes[index + 1] as string);
  return { name, attributes: own, children: [] };
}

/** An element that is open. Kept for the next one at its depth, so that an element costs no frame of its own. */
interface Frame {
  /** `null` where the vocabulary does not know the element: it is kept raw. */
  spec: Compiled | null;
  node: Node;
  raw: RawElement;
  /** The child that came last, and the list that it went into: the next one is mostly its like. */
  last: Child | null;
  lastList: Node[] | null;
}

const NO_RAW: RawElement = { name: "", attributes: {}, children: [] };

/**
 * Builds plain data of the elements of a vocabulary, from the events of a parser. What the vocabulary does not know, and a second one of what
 * may occur once, is kept as it is under `other`.
 * @param onWhole called with each element called `whole` right below the root, instead of keeping it.
 */
export function builder(
  root: { name: string; spec: ElementSpec; whole: string },
  onRoot: (name: string, node: Node) => void,
  onWhole: (node: Node, line: number) => void,
): XmlHandlers {
  const frames: Frame[] = [];
  let depth = 0;
  let line = 0;
  const rootSpec = compile(root.spec);
  const enter = (spec: Compiled | null, node: Node, raw: RawElement): void => {
    let frame = frames[depth];
    if (frame === undefined) {
      frame = { spec, node, raw, last: null, lastList: null };
      frames.push(frame);
    } else {
      frame.spec = spec;
      frame.node = node;
      frame.raw = raw;
      frame.last = null;
      frame.lastList = null;
    }
    depth += 1;
  };
  const keepRaw = (list: (RawElement | string)[], name: string, attributes: Attributes): void => {
    const raw = rawOf(name, attributes);
    list.push(raw);
    enter(null, {}, raw);
  };
  return {
    open: (name, attributes, index) => {
      if (depth === 0) {
        const node = nodeOf(rootSpec, attributes);
        enter(rootSpec, node, NO_RAW);
        onRoot(name, node);
        return;
      }
      const top = frames[depth - 1] as Frame;
      if (top.spec === null) {
        keepRaw(top.raw.children, name, attributes);
        return;
      }
      const { last } = top;
      if (last !== null && top.lastList !== null && last.name === name) {
        const node = nodeOf(last.spec, attributes);
        top.lastList.push(node);
        enter(last.spec, node, NO_RAW);
        return;
      }
      const likely = last?.next;
      const child = likely?.name === name ? likely : top.spec.children.get(name);
      if (child === undefined || (!child.many && top.node[child.name] !== undefined)) {
        const other = otherOf(top.node);
        other.children ??= [];
        keepRaw(other.children, name, attributes);
        return;
      }
      if (last !== null) last.next = child;
      top.last = child;
      top.lastList = null;
      const node = nodeOf(child.spec, attributes);
      if (depth === 1 && name === root.whole) line = index;
      else if (!child.many) top.node[child.name] = node;
      else {
        let list = top.node[child.name] as Node[] | undefined;
        if (list === undefined) {
          list = [node];
          top.node[child.name] = list;
        } else list.push(node);
        top.lastList = list;
      }
      enter(child.spec, node, NO_RAW);
    },
    close: (name) => {
      depth -= 1;
      const { spec, node } = frames[depth] as Frame;
      if (depth === 1 && spec !== null && name === root.whole) onWhole(node, line);
    },
    text: (some) => {
      if (depth === 0) return;
      const { spec, node, raw } = frames[depth - 1] as Frame;
      if (spec === null) {
        const { children } = raw;
        const last = children[children.length - 1];
        if (typeof last === "string") children[children.length - 1] = last + some;
        else children.push(some);
      } else if (spec.text) node.text = (node.text ?? "") + some;
      else if (some.charCodeAt(0) > 32 || some.trim() !== "") {
        const other = otherOf(node);
        other.text = other.text === undefined ? some.trim() : `${other.text} ${some.trim()}`;
      }
    },
  };
}

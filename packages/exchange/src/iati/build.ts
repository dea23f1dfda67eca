import type { ElementSpec, Other, RawElement } from "./spec.ts";
import type { XmlHandlers } from "./xml/parse.ts";

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
  /** The child that came first the last time. */
  first: Child | undefined;
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
    first: undefined,
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

/** An element that is open. */
type Frame =
  | {
      spec: Compiled;
      node: Node;
      /** The child that came last, and the list that it went into: the next one is mostly its like. */
      last: Child | null;
      lastList: Node[] | null;
    }
  // The vocabulary does not know the element: it is kept raw.
  | { spec: null; node: RawElement; last: null; lastList: null };

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
  /** Attributes of the innermost element that came before. */
  let nth = 0;
  const rootSpec = compile(root.spec);
  const whole = rootSpec.children.get(root.whole)?.spec;
  const enter = (spec: Compiled, node: Node): void => {
    frames[depth] = { spec, node, last: null, lastList: null };
    depth += 1;
  };
  const enterRaw = (list: (RawElement | string)[], name: string): void => {
    const node: RawElement = { name, attributes: {}, children: [] };
    list.push(node);
    frames[depth] = { spec: null, node, last: null, lastList: null };
    depth += 1;
  };
  let [rootName, reported] = ["", false];
  /** Its attributes have been read when anything else comes. */
  const reportRoot = (): void => {
    reported = true;
    onRoot(rootName, (frames[0] as Frame).node as Node);
  };
  return {
    open: (name, index) => {
      nth = 0;
      if (depth === 0) {
        rootName = name;
        enter(rootSpec, {});
        return;
      }
      if (!reported) reportRoot();
      const top = frames[depth - 1] as Frame;
      if (top.spec === null) {
        enterRaw(top.node.children, name);
        return;
      }
      const node: Node = {};
      const { last } = top;
      if (last !== null && top.lastList !== null && last.name === name) {
        top.lastList.push(node);
        enter(last.spec, node);
        return;
      }
      const likely = last === null ? top.spec.first : last.next;
      const child = likely?.name === name ? likely : top.spec.children.get(name);
      if (child === undefined || (last !== null && !child.many && top.node[child.name] !== undefined)) {
        const other = otherOf(top.node);
        other.children ??= [];
        enterRaw(other.children, name);
        return;
      }
      if (last === null) top.spec.first = child;
      else last.next = child;
      top.last = child;
      top.lastList = null;
      if (depth === 1 && name === root.whole) line = index;
      else if (!child.many) top.node[child.name] = node;
      else {
        let list = last === null ? undefined : (top.node[child.name] as Node[] | undefined);
        if (list === undefined) {
          list = [node];
          top.node[child.name] = list;
        } else list.push(node);
        top.lastList = list;
      }
      enter(child.spec, node);
    },
    attribute: (found, value) => {
      const { spec, node } = frames[depth - 1] as Frame;
      if (spec === null) {
        put(node.attributes, found, value);
        return;
      }
      let name: string | undefined = spec.lastAttributes[nth];
      if (name !== found) {
        name = spec.attributes.get(found);
        if (name !== undefined) spec.lastAttributes[nth] = name;
      }
      nth += 1;
      if (name !== undefined) node[name] = value;
      else {
        const other = otherOf(node);
        other.attributes ??= {};
        put(other.attributes, found, value);
      }
    },
    close: () => {
      if (!reported) reportRoot();
      depth -= 1;
      const { spec, node } = frames[depth] as Frame;
      if (spec === null) return;
      if (spec.text) node.text ??= "";
      if (depth === 1 && spec === whole) onWhole(node, line);
    },
    text: (some) => {
      if (depth === 0) return;
      const { spec, node } = frames[depth - 1] as Frame;
      if (spec === null) {
        const { children } = node;
        const last = children[children.length - 1];
        if (typeof last === "string") children[children.length - 1] = last + some;
        else children.push(some);
      } else if (spec.text) node.text = node.text === undefined ? some : node.text + some;
      else if (some.charCodeAt(0) > 32 || some.trim() !== "") {
        const other = otherOf(node);
        other.text = other.text === undefined ? some.trim() : `${other.text} ${some.trim()}`;
      }
    },
  };
}

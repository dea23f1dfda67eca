import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { iatiSchemaPath } from "../../src/iati/xsd.ts";

/** For tests: an element as the official schema declares it. */
export interface Declared {
  attributes: Set<string>;
  /** Children in the schema's order, with whether they may be repeated. */
  children: Map<string, { declared: Declared; many: boolean }>;
  text: boolean;
}

interface Tree {
  name: string;
  at: Record<string, string>;
  children: Tree[];
}

function parse(file: "iati-activities-schema.xsd" | "iati-common.xsd"): Tree {
  const root: Tree = { name: "", at: {}, children: [] };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const tree: Tree = { name: name.replace(/^xsd:/, ""), at: { ...attributes }, children: [] };
    stack.at(-1)?.children.push(tree);
    stack.push(tree);
  });
  parser.on("closetag", () => stack.pop());
  parser.write(readFileSync(iatiSchemaPath(file), "utf8")).close();
  return root.children[0] ?? root;
}

/** For tests: what the shipped schema says of an activity, read from it and not from our vocabulary. */
export function declaredActivity(): Declared {
  const trees = [parse("iati-activities-schema.xsd"), parse("iati-common.xsd")];
  const find = (kind: string, name: string | undefined) =>
    trees.flatMap(({ children }) => children).find((tree) => tree.name === kind && tree.at.name === name);
  const built = new Map<Tree, Declared>();
  const declare = (tree: Tree): Declared => {
    const element = tree.at.ref === undefined ? tree : find("element", tree.at.ref);
    if (element === undefined) throw new Error(`no element ${tree.at.ref}`);
    const known = built.get(element);
    if (known !== undefined) return known;
    const declared: Declared = { attributes: new Set(), children: new Map(), text: false };
    built.set(element, declared);
    const walk = (node: Tree, many: boolean) => {
      for (const child of node.children) {
        const repeated = many || (child.at.maxOccurs ?? "1") !== "1";
        if (child.name === "attribute") declared.attributes.add(child.at.name ?? child.at.ref ?? "");
        else if (child.name === "element")
          declared.children.set(child.at.name ?? child.at.ref ?? "", {
            declared: declare(child),
            many: repeated,
          });
        else if (child.name === "extension") {
          const base = find("complexType", child.at.base);
          if (base !== undefined) walk(base, false);
          else declared.text = true;
          walk(child, false);
        } else if (child.name === "choice" || child.name === "sequence") walk(child, repeated);
        else if (child.name !== "annotation" && child.name !== "any") walk(child, many);
      }
    };
    const type = element.at.type === undefined ? undefined : find("complexType", element.at.type);
    if (type !== undefined) walk(type, false);
    else if (element.children.some(({ name }) => name === "complexType")) walk(element, false);
    else declared.text = true;
    return declared;
  };
  const activity = find("element", "iati-activity");
  if (activity === undefined) throw new Error("the schema declares no activity");
  return declare(activity);
}

/** For tests: every path of elements and attributes below an element: `result/indicator/@measure`. */
export function pathsOf(declared: Declared, at = ""): string[] {
  return [
    ...[...declared.attributes].map((name) => `${at}@${name}`),
    ...[...declared.children].flatMap(([name, child]) => [
      `${at}${name}`,
      ...pathsOf(child.declared, `${at}${name}/`),
    ]),
  ];
}

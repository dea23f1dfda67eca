/** One element of a vocabulary: its attributes, its children in the schema's order, and whether it holds text. */
export interface ElementSpec {
  readonly attributes: readonly string[];
  readonly children: Readonly<Record<string, ChildSpec>>;
  readonly text: boolean;
}

/** A child element, that may occur once or any number of times. */
export interface ChildSpec {
  readonly spec: ElementSpec;
  readonly many: boolean;
}

/** What a file says that the vocabulary cannot hold: other standards' extensions, old elements, stray text. It is written back. */
export interface Other {
  attributes?: Record<string, string>;
  children?: RawElement[];
  text?: string;
}

/** An element as it was read. */
export interface RawElement {
  name: string;
  attributes: Record<string, string>;
  children: (RawElement | string)[];
}

/** The plain data of an element: attributes and children by the standard's own names, text as `text`. */
export type Data<Spec extends ElementSpec> = {
  [Name in Spec["attributes"][number]]?: string;
} & {
  [Name in keyof Spec["children"]]?: Spec["children"][Name]["many"] extends true
    ? Data<Spec["children"][Name]["spec"]>[]
    : Data<Spec["children"][Name]["spec"]>;
} & (Spec["text"] extends true ? { text: string } : unknown) & { other?: Other };

/** The children of an element that has none. */
export type NoChildren = Record<never, ChildSpec>;

/** An element that holds other elements, or nothing but attributes. */
export function element<const Attributes extends readonly string[]>(
  attributes: Attributes,
): { attributes: Attributes; children: NoChildren; text: false };
export function element<
  const Attributes extends readonly string[],
  Children extends Record<string, ChildSpec>,
>(attributes: Attributes, children: Children): { attributes: Attributes; children: Children; text: false };
export function element(attributes: readonly string[], children: Record<string, ChildSpec> = {}) {
  return { attributes, children, text: false };
}

/** An element that holds text. */
export const textElement = <const Attributes extends readonly string[]>(attributes: Attributes) => ({
  attributes,
  children: {} as NoChildren,
  text: true as const,
});

export const one = <Spec extends ElementSpec>(spec: Spec) => ({ spec, many: false as const });
export const many = <Spec extends ElementSpec>(spec: Spec) => ({ spec, many: true as const });

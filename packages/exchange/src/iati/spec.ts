/** One element of a vocabulary: its attributes, its children in the schema's order, and whether it holds text. */
export interface ElementSpec {
  /** Names of its attributes. */
  readonly attributes: readonly string[];
  /** Its children by name, in the schema's order. */
  readonly children: Readonly<Record<string, ChildSpec>>;
  /** Whether it holds text. */
  readonly text: boolean;
}

/** A child element, that may occur once or any number of times. */
export interface ChildSpec {
  /** What the child is. */
  readonly spec: ElementSpec;
  /** Whether it may occur more than once. */
  readonly many: boolean;
}

/** What a file says that the vocabulary cannot hold: other standards' extensions, old elements, stray text. It is written back. */
export interface Other {
  /** By name, with the prefix that the file writes. */
  attributes?: Record<string, string>;
  /** Elements, in the order of the file. */
  children?: RawElement[];
  /** Text between elements. */
  text?: string;
}

/** An element as it was read. */
export interface RawElement {
  /** With the prefix that the file writes. */
  name: string;
  /** By name, with the prefix that the file writes. */
  attributes: Record<string, string>;
  /** Elements and texts, in the order of the file. */
  children: (RawElement | string)[];
}

/** The plain data of an element: attributes and children by the standard's own names, text as `text`. */
export type Data<Spec extends ElementSpec> = {
  [Name in Spec["attributes"][number]]?: string;
} & {
  [Name in keyof Spec["children"]]?: Spec["children"][Name]["many"] extends true
    ? Data<Spec["children"][Name]["spec"]>[]
    : Data<Spec["children"][Name]["spec"]>;
} & (Spec["text"] extends true
    ? {
        /** The text itself. */
        text: string;
      }
    : unknown) & {
    /** What the vocabulary cannot hold. Absent: nothing. */
    other?: Other;
  };

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

/** Texts by number and numbers by text. Plain data: a structured clone carries it whole. */
export interface Dictionary {
  texts: string[];
  codes: Map<string, number>;
  /** A closed dictionary admits no further text. */
  closed: boolean;
}

export function dictionary(texts: Iterable<string>, closed: boolean): Dictionary {
  const list = [...new Set(texts)];
  return { texts: list, codes: new Map(list.map((text, code) => [text, code])), closed };
}

/** The number of a text, assigned when it is first seen; -1 if the value is not a text or the dictionary is closed. */
export function codeOf(dictionary: Dictionary, text: unknown): number {
  const known = dictionary.codes.get(text as string);
  if (known !== undefined) return known;
  if (dictionary.closed || typeof text !== "string") return -1;
  const code = dictionary.texts.push(text) - 1;
  dictionary.codes.set(text, code);
  return code;
}

/** Limits of a JSON text. */
export interface JsonLimits {
  /** Characters of the text. */
  characters: number;
  /** Values of all levels together; each takes some fifty bytes of memory. */
  values: number;
  /** Levels of lists and objects. */
  depth: number;
  /** Members of one list or one object. */
  members: number;
  /** Characters of one string, as it is written. */
  stringLength: number;
}

/** Default limits. */
export const JSON_LIMITS: JsonLimits = {
  characters: 2 ** 25,
  values: 2 ** 22,
  depth: 1000,
  members: 2 ** 22,
  stringLength: 2 ** 25,
};

/** What a scan found, and its position in the text. */
export interface JsonFault {
  code:
    | "json-duplicate-key"
    | "json-too-deep"
    | "json-too-many-values"
    | "json-list-too-long"
    | "json-string-too-long";
  position: number;
  key: string;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [91, 93, 123, 125];

/** Keys of an object, with the positions of their values. */
class Keys {
  readonly #keys: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #index: Map<string, number> | null = null;
  /** Position of the last key; index of the earlier key of the same name, -1 without one. */
  position = 0;
  #before = -1;

  begin(): void {
    this.#keys.length = 0;
    this.#starts.length = 0;
    this.#ends.length = 0;
    this.#index = null;
  }

  get last(): string {
    return this.#keys.at(-1) ?? "";
  }

  name(key: string, position: number): void {
    const keys = this.#keys;
    if (this.#index === null && keys.length >= 12)
      this.#index = new Map(keys.map((each, index): [string, number] => [each, index]));
    this.#before = this.#index === null ? keys.indexOf(key) : (this.#index.get(key) ?? -1);
    this.#index?.set(key, keys.length);
    keys.push(key);
    this.position = position;
  }

  valueFrom(start: number): void {
    this.#starts.push(start);
  }

  /** Ends the value of the last key; returns whether it differs from that of the earlier key of the same name. */
  valueTo(text: string, end: number): boolean {
    if (this.#starts.length === this.#ends.length) return false;
    this.#ends.push(end);
    if (this.#before < 0) return false;
    const written = (index: number) => text.slice(this.#starts[index], this.#ends[index]).trim();
    return written(this.#before) !== written(this.#keys.length - 1);
  }
}

/** Characters that are scanned in one step: a few milliseconds of work. */
const STEP = 2 ** 19;

/**
 * Scans a text once without building anything: is it nested too deeply, has it too many values or members, does an object name a key twice
 * with different values? Syntax errors are left to the parser. Between steps the caller may do other work.
 */
export function* scanJson(text: string, limits: JsonLimits): Generator<void, JsonFault | null> {
  const frames: Keys[] = [];
  /** By level: whether it is an object, and how many commas it has had. */
  const objects: boolean[] = [];
  const commas: number[] = [];
  let [depth, values] = [0, 0];
  let key = false;
  let pause = STEP;
  for (let index = 0; index < text.length; index += 1) {
    if (index >= pause) {
      yield;
      pause = index + STEP;
    }
    const sign = text.charCodeAt(index);
    if (sign === QUOTE) {
      const start = index + 1;
      for (index = start; ; ) {
        index = endOfText(text, index, pause);
        if (index < pause || index >= text.length) break;
        yield;
        pause = index + STEP;
      }
      if (index >= text.length) return null;
      if (index - start > limits.stringLength)
        return { code: "json-string-too-long", position: start, key: "" };
      if (!key) continue;
      key = false;
      const word = text.slice(start, index);
      const name = word.includes("\\") ? unescaped(word) : word;
      if (name === null) return null;
      frames[depth]?.name(name, start);
    } else if (sign === COLON) {
      if (objects[depth] === true) frames[depth]?.valueFrom(index + 1);
    } else if (sign === COMMA || sign === OBJECT_END || sign === LIST_END) {
      const keys = objects[depth] === true ? frames[depth] : undefined;
      if (keys?.valueTo(text, index))
        return { code: "json-duplicate-key", position: keys.position, key: keys.last };
      if (sign === COMMA) {
        values += 1;
        key = objects[depth] === true;
        const members = (commas[depth] ?? 0) + 1;
        commas[depth] = members;
        if (members >= limits.members) return { code: "json-list-too-long", position: index, key: "" };
      } else {
        depth -= 1;
        key = false;
        if (depth < 0) return null;
      }
    } else if (sign === LIST || sign === OBJECT) {
      values += 1;
      depth += 1;
      if (depth > limits.depth) return { code: "json-too-deep", position: index, key: "" };
      objects[depth] = sign === OBJECT;
      commas[depth] = 0;
      key = sign === OBJECT;
      if (sign === OBJECT) {
        frames[depth] ??= new Keys();
        frames[depth]?.begin();
      }
    }
    if (values > limits.values) return { code: "json-too-many-values", position: index, key: "" };
  }
  return null;
}

/** Position of the quote that ends a text, or one at or after `until` from which the search goes on. */
function endOfText(text: string, start: number, until: number): number {
  const end = Math.min(until, text.length);
  let index = start;
  for (; index < end; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === QUOTE) return index;
    if (sign === BACKSLASH) index += 1;
  }
  return index;
}

function unescaped(word: string): string | null {
  try {
    return JSON.parse(`"${word}"`);
  } catch {
    return null;
  }
}

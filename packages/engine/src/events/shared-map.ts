/** Values that are copied together. */
const CHUNK = 256;

/**
 * A map that is never changed. Its successors share what stays the same, so that one more entry costs the same however many there are.
 * Entries keep the order in which they were added; none is ever removed.
 */
export class SharedMap<T> implements ReadonlyMap<string, T> {
  /** Shared with successors: keys at `size` and beyond are theirs. */
  readonly #index: Map<string, number>;
  readonly #chunks: readonly (readonly T[])[];
  readonly size: number;

  private constructor(index: Map<string, number>, chunks: readonly (readonly T[])[], size: number) {
    [this.#index, this.#chunks, this.size] = [index, chunks, size];
  }

  /** A map of entries, in their order. */
  static of<T>(entries: Iterable<readonly [string, T]> = []): SharedMap<T> {
    const draft = new SharedMap<T>(new Map(), [], 0).draft();
    for (const [key, value] of entries) draft.set(key, value);
    return draft.end();
  }

  /** The value of a key, `undefined` where it is none of the map. */
  get(key: string): T | undefined {
    const index = this.#index.get(key);
    return index === undefined || index >= this.size
      ? undefined
      : this.#chunks[(index / CHUNK) | 0]?.[index % CHUNK];
  }
  /** Whether a key is one of the map. */
  has(key: string): boolean {
    return (this.#index.get(key) ?? this.size) < this.size;
  }
  /** Keys in the order in which they were added. */
  *keys(): MapIterator<string> {
    for (const [key, index] of this.#index) {
      if (index >= this.size) return;
      yield key;
    }
  }
  /** Values in the order of their keys. */
  *values(): MapIterator<T> {
    for (const chunk of this.#chunks) yield* chunk;
  }
  /** Keys and values in their order. */
  *entries(): MapIterator<[string, T]> {
    const values = this.values();
    for (const key of this.keys()) yield [key, values.next().value as T];
  }
  /** The same as `entries`. */
  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }
  /** Visits the entries in their order. */
  forEach(visit: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
  /** The entries, as `SharedMap.of` takes them. */
  toJSON(): [string, T][] {
    return [...this];
  }

  /** What a function makes of each value. Of values that stayed the same together it is found in `known`. */
  mapValues<Made>(make: (value: T) => Made, known: WeakMap<object, Made[]>): Made[] {
    return this.#chunks.flatMap((chunk) => {
      const values = known.get(chunk) ?? chunk.map(make);
      known.set(chunk, values);
      return values;
    });
  }

  /** Begins a successor. */
  draft(): SharedMapDraft<T> {
    let [index, size] = [this.#index, this.size];
    const chunks: T[][] = [...(this.#chunks as readonly T[][])];
    const own = new Set<T[]>();
    return {
      get: (key) => {
        const at = index.get(key);
        return at === undefined || at >= size ? undefined : chunks[(at / CHUNK) | 0]?.[at % CHUNK];
      },
      set: (key, value) => {
        let at = index.get(key);
        if (at === undefined || at >= size) {
          // Another successor has added to the index: this one goes on with its own.
          if (index.size > size) index = new Map([...index].slice(0, size));
          at = size;
          index.set(key, at);
          size += 1;
        }
        const number = (at / CHUNK) | 0;
        let chunk = chunks[number];
        if (chunk === undefined || !own.has(chunk)) {
          chunk = chunk === undefined ? [] : [...chunk];
          own.add(chunk);
          chunks[number] = chunk;
        }
        chunk[at % CHUNK] = value;
      },
      end: () => new SharedMap(index, chunks, size),
    };
  }
}

/** A successor of a {@link SharedMap} that is being made. After its end, nothing more may be set. */
export interface SharedMapDraft<T> {
  /** The value of a key so far. */
  get(key: string): T | undefined;
  /** Adds a key, or gives it another value. */
  set(key: string, value: T): void;
  /** The successor. */
  end(): SharedMap<T>;
}

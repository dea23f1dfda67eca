const FIRST_CAPACITY = 256;
/** Of what has no number yet. */
export const UNSEEN = -2;

/**
 * Numbers of texts that are found by their letters (code units) in a longer text: what was seen before is not cut out of it to be looked up.
 * A `Map` does the same of texts that stand alone.
 */
export class Spellings {
  /** Number of an entry, or -1. */
  #slots = new Int32Array(FIRST_CAPACITY).fill(-1);
  #hashes: number[] = [];
  #codes: number[] = [];
  /** Letters of all entries, one after the other, and where each entry's end. */
  #letters = new Uint16Array(FIRST_CAPACITY);
  #ends: number[] = [];

  get size(): number {
    return this.#codes.length;
  }

  clear(): void {
    this.#slots = new Int32Array(FIRST_CAPACITY).fill(-1);
    [this.#hashes, this.#codes, this.#ends] = [[], [], []];
  }

  /** The number of what stands from `from` to before `to`; {@link UNSEEN} where it was never given one. */
  codeOf(letters: Uint16Array, from: number, to: number): number {
    const hash = hashOf(letters, from, to);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] as number;
      if (entry < 0) return UNSEEN;
      if (this.#hashes[entry] === hash && this.#spells(entry, letters, from, to))
        return this.#codes[entry] as number;
    }
  }

  /** Gives it one. */
  learn(letters: Uint16Array, from: number, to: number, code: number): void {
    const hash = hashOf(letters, from, to);
    this.#enter(this.#codes.push(code) - 1, hash);
    this.#hashes.push(hash);
    this.#keep(letters.subarray(from, to));
    if (2 * this.#codes.length > this.#slots.length) this.#grow();
  }

  #enter(entry: number, hash: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }

  #spells(entry: number, letters: Uint16Array, from: number, to: number): boolean {
    const begin = entry === 0 ? 0 : (this.#ends[entry - 1] as number);
    if ((this.#ends[entry] as number) - begin !== to - from) return false;
    const known = this.#letters;
    const shift = begin - from;
    for (let at = from; at < to; at += 1) if (known[at + shift] !== letters[at]) return false;
    return true;
  }

  #keep(letters: Uint16Array): void {
    const begin = this.#ends.at(-1) ?? 0;
    const end = begin + letters.length;
    if (end > this.#letters.length) {
      const longer = new Uint16Array(2 * end);
      longer.set(this.#letters);
      this.#letters = longer;
    }
    this.#letters.set(letters, begin);
    this.#ends.push(end);
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    for (const [entry, hash] of this.#hashes.entries()) this.#enter(entry, hash);
  }
}

function hashOf(letters: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (letters[at] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

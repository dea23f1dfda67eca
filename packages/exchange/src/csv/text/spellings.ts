const FIRST_CAPACITY = 256;
/** Of what has no number yet. */
export const UNSEEN = -2;
/** Numbers from -1 up are kept as numbers from 1 up: 0 is an empty entry. */
const SHIFT = 2;
/** An entry: number, hash, and where the entry's bytes begin and end. Together, so that they are in the processor's cache together. */
const WIDTH = 4;

/**
 * Numbers of texts that are found by their bytes in a longer text: what was seen before is not cut out of it to be looked up. A `Map` does
 * the same of separate texts.
 */
export class Spellings {
  #table = new Int32Array(WIDTH * FIRST_CAPACITY);
  /** Bytes of all entries, one after the other. */
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #end = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#table = new Int32Array(WIDTH * FIRST_CAPACITY);
    [this.#end, this.#size] = [0, 0];
  }

  /** The number of the bytes from `from` to before `to`, given its {@link hashOf}; {@link UNSEEN} where it was never given one. */
  codeOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const table = this.#table;
    const known = this.#bytes;
    const last = table.length - WIDTH;
    for (let index = (hash << 2) & last; ; index = (index + WIDTH) & last) {
      const code = table[index] as number;
      if (code === 0) return UNSEEN;
      if (table[index + 1] !== hash) continue;
      const begin = table[index + 2] as number;
      if ((table[index + 3] as number) - begin !== to - from) continue;
      const shift = begin - from;
      let position = from;
      while (position < to && known[position + shift] === bytes[position]) position += 1;
      if (position === to) return code - SHIFT;
    }
  }

  /** Gives it one: -1 or more. */
  learn(bytes: Uint8Array, from: number, to: number, hash: number, code: number): void {
    this.#size += 1;
    if (4 * WIDTH * this.#size > this.#table.length) this.#grow();
    this.#enter(code + SHIFT, hash, this.#end, this.#keep(bytes.subarray(from, to)));
  }

  #enter(code: number, hash: number, begin: number, end: number): void {
    const last = this.#table.length - WIDTH;
    let index = (hash << 2) & last;
    while (this.#table[index] !== 0) index = (index + WIDTH) & last;
    this.#table.set([code, hash, begin, end], index);
  }

  #keep(bytes: Uint8Array): number {
    const end = this.#end + bytes.length;
    if (end > this.#bytes.length) {
      const longer = new Uint8Array(2 * end);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes.set(bytes, this.#end);
    this.#end = end;
    return end;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(2 * old.length);
    for (let index = 0; index < old.length; index += WIDTH) {
      const [code = 0, hash = 0, begin = 0, end = 0] = old.subarray(index, index + WIDTH);
      if (code !== 0) this.#enter(code, hash, begin, end);
    }
  }
}

/** The hash that {@link mixed} and {@link spread} make of a text, byte by byte. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let index = from; index < to; index += 1) hash = mixed(hash, bytes[index] as number);
  return spread(hash);
}
/** A hash (FNV-1a's step) with one more byte. */
export const mixed = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
/** A hash whose low bits, by which it is looked up, depend on all of it. */
export const spread = (hash: number): number => hash ^ (hash >>> 15);

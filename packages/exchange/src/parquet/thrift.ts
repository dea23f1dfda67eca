/** Fields of a structure by their numbers: those that hold a number, a yes or no, or a structure. */
export type Fields = ReadonlyMap<number, number | boolean | Fields>;

/** Structures within structures: Parquet's own go no deeper than ten. */
const MAX_DEPTH = 24;
/** Bytes of a number: 64 bits, seven in each. */
const MAX_LENGTH = 10;
const [STOP, TRUE, FALSE, BYTE, SHORT, LONG, DOUBLE, BINARY, LIST, STRUCT] = [0, 1, 2, 3, 4, 6, 7, 8, 9, 12];

/** Reads what Parquet's metadata are written in (Thrift's compact protocol), and believes no length that it states. */
class ThriftReader {
  readonly #view: DataView;
  at: number;
  /** Structures and list elements that were seen. */
  elements = 0;

  constructor(view: DataView, index: number) {
    [this.#view, this.at] = [view, index];
  }

  #byte(): number {
    if (this.at >= this.#view.byteLength) throw new Error("the metadata are cut off");
    return this.#view.getUint8(this.at++);
  }

  /** A number of at most 64 bits; one of more than 53 is not exact. */
  #number(): number {
    let number = 0;
    for (let index = 0; index < MAX_LENGTH; index += 1) {
      const byte = this.#byte();
      number += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return number;
    }
    throw new Error("a number of the metadata has no end");
  }

  #signed(): number {
    const number = this.#number();
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
  }

  #skip(bytes: number): void {
    if (bytes > this.#view.byteLength - this.at)
      throw new Error(`the metadata state ${bytes} bytes where ${this.#view.byteLength - this.at} are left`);
    this.at += bytes;
  }

  #list(depth: number): void {
    const head = this.#byte();
    const size = head >> 4 === 15 ? this.#number() : head >> 4;
    const left = this.#view.byteLength - this.at;
    if (size > left) throw new Error(`the metadata state a list of ${size} where ${left} bytes are left`);
    const type = head & 15;
    for (let element = 0; element < size; element += 1)
      if (type === TRUE || type === FALSE) this.#skip(1);
      else this.#element(type, depth);
    this.elements += size;
  }

  #element(type: number, depth: number): number | boolean | Fields | null {
    if (type === TRUE || type === FALSE) return type === TRUE;
    if (type >= SHORT && type <= LONG) return this.#signed();
    if (type === BYTE) this.#skip(1);
    else if (type === DOUBLE) this.#skip(8);
    else if (type === BINARY) this.#skip(this.#number());
    else if (type === LIST) this.#list(depth + 1);
    else if (type === STRUCT) return this.fields(depth + 1);
    else throw new Error(`the metadata hold something of an unknown kind (${type})`);
    return null;
  }

  fields(depth: number): Fields {
    if (depth > MAX_DEPTH) throw new Error("the metadata are nested too deep");
    const fields = new Map<number, number | boolean | Fields>();
    let field = 0;
    for (;;) {
      const head = this.#byte();
      const type = head & 15;
      if (type === STOP) return fields;
      field = head >> 4 === 0 ? this.#signed() : field + (head >> 4);
      const value = this.#element(type, depth);
      this.elements += 1;
      if (value !== null) fields.set(field, value);
    }
  }
}

/** Reads a structure, without what its lists hold. @throws where it states more than there is. */
export function thriftAt(view: DataView, index: number): { fields: Fields; end: number; elements: number } {
  const reader = new ThriftReader(view, index);
  const fields = reader.fields(0);
  return { fields, end: reader.at, elements: reader.elements };
}

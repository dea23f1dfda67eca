/**
 * What a field of a table is: bytes of a number, a text, a list of elements of so many bytes, a table, a list of tables, or a table whose
 * kind the field of a number names.
 */
export type Shape =
  | number
  | "text"
  | { list: number }
  | { table: Table }
  | { tables: Table }
  | { named: number; tables: Readonly<Record<number, Table>> };
/** Fields of a table by their number in the schema. Those that are not named are numbers, which nothing is read by. */
export type Table = () => { readonly [field: number]: Shape };

/** Tables within tables. */
const MAX_DEPTH = 32;
/** Tables of one message: a thousand columns have fewer. */
const MAX_TABLES = 2 ** 14;

/** Where the fields of a table are; `null` where it has none. */
export type FieldOffsets = (field: number) => number | null;

/**
 * Follows a message's tables (FlatBuffers) and holds each length that they state against the bytes that there are: what reads them later
 * believes them.
 */
export class CheckedBuffer {
  readonly view: DataView;
  #tables = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The position that the offset at a position leads to. */
  at(offset: number): number {
    const to = this.#has(offset, 4) + this.view.getUint32(offset, true);
    return this.#has(to, 4);
  }

  #has(offset: number, bytes: number): number {
    if (offset < 0 || bytes < 0 || offset + bytes > this.view.byteLength)
      throw new Error(`a message refers to byte ${offset + bytes} and has ${this.view.byteLength}`);
    return offset;
  }

  /** Follows the table at a position and all that it leads to. @throws where it leads out of the message, or in circles. */
  table(position: number, shape: Table, depth = 0): FieldOffsets {
    this.#tables += 1;
    if (depth > MAX_DEPTH || this.#tables > MAX_TABLES) throw new Error("a message has too many tables");
    const { view } = this;
    const index = this.#has(this.#has(position, 4) - view.getInt32(position, true), 4);
    const [size, own] = [view.getUint16(index, true), view.getUint16(index + 2, true)];
    this.#has(index, Math.max(4, size));
    this.#has(position, Math.max(4, own));
    const offsets: FieldOffsets = (field) => {
      const entry = 4 + 2 * field;
      const within = entry + 2 <= size ? view.getUint16(index + entry, true) : 0;
      return within === 0 ? null : position + within;
    };
    for (const [field, kind] of Object.entries(shape())) {
      const offset = offsets(Number(field));
      if (offset === null) continue;
      if (typeof kind === "number") {
        if (offset + kind > position + own) throw new Error("a table of a message is cut off");
      } else if (typeof kind === "object" && "named" in kind) {
        const name = offsets(kind.named);
        const named = name === null ? undefined : kind.tables[view.getUint8(name)];
        this.table(this.at(offset), named ?? nothing, depth + 1);
      } else this.#follow(offset, kind, depth);
    }
    return offsets;
  }

  #follow(
    offset: number,
    kind: "text" | { list: number } | { table: Table } | { tables: Table },
    depth: number,
  ) {
    const to = this.at(offset);
    if (kind !== "text" && "table" in kind) {
      this.table(to, kind.table, depth + 1);
      return;
    }
    const length = this.view.getUint32(to, true);
    this.#has(to + 4, length * (kind === "text" ? 1 : "list" in kind ? kind.list : 4));
    if (kind !== "text" && "tables" in kind)
      for (let element = 0; element < length; element += 1)
        this.table(this.at(to + 4 + 4 * element), kind.tables, depth + 1);
  }
}

const nothing: Table = () => ({});

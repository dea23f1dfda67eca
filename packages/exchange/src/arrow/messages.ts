import { CheckedBuffer, type Table } from "./flatbuffer.ts";

/** Bytes of one message that are taken into memory at most: of its head, which says what it holds, and of its body. */
const [MAX_HEAD, MAX_BODY] = [2 ** 24, 2 ** 28];
/** Bytes of a file that comes in pieces: it is taken into memory whole, since it is read from its end. */
const MAX_FILE = 2 ** 28;
/** Rows of a batch whose body is compressed, so that its length does not bound them. */
const MAX_FOLDED = 2 ** 24;

// Tables of Arrow's format, fields by their number (Schema.fbs, Message.fbs).
const pair: Table = () => ({ 0: "text", 1: "text" });
const int: Table = () => ({ 0: 4, 1: 1 });
const coded: Table = () => ({ 0: 8, 1: { table: int }, 2: 1, 3: 2 });
/** Types that have more than numbers: a time zone, the kinds of a union. */
const types: Readonly<Record<number, Table>> = {
  10: () => ({ 0: 2, 1: "text" }),
  14: () => ({ 0: 2, 1: { list: 4 } }),
};
const field: Table = () => ({
  ...{ 0: "text", 1: 1, 2: 1, 3: { named: 2, tables: types }, 4: { table: coded } },
  ...{ 5: { tables: field }, 6: { tables: pair } },
});
const schema: Table = () => ({ 0: 2, 1: { tables: field }, 2: { tables: pair }, 3: { list: 8 } });
const folding: Table = () => ({ 0: 1, 1: 1 });
const batch: Table = () => ({
  ...{ 0: 8, 1: { list: 16 }, 2: { list: 16 }, 3: { table: folding }, 4: { list: 8 } },
});
const dictionary: Table = () => ({ 0: 8, 1: { table: batch }, 2: 1 });
const [SCHEMA, DICTIONARY, BATCH] = [1, 2, 3];
const message: Table = () => ({
  ...{ 0: 2, 1: 1, 3: 8, 4: { tables: pair } },
  2: { named: 1, tables: { [SCHEMA]: schema, [DICTIONARY]: dictionary, [BATCH]: batch } },
});

/** Holds a message's head against itself, and its batch against the body that it states. Gives its kind, and how long the body is. */
function statedIn(head: Uint8Array): { type: number; body: number } {
  const buffer = new CheckedBuffer(head);
  const { view } = buffer;
  const offsets = buffer.table(buffer.at(0), message);
  const long = (offset: number | null): number =>
    offset === null ? 0 : Number(view.getBigInt64(offset, true));
  const body = long(offsets(3));
  if (!(body >= 0 && body <= MAX_BODY))
    throw new Error(`a message states ${body} bytes; at most ${MAX_BODY} are taken into memory`);
  const [kind, header] = [offsets(1), offsets(2)];
  const type = kind === null ? 0 : view.getUint8(kind);
  if (header === null || (type !== SCHEMA && type !== DICTIONARY && type !== BATCH))
    throw new Error(`a message of an unknown kind (${type})`);
  if (type === SCHEMA) return { type, body };
  let rows = buffer.table(buffer.at(header), type === BATCH ? batch : dictionary);
  if (type === DICTIONARY) {
    const data = rows(1);
    if (data === null) throw new Error("a dictionary has no entries");
    rows = buffer.table(buffer.at(data), batch);
  }
  const limit = rows(3) === null ? 8 * body : MAX_FOLDED;
  const count = (offset: number | null, limit: number) => {
    const stated = long(offset);
    if (!(stated >= 0 && stated <= limit))
      throw new Error(`a batch states ${stated} where there can be ${limit}`);
    return stated;
  };
  const pairs = (offset: number | null): number[] => {
    if (offset === null) return [];
    const list = buffer.at(offset);
    return Array.from({ length: view.getUint32(list, true) }, (_, index) => list + 4 + 16 * index);
  };
  count(rows(0), limit);
  // Rows of each column and how many of them are nothing; where each buffer begins in the body, and how long it is.
  for (const node of pairs(rows(1))) count(node + 8, count(node, limit));
  for (const piece of pairs(rows(2))) count(piece + 8, body - count(piece, body));
  return { type, body };
}

/** Bytes as they come, and as many of them as are asked for. */
class Pieces {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array[] = [];
  #bytes = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next bytes; fewer where there are no more. */
  async take(size: number): Promise<Uint8Array> {
    while (this.#bytes < size) {
      const { value, done } = await this.#source.next();
      if (done === true) break;
      this.#held.push(value);
      this.#bytes += value.length;
    }
    const all =
      this.#held.length === 1 ? (this.#held[0] as Uint8Array) : Buffer.concat(this.#held, this.#bytes);
    const taken = all.subarray(0, size);
    this.#held = taken.length < all.length ? [all.subarray(taken.length)] : [];
    this.#bytes = all.length - taken.length;
    return taken;
  }

  /** As many bytes, all of them. @throws where there are fewer. */
  async exactly(size: number): Promise<Uint8Array> {
    const taken = await this.take(size);
    if (taken.length < size)
      throw new Error(`the data are cut off: ${size} bytes were stated, ${taken.length} are there`);
    return taken;
  }

  /** All that is left; `null` where that is more than so many bytes. */
  async rest(limit: number): Promise<Uint8Array | null> {
    while (this.#bytes <= limit) {
      const { value, done } = await this.#source.next();
      if (done === true) return this.take(this.#bytes);
      this.#held.push(value);
      this.#bytes += value.length;
    }
    return null;
  }

  async end(): Promise<void> {
    this.#held = [];
    await this.#source.return?.();
  }
}

const CONTINUES = 0xffff_ffff;
const MARK = "ARROW1";
const isMark = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 6)).toString("latin1") === MARK;

function lengthIn(bytes: Uint8Array, index: number): number {
  if (bytes.length < index + 4) throw new Error("the data are cut off");
  return new DataView(bytes.buffer, bytes.byteOffset + index, 4).getUint32(0, true);
}
/** Where a message's head begins and how long it is; before version 0.15 of the format it began with its length alone. */
function headIn(start: Uint8Array): { at: number; length: number } {
  const index = lengthIn(start, 0) === CONTINUES ? 8 : 4;
  const length = lengthIn(start, index - 4);
  if (length !== 0 && (length < 8 || length > MAX_HEAD))
    throw new Error(`a message states a head of ${length} bytes`);
  return { at: index, length };
}

/**
 * Arrow data whose messages were looked over: of a file its bytes, of a stream the messages as they come. What decodes them believes each
 * length and count that they state, and would go through two thousand million of what is not there.
 * @throws where a message states what cannot be, or is cut off; the messages of a stream when they come.
 */
export async function checkedArrow(
  source: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  if (source instanceof Uint8Array && isMark(source)) return checkedFile(source);
  const pieces = new Pieces(source instanceof Uint8Array ? once(source) : source);
  const start = await pieces.take(8);
  if (!isMark(start)) return checkedMessages(pieces, start);
  const rest = await pieces.rest(MAX_FILE);
  await pieces.end();
  if (rest === null)
    throw new Error(
      `a file of more than ${MAX_FILE} bytes that comes in pieces; Arrow's stream format is for that`,
    );
  return checkedFile(Buffer.concat([start, rest]));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* checkedMessages(pieces: Pieces, first: Uint8Array): AsyncGenerator<Uint8Array> {
  try {
    for (let start = first; start.length > 0; start = await pieces.take(8)) {
      const { at, length } = headIn(start);
      if (length === 0) return;
      const rest = await pieces.exactly(length + at - start.length);
      const head = at === 8 ? rest : Buffer.concat([start.subarray(4), rest]);
      const body = await pieces.exactly(statedIn(head).body);
      // Where a body begins at a multiple of eight, it need not be copied once more.
      const whole = new Uint8Array(8 + head.length + body.length);
      new DataView(whole.buffer).setUint32(0, CONTINUES, true);
      new DataView(whole.buffer).setUint32(4, head.length, true);
      whole.set(head, 8);
      whole.set(body, 8 + head.length);
      yield whole;
    }
  } finally {
    await pieces.end();
  }
}

/** Blocks of a footer: where a message is; the length of its head and of its body follow. */
const BLOCK = 24;
const footer: Table = () => ({
  ...{ 0: 2, 1: { table: schema }, 2: { list: BLOCK }, 3: { list: BLOCK }, 4: { tables: pair } },
});

/** Looks over a file: its footer, and each message that it refers to, one after the other. */
function checkedFile(bytes: Uint8Array): Uint8Array {
  const size = bytes.length;
  if (size < 20 || !isMark(bytes.subarray(-6)))
    throw new Error(`the file is cut off: it does not end in ${MARK}`);
  const length = lengthIn(bytes, size - 10);
  if (length > size - 18 || length > MAX_HEAD) throw new Error(`a file states a footer of ${length} bytes`);
  const buffer = new CheckedBuffer(bytes.subarray(size - 10 - length, size - 10));
  const offsets = buffer.table(buffer.at(0), footer);
  if (offsets(1) === null) throw new Error("a file has no schema");
  for (const [offset, count] of [
    [offsets(2), DICTIONARY],
    [offsets(3), BATCH],
  ] as const) {
    if (offset === null) continue;
    const list = buffer.at(offset);
    let end = 8;
    for (let block = 0; block < buffer.view.getUint32(list, true); block += 1) {
      const index = Number(buffer.view.getBigInt64(list + 4 + BLOCK * block, true));
      if (!(index >= end && index < size))
        throw new Error(`a file has a message at byte ${index}, after one that ends at ${end}`);
      const head = headIn(bytes.subarray(index, index + 8));
      if (head.length === 0) throw new Error("a file refers to a message that is not there");
      const body = index + head.at + head.length;
      const stated = statedIn(bytes.subarray(index + head.at, body));
      // At a message of another kind the decoder would stay for ever.
      if (stated.type !== count)
        throw new Error(`a message of the kind ${stated.type} is where ${count} was stated`);
      end = body + stated.body;
      if (end > size) throw new Error(`the data are cut off: a message ends at byte ${end} of ${size}`);
    }
  }
  return bytes;
}

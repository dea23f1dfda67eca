import type { ColumnMetaData, SchemaElement } from "hyparquet";
import { deltaBinaryUnpack } from "hyparquet/src/delta.js";
import { type Fields, thriftAt } from "./thrift.ts";

/** A column of a row group, as the file's metadata state it. */
export interface StatedColumn {
  element: SchemaElement;
  codec: ColumnMetaData["codec"];
  /** Rows of the group. */
  rows: number;
  /** Bytes that the pages may decompress to. */
  limit: number;
}

/** Of what kind a page's values are, and how many it states. */
interface Page {
  /** Number of the encoding (`Encodings` in parquet.thrift). */
  encoding: number;
  values: number;
  /** Values that are nothing, where the page itself says. */
  nulls: number | null;
  /** Where the levels are: in the page, after their length; or before it. */
  levels: "within" | "before" | "none";
  /** Entries of the dictionary; `null`: there is none. */
  dictionary: number | null;
}

const fault = (message: string): never => {
  throw new Error(message);
};
const [DATA, DICTIONARY, DATA_2] = [0, 2, 3];
const [PLAIN, PLAIN_DICTIONARY, RUNS, DELTA, DELTA_LENGTHS, DELTA_PREFIXES, RUNS_DICTIONARY, SPLIT] = [
  0, 2, 3, 5, 6, 7, 8, 9,
];
/** Bytes of a value, by physical type. */
const WIDTHS: Readonly<Record<string, number>> = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 };
/** Digits of a decimal, in bytes; reading one takes the square of their number. */
const LONGEST_DECIMAL = 64;

/** A count that a structure states: whole, not negative, and no more than there can be. */
function count(fields: Fields | undefined, field: number, limit: number, what: string): number {
  const stated = fields?.get(field);
  if (typeof stated !== "number" || !Number.isInteger(stated) || stated < 0 || stated > limit)
    return fault(`a page states ${stated ?? "no"} ${what}; there can be ${limit}`);
  return stated;
}
const within = (fields: Fields, field: number): Fields | undefined => {
  const found = fields.get(field);
  return found instanceof Map ? found : undefined;
};

/** A number of at most 32 bits, seven in each byte. */
function numberAt(view: DataView, position: number, end: number): [number: number, after: number] {
  let number = 0;
  for (let index = 0; index < 5 && position + index < end; index += 1) {
    const byte = view.getUint8(position + index);
    number += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return [number, position + index + 1];
  }
  return fault("a page has a number without end");
}

/** Bits that are set among the first so many. */
function bitsSet(view: DataView, index: number, bits: number): number {
  let set = 0;
  for (let first = 0; first < bits; first += 8) {
    let byte = view.getUint8(index + first / 8);
    if (bits - first < 8) byte &= (1 << (bits - first)) - 1;
    for (; byte !== 0; byte &= byte - 1) set += 1;
  }
  return set;
}

/**
 * Follows runs of numbers (the hybrid of runs and packed bits) without unfolding them: so many values, no more and no less; each run of
 * one value below `limit`. Gives how many ones there are among numbers of one bit.
 */
function ones(
  view: DataView,
  [from, end]: [number, number],
  { width, values, limit }: { width: number; values: number; limit: number },
): number {
  let [index, seen, set] = [from, 0, 0];
  while (seen < values) {
    const [head, after] = numberAt(view, index, end);
    const packed = head % 2 === 1;
    const run = Math.floor(head / 2) * (packed ? 8 : 1);
    const bytes = packed ? (run / 8) * width : Math.ceil(width / 8);
    // Packed values come by eights or more, and the last of them may be none.
    if (!packed && run > values - seen) fault(`a run of ${run} values where ${values - seen} are left`);
    if (bytes > end - after) fault("a run of values is cut off");
    const own = Math.min(run, values - seen);
    if (packed) set += width === 1 ? bitsSet(view, after, own) : 0;
    else {
      let value = 0;
      for (let byte = 0; byte < bytes; byte += 1) value += view.getUint8(after + byte) * 2 ** (8 * byte);
      if (value >= limit && own > 0) fault(`a run of the value ${value}; there are ${limit}`);
      set += value * own;
    }
    seen += own;
    index = after + bytes;
  }
  return set;
}

/** Checks the body of a page, decompressed: that it holds what it states. */
function checkBody(view: DataView, page: Page, { element }: StatedColumn): void {
  const end = view.byteLength;
  let index = 0;
  let { values } = page;
  if (page.levels === "within" && page.values > 0) {
    const length = end < 4 ? fault("the levels of a page are cut off") : view.getUint32(0, true);
    if (length > end - 4) fault(`a page states ${length} bytes of levels and has ${end - 4}`);
    index = 4 + length;
    values = ones(view, [4, index], { width: 1, values: page.values, limit: 2 });
  } else if (page.nulls !== null) values -= page.nulls;
  checkValues(new DataView(view.buffer, view.byteOffset + index, end - index), values, page, element);
}

function checkValues(view: DataView, values: number, page: Page, element: SchemaElement): void {
  const { type = "", type_length: length } = element;
  const end = view.byteLength;
  const width = type === "FIXED_LEN_BYTE_ARRAY" ? (length ?? 0) : WIDTHS[type];
  const { encoding } = page;
  const reserve = (bytes: number) => {
    if (bytes > end) fault(`a page states ${values} values, ${bytes} bytes, and has ${end}`);
  };
  if (
    element.converted_type === "DECIMAL" &&
    type === "FIXED_LEN_BYTE_ARRAY" &&
    (width ?? 0) > LONGEST_DECIMAL
  )
    fault(`a decimal of ${width} bytes`);
  if (encoding === PLAIN) {
    if (type === "BOOLEAN") reserve(Math.ceil(values / 8));
    else if (width !== undefined) reserve(values * width);
    else checkTexts(view, values, element.converted_type === "DECIMAL" ? LONGEST_DECIMAL : end);
  } else if (encoding === SPLIT) reserve(values * (width ?? 1));
  else if (encoding === RUNS) {
    if (type !== "BOOLEAN") fault("runs of what is no yes or no");
    if (values > 0) reserve(4);
    ones(view, [Math.min(4, end), end], { width: 1, values, limit: 2 });
  } else if (encoding === PLAIN_DICTIONARY || encoding === RUNS_DICTIONARY) {
    if (page.dictionary === null) fault("a page refers to a dictionary that is not there");
    if (type === "BOOLEAN") fault("a dictionary of yes and no");
    reserve(1);
    const bits = view.getUint8(0);
    if (bits > 32) fault(`numbers of ${bits} bits`);
    const limit = page.dictionary ?? 0;
    if (values > 0 && limit === 0) fault("a page refers to a dictionary that is empty");
    if (bits > 0) ones(view, [1, end], { width: bits, values, limit });
  } else if (encoding === DELTA || encoding === DELTA_LENGTHS || encoding === DELTA_PREFIXES) {
    const after = checkDelta(view, 0, values, encoding === DELTA ? null : end);
    if (encoding === DELTA_PREFIXES) checkPrefixes(view, values, after);
  }
}

/** Texts one after the other, each after its length. */
function checkTexts(view: DataView, values: number, longest: number): void {
  let index = 0;
  for (let value = 0; value < values; value += 1) {
    const length =
      index + 4 > view.byteLength ? fault("a text of a page is cut off") : view.getUint32(index, true);
    if (length > Math.min(longest, view.byteLength - index - 4))
      fault(`a text of ${length} bytes where ${view.byteLength - index - 4} are left`);
    index += 4 + length;
  }
}

/** Differences: the head of their blocks. Lengths are decompressed too, and add up to no more than there is; gives where they end. */
function checkDelta(view: DataView, from: number, values: number, lengths: number | null): number {
  const end = view.byteLength;
  const [block, afterBlock] = numberAt(view, from, end);
  const [parts, afterParts] = numberAt(view, afterBlock, end);
  const [stated] = numberAt(view, afterParts, end);
  if (block === 0 || block % 128 !== 0 || block > 65_536 || parts === 0 || block % parts !== 0)
    fault(`blocks of ${block} values in ${parts} parts`);
  if (stated !== values) fault(`a page has ${stated} values and states ${values}`);
  if (lengths === null) return end;
  const reader = { view, offset: from };
  const decompressed = new Int32Array(values);
  deltaBinaryUnpack(reader, values, decompressed);
  if (decompressed.some((length) => length < 0 || length > lengths))
    fault("a text of a page is longer than the page");
  return reader.offset;
}

/** Texts that begin as the one before does: each of a few bytes may be long. */
function checkPrefixes(view: DataView, values: number, from: number): void {
  const [prefixes, suffixes] = [new Int32Array(values), new Int32Array(values)];
  deltaBinaryUnpack({ view, offset: 0 }, values, prefixes);
  checkDelta(view, from, values, view.byteLength);
  deltaBinaryUnpack({ view, offset: from }, values, suffixes);
  let [before, all] = [0, 0];
  for (let value = 0; value < values; value += 1) {
    if ((prefixes[value] as number) > before) fault("a text begins like a longer one");
    before = (prefixes[value] as number) + (suffixes[value] as number);
    all += before;
  }
  if (all > MAX_TEXT) fault(`the texts of a page decompress to ${all} bytes`);
}
/** Bytes of texts that a page may decompress to. */
const MAX_TEXT = 2 ** 27;

/**
 * The pages of a column of a row group, looked over before they are decoded: the decoder believes each length and count that they state.
 * Pages that are compressed are checked when they are decompressed.
 */
export class CheckedPages {
  readonly #column: StatedColumn;
  /** Pages by the offset of what is compressed in them. */
  readonly #compressed = new Map<number, Page>();

  /** @throws where a page states what cannot be. */
  constructor(bytes: ArrayBuffer, column: StatedColumn) {
    this.#column = column;
    const view = new DataView(bytes);
    let [index, rows, decompressed] = [0, 0, 0];
    let dictionary: number | null = null;
    while (rows < column.rows) {
      if (index >= view.byteLength) fault(`the pages of a column have ${rows} rows of ${column.rows}`);
      const { fields, end } = thriftAt(view, index);
      const size = count(fields, 3, view.byteLength - end, "bytes");
      decompressed += count(fields, 2, column.limit, "bytes decompressed");
      if (decompressed > column.limit)
        fault(`the pages of a column decompress to more than ${column.limit} bytes`);
      const kind = fields.get(1);
      const body = new Uint8Array(bytes, end, size);
      if (kind === DICTIONARY) {
        const limit = Math.ceil((fields.get(2) as number) / (WIDTHS[column.element.type ?? ""] ?? 1));
        dictionary = count(within(fields, 7), 1, limit, "entries of a dictionary");
        this.#hold(body, {
          ...{ encoding: PLAIN, values: dictionary, nulls: 0, dictionary },
          levels: "none",
        });
      } else if (kind === DATA) {
        const head = within(fields, 5);
        const values = count(head, 1, column.rows - rows, "values");
        const levels = column.element.repetition_type === "REQUIRED" ? "none" : "within";
        this.#hold(body, { encoding: encodingOf(head, 2), values, nulls: null, levels, dictionary });
        rows += values;
      } else if (kind === DATA_2) rows += this.#second(body, within(fields, 8), rows, dictionary);
      else fault(`a page of an unknown kind (${String(kind)})`);
      index = end + size;
    }
  }

  /** A page of the second version, whose levels are not compressed. */
  #second(body: Uint8Array, head: Fields | undefined, rows: number, dictionary: number | null): number {
    const column = this.#column;
    const values = count(head, 1, column.rows - rows, "values");
    const nulls = count(head, 2, values, "values that are nothing");
    if (count(head, 3, values, "rows") !== values) fault("a page has other rows than values");
    if (count(head, 6, 0, "bytes of repetition") !== 0) fault("a page repeats");
    const levels = count(head, 5, body.length, "bytes of levels");
    const required = column.element.repetition_type === "REQUIRED";
    if (required && levels + nulls > 0) fault("a page has levels where nothing is optional");
    const view = new DataView(body.buffer, body.byteOffset, levels);
    const present = required ? values : ones(view, [0, levels], { width: 1, values, limit: 2 });
    if (present !== values - nulls)
      fault(`a page states ${nulls} values that are nothing and has ${values - present}`);
    const page: Page = { encoding: encodingOf(head, 4), values, nulls, levels: "before", dictionary };
    this.#hold(body.subarray(levels), page, head?.get(7) === false);
    return values;
  }

  #hold(body: Uint8Array, page: Page, plain = this.#column.codec === "UNCOMPRESSED"): void {
    if (plain) this.#check(body, page);
    else this.#compressed.set(body.byteOffset, page);
  }

  #check(body: Uint8Array, page: Page): void {
    checkBody(new DataView(body.buffer, body.byteOffset, body.byteLength), page, this.#column);
  }

  /** Checks a page that was decompressed, by the offset of what it was compressed into. @throws where it does not hold what it states. */
  decompressed(compressed: Uint8Array, body: Uint8Array): void {
    const page = this.#compressed.get(compressed.byteOffset);
    if (page === undefined) fault("a page was read that was not looked over");
    else this.#check(body, page);
  }
}

/** Number of a page's encoding. */
function encodingOf(head: Fields | undefined, field: number): number {
  const encoding = head?.get(field);
  return typeof encoding === "number" ? encoding : fault("a page states no encoding");
}

import { type Chunk, holds, type ObservationTable } from "./table.ts";

/** Reports in force that break down by the same axes. */
export interface Breakdown {
  /** The axes, as bits. */
  axisMask: number;
  rows: number;
  /** How many there are, by the axes on which they name the category `unknown`, as bits. */
  reports: Map<number, number>;
}

/** By table code: the breakdowns of an indicator's reports; `null` where a report has rows of two, or where they are not known. */
export type ReportCounts = (readonly Breakdown[] | null)[];

/**
 * Counts the reports of every indicator at a time. Rows are first put together by indicator: the reports of one fit into the processor's
 * caches, those of all do not.
 */
export function countReports(table: ObservationTable, until: number): ReportCounts {
  const { starts, cellKey, source, place, id } = rowsByIndicator(table, until);
  const kinds = new RowKinds(table);
  const reports = new IndicatorReports();
  return table.indicators.texts.map((_, code) => {
    const [from, to] = [starts[code] as number, starts[code + 1] as number];
    reports.clear(to - from);
    for (let row = from; row < to; row += 1)
      reports.add(
        kinds,
        cellKey[row] as number,
        source[row] as number,
        place[row] as number,
        id === null ? 0 : (id[row] as number),
      );
    return reports.counts();
  });
}

/** What the rows in force are about, those of each indicator together: of code `c` from `starts[c]` to before `starts[c + 1]`. */
function rowsByIndicator(table: ObservationTable, until: number) {
  const inForce = table.chunks.map((chunk) => rowsInForce(chunk, until));
  const next = new Int32Array(table.indicators.texts.length + 1);
  for (const [number, { indicator }] of table.chunks.entries()) {
    const rows = inForce[number] as Int32Array;
    for (let at = 0; at < rows.length; at += 1) {
      const after = (indicator[rows[at] as number] as number) + 1;
      next[after] = (next[after] as number) + 1;
    }
  }
  for (let code = 1; code < next.length; code += 1)
    next[code] = (next[code] as number) + (next[code - 1] as number);
  const starts = next.slice();
  const count = next[next.length - 1] as number;
  const [cellKey, source, place] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const id = table.chunks.some((chunk) => chunk.id !== null) ? new Int32Array(count) : null;
  for (const [number, chunk] of table.chunks.entries()) {
    const rows = inForce[number] as Int32Array;
    const { indicator, cellKey: keys, source: sources, place: places, id: ids } = chunk;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as number;
      const code = indicator[row] as number;
      const to = next[code] as number;
      next[code] = to + 1;
      cellKey[to] = keys[row] as number;
      source[to] = sources[row] as number;
      place[to] = places[row] as number;
      if (id !== null) id[to] = ids?.[row] ?? 0;
    }
  }
  return { starts, cellKey, source, place, id };
}

/** Indices of a chunk's rows that hold at a time. */
function rowsInForce(chunk: Chunk, until: number): Int32Array {
  const { size } = chunk;
  const rows = new Int32Array(size);
  let count = 0;
  for (let index = 0; index < size; index += 1) if (holds(chunk, index, until)) rows[count++] = index;
  return rows.subarray(0, count);
}

/** The reports in force, counted, which rows are added to one by one. */
export class ReportIndex {
  private readonly kinds: RowKinds;
  /** By table code. */
  private readonly reports: IndicatorReports[] = [];

  constructor(table: ObservationTable, until: number) {
    this.kinds = new RowKinds(table);
    for (const chunk of table.chunks)
      for (let index = 0; index < chunk.size; index += 1)
        if (holds(chunk, index, until)) this.add(chunk, index);
  }

  /** Counts a row that took no other one's place. */
  add({ indicator, cellKey, source, place, id }: Chunk, index: number): void {
    const code = indicator[index] as number;
    while (this.reports.length <= code) this.reports.push(new IndicatorReports());
    this.reports[code]?.add(
      this.kinds,
      cellKey[index] as number,
      source[index] as number,
      place[index] as number,
      id?.[index] ?? 0,
    );
  }

  /** Of one indicator, by its table code. */
  countsOf(code: number): ReportCounts[number] {
    const own = this.reports[code];
    return own === undefined ? [] : own.counts();
  }
}

/** By cell key, what rows with it are; kept up as the table grows. */
class RowKinds {
  private readonly table: ObservationTable;
  readonly period: number[] = [];
  /** The axes that they name, and those on which they name `unknown`, as bits. */
  readonly axisMask: number[] = [];
  readonly unknownMask: number[] = [];

  constructor(table: ObservationTable) {
    this.table = table;
    this.update();
  }

  update(): void {
    const { cellKeys, combinations } = this.table;
    const { axes, axisMasks, categories, codes } = combinations;
    const unknown = categories.map((each) => each.codes.get("unknown") ?? -1);
    for (let key = this.period.length; key < cellKeys.period.length; key += 1) {
      const combination = cellKeys.cell[key] as number;
      this.period.push(cellKeys.period[key] as number);
      this.axisMask.push(axisMasks[combination] as number);
      this.unknownMask.push(
        unknown.reduce(
          (bits, code, axis) =>
            codes[combination * axes.length + axis] === code ? bits | (1 << axis) : bits,
          0,
        ),
      );
    }
  }
}

// What is kept of a report: what it is about, the axes that its rows name, those on which one names `unknown`, and how many rows there are.
const PERIOD = 0;
const SOURCE = 1;
const PLACE = 2;
const ID = 3;
const AXES = 4;
const UNKNOWN_ON = 5;
const ROWS = 6;
const WIDTH = 7;
/** In the place of the axes: of a report whose rows do not all name the same ones. */
const MIXED = -1;

/** Reports of one indicator, by what they are about: open addressing, five eighths full at most. */
class IndicatorReports {
  /** Without rows: none. */
  private entries = new Int32Array(0);
  private mask = -1;
  private size = 0;

  /** Forgets all, and makes space for so many. */
  clear(reports: number): void {
    let capacity = 16;
    while (8 * reports > 5 * capacity) capacity *= 2;
    if (WIDTH * capacity > this.entries.length) this.entries = new Int32Array(WIDTH * capacity);
    else this.entries.fill(0, 0, WIDTH * capacity);
    [this.mask, this.size] = [capacity - 1, 0];
  }

  add(kinds: RowKinds, cellKey: number, source: number, place: number, id: number): void {
    if (8 * this.size >= 5 * this.mask) this.grow();
    if (cellKey >= kinds.period.length) kinds.update();
    const { entries } = this;
    const axisMask = kinds.axisMask[cellKey] as number;
    const at = this.find(kinds.period[cellKey] as number, source, place, id);
    const rows = entries[at + ROWS] as number;
    if (rows === 0) {
      this.size += 1;
      entries[at + PERIOD] = kinds.period[cellKey] as number;
      entries[at + SOURCE] = source;
      entries[at + PLACE] = place;
      entries[at + ID] = id;
      entries[at + AXES] = axisMask;
    } else if (entries[at + AXES] !== axisMask) entries[at + AXES] = MIXED;
    entries[at + UNKNOWN_ON] = (entries[at + UNKNOWN_ON] as number) | (kinds.unknownMask[cellKey] as number);
    entries[at + ROWS] = rows + 1;
  }

  /** Where a report is among the entries, or would be. */
  private find(period: number, source: number, place: number, id: number): number {
    const { entries, mask } = this;
    let hash = Math.imul(Math.imul(period, 0x9e3779b1) ^ source, 0x85ebca6b) ^ place;
    hash = Math.imul(Math.imul(hash, 0xc2b2ae35) ^ id, 0x27d4eb2f);
    for (let slot = hash ^ (hash >>> 15); ; slot += 1) {
      const at = WIDTH * (slot & mask);
      if (
        entries[at + ROWS] === 0 ||
        (entries[at + PERIOD] === period &&
          entries[at + SOURCE] === source &&
          entries[at + PLACE] === place &&
          entries[at + ID] === id)
      )
        return at;
    }
  }

  private grow(): void {
    const old = this.entries.slice(0, WIDTH * (this.mask + 1));
    const { size } = this;
    this.clear(2 * (this.mask + 1));
    this.size = size;
    for (let from = 0; from < old.length; from += WIDTH) {
      if (old[from + ROWS] === 0) continue;
      const to = this.find(
        old[from + PERIOD] as number,
        old[from + SOURCE] as number,
        old[from + PLACE] as number,
        old[from + ID] as number,
      );
      for (let part = 0; part < WIDTH; part += 1) this.entries[to + part] = old[from + part] as number;
    }
  }

  counts(): ReportCounts[number] {
    const { entries, mask } = this;
    const found = new Map<number, Breakdown>();
    for (let at = 0; at < WIDTH * (mask + 1); at += WIDTH) {
      const rows = entries[at + ROWS] as number;
      if (rows === 0) continue;
      const [axisMask, unknown] = [entries[at + AXES] as number, entries[at + UNKNOWN_ON] as number];
      if (axisMask === MIXED) return null;
      let own = found.get(axisMask);
      if (own === undefined) {
        own = { axisMask, rows: 0, reports: new Map() };
        found.set(axisMask, own);
      }
      own.rows += rows;
      own.reports.set(unknown, (own.reports.get(unknown) ?? 0) + 1);
    }
    return [...found.values()];
  }
}

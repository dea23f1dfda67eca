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

/** Up to so many possible reports have a place each; of more, those that occur are hashed. */
const MAX_REPORTS = 2 ** 25;

/** Counts the reports of every indicator at a time. */
export const countReports = (table: ObservationTable, until: number): ReportCounts =>
  new ReportIndex(table, until).counts();

/** The reports in force, counted, which rows are added to one by one. */
export class ReportIndex {
  private readonly table: ObservationTable;
  private readonly states: ReportStates;
  /** Codes of each kind that there is a place for. */
  private readonly sizes: { codes: number; periods: number; sources: number; places: number };
  private readonly seen: Uint16Array | null;
  private readonly hashed: NumberMap | null;
  private readonly withIds = new Map<string, number>();

  /** @param headroom how many times as many sources, places, periods and indicators as there are can come. */
  constructor(table: ObservationTable, until: number, headroom = 1) {
    this.table = table;
    const [codes, periods, sources, places] = [
      table.indicators,
      table.periods,
      table.sources,
      table.places,
    ].map(({ texts }) => headroom * texts.length) as [number, number, number, number];
    this.sizes = { codes, periods, sources, places };
    const possible = codes * periods * sources * places;
    this.states = new ReportStates(table);
    this.seen = possible <= MAX_REPORTS ? new Uint16Array(possible) : null;
    this.hashed = this.seen === null ? new NumberMap() : null;
    for (const chunk of table.chunks) {
      const plain = chunk.superseded === null && chunk.lastRecorded <= until;
      for (let index = 0; index < chunk.size; index += 1)
        if (plain || holds(chunk, index, until)) this.add(chunk, index);
    }
  }

  /** Counts a row that took no other one's place. Returns whether there was space for it. */
  add({ indicator, cellKey, source, place, id }: Chunk, index: number): boolean {
    const { sizes, states, seen, hashed, withIds } = this;
    const code = indicator[index] as number;
    const cell = cellKey[index] as number;
    const period = this.table.cellKeys.period[cell] as number;
    const [from, at] = [source[index] as number, place[index] as number];
    if (code >= sizes.codes || period >= sizes.periods || from >= sizes.sources || at >= sizes.places)
      return false;
    const key = ((code * sizes.periods + period) * sizes.sources + from) * sizes.places + at;
    const kind = states.kindOf(cell);
    const own = id?.[index] ?? 0;
    if (own !== 0) {
      const text = `${key},${own}`;
      withIds.set(text, states.next(withIds.get(text) ?? 0, kind, code));
    } else if (seen !== null) seen[key] = states.next(seen[key] as number, kind, code);
    else if (hashed !== null) {
      const slot = hashed.indexOf(key);
      hashed.values[slot] = states.next(hashed.values[slot] as number, kind, code);
    }
    return true;
  }

  /** Of one indicator, by its table code. */
  countsOf(code: number): ReportCounts[number] {
    return this.states.countsOf(code);
  }

  counts(): ReportCounts {
    return this.table.indicators.texts.map((_, code) => this.countsOf(code));
  }
}

/** What the rows of a report have been so far, numbered: the axes that they name, and those on which one of them names `unknown`. */
class ReportStates {
  private readonly table: ObservationTable;
  private readonly unknown: number[];
  /** By cell key: what a row is. The very numbers of the states that it makes as the first row of a report. */
  private readonly kinds: number[] = [];
  /** From 1; the last one is of reports with rows of two breakdowns. */
  private readonly states: { axisMask: number; unknown: number }[] = [{ axisMask: -1, unknown: 0 }];
  private readonly numbers = new Map<string, number>();
  private readonly following: number[][] = [];
  /** By table code and state: reports, and rows that found them so. */
  private readonly reports: number[][] = [];
  private readonly rows: number[][] = [];
  private readonly mixed = new Set<number>();

  constructor(table: ObservationTable) {
    this.table = table;
    this.unknown = table.combinations.categories.map((each) => each.codes.get("unknown") ?? -1);
    for (let cell = 0; cell < table.cellKeys.cell.length; cell += 1) this.kindOf(cell);
  }

  /** What a row with a cell key is; cell keys come in order. */
  kindOf(cell: number): number {
    const { kinds, table, unknown } = this;
    const { axes, axisMasks, codes } = table.combinations;
    for (let next = kinds.length; next <= cell; next += 1) {
      const combination = table.cellKeys.cell[next] as number;
      kinds.push(
        this.numberOf(
          axisMasks[combination] ?? 0,
          unknown.reduce(
            (bits, code, axis) =>
              codes[combination * axes.length + axis] === code ? bits | (1 << axis) : bits,
            0,
          ),
        ),
      );
    }
    return kinds[cell] as number;
  }

  private numberOf(axisMask: number, unknown: number): number {
    const key = `${axisMask},${unknown}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.states.length < MAX_STATES ? this.states.push({ axisMask, unknown }) - 1 : MAX_STATES;
      this.numbers.set(key, number);
    }
    return number;
  }

  /** Takes in a row of a report. */
  next(before: number, kind: number, code: number): number {
    const branch = listAt(this.following, before);
    let after = branch[kind];
    if (after === undefined) {
      after = this.join(before, kind);
      branch[kind] = after;
    }
    const rows = listAt(this.rows, code);
    rows[kind] = (rows[kind] ?? 0) + 1;
    if (after === before) return before;
    if (after === MAX_STATES) this.mixed.add(code);
    const reports = listAt(this.reports, code);
    if (before !== 0) reports[before] = (reports[before] ?? 0) - 1;
    reports[after] = (reports[after] ?? 0) + 1;
    return after;
  }

  private join(before: number, kind: number): number {
    if (before === 0) return kind;
    const [was, is] = [this.states[before], this.states[kind]];
    if (was === undefined || is === undefined || was.axisMask !== is.axisMask) return MAX_STATES;
    return this.numberOf(was.axisMask, was.unknown | is.unknown);
  }

  countsOf(code: number): ReportCounts[number] {
    if (this.mixed.has(code)) return null;
    const found = new Map<number, Breakdown>();
    for (const [number, { axisMask, unknown }] of this.states.entries()) {
      const [rows, reports] = [this.rows[code]?.[number] ?? 0, this.reports[code]?.[number] ?? 0];
      if (rows === 0 && reports === 0) continue;
      let own = found.get(axisMask);
      if (own === undefined) {
        own = { axisMask, rows: 0, reports: new Map() };
        found.set(axisMask, own);
      }
      own.rows += rows;
      if (reports > 0) own.reports.set(unknown, reports);
    }
    return [...found.values()];
  }
}
const listAt = (lists: number[][], index: number): number[] => {
  const known = lists[index];
  if (known !== undefined) return known;
  const list: number[] = [];
  lists[index] = list;
  return list;
};

/** More states than these are not distinguished. */
const MAX_STATES = 1000;

/** A small number by each of many large ones, 0 at first: open addressing. */
class NumberMap {
  private keys = new Float64Array(1024).fill(-1);
  values = new Uint16Array(1024);
  private size = 0;

  /** Where the number of a key is among `values`, until the next call. */
  indexOf(key: number): number {
    const at = this.find(key);
    if (this.keys[at] === key) return at;
    this.size += 1;
    if (2 * this.size > this.keys.length) {
      this.grow();
      this.size -= 1;
      return this.indexOf(key);
    }
    this.keys[at] = key;
    return at;
  }

  private find(key: number): number {
    const mask = this.keys.length - 1;
    const mixed = Math.imul((key | 0) ^ Math.imul(Math.floor(key / 2 ** 32), 0x85ebca6b), 0x9e3779b1);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    while (this.keys[at] !== -1 && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Float64Array(2 * keys.length).fill(-1);
    this.values = new Uint16Array(2 * keys.length);
    for (const [at, key] of keys.entries())
      if (key !== -1) {
        const to = this.find(key);
        this.keys[to] = key;
        this.values[to] = values[at] as number;
      }
  }
}

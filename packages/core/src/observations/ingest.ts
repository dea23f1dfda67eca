import { decimalsIn, NO_DECIMAL } from "../values/decimals.ts";
import { step } from "./combinations.ts";
import { codeOf, type Dictionary } from "./dictionary.ts";
import { toInstant } from "./instant.ts";
import { BATCH, enterAll, hashOf, reserve } from "./key-index.ts";
import type { Observation, Rejection } from "./observation.ts";
import { refusal } from "./refusal.ts";
import {
  type Chunk,
  cellKeyOf,
  type Key,
  lineOf,
  MISSING,
  NO_VALUE,
  noteAxisMask,
  noteKind,
  noteLine,
  type ObservationTable,
  observationAt,
  openChunk,
  profileFor,
  widen,
  withCorrections,
  withDenominators,
  withIds,
} from "./table.ts";

/** What became of a batch: how many rows were taken, and those that were not, each with its reason. */
export interface Admission<Row = unknown> {
  /** Rows that were taken. */
  accepted: number;
  /** Rows that were not taken, each with its reason, to be mended and given again. */
  rejected: Rejection<Row>[];
  /** Rows of earlier batches among the rejected: they were taken, and a row of this one contradicts them. */
  recalled: number;
}

const NOT_A_TEXT = "not-text";
type Fault = [column: string, code: Rejection["code"]];

/** Validates and appends rows. Good rows are kept; bad ones are handed back with row, column and reason. */
export function addObservations<Row>(
  table: ObservationTable,
  rows: ArrayLike<Row>,
  /** Number of the first row in the input that the caller reads, for the reasons. */
  {
    firstRow = 0,
    lines,
  }: {
    /** Number of the first row in the input that the caller reads, for the reasons. */
    firstRow?: number | undefined;
    /** Line of the source that each row is from. Default: its number, from 1. */
    lines?: ArrayLike<number> | undefined;
  } = {},
): Admission<Row> {
  const rejected: Rejection<Row>[] = [];
  const first = table.size;
  reserve(table, rows.length);
  const hashes = new Int32Array(Math.min(BATCH, rows.length));
  let waiting = 0;
  let lastText = "";
  let lastTime = Number.NaN;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as Row;
    let fault: Fault | null;
    if (typeof row !== "object" || row === null) fault = ["", "not-a-row"];
    else {
      const { recordedAt } = row as Partial<Observation>;
      // Rows of one import tend to be recorded together.
      if (recordedAt !== lastText) {
        lastTime = toInstant(recordedAt);
        lastText = recordedAt as string;
      }
      const outcome = admit(table, row as Partial<Observation>, lastTime);
      if (typeof outcome !== "number") fault = outcome;
      else {
        fault = null;
        hashes[waiting++] = outcome;
        noteLine(table, table.size - 1, lines?.[index] ?? firstRow + index + 1);
        if (waiting === BATCH) {
          enterAll(table, hashes, waiting);
          waiting = 0;
        }
      }
    }
    if (fault !== null) rejected.push(refusal(table, row, firstRow + index, fault[0], fault[1]));
  }
  enterAll(table, hashes, waiting);
  return admission(table, rejected, rows.length, first, firstRow, (index) => rows[index] as Row);
}

/** What became of a batch, once rows that contradict one another are known. */
export function admission<Row>(
  table: ObservationTable,
  rejected: Rejection<Row>[],
  length: number,
  firstTaken: number,
  firstRow: number,
  input: (index: number) => Row,
): Admission<Row> {
  const conflicts = table.conflicts.splice(0);
  const recalled = conflicts.filter((row) => row < firstTaken).length;
  const refused = rejected.map(({ row }) => row - firstRow);
  let before = 0;
  for (const row of conflicts.sort((a, b) => a - b)) {
    // Rows were taken in order: as many before it as were refused shift its place.
    while (before < refused.length && (refused[before] as number) <= row - firstTaken + before) before += 1;
    const index = row - firstTaken + before;
    rejected.push(
      row < firstTaken
        ? refusal(table, observationAt(table, row) as Row, lineOf(table, row) - 1, "value", "rows-conflict")
        : refusal(table, input(index), firstRow + index, "value", "rows-conflict"),
    );
  }
  if (conflicts.length > 0) rejected.sort((a, b) => a.row - b.row);
  return { accepted: length - rejected.length + recalled, rejected, recalled };
}

/** Validates one row and appends it; the hash of its keys, or what is wrong with it. */
export function admit(table: ObservationTable, row: Partial<Observation>, recorded: number): Fault | number {
  const indicator = codeOf(table.indicators, row.indicator);
  if (indicator < 0) return fault(row.indicator, "indicator", "unknown-indicator");
  const period = codeOf(table.periods, row.period);
  if (period < 0) return fault(row.period, "period", "unknown-period");
  if (Number.isNaN(recorded)) return fault(row.recordedAt, "recordedAt", "not-an-instant");

  const limit = table.limits[indicator] ?? 0;
  let { value, denominator } = row as { value: number; denominator: number };
  if (row.reason !== undefined && row.reason !== null) {
    const wrong = withoutValue(row);
    if (wrong !== null) return wrong;
    value = Number.NaN;
    denominator = NO_VALUE[row.reason];
  } else if (typeof value === "number" && row.numerator === undefined && row.denominator === undefined) {
    if (!Number.isFinite(value)) return ["value", "not-a-number"];
    if (limit > 1 && !(value >= 0 && value <= limit - 2 && Number.isInteger(value)))
      return ["value", "out-of-range"];
    denominator = Number.NaN;
  } else if ((value as unknown) === null) {
    value = denominator = Number.NaN;
  } else {
    const wrong = fraction(row, limit === 1 || !table.indicators.closed);
    if (wrong !== null) return wrong;
    value = row.numerator as number;
    denominator = row.denominator ?? MISSING;
  }

  const source = row.source === undefined ? 0 : codeOf(table.sources, row.source);
  if (source < 0) return ["source", NOT_A_TEXT];
  const place = row.place === undefined ? 0 : codeOf(table.places, row.place);
  if (place < 0) return ["place", NOT_A_TEXT];
  let cell = 0;
  if (row.categories !== undefined) {
    const { combinations: categories } = table;
    const byAxis = row.categories as Record<string, string>;
    if (typeof byAxis !== "object" || byAxis === null) return ["categories", "not-a-row"];
    let left = 0;
    for (const _ in byAxis) left += 1;
    for (let axis = 0; axis < categories.axes.length; axis += 1) {
      const category = byAxis[(categories.axes[axis] as { name: string }).name];
      let code = 0;
      if (category !== undefined) {
        code = codeOf(categories.categories[axis] as Dictionary, category);
        if (code <= 0)
          return [
            (categories.axes[axis] as { name: string }).name,
            code < 0 && typeof category !== "string" ? NOT_A_TEXT : "unknown-category",
          ];
        left -= 1;
      }
      cell = step(categories, cell, axis, code);
    }
    if (left > 0) return ["categories", "unknown-axis"];
  }
  if (row.evidence !== undefined) table.evidence.set(table.size, String(row.evidence));
  const id = row.id === undefined ? 0 : codeOf(table.ids, row.id);
  if (id < 0) return ["id", NOT_A_TEXT];
  return append(table, indicator, period, source, place, cell, value, denominator, recorded, id);
}

const fault = (found: unknown, column: string, code: Rejection["code"]): Fault => [
  column,
  found === undefined || found === "" ? "missing" : typeof found === "string" ? code : NOT_A_TEXT,
];

/** What is wrong with a row that says why it has no value. */
function withoutValue({ reason, ...row }: Partial<Observation>): Fault | null {
  if (typeof reason !== "string" || !Object.hasOwn(NO_VALUE, reason))
    return ["reason", typeof reason === "string" ? "not-a-reason" : NOT_A_TEXT];
  const given = [row.value, row.numerator, row.denominator].some((each) => (each ?? null) !== null);
  return given ? ["reason", "value-and-reason"] : null;
}

function fraction(row: Partial<Observation>, admitted: boolean): Fault | null {
  const { value, numerator, denominator } = row;
  if (value !== undefined && (numerator !== undefined || denominator !== undefined))
    return ["value", "value-and-numerator"];
  if (value !== undefined) return ["value", "not-a-number"];
  if (numerator === undefined || !admitted)
    return [admitted && denominator !== undefined ? "numerator" : "value", "missing"];
  if (!Number.isFinite(numerator)) return ["numerator", "not-a-number"];
  if (denominator === undefined || denominator === null) return null;
  if (!Number.isFinite(denominator)) return ["denominator", "not-a-number"];
  return denominator < 0 ? ["denominator", "negative-denominator"] : null;
}

function put(chunk: Chunk, key: Key, index: number, code: number): void {
  const codes = chunk[key];
  if (code > 0xffff && codes.BYTES_PER_ELEMENT < 4) widen(chunk, key)[index] = code;
  else codes[index] = code;
}

/** Appends a row that was found good; the hash of its keys. */
export function append(
  table: ObservationTable,
  indicator: number,
  period: number,
  source: number,
  place: number,
  cell: number,
  value: number,
  denominator: number,
  recorded: number,
  id = 0,
): number {
  const chunk = openChunk(table);
  const index = chunk.size;
  const cellKey = cellKeyOf(table.cellKeys, period, cell);
  put(chunk, "indicator", index, indicator);
  put(chunk, "cellKey", index, cellKey);
  put(chunk, "source", index, source);
  put(chunk, "place", index, place);
  chunk.value[index] = value;
  chunk.recorded[index] = recorded;
  if (recorded < chunk.firstRecorded) chunk.firstRecorded = recorded;
  if (recorded > chunk.lastRecorded) chunk.lastRecorded = recorded;
  chunk.size = index + 1;
  const row = table.size;
  table.size = row + 1;

  const profile = profileFor(table, indicator);
  profile.rows[indicator] = (profile.rows[indicator] ?? 0) + 1;
  const axisMask = table.combinations.axisMasks[cell] ?? 0;
  if (profile.lastAxisMask[indicator] !== axisMask) noteAxisMask(table, indicator, axisMask);
  if (!Number.isNaN(value)) {
    let size = Math.abs(value);
    let decimals = profile.decimals[indicator] ?? 0;
    if (decimals < NO_DECIMAL && (decimals > 0 || !Number.isSafeInteger(value)))
      decimals = decimalsIn(value, decimals);
    if (!Number.isNaN(denominator)) {
      withDenominators(chunk)[index] = denominator;
      if (profile.ratio[indicator] === 0) profile.edition += 1;
      profile.ratio[indicator] = 1;
      size += Math.abs(denominator);
      if (decimals < NO_DECIMAL) decimals = decimalsIn(denominator, decimals);
      if (denominator === MISSING && profile.bare[indicator] === 0) noteKind(profile, "bare", indicator);
    } else if (profile.bare[indicator] === 0) noteKind(profile, "bare", indicator);
    if (value < 0 && profile.negative[indicator] === 0) noteKind(profile, "negative", indicator);
    if (profile.decimals[indicator] !== decimals) profile.edition += 1;
    profile.decimals[indicator] = decimals;
    profile.magnitude[indicator] = (profile.magnitude[indicator] ?? 0) + size;
  } else if (Number.isNaN(denominator)) withCorrections(chunk).superseded[index] = recorded;
  else {
    withDenominators(chunk)[index] = denominator;
    if (profile.unvalued[indicator] === 0) noteKind(profile, "unvalued", indicator);
  }
  if (id !== 0) withIds(chunk)[index] = id;
  return hashOf(indicator, cellKey, source, place, id);
}

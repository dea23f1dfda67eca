import {
  codeAt,
  instantAt,
  instants,
  Lookups,
  lengthOf,
  NONE_GIVEN,
  NOT_ADMITTED,
  type ObservationColumns,
  rowsOf,
  type TextColumn,
  type Translation,
  textAt,
} from "./columns.ts";
import { step } from "./combinations.ts";
import type { Dictionary } from "./dictionary.ts";
import { type Admission, admission, admit, append } from "./ingest.ts";
import { admitPlain, appendPlain, type PlainRows } from "./ingest-plain.ts";
import { toInstant } from "./instant.ts";
import { BATCH, enterAll, reserve } from "./key-index.ts";
import type { Observation, Rejection } from "./observation.ts";
import { refusal } from "./refusal.ts";
import { MISSING, noteLine, noteLines, type ObservationTable } from "./table.ts";

const UNREAD = new Float64Array(0);

/** A value column as numbers; NaN where a row must be looked at. */
function numbers(column: ArrayLike<unknown> | undefined, from: number, to: number): Float64Array {
  if (column === undefined) return UNREAD;
  if (column instanceof Float64Array) return column.subarray(from, to);
  const read = new Float64Array(to - from);
  for (let row = from; row < to; row += 1) {
    const value = column[row];
    read[row - from] = typeof value === "number" ? value : Number.NaN;
  }
  return read;
}

/** A row of the columns as an object: what a refusal hands back, and how a row that is not plain is admitted. */
function rowAt(columns: ObservationColumns, row: number): Partial<Observation> {
  const observation: Record<string, unknown> = {};
  const put = (name: keyof Observation, value: unknown) => {
    if (value !== undefined) observation[name] = value;
  };
  const numberIn = (column: ArrayLike<unknown> | undefined): unknown => {
    const value = column?.[row];
    return column instanceof Float64Array && Number.isNaN(value) ? undefined : value;
  };
  put("indicator", textAt(columns.indicator, row));
  put("period", textAt(columns.period, row));
  const withdrawn = Boolean(columns.withdrawn?.[row]);
  put("value", withdrawn ? null : numberIn(columns.value));
  const reason = textAt(columns.reason, row);
  if (!withdrawn) put("reason", reason);
  if (!withdrawn) {
    const numerator = numberIn(columns.numerator) ?? undefined;
    put("numerator", numerator);
    put("denominator", numberIn(columns.denominator) ?? undefined);
    // Beside a numerator an empty value is none, and not a withdrawal.
    if (numerator !== undefined && observation.value === null) delete observation.value;
  }
  put("source", textAt(columns.source, row));
  put("place", textAt(columns.place, row));
  put("recordedAt", instantAt(columns.recordedAt, row));
  put("evidence", textAt(columns.evidence, row));
  put("id", textAt(columns.id, row));
  const categories = Object.entries(columns.categories ?? {}).flatMap(([axis, column]) => {
    const category = textAt(column, row);
    return category === undefined ? [] : [[axis, category]];
  });
  // Without a prototype, so that an axis may be called `constructor`.
  if (categories.length > 0)
    observation.categories = Object.assign(Object.create(null), Object.fromEntries(categories));
  return observation;
}

/**
 * Validates and appends columns, as `addObservations` does rows, and without making rows: texts are looked up once each, coded columns
 * once a code. Only rows that are refused, or whose value is no plain number, are read one by one.
 * @throws RangeError where the columns' lengths differ.
 */
export function addObservationColumns(
  table: ObservationTable,
  columns: ObservationColumns,
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
): Admission {
  return addColumns(table, columns, new Lookups(), firstRow, lines);
}

/** The same of one batch among several: `lookups` remembers the texts of those before. */
export function addColumns(
  table: ObservationTable,
  columns: ObservationColumns,
  lookups: Lookups,
  firstRow: number,
  lines: ArrayLike<number> | undefined,
): Admission {
  const { categories = {}, ...plain } = columns;
  const length = lengthOf(columns.indicator);
  for (const [name, column] of [...Object.entries(plain), ...Object.entries(categories)])
    if (column !== undefined && lengthOf(column) !== length)
      throw new RangeError(`column ${name} has ${lengthOf(column)} rows, indicator ${length}`);
  reserve(table, length);
  const first = table.size;
  const rejected: Rejection[] = [];
  const coded = codedColumns(table, columns, lookups);
  for (let from = 0; from < length; from += BATCH)
    addBatch(table, columns, coded, from, Math.min(length, from + BATCH), firstRow, rejected, lines);
  return admission(table, rejected, length, first, firstRow, (index) => rowAt(columns, index));
}

/** Columns of names by number, and instants. */
type CodedColumns = Omit<PlainRows, "value">;

function codedColumns(
  table: ObservationTable,
  { categories, ...columns }: ObservationColumns,
  lookups: Lookups,
): CodedColumns {
  const coded = (column: TextColumn | undefined, names: Dictionary) =>
    column === undefined ? null : lookups.translation(column, names);
  return {
    indicator: lookups.translation(columns.indicator, table.indicators),
    period: lookups.translation(columns.period, table.periods),
    source: coded(columns.source, table.sources),
    place: coded(columns.place, table.places),
    categories: table.combinations.axes.map(({ name }, axis) =>
      categories !== undefined && Object.hasOwn(categories, name)
        ? coded(categories[name], table.combinations.categories[axis] as Dictionary)
        : null,
    ),
    recorded: instants(columns.recordedAt),
  };
}

function addBatch(
  table: ObservationTable,
  columns: ObservationColumns,
  coded: CodedColumns,
  from: number,
  to: number,
  firstRow: number,
  rejected: Rejection[],
  lines: ArrayLike<number> | undefined,
): void {
  const line = (index: number) => lines?.[index] ?? firstRow + index + 1;
  const some = (column: Translation | null) => column && rowsOf(column, from, to);
  const indicators = rowsOf(coded.indicator, from, to);
  const periods = rowsOf(coded.period, from, to);
  const [sources, places] = [some(coded.source), some(coded.place)];
  const axes = coded.categories.map(some);
  const times = coded.recorded.subarray(from, to);
  const values = numbers(columns.value, from, to);
  const above = numbers(columns.numerator, from, to);
  const below = numbers(columns.denominator, from, to);
  const strange = Object.keys(columns.categories ?? {}).some(
    (name) => !table.combinations.axes.some((axis) => axis.name === name),
  );
  const usual =
    !strange &&
    columns.reason === undefined &&
    columns.withdrawn === undefined &&
    columns.evidence === undefined &&
    columns.id === undefined;
  if (usual && above === UNREAD && below === UNREAD && values !== UNREAD) {
    const rows: PlainRows = {
      ...{ indicator: indicators, period: periods, source: sources, place: places, categories: axes },
      ...{ value: values, recorded: times },
    };
    const admitted = admitPlain(table, rows);
    if (admitted !== null) {
      if (lines === undefined) noteLine(table, table.size, line(from));
      else noteLines(table, table.size, lines, from, to);
      enterAll(table, appendPlain(table, admitted), to - from);
      return;
    }
  }
  const hashes = new Int32Array(to - from);
  let waiting = 0;
  for (let index = 0; index < to - from; index += 1) {
    const hash = admitUsual(index) ?? admitByRow(from + index);
    if (hash === null) continue;
    hashes[waiting++] = hash;
    noteLine(table, table.size - 1, line(from + index));
  }
  enterAll(table, hashes, waiting);

  /** Appends a row in which everything is as usual; `null` where something is not. */
  function admitUsual(index: number): number | null {
    if (
      strange ||
      columns.withdrawn?.[from + index] ||
      (columns.reason !== undefined && textAt(columns.reason, from + index) !== undefined) ||
      columns.evidence !== undefined ||
      columns.id !== undefined
    )
      return null;
    const indicator = codeAt(indicators, index, table.indicators);
    const period = indicator < 0 ? -1 : codeAt(periods, index, table.periods);
    const recorded = times[index] as number;
    if (period < 0 || Number.isNaN(recorded)) return null;
    const limit = table.limits[indicator] ?? 0;
    let value = values[index] ?? Number.NaN;
    const numerator = above[index] ?? Number.NaN;
    let denominator = below[index] ?? Number.NaN;
    if (Number.isNaN(numerator)) {
      if (!Number.isFinite(value) || !Number.isNaN(denominator)) return null;
      if (limit > 1 && !(value >= 0 && value <= limit - 2 && Number.isInteger(value))) return null;
    } else {
      if (!Number.isNaN(value) || !Number.isFinite(numerator)) return null;
      if (limit !== 1 && table.indicators.closed) return null;
      value = numerator;
      if (Number.isNaN(denominator)) {
        if (
          !(columns.denominator instanceof Float64Array) &&
          (columns.denominator?.[from + index] ?? null) !== null
        )
          return null;
        denominator = MISSING;
      } else if (!(denominator >= 0 && denominator < Number.POSITIVE_INFINITY)) return null;
    }
    const source = sources === null ? 0 : codeAt(sources, index, table.sources);
    const place = places === null ? 0 : codeAt(places, index, table.places);
    if (source === NOT_ADMITTED || place === NOT_ADMITTED) return null;
    let cell = 0;
    for (let axis = 0; axis < axes.length; axis += 1) {
      const column = axes[axis] as Translation | null;
      const code =
        column === null
          ? NONE_GIVEN
          : codeAt(column, index, table.combinations.categories[axis] as Dictionary);
      if (code === NOT_ADMITTED) return null;
      cell = step(table.combinations, cell, axis, Math.max(code, 0));
    }
    return append(
      table,
      indicator,
      period,
      Math.max(source, 0),
      Math.max(place, 0),
      cell,
      value,
      denominator,
      recorded,
    );
  }

  /** As a row of objects is admitted: the same rules, and the reasons where it is not. */
  function admitByRow(index: number): number | null {
    const row = rowAt(columns, index);
    const outcome = admit(table, row, toInstant(row.recordedAt));
    if (typeof outcome === "number") return outcome;
    rejected.push(refusal(table, row, firstRow + index, outcome[0], outcome[1]));
    return null;
  }
}

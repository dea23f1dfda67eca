import { type Chunk, categoryOf, noValueReason, withdraws } from "@cadre/core/internal";
import type { CodedTexts, ObservationTable } from "@cadre/core/observations";

/** A chunk of a table as columns of its own codes: nothing is made into rows. */
export interface TableColumns {
  rows: number;
  texts: [name: "indicator" | "period" | "source" | "place" | "id", column: CodedTexts][];
  axes: [name: string, column: CodedTexts][];
  /** NaN: none. */
  value: Float64Array;
  numerator: Float64Array | null;
  denominator: Float64Array | null;
  /** Rows that take back what was reported before. */
  withdrawn: boolean[] | null;
  /** Why rows have no value. */
  reason: (string | null)[] | null;
  /** Milliseconds from 1970. */
  recordedAt: Float64Array;
  evidence: (string | null)[] | null;
}

/** Whether any row of a table has a denominator, takes back, or has evidence: so that all chunks have the same columns. */
function traitsOf(table: ObservationTable) {
  const [withdrawn, unvalued] = [withdraws, noValueReason].map((test) =>
    table.chunks.some((chunk) => {
      for (let index = 0; index < chunk.size; index += 1) if (test(chunk, index)) return true;
      return false;
    }),
  );
  return {
    ratio: table.chunks.some(({ denominator }) => denominator !== null),
    withdrawn,
    unvalued,
    evidence: table.evidence.size > 0,
  };
}

/** A table's columns, chunk by chunk. The codes are views of the table's own, or made of them by number. */
export function* columnsOfTable(table: ObservationTable): Generator<TableColumns> {
  const traits = traitsOf(table);
  let first = 0;
  for (const chunk of table.chunks) {
    yield columnsOfChunk(table, chunk, first, traits);
    first += chunk.size;
  }
}

function columnsOfChunk(
  table: ObservationTable,
  chunk: Chunk,
  first: number,
  traits: ReturnType<typeof traitsOf>,
): TableColumns {
  const rows = chunk.size;
  const byGroup = (codes: Int32Array): Int32Array => {
    const own = new Int32Array(rows);
    for (let index = 0; index < rows; index += 1)
      own[index] = codes[chunk.cellKey[index] as number] as number;
    return own;
  };
  const named = (texts: readonly string[], codes: ArrayLike<number>): CodedTexts => ({ texts, codes });
  /** Code 0 of sources, places and ids means none given. */
  const optional = (texts: readonly string[], codes: ArrayLike<number>): CodedTexts =>
    named(
      texts,
      Int32Array.from({ length: rows }, (_, index) =>
        (codes[index] as number) === 0 ? -1 : (codes[index] as number),
      ),
    );
  const { periods, cellKeys, combinations: categories, sources, places, ids, indicators } = table;
  const value = new Float64Array(rows);
  const [numerator, denominator] = [traits.ratio, traits.ratio].map((has) =>
    has ? new Float64Array(rows) : null,
  );
  const withdrawn = traits.withdrawn ? new Array<boolean>(rows) : null;
  const reason = traits.unvalued ? new Array<string | null>(rows) : null;
  for (let index = 0; index < rows; index += 1) {
    const [amount, below] = [chunk.value[index] as number, chunk.denominator?.[index] ?? Number.NaN];
    const quotient = !Number.isNaN(below);
    value[index] = quotient ? Number.NaN : amount;
    if (numerator) numerator[index] = quotient ? amount : Number.NaN;
    if (denominator) denominator[index] = below < 0 ? Number.NaN : below;
    if (withdrawn) withdrawn[index] = withdraws(chunk, index);
    if (reason) reason[index] = noValueReason(chunk, index) ?? null;
  }
  const period = Int32Array.from(cellKeys.period);
  return {
    rows,
    texts: [
      ["indicator", named(indicators.texts, chunk.indicator.subarray(0, rows))],
      ["period", named(periods.texts, byGroup(period))],
      ...(sources.texts.length > 1
        ? [["source", optional(sources.texts, chunk.source)] as ["source", CodedTexts]]
        : []),
      ...(places.texts.length > 1
        ? [["place", optional(places.texts, chunk.place)] as ["place", CodedTexts]]
        : []),
      ...(ids.texts.length > 1
        ? [["id", optional(ids.texts, chunk.id ?? new Int32Array(rows))] as ["id", CodedTexts]]
        : []),
    ],
    axes: categories.axes.map(({ name }, axis) => {
      const texts = categories.categories[axis]?.texts ?? [];
      const codes = Int32Array.from(cellKeys.cell, (cell) => categoryOf(categories, cell, axis) || -1);
      return [name, named(texts, byGroup(codes))];
    }),
    value,
    numerator: numerator ?? null,
    denominator: denominator ?? null,
    withdrawn,
    reason,
    recordedAt: chunk.recorded.subarray(0, rows),
    evidence: traits.evidence
      ? Array.from({ length: rows }, (_, index) => table.evidence.get(first + index) ?? null)
      : null,
  };
}

import { type Chunk, categoryOf, noValueReason, withdraws } from "@cadre/core/internal";
import type { ObservationTable } from "@cadre/core/observations";
import { type RawColumn, REASON } from "./columns.ts";

/** Rows of a table as columns by their names, of its own codes: nothing is made into rows. */
export interface TableColumns {
  rows: number;
  columns: [name: string, column: RawColumn][];
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
  /** A column of names, where any row gives one: code 0 of sources, places and ids means none. */
  const optional = (
    name: string,
    texts: readonly string[],
    codes: ArrayLike<number> | null,
  ): TableColumns["columns"] => {
    const given = Int32Array.from({ length: rows }, (_, index) => codes?.[index] || -1);
    return texts.length > 1 ? [[name, { texts, codes: given }]] : [];
  };
  const { periods, cellKeys, combinations: categories, sources, places, ids, indicators } = table;
  const numbers = () => new Float64Array(rows).fill(Number.NaN);
  const [value, numerator, denominator] = [numbers(), numbers(), numbers()];
  for (let index = 0; index < rows; index += 1) {
    const [amount, below] = [chunk.value[index] as number, chunk.denominator?.[index] ?? Number.NaN];
    if (Number.isNaN(below)) value[index] = amount;
    else {
      numerator[index] = amount;
      if (below >= 0) denominator[index] = below;
    }
  }
  const cells = <T>(name: string, cellAt: (index: number) => T): [string, RawColumn] => [
    name,
    { cells: Array.from({ length: rows }, (_, index) => cellAt(index)) },
  ];
  const columns: TableColumns["columns"] = [
    ["indicator", { texts: indicators.texts, codes: chunk.indicator.subarray(0, rows) }],
    ["period", { texts: periods.texts, codes: byGroup(Int32Array.from(cellKeys.period)) }],
    ...optional("source", sources.texts, chunk.source),
    ...optional("place", places.texts, chunk.place),
    ...optional("id", ids.texts, chunk.id),
  ];
  for (const [axis, { name }] of categories.axes.entries()) {
    const codes = Int32Array.from(cellKeys.cell, (cell) => categoryOf(categories, cell, axis) || -1);
    columns.push([name, { texts: categories.categories[axis]?.texts ?? [], codes: byGroup(codes) }]);
  }
  columns.push(["value", { numbers: value }]);
  if (traits.ratio)
    columns.push(["numerator", { numbers: numerator }], ["denominator", { numbers: denominator }]);
  if (traits.withdrawn) columns.push(cells("withdrawn", (index) => withdraws(chunk, index)));
  if (traits.unvalued) columns.push(cells(REASON, (index) => noValueReason(chunk, index) ?? null));
  columns.push(["recordedAt", { times: chunk.recorded.subarray(0, rows) }]);
  if (traits.evidence) columns.push(cells("evidence", (index) => table.evidence.get(first + index) ?? null));
  return { rows, columns };
}

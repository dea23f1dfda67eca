import { loadObservations, type TextColumn } from "@cadre/core/observations";
import { parquetSource } from "@cadre/exchange/parquet";
import { asyncBufferFromFile } from "hyparquet";
import { resultsOf, tableOfAxes } from "./results.ts";

const lengthOf = (column: TextColumn | ArrayLike<unknown>) =>
  "codes" in column ? column.codes.length : column.length;

/** Every column, row group by row group, as it goes into a table. */
export async function readColumns(path: string): Promise<() => string> {
  const opened = await parquetSource(await asyncBufferFromFile(path)).open();
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  let rows = 0;
  let count = 0;
  for await (const batch of opened.value.batches()) {
    if (batch.kind !== "columns") throw new Error(JSON.stringify(batch).slice(0, 1000));
    const { categories = {}, ...columns } = batch.columns;
    rows += lengthOf(columns.indicator);
    for (const column of [...Object.values(columns), ...Object.values(categories)]) count += lengthOf(column);
  }
  return () => `${rows} rows, ${count} cells`;
}

/** From the file to values. */
export async function sumUp(path: string): Promise<() => string> {
  const loaded = await loadObservations(parquetSource(await asyncBufferFromFile(path)), {
    table: tableOfAxes,
  });
  if (!loaded.ok || loaded.value.rejectedCount > 0) throw new Error(JSON.stringify(loaded).slice(0, 1000));
  return resultsOf(loaded.value.table);
}

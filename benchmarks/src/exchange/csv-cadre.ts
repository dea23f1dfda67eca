import { createReadStream, statSync } from "node:fs";
import { loadObservations, type ObservationTable } from "@cadre/core/observations";
import { csvSource } from "@cadre/exchange/csv";
import { resultsOf, tableOfAxes } from "./results.ts";

async function tableIn(path: string): Promise<ObservationTable> {
  const loaded = await loadObservations(
    // As the command gives it: with its size, by which a table makes space for what is to come.
    csvSource(createReadStream(path), { bytes: statSync(path).size }),
    { table: tableOfAxes },
  );
  if (!loaded.ok || loaded.value.rejectedCount > 0) throw new Error(JSON.stringify(loaded).slice(0, 1000));
  return loaded.value.table;
}

/** Rows validated, coded, and indexed for corrections. */
export async function loadRows(path: string): Promise<() => string> {
  const table = await tableIn(path);
  return () => String(table.size);
}

/** From the file to values. */
export const sumUp = async (path: string): Promise<() => string> => resultsOf(await tableIn(path));

import { loadCSV } from "arquero";
import { DIMENSIONS, digest } from "./results.ts";

/** From a CSV file to sums in Arquero. */
export async function sumUp(path: string): Promise<() => string> {
  const table = await loadCSV(path);
  const sums = table.groupby(...DIMENSIONS).rollup({ sum: "d => op.sum(d.value)" });
  return () =>
    digest(
      (sums.objects() as Record<string, unknown>[]).map((row) => [
        DIMENSIONS.map((name) => row[name]).join("|"),
        Number(row.sum),
      ]),
    );
}

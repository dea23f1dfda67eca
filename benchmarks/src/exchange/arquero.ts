import { loadCSV } from "arquero";
import { BY, digest } from "./figures.ts";

/** From a CSV file to sums in Arquero. */
export async function sumUp(path: string): Promise<() => string> {
  const table = await loadCSV(path);
  const sums = table.groupby(...BY).rollup({ sum: "d => op.sum(d.value)" });
  return () =>
    digest(
      (sums.objects() as Record<string, unknown>[]).map((row) => [
        BY.map((name) => row[name]).join("|"),
        Number(row.sum),
      ]),
    );
}

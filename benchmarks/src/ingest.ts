import { addObservations, createTable, type Observation } from "@cadre/core/observations";
import * as aq from "arquero";
import type { Bench } from "./harness.ts";
import { measure } from "./harness.ts";
import { portfolio, rowsOf } from "./portfolio.ts";

/** Row objects to validated columns, against coding them by hand without a check, and Arquero's load. */
export const ingest: Bench = {
  about: "row objects to columns: coding by hand, cadre with validation, Arquero's load",
  n: 1_000_000,
  run: (limit) => {
    const data = portfolio(limit);
    const { n } = data;
    // Rows as they come from a reader: texts of their own in each, parsed again for every round so that nothing is remembered of them.
    const text = JSON.stringify(rowsOf(data));
    let rows = JSON.parse(text) as Observation[];
    const fresh = () => {
      rows = JSON.parse(text) as Observation[];
    };
    const byHand = () => {
      const texts = ["indicator", "period", "source", "place", "sex", "age"].map(
        () => new Map<string, number>(),
      );
      const code = (names: Map<string, number> | undefined, text: string) => {
        let known = names?.get(text);
        if (known === undefined) {
          known = names?.size ?? 0;
          names?.set(text, known);
        }
        return known;
      };
      const [i, p, s, l] = [0, 1, 2, 3].map(() => new Uint16Array(n)) as [
        Uint16Array,
        Uint16Array,
        Uint16Array,
        Uint16Array,
      ];
      const [x, a] = [new Uint8Array(n), new Uint8Array(n)];
      const [value, recorded] = [new Float64Array(n), new Float64Array(n)];
      const days = new Map<string, number>();
      for (let index = 0; index < n; index += 1) {
        const row = rows[index];
        if (row === undefined) continue;
        i[index] = code(texts[0], row.indicator);
        p[index] = code(texts[1], row.period);
        s[index] = code(texts[2], row.source ?? "");
        l[index] = code(texts[3], row.place ?? "");
        x[index] = code(texts[4], row.categories?.sex ?? "");
        a[index] = code(texts[5], row.categories?.age ?? "");
        value[index] = row.value ?? Number.NaN;
        let day = days.get(row.recordedAt);
        if (day === undefined) {
          day = Date.parse(row.recordedAt);
          days.set(row.recordedAt, day);
        }
        recorded[index] = day;
      }
      return { i, p, s, l, x, a, value, recorded };
    };
    const cadre = () => {
      const table = createTable(data.framework);
      const { rejected } = addObservations(table, rows);
      if (rejected.length > 0) throw new Error(rejected[0]?.message.en);
      return table;
    };
    let flat: Record<string, unknown>[] = [];
    const flattened = () => {
      fresh();
      flat = rows.map(({ categories, ...row }) => ({ ...row, ...categories }));
      rows = [];
    };
    const [hand, table] = [byHand(), cadre()];
    let [a, b] = [0, 0];
    for (const chunk of table.chunks)
      for (let index = 0; index < chunk.size; index += 1) a += chunk.value[index] ?? 0;
    for (const value of hand.value) b += value;
    if (a !== b || table.size !== n) throw new Error("the columns differ");
    const results = measure(
      [
        { impl: "dictionary codes by hand, unchecked", run: byHand, before: fresh },
        { impl: "cadre: validated, indexed for corrections", run: cadre, before: fresh },
        { impl: "Arquero 7: from(rows)", run: () => aq.from(flat), before: flattened },
        {
          // What a first query needs beside the columns: Arquero's are-in for the codes of the other two.
          impl: "Arquero 7: from(rows), its keys of groups",
          run: () => aq.from(flat).groupby("indicator", "period", "sex", "age").groups(),
          before: flattened,
        },
      ],
      9,
      2,
    );
    return { name: "ingest", n, results };
  },
};

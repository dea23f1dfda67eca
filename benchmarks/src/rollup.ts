import { planQuery, rollUpResults, runPlan } from "@cadre/core/aggregate";
import type { Bench, Contender } from "./harness.ts";
import { measureAsync } from "./harness.ts";
import { columnsOf, duckdb } from "./peers.ts";
import { portfolio, tableOf } from "./portfolio.ts";

/** Project indicators rolled up to fifty common ones of the portfolio, by period. */
export const rollup: Bench = {
  about: "project indicators to fifty common ones, by period",
  n: 1_000_000,
  run: async (n) => {
    const notes: string[] = [];
    const made = portfolio(n);
    const table = tableOf(made);
    const mapping = Object.fromEntries(made.indicators.map((code, index) => [code, `common ${index % 50}`]));
    const common = Uint8Array.from(made.indicators, (_, index) => index % 50);
    const limit = () => {
      const sum = new Float64Array(50 * 8);
      const count = new Uint32Array(50 * 8);
      for (let row = 0; row < n; row += 1) {
        const group = (common[made.indicator[row] as number] as number) * 8 + (made.period[row] as number);
        sum[group] = (sum[group] as number) + (made.value[row] as number);
        count[group] = (count[group] as number) + 1;
      }
      return sum;
    };
    const plan = planQuery(made.framework, table, { by: ["period"] });
    const cadre = () => rollUpResults(made.framework, runPlan(plan, table), mapping);
    const right = limit();
    if (!cadre().value.every((value, index) => value === right[index])) throw new Error("cadre differs");
    const contenders: (Contender & { every?: number })[] = [
      { impl: "typed arrays, dense sums (the limit)", run: limit },
      { impl: "cadre", run: cadre },
    ];
    const duck = await duckdb();
    if (duck.ok) {
      const { connection, load } = duck.peer;
      await load("data", columnsOf(made));
      await load("mapping", {
        indicator: made.indicators,
        common: made.indicators.map((code) => mapping[code] ?? ""),
      });
      const select =
        "SELECT common, period, sum(value) AS sum FROM data JOIN mapping USING (indicator) GROUP BY ALL";
      for (const row of await (await connection.runAndReadAll(select)).getRowObjects()) {
        const [index, period] = [
          Number(String(row.common).slice(7)),
          made.periods.indexOf(String(row.period)),
        ];
        if (right[index * 8 + period] !== Number(row.sum)) throw new Error("DuckDB differs");
      }
      contenders.push({
        impl: "DuckDB",
        run: () => connection.run(`CREATE OR REPLACE TABLE answer AS ${select}`),
        every: 3,
      });
    } else notes.push(duck.why);
    return { name: "rollup", n, results: await measureAsync(contenders), notes };
  },
};

import { commonTable } from "@cadre/core/aggregate";
import { planQuery, runPlan } from "@cadre/core/internal";
import type { Bench, Contender } from "./harness.ts";
import { measureAsync } from "./harness.ts";
import { columnsOf, duckdb } from "./peers.ts";
import { portfolio, tableOf } from "./portfolio.ts";

/** Project indicators rolled up to fifty common ones of the portfolio, by period, sex and age. */
export const rollup: Bench = {
  about: "project indicators to fifty common ones, by period, sex and age",
  n: 1_000_000,
  run: async (maximum) => {
    const notes: string[] = [];
    const data = portfolio(maximum);
    const { n } = data;
    const table = tableOf(data);
    const mapping = Object.fromEntries(data.indicators.map((code, index) => [code, `common ${index % 50}`]));
    const common = Uint8Array.from(data.indicators, (_, index) => index % 50);
    const limit = () => {
      const sum = new Float64Array(50 * 8 * 3 * 4);
      const count = new Uint32Array(sum.length);
      for (let row = 0; row < n; row += 1) {
        const group =
          (((common[data.indicator[row] as number] as number) * 8 + (data.period[row] as number)) * 3 +
            (data.sex[row] as number)) *
            4 +
          (data.age[row] as number);
        sum[group] = (sum[group] as number) + (data.value[row] as number);
        count[group] = (count[group] as number) + 1;
      }
      return sum;
    };
    const began = performance.now();
    const rolled = commonTable(data.framework, table, mapping);
    notes.push(`the table of common indicators, made once: ${Math.round(performance.now() - began)} ms`);
    const plan = planQuery(rolled.framework, rolled.table, { by: ["period", "sex", "age"] });
    const cadre = () => runPlan(plan, rolled.table);
    const right = limit();
    if (!cadre().value.every((value, index) => value === right[index])) throw new Error("cadre differs");
    const contenders: (Contender & { every?: number })[] = [
      { impl: "typed arrays, dense sums (the limit)", run: limit },
      { impl: "cadre", run: cadre },
    ];
    const duck = await duckdb();
    if (duck.ok) {
      const { connection, load } = duck.peer;
      await load("data", columnsOf(data));
      await load("mapping", {
        indicator: data.indicators,
        common: data.indicators.map((code) => mapping[code] ?? ""),
      });
      const select =
        "SELECT common, period, sex, age, sum(value) AS sum FROM data JOIN mapping USING (indicator) GROUP BY ALL";
      for (const row of await (await connection.runAndReadAll(select)).getRowObjects()) {
        const at = (list: string[], name: unknown) => list.indexOf(String(name));
        const [index, period] = [Number(String(row.common).slice(7)), at(data.periods, row.period)];
        const group = ((index * 8 + period) * 3 + at(data.sexes, row.sex)) * 4 + at(data.ages, row.age);
        if (right[group] !== Number(row.sum)) throw new Error("DuckDB differs");
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

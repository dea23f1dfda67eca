import { planQuery, runPlan } from "@cadre/core/internal";
import { addObservations } from "@cadre/core/observations";
import type { Bench } from "./harness.ts";
import { measure } from "./harness.ts";
import { portfolio, rowsOf, tableOf } from "./portfolio.ts";

/** A point in the past against the present, in a table in which every tenth value was corrected later. */
export const asof: Bench = {
  about: "what was known on a day, against what is known now; a tenth of the values corrected",
  n: 1_000_000,
  run: (limit) => {
    const data = portfolio(limit);
    const { n } = data;
    const table = tableOf(data);
    for (let from = 0; from < n; from += 100_000) {
      const corrections = rowsOf(data, from, Math.min(n, from + 100_000))
        .filter((_, index) => index % 10 === 0)
        .map((row) => ({ ...row, value: 7, recordedAt: "2020-06-15" }));
      addObservations(table, corrections);
    }
    const by = ["period", "sex", "age"];
    const now = planQuery(data.framework, table, { by });
    const then = planQuery(data.framework, table, { by, asOf: "2020-05-14" });
    const sum = new Float64Array(data.target.length);
    for (let row = 0; row < n; row += 1) {
      if ((data.day[row] ?? 0) > 13) continue;
      const group =
        (((data.indicator[row] ?? 0) * 8 + (data.period[row] ?? 0)) * 3 + (data.sex[row] ?? 0)) * 4 +
        (data.age[row] ?? 0);
      sum[group] = (sum[group] ?? 0) + (data.value[row] ?? 0);
    }
    if (!runPlan(then, table).value.every((value, index) => value === sum[index]))
      throw new Error("the past differs");
    const results = measure(
      [
        { impl: "cadre: the present", run: () => runPlan(now, table) },
        { impl: "cadre: as of a day in the past", run: () => runPlan(then, table) },
      ],
      15,
      5,
    );
    return { name: "asof", n, results };
  },
};

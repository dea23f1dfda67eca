import { availableParallelism } from "node:os";
import { resultRows } from "@cadre/core/aggregate";
import { planQuery, runPlan } from "@cadre/core/internal";
import { expect, it } from "vitest";
import { portfolio, tableOf } from "./portfolio.ts";
import { shareAmong } from "./workers.ts";

it("workers over shared memory give the very values of one thread, again and again", async () => {
  const data = portfolio(150_000);
  const table = tableOf(data);
  const plan = planQuery(data.framework, table, { by: ["period", "sex"] });
  const expected = resultRows(runPlan(plan, table));
  const workers = shareAmong(plan, table, Math.max(2, availableParallelism()));
  try {
    for (let round = 0; round < 2; round += 1) expect(resultRows(await workers.run())).toEqual(expected);
  } finally {
    await workers.close();
  }
});

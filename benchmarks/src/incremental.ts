import { absorb, openView, viewResults } from "@cadre/core/aggregate";
import { planQuery, runPlan } from "@cadre/core/internal";
import { addObservations } from "@cadre/core/observations";
import type { Bench } from "./harness.ts";
import { median } from "./harness.ts";
import { portfolio, rowsOf, tableOf } from "./portfolio.ts";

const QUERY = { by: ["period", "sex", "age"] };
const BATCH = 1000;

/** One observation into a live view of many, validation and correction index included, against computing the view again. */
export const incremental: Bench = {
  about: "one observation into a live view, against a recompute",
  n: 1_000_000,
  run: (limit) => {
    const data = portfolio(limit);
    const { n } = data;
    const table = tableOf(data);
    const view = openView(data.framework, table, QUERY);
    // Late values of a further partner, and corrections of what is there: each row one step.
    const late = rowsOf(data, 0, Math.min(n, 20 * BATCH)).map((row, index) =>
      index % 2 === 0
        ? { ...row, source: "partner 0", place: `commune ${index % 1000}`, recordedAt: "2021-01-01" }
        : { ...row, value: 7, recordedAt: "2021-02-01" },
    );
    const [steps, anew, planned, alone]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let from = 0; from < late.length; from += BATCH) {
      const batch = late.slice(from, from + BATCH).map((row) => [row]);
      const start = performance.now();
      for (const one of batch) {
        addObservations(table, one);
        absorb(view, table);
      }
      steps.push((performance.now() - start) / batch.length);
      addObservations(
        table,
        batch.map(([row]) => ({ ...row, recordedAt: "2021-03-01", value: 8 })),
      );
      const absorbing = performance.now();
      absorb(view, table);
      alone.push((performance.now() - absorbing) / batch.length);
      const planning = performance.now();
      const plan = planQuery(data.framework, table, QUERY);
      const again = performance.now();
      runPlan(plan, table);
      anew.push(performance.now() - again);
      planned.push(performance.now() - planning);
    }
    const right = runPlan(planQuery(data.framework, table, QUERY), table);
    const live = viewResults(view, table);
    if (
      !right.value.every(
        (value, index) => live.value[index] === value && live.count[index] === right.count[index],
      )
    )
      throw new Error("the live view differs");
    const [step, whole, first, absorbed] = [median(steps), median(anew), median(planned), median(alone)];
    return {
      name: "incremental",
      n,
      results: [
        { impl: "one observation validated, indexed, absorbed", medianMs: step, ratio: 1 },
        { impl: "absorbed alone", medianMs: absorbed, ratio: absorbed / step },
        { impl: "recomputed by the plan at hand", medianMs: whole, ratio: whole / step },
        { impl: "recomputed from nothing", medianMs: first, ratio: first / step },
      ],
      notes: [
        `${(step * 1000).toFixed(2)} µs an observation, ${(absorbed * 1000).toFixed(2)} µs of it in the view; the view was rebuilt ${view.rebuilt} times`,
      ],
    };
  },
};

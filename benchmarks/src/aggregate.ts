import { membersAt, planQuery, resultAt, runPlan } from "@cadre/core/internal";
import { compact, tableBytes } from "@cadre/core/observations";
import * as aq from "arquero";
import { rollup } from "d3-array";
import { exponent } from "./growth.ts";
import type { Bench, Contender } from "./harness.ts";
import { measure, measureAsync } from "./harness.ts";
import { columnsOf, duckdb, polars, targetColumns } from "./peers.ts";
import { type Portfolio, portfolio, tableOf } from "./portfolio.ts";
import { shareAmong } from "./workers.ts";

const BY = ["period", "sex", "age"];
const QUERY = { by: BY };
/** Row objects of more than this many rows do not fit beside everything else. */
const MAX_OBJECTS = 2_000_000;

/** The limit here: dictionary codes in typed arrays, dense sums and counts, percent of target. */
export function limit(data: Portfolio) {
  const { n, indicator, period, sex, age, value, target } = data;
  // One place more, for rows that are totals.
  const sum = new Float64Array(target.length + 1);
  const count = new Uint32Array(target.length + 1);
  const none = data.sexes.length;
  for (let row = 0; row < n; row += 1) {
    const group =
      sex[row] === none
        ? target.length
        : (((indicator[row] as number) * 8 + (period[row] as number)) * 3 + (sex[row] as number)) * 4 +
          (age[row] as number);
    sum[group] = (sum[group] as number) + (value[row] as number);
    count[group] = (count[group] as number) + 1;
  }
  const percent = new Float64Array(target.length).fill(Number.NaN);
  for (let group = 0; group < target.length; group += 1)
    if (count[group] !== 0 && target[group] !== 0)
      percent[group] = (sum[group] as number) / (target[group] as number);
  return { sum, count, percent };
}

const groupName = (indicator: unknown, period: unknown, sex: unknown, age: unknown) =>
  `${indicator}|${period}|${sex}|${age}`;

/** A million values by indicator, period, sex and age, with percent of target. */
export const aggregate: Bench = {
  about: "sums by indicator, period, sex and age with percent of target, against the limit and the peers",
  n: 1_000_000,
  run: async (maximum) => {
    const notes: string[] = [];
    const generated = portfolio(maximum);
    const { n } = generated;
    const table = tableOf(generated);
    notes.push(
      `table: ${(tableBytes(table) / 1e6).toFixed(1)} MB, ${(tableBytes(table) / n).toFixed(1)} bytes a row`,
    );
    const plan = planQuery(generated.framework, table, QUERY);

    // The answer that all must give.
    const right = limit(generated);
    const resultSet = runPlan(plan, table);
    const reference = new Map<string, number>();
    for (let index = 0; index < resultSet.size; index += 1) {
      if (resultSet.value[index] !== right.sum[index] || resultSet.count[index] !== right.count[index])
        throw new Error(`cadre differs at ${membersAt(resultSet, index)}`);
      const { percentOfTarget } = resultAt(resultSet, index);
      if ((percentOfTarget ?? Number.NaN) !== right.percent[index] && right.count[index] !== 0)
        throw new Error(`cadre's percent differs at ${membersAt(resultSet, index)}`);
      if (right.count[index] !== 0)
        reference.set(membersAt(resultSet, index).join("|"), right.percent[index] as number);
    }
    const check = (impl: string, size: number, percents: Iterable<[string, number]>) => {
      let seen = 0;
      for (const [group, percent] of percents) {
        const expected = reference.get(group) ?? Number.NaN;
        if (Math.abs(percent - expected) > 1e-12 * Math.abs(expected) || Number.isNaN(expected))
          throw new Error(`${impl} differs at ${group}: ${percent}, not ${expected}`);
        seen += 1;
      }
      if (seen !== reference.size || size !== reference.size)
        throw new Error(`${impl} has ${size} groups, not ${reference.size}`);
    };

    const contenders: (Contender & { every?: number })[] = [
      { impl: "typed arrays, dense sums (the limit)", run: () => limit(generated) },
      { impl: "cadre, planned once", run: () => runPlan(plan, table) },
      {
        impl: "cadre, planned anew each time",
        run: () => runPlan(planQuery(generated.framework, table, QUERY), table),
        every: 3,
      },
    ];
    const sorted = tableOf(generated);
    const began = performance.now();
    compact(sorted);
    notes.push(`compact(): ${Math.round(performance.now() - began)} ms, once`);
    const sortedPlan = planQuery(generated.framework, sorted, QUERY);
    if (runPlan(sortedPlan, sorted).value.some((value, index) => value !== resultSet.value[index]))
      throw new Error("the compacted table's values differ");
    contenders.push({ impl: "cadre, compacted, planned once", run: () => runPlan(sortedPlan, sorted) });
    const workers = shareAmong(plan, table, 2);
    if ((await workers.run()).value.some((value, index) => value !== resultSet.value[index]))
      throw new Error("the workers' results differ");
    contenders.push({ impl: "cadre, planned once, 2 workers", run: workers.run });
    const columns = columnsOf(generated);
    const targets = targetColumns(generated);
    if (n <= MAX_OBJECTS) {
      const { indicator, period, sex, age, value } = columns as Record<string, string[]> & {
        value: Float64Array;
      };
      const rows = Array.from({ length: n }, (_, row) => ({
        indicator: indicator?.[row] ?? "",
        period: period?.[row] ?? "",
        sex: sex?.[row] ?? "",
        age: age?.[row] ?? "",
        value: value[row] ?? 0,
      }));
      const targetOf = new Map<string, number>();
      const t = targets as Record<string, string[]> & { target: Float64Array };
      for (let index = 0; index < generated.target.length; index += 1)
        targetOf.set(
          groupName(t.indicator?.[index], t.period?.[index], t.sex?.[index], t.age?.[index]),
          t.target[index] ?? 0,
        );
      const plainMap = () => {
        const sums = new Map<string, { sum: number; percent: number }>();
        for (const row of rows) {
          const key = groupName(row.indicator, row.period, row.sex, row.age);
          const entry = sums.get(key);
          if (entry === undefined) sums.set(key, { sum: row.value, percent: 0 });
          else entry.sum += row.value;
        }
        for (const [key, entry] of sums) entry.percent = entry.sum / (targetOf.get(key) ?? Number.NaN);
        return sums;
      };
      const viaMap = plainMap();
      check(
        "Map",
        viaMap.size,
        [...viaMap].map(([key, { percent }]) => [key, percent]),
      );
      contenders.push({ impl: "Map with text keys", run: plainMap, every: 5 });

      const viaD3 = () =>
        rollup(
          rows,
          (group) => {
            let sum = 0;
            for (const row of group) sum += row.value;
            const [first] = group;
            return (
              sum /
              (targetOf.get(groupName(first?.indicator, first?.period, first?.sex, first?.age)) ?? Number.NaN)
            );
          },
          (row) => row.indicator,
          (row) => row.period,
          (row) => row.sex,
          (row) => row.age,
        );
      const flat = [...viaD3()].flatMap(([i, byPeriod]) =>
        [...byPeriod].flatMap(([p, bySex]) =>
          [...bySex].flatMap(([s, byAge]) =>
            [...byAge].map(([a, percent]): [string, number] => [groupName(i, p, s, a), percent]),
          ),
        ),
      );
      check("d3-array", flat.length, flat);
      contenders.push({ impl: "d3-array rollup", run: viaD3, every: 5 });

      const [data, wants] = [aq.table(columns), aq.table(targets)];
      const keys = ["indicator", ...BY];
      const viaArquero = () =>
        data
          .groupby(...keys)
          .rollup({ sum: "d => op.sum(d.value)" })
          .join_left(wants, [keys, keys])
          .derive({ percent: "d => d.sum / d.target" });
      const answer = viaArquero();
      check(
        "Arquero",
        answer.numRows(),
        (answer.objects() as Record<string, unknown>[]).map((row) => [
          groupName(row.indicator, row.period, row.sex, row.age),
          Number(row.percent),
        ]),
      );
      contenders.push({ impl: "Arquero 7", run: viaArquero, every: 5 });
    } else notes.push(`Map, d3-array and Arquero are left out above ${MAX_OBJECTS} rows`);

    const duck = await duckdb();
    if (duck.ok) {
      const { connection, load } = duck.peer;
      await load("data", columns);
      await load("wants", targets);
      for (const name of ["indicator", "period", "sex", "age"]) {
        // Enumerations are DuckDB's dictionary codes: its fastest way to group by text.
        await connection.run(`CREATE TYPE ${name}_t AS ENUM (SELECT DISTINCT ${name} FROM wants ORDER BY 1)`);
        for (const from of ["data", "wants"])
          await connection.run(`ALTER TABLE ${from} ALTER ${name} TYPE ${name}_t`);
      }
      const select = `SELECT indicator, period, sex, age, sum, sum / target AS percent
        FROM (SELECT indicator, period, sex, age, sum(value) AS sum FROM data GROUP BY ALL)
        JOIN wants USING (indicator, period, sex, age)`;
      const rows = await (await connection.runAndReadAll(select)).getRowObjects();
      check(
        "DuckDB",
        rows.length,
        rows.map((row) => [groupName(row.indicator, row.period, row.sex, row.age), Number(row.percent)]),
      );
      contenders.push(
        {
          impl: "DuckDB, result kept inside",
          run: () => connection.run(`CREATE OR REPLACE TABLE answer AS ${select}`),
          every: 3,
        },
        {
          impl: "DuckDB, read out as columns",
          run: async () => (await connection.runAndReadAll(select)).getColumns(),
          every: 5,
        },
      );
    } else notes.push(duck.why);

    const bear = await polars();
    if (bear.ok) {
      const pl = bear.peer;
      const keys = ["indicator", ...BY];
      const frame = (each: typeof columns) => {
        const lists = Object.fromEntries(
          Object.entries(each).map(([name, list]) => [name, Array.from<string | number>(list)]),
        );
        return pl.DataFrame(lists);
      };
      const [data, wants] = [frame(columns), frame(targets)];
      const viaPolars = () =>
        data
          .groupBy(...keys)
          .agg(pl.col("value").sum().alias("sum"))
          .join(wants, { on: keys, how: "inner" })
          .withColumn(pl.col("sum").div(pl.col("target")).alias("percent"));
      const answer = viaPolars();
      check(
        "polars",
        answer.height,
        (answer.toRecords() as Record<string, unknown>[]).map((row) => [
          groupName(row.indicator, row.period, row.sex, row.age),
          Number(row.percent),
        ]),
      );
      contenders.push({ impl: "polars", run: viaPolars, every: 3 });
    } else notes.push(bear.why);

    const results = await measureAsync(contenders, n > MAX_OBJECTS ? 9 : 15);
    await workers.close();
    // Growth: the same cut of tables from ten thousand to ten million rows.
    const points: { n: number; ms: number }[] = [];
    const limits: { n: number; ms: number }[] = [];
    for (const size of [1e4, 1e5, 1e6, 1e7]) {
      const other = size === maximum ? generated : portfolio(size);
      const rows = size === maximum ? table : tableOf(other);
      const ready = planQuery(other.framework, rows, QUERY);
      const [floor, cadre] = measure(
        [
          { impl: "limit", run: () => limit(other) },
          { impl: "cadre", run: () => runPlan(ready, rows) },
        ],
        9,
        3,
      );
      if (floor === undefined || cadre === undefined) continue;
      points.push({ n: size, ms: cadre.medianMs });
      limits.push({ n: size, ms: floor.medianMs });
      notes.push(
        `${size.toExponential(0)} rows: ${cadre.medianMs.toFixed(2)} ms, ${cadre.ratio.toFixed(2)} × the limit, table of ${(tableBytes(rows) / 1e6).toFixed(1)} MB`,
      );
    }
    const partly = portfolio(maximum, 1 / 3);
    const partlyTable = tableOf(partly);
    const partlyPlan = planQuery(partly.framework, partlyTable, QUERY);
    const [floor, cadre] = measure(
      [
        { impl: "limit", run: () => limit(partly) },
        { impl: "cadre", run: () => runPlan(partlyPlan, partlyTable) },
      ],
      9,
      3,
    );
    if (floor !== undefined && cadre !== undefined)
      notes.push(
        `of a third only totals are known: ${cadre.medianMs.toFixed(1)} ms, ${cadre.ratio.toFixed(2)} × the plain loop`,
      );
    notes.push(
      `cost grows with n to the power ${exponent(points).toFixed(2)} (the limit's with ${exponent(limits).toFixed(2)})`,
    );
    return { name: "aggregate", n, results, notes };
  },
};

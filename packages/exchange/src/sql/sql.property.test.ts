import { computeResults, resultRows } from "@cadre/core/aggregate";
import { addObservations, createTable, type Observation } from "@cadre/core/observations";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import { type DuckDBConnection, DuckDBInstance, DuckDBTimestampValue } from "@duckdb/node-api";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { oneBreakdownOf, world } from "../../../core/test/aggregate/index.ts";
import { computeInDuckdb } from "../duckdb/index.ts";
import { computeInPostgres } from "../postgres/index.ts";
import type { ObservationRelation } from "./index.ts";

// 500 queries with `CADRE_FULL=1`; an ordinary run takes some of them.
const runs = process.env.CADRE_FULL === "1" ? Number(process.env.CADRE_RUNS ?? 500) : 60;

const RELATION: ObservationRelation = {
  columns: {
    indicator: "code",
    period: "the period",
    value: "value",
    numerator: "above",
    denominator: 'be"low',
    withdrawn: "withdrawn",
    reason: "why",
    source: "source",
    place: "place",
    recordedAt: "recorded",
    order: "nth",
    id: "training",
    categories: { sex: "sex", age: "age", group: "group", status: "status" },
  },
  corrected: true,
};
const COLUMNS = `code text, "the period" text, value float8, above float8, "be""low" float8, withdrawn boolean, source text,
  place text, recorded timestamp, nth integer, sex text, age text, "group" text, status text, training text,
  why text`;
const rowOf = (row: Observation, nth: number): (string | number | boolean | null)[] => [
  row.indicator,
  row.period,
  row.value ?? null,
  row.numerator ?? null,
  row.denominator ?? null,
  row.value === null && row.reason === undefined,
  row.source ?? null,
  row.place ?? "",
  row.recordedAt,
  nth,
  row.categories?.sex ?? null,
  row.categories?.age ?? "",
  row.categories?.group ?? null,
  row.categories?.status ?? null,
  row.id ?? null,
  row.reason ?? null,
];

let duck: DuckDBConnection;
let pool: pg.Pool;
const schema = `figures_${process.pid}_${Date.now()}`;
beforeAll(async () => {
  duck = await (await DuckDBInstance.create(":memory:")).connect();
  await duck.run(`CREATE TABLE observations (${COLUMNS})`);
  pool = new pg.Pool({ connectionString: await sharedPostgres(), max: 2 });
  await pool.query(`CREATE SCHEMA ${schema}`);
  await pool.query(`CREATE TABLE ${schema}.observations (${COLUMNS})`);
}, 60_000);
afterAll(async () => {
  duck.closeSync();
  await pool.query(`DROP SCHEMA ${schema} CASCADE`);
  await pool.end();
});

const fill = `SELECT * FROM json_to_recordset($1::json) AS r(${COLUMNS})`;
async function fillBoth(observations: Observation[]) {
  const rows = observations.map(rowOf);
  await duck.run("DELETE FROM observations");
  const appender = await duck.createAppender("observations");
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      if (cell === null) appender.appendNull();
      else if (typeof cell === "boolean") appender.appendBoolean(cell);
      else if (typeof cell === "string")
        index === 8 ? appender.appendTimestamp(micros(cell)) : appender.appendVarchar(cell);
      else index === 9 ? appender.appendInteger(cell) : appender.appendDouble(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
  const names = ["code", "the period", "value", "above", 'be"low', "withdrawn", "source", "place"].concat([
    "recorded",
    "nth",
    "sex",
    "age",
    "group",
    "status",
    "training",
    "why",
  ]);
  await pool.query(`TRUNCATE ${schema}.observations`);
  await pool.query(`INSERT INTO ${schema}.observations ${fill}`, [
    JSON.stringify(rows.map((row) => Object.fromEntries(row.map((cell, index) => [names[index], cell])))),
  ]);
}
/** Any rows, or reports of one breakdown each; the values of some are not known. */
const drawn = fc
  .tuple(
    fc.oneof(world, fc.integer({ min: 1, max: 1_000_000 }).map(oneBreakdownOf)),
    fc.array(
      fc.constantFrom(undefined, undefined, undefined, "to-be-determined" as const, "no-data" as const),
    ),
  )
  .map(([drawn, reasons]) => ({
    ...drawn,
    observations: drawn.observations.map((row, index): Observation => {
      const reason = reasons[index];
      if (reason === undefined || row.value === null) return row;
      const { value: _, numerator: _n, denominator: _d, ...about } = row;
      return { ...about, value: null, reason };
    }),
  }));
const micros = (day: string) => new DuckDBTimestampValue(BigInt(Date.parse(day)) * 1000n);

describe("a query", () => {
  it(`gives the same values in memory, in DuckDB and in PostgreSQL (${runs} random queries)`, async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ framework, observations, query }) => {
        const table = createTable(framework);
        const conflicts = addObservations(table, observations).rejected;
        expect(conflicts.filter(({ code }) => code !== "rows-conflict")).toEqual([]);
        fc.pre(
          (["source", "place"] as const).every(
            (name) =>
              query.where?.[name]?.every(
                (member) => member === "" || observations.some((row) => row[name] === member),
              ) ?? true,
          ) &&
            (query.where?.group ?? []).every((group) =>
              observations.some(({ categories }) => categories?.group === group),
            ),
        );
        const results = computeResults(framework, table, query);
        const expected = resultRows(results);
        await fillBoth(observations);
        const inDuckdb = await computeInDuckdb(
          framework,
          duck,
          { from: { table: "observations" }, relation: RELATION },
          query,
        );
        const inPostgres = await computeInPostgres(
          framework,
          pool,
          { from: { schema, table: "observations" }, relation: RELATION },
          query,
        );
        for (const answer of [inDuckdb, inPostgres]) {
          if (!answer.ok) throw new Error(answer.problems[0]?.message.en);
          expect(answer.value.refusedCount).toBe(0);
          expect(resultRows(answer.value.results)).toEqual(expected);
          for (const name of ["coverage", "replaced", "repeated"] as const)
            expect(answer.value.results[name]).toEqual(results[name]);
        }
      }),
      { numRuns: runs },
    );
  }, 600_000);
});

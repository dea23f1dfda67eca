import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MeasurementFramework, type Query, resultRows } from "@cadre/core/aggregate";
import { createTable, loadObservations, observationAt } from "@cadre/core/observations";
import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  computeInDuckdb,
  duckdbSource,
  parseRelation,
  type SqlValue,
  usualRelation,
} from "../duckdb/index.ts";

const FRAMEWORK: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: [{ id: "2020", start: "2020-01-01", end: "2020-12-31" }],
  indicators: [
    {
      code: "a",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
      targets: [{ value: 10 }],
    },
    { code: "b", measure: "count", accumulation: "latest", combination: { sources: "none", places: "sum" } },
  ],
};
const HOSTILE = `o"bs'; DROP TABLE x; --`;
let connection: DuckDBConnection;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cadre-sql-"));
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`CREATE TABLE "${HOSTILE.replace('"', '""')}" AS SELECT * FROM (VALUES
    ('a', '2020', 3.5, 'female', 'x', DATE '2020-02-01'), ('a', '2020', 4.25, 'male', 'x', DATE '2020-02-01'),
    ('a', '2020', 5.0, 'male', 'x', DATE '2020-03-01'), ('a', '2021', 1.0, NULL, 'x', DATE '2020-03-01'),
    ('a', '2020', 1.0, 'femme', 'x', DATE '2020-03-01'), ('elsewhere', '2020', 1.0, NULL, 'x', DATE '2020-03-01'),
    ('b', '2020', 1.0, NULL, 'x', DATE '2020-03-01'), ('b', '2020', 2.0, NULL, 'y', DATE '2020-03-01')
  ) AS r(indicator, period, value, "s;ex", source, "recordedAt")`);
});
afterAll(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true, force: true });
});
const relation = {
  columns: { ...usualRelation([], ["value", "source", "recordedAt"]).columns, categories: { sex: "s;ex" } },
  corrected: true,
};
const ask = async (
  query: Query,
  from: Parameters<typeof computeInDuckdb>[2]["from"] = { table: HOSTILE },
) => {
  const answer = await computeInDuckdb(FRAMEWORK, connection, { from, relation }, query);
  if (!answer.ok) throw new Error(answer.problems[0]?.message.en);
  return answer;
};

describe("observations in a database", () => {
  it("make values with reasons, targets and corrections; rows that the framework does not admit are reported", async () => {
    const { value, findings } = await ask({});
    expect(
      resultRows(value.results).map(({ indicator, value: of, reason, percentOfTarget, count }) => [
        indicator,
        of,
        reason,
        percentOfTarget,
        count,
      ]),
    ).toEqual([
      ["a", 8.5, null, 0.85, 2],
      ["b", null, "sources-not-combined", null, 2],
    ]);
    expect([value.rowCount, value.refusedCount, findings[0]?.code]).toEqual([7, 2, "observations-refused"]);
    const before = await ask({ asOf: "2020-02-01", by: ["sex"], indicators: ["a"] });
    expect(resultRows(before.value.results).map(({ at, value: of }) => [at.sex, of])).toEqual([
      ["female", 3.5],
      ["male", 4.25],
    ]);
  });

  it("are asked by statements in which values are bound and names quoted", async () => {
    const { value } = await ask({
      by: ["sex"],
      where: { source: ["x'; DROP TABLE x"], sex: ["male"] },
      asOf: "2020-03-01",
    });
    const { text, values } = value.compiled;
    expect(text).toContain(`"o""bs'; DROP TABLE x; --"`);
    expect(text).toContain(`r."s;ex"`);
    // What is left of the text without the quoted names holds no text but its own.
    const literals = text.replace(/"(""|[^"])*"/g, "").match(/'[^']*'/g) ?? [];
    expect(new Set(literals)).toEqual(
      new Set(["''", "'-Infinity'", "'Infinity'", "'to-be-determined'", "'no-data'"]),
    );
    expect(values.flat()).toContainEqual(["x'; DROP TABLE x"]);
  });

  it("are asked in a way that DuckDB reports its progress of: it reads tables and files, nothing else", async () => {
    const { value } = await ask({ by: ["sex"], indicators: ["a"], asOf: "2020-03-01" });
    const { sums, reports } = value.compiled;
    const bind = (values: readonly SqlValue[]) =>
      [
        values.map((each) =>
          Array.isArray(each)
            ? listValue(each.map((item) => (Number.isInteger(item) ? BigInt(item) : item)))
            : (each as string | number),
        ),
        values.map((each) => {
          const [first] = Array.isArray(each) ? each : [each];
          const type = typeof first === "number" ? (Number.isInteger(first) ? BIGINT : DOUBLE) : VARCHAR;
          return Array.isArray(each) ? LIST(type) : type;
        }),
      ] as Parameters<DuckDBConnection["run"]> extends [string, ...infer Rest] ? Rest : never;
    await connection.run("BEGIN TRANSACTION");
    const plans: string[] = [];
    for (const statement of [sums, reports]) {
      if (statement === null) continue;
      for (const { text, values } of statement.setup ?? []) await connection.run(text, ...bind(values));
      const plan = await connection.runAndReadAll(`EXPLAIN ${statement.text}`, ...bind(statement.values));
      plans.push(plan.getRows().map(String).join("\n"));
    }
    await connection.run("ROLLBACK");
    expect(sums).not.toBeNull();
    for (const plan of plans) {
      expect(plan).toContain("SEQ_SCAN");
      expect(plan).not.toMatch(/DUMMY_SCAN|COLUMN_DATA_SCAN|CTE_SCAN|UNNEST/);
    }
    const left = await connection.runAndReadAll("SELECT * FROM duckdb_tables() WHERE temporary");
    expect(left.getRows()).toEqual([]);
  });

  it("confine what they do not break down: of a total of 10, between 0 and 10 are women, and none of it is covered", async () => {
    await connection.run(`CREATE OR REPLACE TABLE totals AS SELECT 'a' AS indicator, '2020' AS period, 10.0 AS value,
      NULL::text AS "s;ex", 'x' AS source, DATE '2020-02-01' AS "recordedAt"`);
    const { value } = await ask({ by: ["sex"], indicators: ["a"] }, { table: "totals" });
    expect(
      resultRows(value.results).map(({ at, reason, bounds, reported }) => [at.sex, reason, bounds, reported]),
    ).toEqual(["female", "male"].map((sex) => [sex, "bounds-only", { low: 0, high: 10 }, 0]));
    expect([...value.results.coverage]).toEqual([0]);
  });

  it("may lie in Parquet files, and give the same", async () => {
    const file = join(folder, 'it\'s "here".parquet');
    await connection.run(
      `COPY "${HOSTILE.replace('"', '""')}" TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`,
    );
    const [table, parquet] = [await ask({ by: ["sex"] }), await ask({ by: ["sex"] }, { parquet: file })];
    expect(resultRows(parquet.value.results)).toEqual(resultRows(table.value.results));
  });

  it("that are not as the relation says are a problem with the database's own message", async () => {
    const answer = await computeInDuckdb(FRAMEWORK, connection, {
      from: { table: HOSTILE },
      relation: { ...relation, columns: { ...relation.columns, place: "lieu" } },
    });
    expect(answer.ok ? null : answer.problems[0]).toMatchObject({
      code: "database-refused",
      message: { en: expect.stringContaining("lieu"), fr: expect.stringContaining("refusé") },
    });
    expect(parseRelation({ columns: {} }).ok).toBe(false);
    // The transaction is over all the same.
    expect((await ask({})).ok).toBe(true);
  });

  it("are a source that is read into a table", async () => {
    const read = await loadObservations(duckdbSource(connection, { from: { table: HOSTILE }, relation }), {
      table: () => createTable(FRAMEWORK),
    });
    if (!read.ok) throw new Error(read.problems[0]?.message.en);
    expect([read.value.accepted, read.value.rejectedCount]).toEqual([5, 3]);
    expect(observationAt(read.value.table, 1)).toEqual({
      indicator: "a",
      period: "2020",
      value: 4.25,
      source: "x",
      categories: { sex: "male" },
      recordedAt: "2020-02-01",
    });
    const stop = new AbortController();
    stop.abort(new Error("enough"));
    const stopped = computeInDuckdb(FRAMEWORK, connection, { from: { table: HOSTILE }, relation }, stop);
    await expect(stopped).rejects.toThrow("enough");
  });
});

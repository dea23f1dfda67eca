import { createRequire } from "node:module";
import type { Portfolio } from "./portfolio.ts";

/** Columns of one table, as text and numbers. */
export type Columns = Record<string, string[] | Float64Array>;

const column = (list: string[], codes: ArrayLike<number>, n: number) =>
  Array.from({ length: n }, (_, row) => list[codes[row] ?? 0] ?? "");

export const columnsOf = (data: Portfolio): Columns => ({
  indicator: column(data.indicators, data.indicator, data.n),
  period: column(data.periods, data.period, data.n),
  sex: column(data.sexes, data.sex, data.n),
  age: column(data.ages, data.age, data.n),
  value: data.value,
});

/** Targets as a table of their own: what a database has to join. */
export function targetColumns(data: Portfolio): Columns {
  const columns = {
    indicator: [] as string[],
    period: [] as string[],
    sex: [] as string[],
    age: [] as string[],
  };
  for (const indicator of data.indicators)
    for (const period of data.periods)
      for (const sex of data.sexes)
        for (const age of data.ages) {
          columns.indicator.push(indicator);
          columns.period.push(period);
          columns.sex.push(sex);
          columns.age.push(age);
        }
  return { ...columns, target: data.target };
}

/** What a peer offers, or why it is not there: a binary that this platform lacks is no reason to stop. */
export type Peer<T> = { ok: true; peer: T } | { ok: false; why: string };

const attempt = async <T>(name: string, load: () => Promise<T>): Promise<Peer<T>> => {
  try {
    return { ok: true, peer: await load() };
  } catch (error) {
    return { ok: false, why: `${name} is not here: ${String(error).split("\n")[0]}` };
  }
};

/** DuckDB in this process, with a way to load columns and a way to ask. */
export const duckdb = () =>
  attempt("DuckDB", async () => {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    return {
      connection,
      load: async (name: string, columns: Columns) => {
        const entries = Object.entries(columns);
        const types = entries.map(([key, list]) => `${key} ${Array.isArray(list) ? "VARCHAR" : "DOUBLE"}`);
        await connection.run(`CREATE OR REPLACE TABLE ${name} (${types.join(", ")})`);
        const appender = await connection.createAppender(name);
        const length = entries[0]?.[1].length ?? 0;
        for (let row = 0; row < length; row += 1) {
          for (const [, list] of entries) {
            const value = list[row];
            if (typeof value === "string") appender.appendVarchar(value);
            else appender.appendDouble(value ?? 0);
          }
          appender.endRow();
        }
        appender.closeSync();
      },
    };
  });

/** polars in this process. Its binary is a package of its own for each platform. */
export const polars = () =>
  attempt("polars", async () => {
    const require = createRequire(import.meta.url);
    return (require("nodejs-polars") as { default: typeof import("nodejs-polars").default }).default;
  });

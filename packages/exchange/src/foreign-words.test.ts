import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Finding, Problem, Result } from "@cadre/core";
import { type MeasurementFramework, measurementOf } from "@cadre/core/aggregate";
import { createFramework } from "@cadre/core/create";
import { createTable, loadObservations, type ObservationSource } from "@cadre/core/observations";
import { foreignIn } from "@cadre/test-services/foreign-words";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import { DuckDBInstance } from "@duckdb/node-api";
import { Table, tableToIPC, vectorFromArray } from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrowSource } from "./arrow/index.ts";
import { parseDhis2Mapping } from "./dhis2/index.ts";
import { computeInDuckdb, duckdbSource, type ObservationRelation, usualRelation } from "./duckdb/index.ts";
import { parseKoboForm, parseKoboMapping } from "./kobo/index.ts";
import { dhis2Live, iatiLive, koboLive, liveBytes } from "./live/index.ts";
import { parquetSource } from "./parquet/index.ts";
import { computeInPostgres, postgresSource } from "./postgres/index.ts";

const framework: MeasurementFramework = measurementOf(
  createFramework({
    ...{ title: "x", startDate: "2020-01-01", endDate: "2020-12-31" },
    outcomes: [{ code: "1", indicators: [{ code: "1.1", target: 200 }] }],
  }),
);
const table = (axes: string[]) =>
  createTable({ axes: axes.map((name) => ({ name, kind: "partition" as const })) });

const saidBy = (result: Result<unknown>): (Problem | Finding)[] =>
  result.ok ? [...result.findings] : [...result.problems];
/** All that is said where a source is read to its end. */
const reading = async (source: ObservationSource): Promise<(Problem | Finding)[]> =>
  saidBy(await loadObservations(source, { table }));
const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describe("no words of libraries reach a user from a server", () => {
  /** What the server does; the path of a request is the fault's name. */
  const FAULTS: Readonly<Record<string, (response: ServerResponse) => void>> = {
    ...Object.fromEntries(
      [400, 401, 403, 404, 410, 418, 429, 500, 503].map((status) => [
        `status-${status}`,
        (response) => response.writeHead(status).end("Internal error: at Object.<anonymous>"),
      ]),
    ),
    empty: (response) => response.end(),
    html: (response) => response.end("<!DOCTYPE html><title>Log in</title>"),
    "json-cut": (response) => response.end('{"dataValues":[{"dataElement":'),
    "json-null": (response) => response.end("null"),
    "json-wrong": (response) => response.end('{"dataValues":[1,{"value":{}}],"results":[7],"next":5}'),
    "bytes-no-text": (response) => response.end(Buffer.from([0xff, 0xfe, 0, 0xd8])),
    "gzip-broken": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip"),
    "redirect-nowhere": (response) => response.writeHead(302, { location: "http://[" }).end(),
    "redirect-loop": (response) => response.writeHead(302, { location: "/redirect-loop" }).end(),
    "header-broken": (response) => response.socket?.end("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"),
    "no-http": (response) => response.socket?.end("220 smtp.example.org ESMTP\r\n"),
    cut: (response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"dataValues":[');
      setTimeout(() => response.destroy(), 5);
    },
    silent: () => {},
    pages: (response) => response.end('{"count":3,"next":"http://elsewhere.example/","results":[{"_id":1}]}'),
  };
  let base = "";
  const server = createServer((request, response) => {
    FAULTS[(request.url ?? "").split("/")[1]?.split("?")[0] ?? ""]?.(response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const http = { retries: 0, timeout: 300, wait: async () => {} };
  const mapping = unwrap(
    parseDhis2Mapping(
      { format: "cadre/dhis2-mapping", version: 1, dataElements: { de: { indicator: "1.1" } } },
      framework,
    ),
  );
  const form = unwrap(
    parseKoboForm({
      content: {
        survey: [
          { type: "date", name: "day" },
          { type: "integer", name: "n" },
        ],
        choices: [],
      },
    }),
  );
  const koboMapping = unwrap(
    parseKoboMapping(
      {
        format: "cadre/kobo-mapping",
        version: 1,
        indicators: [{ indicator: "1.1", value: { sum: "n" } }],
      },
      form,
      framework,
    ),
  );
  const read = async (url: string): Promise<(Problem | Finding)[]> =>
    (
      await Promise.all([
        liveBytes(url, http).then(saidBy),
        reading(dhis2Live(url, { ...http, mapping, framework })),
        reading(koboLive(url, { ...http, mapping: koboMapping, framework })),
        reading(iatiLive(url, http)),
      ])
    ).flat();

  it.each(Object.keys(FAULTS))("that answers: %s", async (fault) => {
    const said = await read(`${base}/${fault}/data.xml`);
    expect(said.length).toBeGreaterThan(0);
    expect(foreignIn(said)).toEqual([]);
  });

  it.each(["http://127.0.0.1:1/", "http://nowhere.invalid/", "https://127.0.0.1:1/"])(
    "that cannot be reached: %s",
    async (url) => {
      const said = await read(url);
      expect(said.length).toBeGreaterThan(3);
      expect(foreignIn(said)).toEqual([]);
    },
  );
});

const USUAL = usualRelation([], ["value"]);
const withColumns = (columns: Partial<ObservationRelation["columns"]>, corrected = false) => ({
  columns: { ...USUAL.columns, ...columns },
  corrected,
});
const RELATIONS: Readonly<Record<string, ObservationRelation>> = {
  "the usual columns": USUAL,
  "a column that is not there": withColumns({ value: "no such" }),
  "text where a number is named": withColumns({ value: "period" }),
  "a time that is none": withColumns({ recordedAt: "indicator" }, true),
};
const TABLES = ["rows", "no such table", 'o"dd', ""];

describe("no words of a database stand in a message but in quotes", () => {
  it.each(Object.entries(RELATIONS))("DuckDB: %s", async (_, relation) => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run("CREATE TABLE rows AS SELECT '1.1' AS indicator, '2020' AS period, 5.0 AS value");
    const said: (Problem | Finding)[] = [];
    for (const from of [
      ...TABLES.map((name) => ({ table: name })),
      { parquet: "/nowhere/*.parquet" },
      { parquet: import.meta.filename },
    ]) {
      said.push(...saidBy(await computeInDuckdb(framework, connection, { from, relation })));
      said.push(...(await reading(duckdbSource(connection, { from, relation }))));
    }
    connection.closeSync();
    expect(said.length).toBeGreaterThan(3);
    expect(foreignIn(said)).toEqual([]);
  });

  it.each(Object.entries(RELATIONS))("PostgreSQL: %s", async (_, relation) => {
    const schema = `words_${process.pid}_${Object.values(RELATIONS).indexOf(relation)}`;
    const pool = new pg.Pool({ connectionString: await sharedPostgres(), max: 2 });
    await pool.query(
      `CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.rows AS SELECT '1.1'::text AS indicator, '2020'::text AS period, 5.0::float8 AS value`,
    );
    const said: (Problem | Finding)[] = [];
    try {
      for (const name of TABLES) {
        const from = { table: name, schema };
        said.push(...saidBy(await computeInPostgres(framework, pool, { from, relation })));
        said.push(...(await reading(postgresSource(pool, { from, relation }))));
      }
    } finally {
      await pool.query(`DROP SCHEMA ${schema} CASCADE`);
      await pool.end();
    }
    expect(said.length).toBeGreaterThan(3);
    expect(foreignIn(said)).toEqual([]);
  });
});

/** A file cut off at some places, and with other bytes at some: each seventh, on from each of some starts. */
function* broken(whole: Uint8Array): Generator<Uint8Array> {
  const times = process.env.CADRE_FULL === "1" ? 40 : 3;
  for (let index = 0; index < times; index += 1) {
    yield whole.subarray(0, Math.floor((whole.length * index) / times));
    const other = whole.slice();
    const from = Math.floor((whole.length * index) / times);
    for (let at = from; at < Math.min(whole.length, from + 24); at += 7) other[at] = (other[at] ?? 0) ^ 0xff;
    yield other;
  }
}

describe("no words of libraries reach a user from columnar files", () => {
  const columns = { indicator: ["1.1", "1.1"], period: ["2020", "2020"], value: [5, 6], note: ["a", "b"] };
  const parquet = new Uint8Array(
    parquetWriteBuffer({ columnData: Object.entries(columns).map(([name, data]) => ({ name, data })) }),
  );
  const arrow = (values: Readonly<Record<string, unknown[]>>) =>
    tableToIPC(
      new Table(
        Object.fromEntries(Object.entries(values).map(([name, data]) => [name, vectorFromArray(data)])),
      ),
      "file",
    );
  const fileOf = (bytes: Uint8Array) => ({
    byteLength: bytes.length,
    slice: async (start: number, end = bytes.length) => bytes.slice(start, end).buffer as ArrayBuffer,
  });

  it("of Parquet that is broken", async () => {
    const said: (Problem | Finding)[] = [];
    for (const file of broken(parquet)) said.push(...(await reading(parquetSource(fileOf(file)))));
    expect(said.length).toBeGreaterThan(5);
    expect(foreignIn(said)).toEqual([]);
  });

  it("of Arrow that is broken", async () => {
    const said: (Problem | Finding)[] = [];
    for (const file of broken(arrow(columns))) said.push(...(await reading(arrowSource(file))));
    expect(said.length).toBeGreaterThan(5);
    expect(foreignIn(said)).toEqual([]);
  });

  it("of columns that hold something else", async () => {
    const said: (Problem | Finding)[] = [];
    for (const data of [[{ a: 1 }], [[1, 2]], [new Uint8Array([1])], [true], [new Date(0)], [2n ** 60n]])
      for (const name of ["indicator", "period", "value", "recordedAt", "sex"])
        said.push(
          ...(await reading(
            arrowSource(arrow({ indicator: ["1.1"], period: ["2020"], value: [5], [name]: data })),
          )),
        );
    said.push(...(await reading(arrowSource(arrow({ a: [1] })))));
    expect(said.length).toBeGreaterThan(5);
    expect(foreignIn(said)).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import type { Reader, refuse, Writer } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import {
  addObservations,
  createTable,
  type Observation,
  type ObservationSource,
  type ObservationTable,
} from "@cadre/core/observations";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import {
  type ConformanceCase,
  type ObservationSourceTrial,
  observationSourceConformance,
  readerConformance,
  sampleDocument,
  writerConformance,
} from "@cadre/testkit";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { tableToIPC } from "apache-arrow";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SESSION_FORM } from "../test/session-form.ts";
import { arrowSource, observationsArrow } from "./arrow/index.ts";
import { csvSource, observationsCsv, TableMapping, valuesCsvWriter, valuesHxlWriter } from "./csv/index.ts";
import { Dhis2Mapping, dhis2Source, writeDhis2 } from "./dhis2/index.ts";
import { duckdbSource, usualRelation } from "./duckdb/index.ts";
import { iatiActivityXml, iatiReader, iatiSource, iatiWriter } from "./iati/index.ts";
import { jsonSource } from "./index.ts";
import { koboSource, parseKoboForm, parseKoboMapping } from "./kobo/index.ts";
import { observationsParquet, parquetSource, valuesParquetWriter } from "./parquet/index.ts";
import { postgresSource } from "./postgres/index.ts";

const sums = { sources: "sum", places: "sum" } as const;
const FRAMEWORK: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "age", kind: "partition", categories: ["0-17", "18+"] },
  ],
  periods: [
    { id: "2020-Q1", start: "2020-01-01", end: "2020-03-31" },
    { id: "2020-Q2", start: "2020-04-01", end: "2020-06-30" },
  ],
  indicators: [
    { code: "1.1", text: "People trained", measure: "count", accumulation: "sum", combination: sums },
    { code: "1.2", text: "Satisfied", measure: "percentage", accumulation: "latest", combination: sums },
  ],
};

/** A value, zero, one taken back, quotients with and without a denominator; with everything that a row may say, and with the least. */
const OBSERVATIONS: Observation[] = [
  {
    ...{ indicator: "1.1", period: "2020-Q1", value: 12, source: "PAM", place: "Ségou" },
    ...{ categories: { sex: "female", age: "18+" }, recordedAt: "2020-04-10T09:30:00Z", evidence: "List 3" },
  },
  { indicator: "1.1", period: "2020-Q1", value: 0, categories: { sex: "male" }, recordedAt: "2020-04-10" },
  { indicator: "1.1", period: "2020-Q2", value: -1.5, place: "Mopti", recordedAt: "2020-07-01" },
  { indicator: "1.1", period: "2020-Q2", value: null, source: "PAM", recordedAt: "2020-07-02" },
  { indicator: "1.2", period: "2020-Q1", numerator: 3, denominator: 4, recordedAt: "2020-04-10" },
  { indicator: "1.2", period: "2020-Q2", numerator: 3, denominator: null, recordedAt: "2020-07-01" },
];
/** A row that the framework does not admit, whatever carries it. */
const FOREIGN: Observation = { indicator: "1.1", period: "1999", value: 1, recordedAt: "2020-04-10" };
const rows = [...OBSERVATIONS.slice(0, 2), FOREIGN, ...OBSERVATIONS.slice(2)];

/** All rows in a table that admits any, from which they are written. */
function tableOf(observations: readonly Observation[]): ObservationTable {
  const table = createTable({ axes: FRAMEWORK.axes.map(({ name }) => ({ name, kind: "partition" })) });
  expect(addObservations(table, observations).rejected).toEqual([]);
  return table;
}
async function* stream(...pieces: Iterable<string | Uint8Array>[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces)
    for (const each of piece) yield typeof each === "string" ? new TextEncoder().encode(each) : each;
}
const encoded = (text: string) => new TextEncoder().encode(text);
const inMemory = (bytes: Uint8Array) => ({
  byteLength: bytes.length,
  slice: async (from: number, to?: number) => bytes.slice(from, to).buffer as ArrayBuffer,
});
const good = <T>(result: { ok: true; value: T } | ReturnType<typeof refuse>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const MAPPING = TableMapping.parse({
  format: "cadre/table-mapping",
  version: 1,
  headingRow: 2,
  skip: 1,
  indicator: { column: "Indicateur", names: { Formation: "1.1", Satisfaction: "1.2" } },
  period: { column: "Jour", days: "day-month-year", by: "quarter" },
  source: { column: "Agence" },
  place: { column: "Lieu" },
  recordedAt: { column: "Saisi" },
  evidence: { column: "Preuve" },
  axes: { sex: { column: "Sexe", names: { F: "female", H: "male" } }, age: { column: "Âge" } },
  values: [{ value: "Valeur", numerator: "Sur", denominator: "Total" }],
});
const MAPPED = `Suivi;;;;;;;;;;
Indicateur;Jour;Agence;Lieu;Saisi;Preuve;Sexe;Âge;Valeur;Sur;Total
(code);(jj/mm/aaaa);;;;;;;;;
Formation;31/03/2020;PAM;Ségou;2020-04-10T09:30:00Z;List 3;F;18+;12;;
Formation;01/01/2020;;;2020-04-10;;H;;0;;
Formation;01/01/1999;;;2020-04-10;;;;1;;
Formation;01/04/2020;;Mopti;2020-07-01;;;;-1,5;;
Formation;30/06/2020;PAM;;2020-07-02;;;;null;;
Satisfaction;02/02/2020;;;2020-04-10;;;;;3;4
Satisfaction;02/05/2020;;;2020-07-01;;;;;3;
`;

const DHIS2: Dhis2Mapping = Dhis2Mapping.parse({
  format: "cadre/dhis2-mapping",
  version: 1,
  dataElements: {
    trained: { indicator: "1.1" },
    satisfied: { indicator: "1.2", part: "numerator" },
    asked: { indicator: "1.2", part: "denominator" },
  },
  categoryOptionCombos: { f18: { sex: "female", age: "18+" }, m: { sex: "male" } },
  attributeOptionCombos: { wfp: "PAM" },
  orgUnits: { mopti: "Mopti", segou: "Ségou" },
});
const dhis2 = (text: string): ObservationSource =>
  dhis2Source(text, { mapping: DHIS2, framework: FRAMEWORK });

const FORM = good(parseKoboForm({ content: SESSION_FORM }));
const KOBO = good(
  parseKoboMapping(
    {
      format: "cadre/kobo-mapping",
      version: 1,
      date: "today",
      place: { question: "place" },
      source: "PAM",
      indicators: [
        {
          indicator: "1.1",
          each: "people",
          value: { count: true },
          categories: {
            sex: { question: "people/sex", categories: { f: "female", m: "male" } },
            age: { question: "people/age", bands: ["0-17", "18+"] },
          },
        },
      ],
    },
    FORM,
    FRAMEWORK,
  ),
);
const SUBMISSIONS = [
  {
    ...{ _id: 1, today: "2020-02-10", place: "Mopti", _submission_time: "2020-02-10T18:00:00" },
    people: ["19", "40"].map((age) => ({ "people/sex": "f", "people/age": age })),
  },
  {
    ...{ _id: 2, today: "2020-05-02", place: "Ségou", _submission_time: "2020-05-02T08:30:00" },
    people: [{ "people/sex": "m", "people/age": "12" }],
  },
];
/** What was counted in each submission, and its total, so that a group that nobody is in is known to be empty. */
const COUNTED: Observation[] = [
  {
    ...{ indicator: "1.1", period: "2020-Q1", value: 2, source: "PAM", place: "Mopti" },
    ...{
      categories: { sex: "female", age: "18+" },
      recordedAt: "2020-02-10T18:00:00Z",
      evidence: "Kobo: 1 (1)",
    },
  },
  {
    ...{ indicator: "1.1", period: "2020-Q2", value: 1, source: "PAM", place: "Ségou" },
    ...{
      categories: { sex: "male", age: "0-17" },
      recordedAt: "2020-05-02T08:30:00Z",
      evidence: "Kobo: 1 (2)",
    },
  },
].flatMap((row) => {
  const { categories: _, ...total } = row;
  return [row, total];
});
const kobo = (submissions: unknown) => koboSource(submissions, { mapping: KOBO, framework: FRAMEWORK });

const day = (date: string) => ({ "iso-date": date });
const ACTIVITY = iatiActivityXml({
  "iati-identifier": { text: "XM-1" },
  "reporting-org": { ref: "XM", type: "40", narrative: [{ text: "PAM" }] },
  "last-updated-datetime": "2020-07-01T08:00:00Z",
  location: [{ ref: "l", name: { narrative: [{ text: "Ségou" }] } }],
  result: [
    {
      type: "2",
      indicator: [
        {
          measure: "1",
          period: [
            {
              "period-start": day("2020-01-01"),
              "period-end": day("2020-03-31"),
              actual: [
                { value: "12", location: [{ ref: "l" }], dimension: [{ name: "sex", value: "female" }] },
                { value: "0", location: [{ ref: "AF-KAN" }], comment: { narrative: [{ text: "List 3" }] } },
              ],
            },
            { "period-start": day("1999-01-01"), "period-end": day("1999-12-31"), actual: [{ value: "1" }] },
          ],
        },
      ],
    },
  ],
});
const ACTUALS: Observation[] = [
  {
    ...{ indicator: "1.1", period: "2020-Q1", value: 12, source: "PAM", place: "Ségou" },
    ...{ categories: { sex: "female" }, recordedAt: "2020-07-01T08:00:00Z" },
  },
  {
    ...{ indicator: "1.1", period: "2020-Q1", value: 0, source: "PAM", place: "AF-KAN" },
    ...{ recordedAt: "2020-07-01T08:00:00Z", evidence: "List 3" },
  },
];
const activities = (...xml: string[]) =>
  iatiSource(stream([`<iati-activities version="2.03">${xml.join("")}</iati-activities>`]));

const COLUMNS = ["indicator", "period", "value", "numerator", "denominator", "withdrawn", "source", "place"];
const RELATION = usualRelation(["sex", "age"], [...COLUMNS, "recordedAt", "evidence", "sex", "age"]);
const CREATE = `(indicator text, period text, value float8, numerator float8, denominator float8, withdrawn boolean, source text,
  place text, "recordedAt" timestamp, evidence text, sex text, age text)`;
const quoted = (text: string | undefined) => (text === undefined ? "NULL" : `'${text}'`);
const VALUES = rows
  .map(
    (row) =>
      `(${[
        ...[quoted(row.indicator), quoted(row.period), row.value ?? "NULL", row.numerator ?? "NULL"],
        ...[row.denominator ?? "NULL", row.value === null, quoted(row.source), quoted(row.place)],
        ...[`TIMESTAMP '${row.recordedAt.replace("T", " ").replace("Z", "")}'`, quoted(row.evidence)],
        ...[quoted(row.categories?.sex), quoted(row.categories?.age)],
      ].join(", ")})`,
  )
  .join(", ");
let duck: DuckDBConnection;
let pool: pg.Pool;
const schema = `conformance_${process.pid}_${Date.now()}`;
beforeAll(async () => {
  duck = await (await DuckDBInstance.create(":memory:")).connect();
  await duck.run(`CREATE TABLE observations ${CREATE}`);
  await duck.run(`INSERT INTO observations VALUES ${VALUES}`);
  pool = new pg.Pool({ connectionString: await sharedPostgres(), max: 2 });
  await pool.query(`CREATE SCHEMA ${schema}`);
  await pool.query(`CREATE TABLE ${schema}.observations ${CREATE}`);
  await pool.query(`INSERT INTO ${schema}.observations VALUES ${VALUES}`);
}, 60_000);
afterAll(async () => {
  duck.closeSync();
  await pool.query(`DROP SCHEMA ${schema} CASCADE`);
  await pool.end();
});

/** A trial of a source that carries all rows, the foreign one too. */
const carrying = (
  open: () => ObservationSource | Promise<ObservationSource>,
  broken: () => ObservationSource,
): ObservationSourceTrial => ({
  open: async () => ({ source: await open() }),
  framework: FRAMEWORK,
  observations: OBSERVATIONS,
  refusedCount: 1,
  broken: async () => ({ source: broken() }),
});
const csv = (text: Iterable<string>, mapping?: TableMapping) =>
  csvSource(stream(text), mapping && { mapping });
const notCsv = () => csv(["name,2020,2021\nx,1,2\n"]);
const arrow = () => observationsArrow(tableOf(rows));
const notArrow = () => arrowSource(encoded("indicator,period,value\n1.1,2020,7\n"));

/** What of each adapter is tried, under the name that its entry point exports it by. */
const SOURCES: Record<string, Record<string, ObservationSourceTrial>> = {
  csvSource: {
    "with headings": carrying(() => csv(observationsCsv(tableOf(rows))), notCsv),
    "with a mapping": carrying(
      () => csv([MAPPED], MAPPING),
      () => csv(["Indicateur,Jour\n"], MAPPING),
    ),
    "with hashtags": carrying(
      () => csv(observationsCsv(tableOf(rows), { style: "hxl" })),
      () => csv(["#indicator+code,#reached\n1.1,2\n"]),
    ),
    "with hashtags, a column for each group": carrying(
      () => csv(observationsCsv(tableOf(rows), { style: "hxl", wide: true })),
      () => csv(["#indicator+code,#date,#reached+f,#affected+f\n1.1,2020,1,2\n"]),
    ),
  },
  jsonSource: {
    "a list": carrying(
      () => jsonSource(JSON.stringify(rows)),
      () => jsonSource("{}"),
    ),
  },
  arrowSource: {
    "a table": carrying(() => arrowSource(arrow()), notArrow),
    "a file": carrying(() => arrowSource(tableToIPC(arrow(), "file")), notArrow),
    "a stream": carrying(() => arrowSource(stream([tableToIPC(arrow(), "stream")])), notArrow),
  },
  parquetSource: {
    "a file": carrying(
      async () => parquetSource(inMemory(await observationsParquet(tableOf(rows)))),
      () => parquetSource(inMemory(encoded("PAR1 it is not PAR1"))),
    ),
  },
  dhis2Source: {
    "a data value set": {
      ...carrying(
        () => {
          const { set, findings } = writeDhis2(OBSERVATIONS, { mapping: DHIS2, framework: FRAMEWORK });
          expect(findings).toEqual([]);
          return dhis2(JSON.stringify(set));
        },
        () => dhis2("{}"),
      ),
      refusedCount: 0,
    },
  },
  koboSource: {
    submissions: {
      ...carrying(
        () => kobo(SUBMISSIONS),
        () => kobo({}),
      ),
      observations: COUNTED,
      refusedCount: 0,
    },
  },
  iatiSource: {
    "an activity": {
      ...carrying(
        () => activities(ACTIVITY),
        () => activities(ACTIVITY, ACTIVITY),
      ),
      observations: ACTUALS,
    },
  },
  duckdbSource: {
    "a table": carrying(
      () => duckdbSource(duck, { from: { table: "observations" }, relation: RELATION }),
      () => duckdbSource(duck, { from: { table: "nowhere" }, relation: RELATION }),
    ),
  },
  postgresSource: {
    "a table": carrying(
      () => postgresSource(pool, { from: { schema, table: "observations" }, relation: RELATION }),
      () => postgresSource(pool, { from: { schema, table: "nowhere" }, relation: RELATION }),
    ),
  },
};

const { bytes: iati } = await iatiWriter.write(sampleDocument(), { language: "en" });
const READERS: Record<string, ConformanceCase[]> = {
  iatiReader: readerConformance({
    reader: iatiReader,
    samples: [{ name: "the sample", bytes: iati }],
    others: [encoded('<?xml version="1.0"?><html/>')],
  }),
};
const WRITERS: Record<string, ConformanceCase[]> = {
  iatiWriter: writerConformance({ writer: iatiWriter, reader: iatiReader }),
  // Tables of values, which are for people and their tools: no reader makes a document of them again.
  valuesCsvWriter: writerConformance({ writer: valuesCsvWriter }),
  valuesHxlWriter: writerConformance({ writer: valuesHxlWriter }),
  valuesParquetWriter: writerConformance({ writer: valuesParquetWriter }),
};

for (const [name, trials] of Object.entries(SOURCES))
  describe.each(Object.entries(trials))(`${name}, %s`, (_, trial) => {
    for (const { name: each, run } of observationSourceConformance(trial)) it(each, run);
  });
describe.each(Object.entries({ ...READERS, ...WRITERS }))("%s", (_, cases) => {
  for (const { name, run } of cases) it(name, run);
});

describe("the entry points of the package", () => {
  const isReader = (value: unknown): value is Reader =>
    typeof value === "object" && value !== null && "maxBytes" in value && "read" in value;
  const isWriter = (value: unknown): value is Writer =>
    typeof value === "object" && value !== null && "mediaType" in value && "write" in value;

  it("export no adapter that has no suite here, and each suite is of one that they export", async () => {
    const { exports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
      exports: Record<string, string | { "cadre-source": string }>;
    };
    const exported = { sources: new Set<string>(), readers: new Set<string>(), writers: new Set<string>() };
    for (const entry of Object.values(exports)) {
      if (typeof entry === "string") continue;
      const module: Record<string, unknown> = await import(
        new URL(`../${entry["cadre-source"]}`, import.meta.url).href
      );
      for (const [name, value] of Object.entries(module))
        if (name.endsWith("Source") && typeof value === "function") exported.sources.add(name);
        else if (isReader(value)) exported.readers.add(name);
        else if (isWriter(value)) exported.writers.add(name);
    }
    const named = (suites: object) => Object.keys(suites).sort();
    expect([...exported.sources].sort()).toEqual(named(SOURCES));
    expect([...exported.readers].sort()).toEqual(named(READERS));
    expect([...exported.writers].sort()).toEqual(named(WRITERS));
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem, Result } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import {
  addObservations,
  createTable,
  loadObservations,
  type ObservationSource,
  type ObservationTable,
  observationAt,
} from "@cadre/core/observations";
import type { HostileCase, Input } from "./hostile-case.ts";
import {
  CSV_CASES,
  DHIS2_CASES,
  encoded,
  FORM_CASES,
  IATI_CASES,
  mappingCases,
  OBSERVATION_CASES,
  SUBMISSION_CASES,
} from "./hostile-cases.ts";
import { ARROW_CASES, PARQUET_CASES } from "./hostile-columns.ts";
import { SESSION_FORM } from "./session-form.ts";

/** What was read, as text, or why not. */
export type Outcome = { ok: true; value: string } | { ok: false; problems: Problem[] };

/** A reader, and the files that are held against it. */
export interface HostileReader {
  /** Names under which it is exported, with what it reads by. */
  covers: string[];
  good: () => Uint8Array | Promise<Uint8Array>;
  read: (input: Input) => Promise<Outcome>;
  cases: Readonly<Record<string, HostileCase>>;
  /** What it may take where that is more than others: a database has memory of its own. */
  maxMb?: number;
  /** It is decoded by a library in a process of its own: some of its bits are tried, not all. */
  sampled?: boolean;
  /** It is a file of another program, tried in the full run. */
  full?: boolean;
}

/** For tests: a table with a row of each kind. */
export function someTable(): ObservationTable {
  const table = createTable({ axes: [{ name: "sex", kind: "partition" }] });
  addObservations(table, [
    {
      ...{ indicator: "1.1.a", period: "2020-Q1", value: 3.5, source: "PAM", place: "Mopti" },
      ...{ categories: { sex: "female" }, recordedAt: "2020-04-10", evidence: "a list" },
    },
    {
      ...{ indicator: "1.1.a", period: "2020-Q2", value: 4, source: "FAO", categories: { sex: "male" } },
      recordedAt: "2020-04-11",
    },
    { indicator: "1.1.b", period: "2020-Q2", numerator: 4, denominator: 9, recordedAt: "2020-04-12" },
    { indicator: "1.1.b", period: "2020-Q2", value: null, recordedAt: "2020-04-13" },
  ]);
  return table;
}

const rowsOf = (table: ObservationTable): string =>
  JSON.stringify(Array.from({ length: Math.min(table.size, 1000) }, (_, row) => observationAt(table, row)));

async function loaded(source: ObservationSource): Promise<Outcome> {
  const read = await loadObservations(source, {
    table: (axes) => createTable({ axes: axes.map((name) => ({ name, kind: "partition" as const })) }),
  });
  if (!read.ok) return read;
  const { table, rejections } = read.value;
  return { ok: true, value: `${rowsOf(table)} ${rejections.map(({ row, code }) => `${row} ${code}`)}` };
}

async function whole(input: Input): Promise<Uint8Array> {
  if (input instanceof Uint8Array) return input;
  const pieces: Uint8Array[] = [];
  for await (const piece of input) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What the process that decodes may take. */
const DECODER = { megabytes: 400, seconds: 0.5 };

const sums = { sources: "sum", places: "sum" } as const;
const FRAMEWORK: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: [{ id: "2020-01", start: "2020-01-01", end: "2020-01-31" }],
  indicators: [
    { code: "1.1", text: "People trained", measure: "count", accumulation: "sum", combination: sums },
  ],
};
const good = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems));
};
/** What a result holds, as text. */
const outcomeOf = <T>(result: Result<T>): Outcome =>
  result.ok ? { ok: true, value: (JSON.stringify(result.value) ?? "").slice(0, 100_000) } : result;
const pieces = async function* (input: Input): AsyncGenerator<Uint8Array> {
  if (input instanceof Uint8Array) yield input;
  else yield* input;
};
/** Text as a program has it that does not look at encodings. */
const textOf = async (input: Input) => {
  const { buffer, byteOffset, byteLength } = await whole(input);
  return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
};

const HEAD = "indicator,period,value,source,sex,recordedAt\n";
const ROWS = '1.1,2020-01,5,PAM,female,2020-04-10\n1.1,2020-01,"6.5",FAO,male,2020-04-10\n';
const TABLE_MAPPING = {
  ...{ format: "cadre/table-mapping", version: 1, indicator: { column: "indicator" } },
  ...{ period: { column: "period" }, recordedAt: { column: "recordedAt" }, source: { column: "source" } },
  ...{ axes: { sex: { column: "sex" } }, values: [{ value: "value" }] },
};
const DHIS2_MAPPING = {
  ...{ format: "cadre/dhis2-mapping", version: 1, dataElements: { trained: { indicator: "1.1" } } },
  categoryOptionCombos: { f: { sex: "female" } },
};
const KOBO_MAPPING = {
  ...{ format: "cadre/kobo-mapping", version: 1, date: "today", place: { question: "place" }, source: "PAM" },
  indicators: [
    {
      ...{ indicator: "1.1", each: "people", value: { count: true } },
      categories: { sex: { question: "people/sex", categories: { f: "female", m: "male" } } },
    },
  ],
};
const RELATION = { columns: { value: "value", recordedAt: "recordedAt", categories: { sex: "sex" } } };

let instance: Promise<import("@duckdb/node-api").DuckDBInstance> | undefined;
const duckdb = () => {
  const settings = { memory_limit: "128MB", threads: "1" };
  instance ??= import("@duckdb/node-api").then((module) =>
    module.DuckDBInstance.create(":memory:", settings),
  );
  return instance;
};

/** A reader of tables with commas: by headings, and by a mapping. */
const csv = (mapped: boolean): HostileReader => ({
  covers: ["csvSource", "sampleTable", "readTable", "guessTableMapping"],
  good: () => encoded(HEAD + ROWS),
  read: async (input) => {
    const module = await import("../src/csv/index.ts");
    if (!mapped) return loaded(module.csvSource(pieces(input)));
    const sample = await module.sampleTable(pieces(input));
    if (!sample.ok) return sample;
    if (input instanceof Uint8Array) {
      const whole = await module.readTable(input);
      if (!whole.ok) return whole;
    }
    const { mapping } = module.guessTableMapping(sample.value, FRAMEWORK);
    return outcomeOf({ ok: true, value: mapping, findings: [] });
  },
  cases: mapped
    ? Object.fromEntries(
        Object.entries(CSV_CASES).map(([name, { make }]) => [name, { make, code: undefined, shared: true }]),
      )
    : CSV_CASES,
});

const arrow = (form: "file" | "stream"): HostileReader => ({
  covers: ["arrowSource"],
  sampled: true,
  good: async () => {
    const { tableToIPC } = await import("apache-arrow");
    return tableToIPC((await import("../src/arrow/index.ts")).observationsArrow(someTable()), form);
  },
  read: async (input) =>
    loaded((await import("../src/arrow/index.ts")).arrowSource(input, { limits: DECODER })),
  cases: form === "file" ? {} : ARROW_CASES,
});

/** A reader of a document in JSON, which is parsed at the boundary. */
const document = (
  covers: string,
  sample: unknown,
  read: (input: unknown) => Promise<Result<unknown>>,
  cases: Readonly<Record<string, HostileCase>>,
): HostileReader => ({
  covers: [covers, "parseJson"],
  good: () => encoded(JSON.stringify(sample)),
  read: async (input) => {
    const json = (await import("../src/index.ts")).parseJson(await textOf(input));
    return json.ok ? outcomeOf(await read(json.value)) : json;
  },
  cases,
});

/** Parquet files as DuckDB writes them: other encodings than this package's own, in each codec. */
const foreign = (codec: string, version: string): HostileReader => ({
  covers: ["parquetSource"],
  good: async () => {
    const folder = mkdtempSync(join(tmpdir(), "cadre-hostile-"));
    const file = join(folder, "observations.parquet");
    const connection = await (await duckdb()).connect();
    await connection.run(
      `copy (select '1.' || (i % 7) as indicator, '2020-Q' || (1 + i % 4) as period,
         case when i % 11 = 0 then null else i / 4.0 end as value, i % 11 = 0 as withdrawn,
         case when i % 3 = 0 then null else 'org ' || (i % 5) end as source, 'place ' || i as place,
         ['female', 'male'][1 + i % 2] as sex, timestamp '2020-04-10' + interval (i) second as recordedAt
         from range(200) t(i)) to '${file}' (format parquet, codec '${codec}', parquet_version '${version}')`,
    );
    connection.closeSync();
    const bytes = readFileSync(file);
    rmSync(folder, { recursive: true });
    return bytes;
  },
  read: async (input) => (READERS.parquet as HostileReader).read(input),
  cases: {},
  sampled: true,
  full: true,
});
const FOREIGN = ["uncompressed", "snappy", "gzip", "brotli", "zstd", "lz4_raw"].flatMap((codec) =>
  ["V1", "V2"].map((version): [string, HostileReader] => [
    `parquet that DuckDB wrote, ${codec}, ${version}`,
    foreign(codec, version),
  ]),
);

/** All readers of the package, by what they read. */
export const READERS: Readonly<Record<string, HostileReader>> = {
  "a table": csv(false),
  "a table, to guess at it": csv(true),
  "a table, by a mapping": {
    ...csv(false),
    read: async (input) => {
      const { csvSource, parseTableMapping } = await import("../src/csv/index.ts");
      return loaded(csvSource(pieces(input), { mapping: good(parseTableMapping(TABLE_MAPPING, FRAMEWORK)) }));
    },
    cases: {},
  },
  "a table with hashtags": {
    ...csv(false),
    good: () =>
      encoded(`${HEAD}#indicator+code,#date+period,#indicator+value,#org,#sex,#date+recorded\n${ROWS}`),
    cases: {},
  },
  observations: {
    covers: ["jsonSource", "parseJson"],
    good: async () => encoded(rowsOf(someTable())),
    read: async (input) => loaded((await import("../src/index.ts")).jsonSource(await textOf(input))),
    cases: OBSERVATION_CASES,
  },
  "a data value set": {
    covers: ["readDhis2", "dhis2Source"],
    good: () =>
      encoded(
        '{"dataValues":[{"dataElement":"trained","period":"202001","categoryOptionCombo":"f","value":"5"}]}',
      ),
    read: async (input) => {
      const { dhis2Source, parseDhis2Mapping } = await import("../src/dhis2/index.ts");
      const mapping = good(parseDhis2Mapping(DHIS2_MAPPING, FRAMEWORK));
      return loaded(dhis2Source(await textOf(input), { mapping, framework: FRAMEWORK }));
    },
    cases: DHIS2_CASES,
  },
  submissions: {
    covers: ["parseKoboSubmissions", "readKobo", "koboSource"],
    good: () => encoded('[{"_id":1,"today":"2020-01-10","place":"Mopti","people":[{"people/sex":"f"}]}]'),
    read: async (input) => {
      const { koboSource, parseKoboForm, parseKoboMapping } = await import("../src/kobo/index.ts");
      const json = (await import("../src/index.ts")).parseJson(await textOf(input));
      if (!json.ok) return json;
      const mapping = good(parseKoboMapping(KOBO_MAPPING, good(parseKoboForm(SESSION_FORM)), FRAMEWORK));
      return loaded(koboSource(json.value, { mapping, framework: FRAMEWORK }));
    },
    cases: SUBMISSION_CASES,
  },
  "sheets of submissions": document(
    "submissionsOfSheets",
    { main: [{ _id: 1, _index: 1, today: "2020-01-10" }], people: [{ _parent_index: 1, "people/sex": "f" }] },
    async (input) => {
      const { parseKoboForm, submissionsOfSheets } = await import("../src/kobo/index.ts");
      return submissionsOfSheets(input as never, good(parseKoboForm(SESSION_FORM)));
    },
    {},
  ),
  "a form": document(
    "parseKoboForm",
    SESSION_FORM,
    async (input) => (await import("../src/kobo/index.ts")).parseKoboForm(input),
    FORM_CASES,
  ),
  "a mapping of a table": document(
    "parseTableMapping",
    TABLE_MAPPING,
    async (input) => (await import("../src/csv/index.ts")).parseTableMapping(input, FRAMEWORK),
    mappingCases('{"format":"cadre/table-mapping","version":1', (names) => `"axes":{${names}}`),
  ),
  "a mapping of DHIS2": document(
    "parseDhis2Mapping",
    DHIS2_MAPPING,
    async (input) => (await import("../src/dhis2/index.ts")).parseDhis2Mapping(input, FRAMEWORK),
    mappingCases('{"format":"cadre/dhis2-mapping","version":1', (names) => `"dataElements":{${names}}`),
  ),
  "a mapping of KoboToolbox": document(
    "parseKoboMapping",
    KOBO_MAPPING,
    async (input) => {
      const { parseKoboForm, parseKoboMapping } = await import("../src/kobo/index.ts");
      return parseKoboMapping(input, good(parseKoboForm(SESSION_FORM)), FRAMEWORK);
    },
    mappingCases(
      '{"format":"cadre/kobo-mapping","version":1',
      (names) => `"indicators":[{"categories":{${names}}}]`,
    ),
  ),
  "a relation of a database": document(
    "parseRelation",
    RELATION,
    async (input) => (await import("../src/duckdb/index.ts")).parseRelation(input),
    mappingCases('{"corrected":false', (names) => `"columns":{"categories":{${names}}}`),
  ),
  "activities of IATI": {
    covers: ["openIati", "iatiSource", "readIati", "iatiReader"],
    good: async () => {
      const { iatiActivityXml } = await import("../src/iati/index.ts");
      const day = (date: string) => ({ "iso-date": date });
      const period = {
        "period-start": day("2020-01-01"),
        "period-end": day("2020-01-31"),
        actual: [{ value: "5" }],
      };
      const activity = iatiActivityXml({
        "iati-identifier": { text: "XM-1" },
        "reporting-org": { ref: "XM", type: "40", narrative: [{ text: "PAM" }] },
        result: [{ type: "2", indicator: [{ measure: "1", period: [period] }] }],
      });
      return encoded(`<iati-activities version="2.03">${activity}</iati-activities>`);
    },
    read: async (input) => {
      const { openIati } = await import("../src/iati/index.ts");
      const opened = await openIati(pieces(input));
      if (!opened.ok) return opened;
      let text = "";
      for await (const item of opened.value.activities) {
        if (!item.ok) return item;
        if (text.length < 10_000) text += JSON.stringify(item.value.activity);
      }
      return { ok: true, value: text };
    },
    cases: IATI_CASES,
  },
  parquet: {
    covers: ["parquetSource"],
    sampled: true,
    good: async () => (await import("../src/parquet/index.ts")).observationsParquet(someTable()),
    read: async (input) => {
      const { parquetSource } = await import("../src/parquet/index.ts");
      const bytes = await whole(input);
      const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      return loaded(
        parquetSource(
          { byteLength: buffer.byteLength, slice: async (from, to) => buffer.slice(from, to) },
          { limits: DECODER },
        ),
      );
    },
    cases: PARQUET_CASES,
  },
  "arrow, a file": arrow("file"),
  "arrow, a stream": arrow("stream"),
  "activities against the schema": {
    covers: ["validateIati"],
    good: () => encoded('<iati-activities version="2.03"><iati-activity/></iati-activities>'),
    read: async (input) => {
      const { validateIati } = await import("../src/iati/index.ts");
      const findings = await validateIati(await whole(input));
      const fault = findings.find(({ code }) => code.startsWith("xml-"));
      if (fault === undefined) return { ok: true, value: JSON.stringify(findings) };
      const { code, where, message, found, expected } = fault;
      return { ok: false, problems: [{ code, where, message, found, expected }] };
    },
    cases: Object.fromEntries(
      Object.entries(IATI_CASES)
        .filter(([name]) => !name.includes("gigabyte"))
        .map(([name, { make }]) => [name, { make, code: undefined, shared: true }]),
    ),
  },
  "parquet, by DuckDB": {
    covers: ["duckdbSource", "computeInDuckdb"],
    sampled: true,
    // A million columns alone take DuckDB 700 MB, whatever its own limit is.
    maxMb: 1200,
    good: async () => (await import("../src/parquet/index.ts")).observationsParquet(someTable()),
    read: async (input) => {
      const { duckdbSource, computeInDuckdb, usualRelation } = await import("../src/duckdb/index.ts");
      const folder = mkdtempSync(join(tmpdir(), "cadre-hostile-"));
      const file = join(folder, "observations.parquet");
      writeFileSync(file, await whole(input));
      const connection = await (await duckdb()).connect();
      try {
        const fields = ["indicator", "period", "value", "numerator", "denominator", "source", "place", "sex"];
        const relation = usualRelation(["sex"], [...fields, "recordedAt", "withdrawn", "evidence"]);
        const observations = { from: { parquet: file }, relation };
        const read = await loaded(duckdbSource(connection, observations));
        const results = await computeInDuckdb(FRAMEWORK, connection, observations);
        return read.ok && results.ok ? read : read.ok ? outcomeOf(results) : read;
      } finally {
        connection.closeSync();
        rmSync(folder, { recursive: true });
      }
    },
    cases: Object.fromEntries(
      Object.entries(PARQUET_CASES).map(([name, { make }]) => [
        name,
        { make, code: undefined, shared: true },
      ]),
    ),
  },
  ...Object.fromEntries(FOREIGN),
};

import type { FrameworkDocument, Writer } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { asWritten } from "@cadre/core/internal";
import {
  addObservations,
  createTable,
  loadObservations,
  type Observation,
  type ObservationSource,
  type ObservationTable,
  observationAt,
} from "@cadre/core/observations";
import { sampleDocument } from "@cadre/testkit";
import { tableToIPC } from "apache-arrow";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import * as arrow from "./arrow/index.ts";
import * as csv from "./csv/index.ts";
import * as dhis2 from "./dhis2/index.ts";
import * as duckdb from "./duckdb/index.ts";
import * as iati from "./iati/index.ts";
import * as index from "./index.ts";
import * as kobo from "./kobo/index.ts";
import * as parquet from "./parquet/index.ts";
import * as postgres from "./postgres/index.ts";

/** What a spreadsheet would run: at the beginning, after apostrophes, after what another country's columns or lines end with. */
const FORMULAS = [
  ...[
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\n=1",
    "'=1",
    "''+1",
    "=",
    "-",
    '=HYPERLINK("http://x","y")',
  ],
  ...["PAM;=1", "PAM;;+1", "PAM\t@A1", "PAM\n=1", 'PAM",=1', 'PAM";=1', "PAM;'=1", "=1;=2\n=3"],
];
const RUN = /^[=+\-@\t\r\n]/;
const isPlainNumber = (cell: string) => /^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(cell);

/** No spreadsheet runs a cell of a table: neither where a comma divides columns nor where a semicolon or a tab does. */
function expectHarmless(text: string): string[][] {
  const records = Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: true }).data;
  for (const cell of records.flat()) expect(isPlainNumber(cell) ? "" : cell).not.toMatch(RUN);
  for (const part of text.split(/[;\t\r\n]/)) expect(part.replace(/^"/, "")).not.toMatch(RUN);
  return records;
}

const ROWS: Observation[] = FORMULAS.flatMap((text, index): Observation[] => [
  {
    ...{ indicator: text, period: text, value: -index - 0.5, source: text, place: text, evidence: text },
    ...{ categories: { sex: text }, recordedAt: "2020-04-10" },
  },
  { indicator: "1.1", period: "2020", value: null, evidence: text, recordedAt: "2020-04-10" },
]);
function tableOf(rows: readonly Observation[], axis = "sex"): ObservationTable {
  const table = createTable({ axes: [{ name: axis, kind: "partition" }] });
  expect(addObservations(table, rows).rejected).toEqual([]);
  return table;
}
async function rowsOf(source: ObservationSource): Promise<Observation[]> {
  const read = await loadObservations(source, {
    table: (axes) => createTable({ axes: axes.map((name) => ({ name, kind: "partition" as const })) }),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.value.rejections).toEqual([]);
  return Array.from({ length: read.value.table.size }, (_, row) => observationAt(read.value.table, row));
}
async function* pieces(...all: (string | Uint8Array)[]) {
  yield* all;
}

/** Observations in CSV: harmless, and the same when they are read. */
const asCsv = (options: csv.CsvWriteOptions) => async () => {
  const text = [...csv.observationsCsv(tableOf(ROWS), options)].join("");
  expectHarmless(text);
  const read = await rowsOf(csv.csvSource(pieces(text)));
  expect(options.wide ? new Set(read) : read).toEqual(options.wide ? new Set(ROWS) : ROWS);
};

/** A document whose every text is run by spreadsheets that run it. */
function document(): FrameworkDocument {
  let next = 0;
  const formula = () => FORMULAS[next++ % FORMULAS.length] as string;
  const sample = structuredClone(sampleDocument());
  for (const outcome of sample.outcomes)
    for (const each of [...outcome.indicators, ...outcome.outputs.flatMap(({ indicators }) => indicators)]) {
      each.text = formula();
      each.target = {
        value: { kind: "number", value: -2, unit: formula() },
        raw: formula(),
        breakdown: { partition: true, parts: [{ label: formula(), value: -1 }] },
      };
      each.actual = { value: { kind: "text", text: formula() }, raw: formula() };
    }
  return sample;
}
/** Values in CSV: harmless, and the same cells once what holds them back is gone. */
const asValues = (writer: Writer, heads: number) => async () => {
  const { bytes } = await writer.write(document(), { language: "fr" });
  const [names = [], ...cells] = expectHarmless(new TextDecoder().decode(bytes));
  const rows = csv.valueRows(document());
  expect(
    rows.filter((row) => Object.values(row).some((cell) => RUN.test(String(cell)))).length,
  ).toBeGreaterThan(5);
  expect(cells.slice(heads - 1).map((row) => row.map(asWritten))).toEqual(
    rows.map((row) => names.map((name) => String(row[name as keyof csv.ValueRow] ?? ""))),
  );
};

const FRAMEWORK: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [],
  periods: [{ id: "2020", start: "2020-01-01", end: "2020-12-31" }],
  indicators: [
    {
      ...{ code: "1.1", text: "People", measure: "currency", accumulation: "sum" },
      combination: { sources: "sum", places: "sum" },
    },
  ],
};
/** XML has no other line ends than line feeds. */
const inXml = async (xml: string): Promise<unknown[]> => {
  const opened = await iati.openIati(pieces(xml));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const read: unknown[] = [];
  for await (const item of opened.value.activities) read.push(item.ok ? item.value.activity : item.problems);
  return read;
};
const ACTIVITY: iati.IatiActivity = {
  "iati-identifier": { text: "XM-1" },
  title: { narrative: FORMULAS.map((text) => ({ text, "xml:lang": text })) },
};

/** Each writer of the package: of a format that spreadsheets open nothing is run; of each the same is read. */
const WRITERS: Record<string, Record<string, () => Promise<void>>> = {
  observationsCsv: {
    plain: asCsv({}),
    "with hashtags": asCsv({ style: "hxl" }),
    "with hashtags, a column for each group": asCsv({ style: "hxl", wide: true }),
    "an axis that is named like a formula": async () => {
      for (const axis of ["=1+1", "@x", "a;=1"]) {
        const rows = ROWS.map((row) => ({ ...row, categories: { [axis]: "x" } }));
        const text = [...csv.observationsCsv(tableOf(rows, axis))].join("");
        expectHarmless(text);
        expect(await rowsOf(csv.csvSource(pieces(text)))).toEqual(rows);
      }
    },
  },
  valuesCsvWriter: { values: asValues(csv.valuesCsvWriter, 1) },
  valuesHxlWriter: { values: asValues(csv.valuesHxlWriter, 2) },
  observationsParquet: {
    "the same": async () => {
      const { buffer } = await parquet.observationsParquet(tableOf(ROWS));
      const file = {
        byteLength: buffer.byteLength,
        slice: async (a: number, b?: number) => buffer.slice(a, b),
      };
      expect(await rowsOf(parquet.parquetSource(file as parquet.ParquetFile))).toEqual(ROWS);
    },
  },
  valuesParquetWriter: {
    "the same": async () => {
      const { parquetReadObjects } = await import("hyparquet");
      const { bytes } = await parquet.valuesParquetWriter.write(document(), { language: "fr" });
      const file = Uint8Array.from(bytes).buffer;
      expect(await parquetReadObjects({ file })).toEqual(csv.valueRows(document()));
    },
  },
  observationsArrow: {
    "the same": async () => {
      const bytes = tableToIPC(arrow.observationsArrow(tableOf(ROWS)), "file");
      expect(await rowsOf(arrow.arrowSource(bytes))).toEqual(ROWS);
    },
  },
  jsonSource: {
    "the same, as JSON.stringify writes it": async () => {
      expect(await rowsOf(index.jsonSource(JSON.stringify(ROWS)))).toEqual(ROWS);
    },
  },
  writeDhis2: {
    "the same": async () => {
      const mapping = dhis2.Dhis2Mapping.parse({
        ...{ format: "cadre/dhis2-mapping", version: 1, dataElements: { "=e": { indicator: "1.1" } } },
        attributeOptionCombos: Object.fromEntries(FORMULAS.map((text, index) => [`=${index}`, text])),
      });
      const rows = FORMULAS.map((text, index) => ({
        ...{ indicator: "1.1", period: "2020", value: -index - 1, source: text, place: text, evidence: text },
        recordedAt: "2020-04-10",
      }));
      const { set, findings } = dhis2.writeDhis2(rows, { mapping, framework: FRAMEWORK });
      expect(findings).toEqual([]);
      const source = dhis2.dhis2Source(JSON.stringify(set), { mapping, framework: FRAMEWORK });
      expect(await rowsOf(source)).toEqual(rows);
    },
  },
  iatiActivityXml: {
    "the same": async () => {
      const xml = `<iati-activities version="2.03">${iati.iatiActivityXml(ACTIVITY)}</iati-activities>`;
      expect(await inXml(xml)).toEqual([ACTIVITY]);
    },
  },
  writeIati: {
    "the same": async () => {
      let xml = "";
      for await (const piece of iati.writeIati([ACTIVITY])) xml += piece;
      expect(await inXml(xml)).toEqual([ACTIVITY]);
    },
  },
  writeActivity: {
    "the same": async () => {
      const { bytes } = await iati.writeActivity({ activity: ACTIVITY, findings: [] });
      expect(await inXml(new TextDecoder().decode(bytes))).toEqual([ACTIVITY]);
    },
  },
  iatiWriter: {
    "the same texts": async () => {
      const { bytes } = await iati.iatiWriter.write(document(), { language: "fr" });
      const read = await iati.iatiReader.read(bytes);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const texts = ({ outcomes }: FrameworkDocument) =>
        outcomes.flatMap(({ outputs }) =>
          outputs.flatMap(({ indicators }) => indicators.map(({ text }) => text)),
        );
      expect(texts(read.value)).toEqual(texts(document()));
    },
  },
};

describe.each(Object.entries(WRITERS))("what spreadsheets run, by %s", (_, tries) => {
  it.each(Object.entries(tries))("%s", (_, attempt) => attempt());
});

it("no writer is exported that is not tried", () => {
  const exported = [index, arrow, csv, dhis2, duckdb, iati, kobo, parquet, postgres].flatMap(Object.keys);
  const writers = exported.filter((name) => /^write|Writer$|^observations(?!Of)|Xml$/.test(name));
  expect(writers.filter((name) => !Object.hasOwn(WRITERS, name))).toEqual([]);
});

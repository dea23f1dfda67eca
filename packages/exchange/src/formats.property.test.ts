import { computeResults, parseMeasurement, resultRows } from "@cadre/core/aggregate";
import {
  addObservations,
  createTable,
  loadObservations,
  type NoValueReason,
  type Observation,
  type ObservationSource,
} from "@cadre/core/observations";
import { Table, tableToIPC, Utf8, type Vector, vectorFromArray } from "apache-arrow";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { arrowSource, observationsArrow } from "./arrow/index.ts";
import { csvSource, observationsCsv } from "./csv/index.ts";
import { dhis2Source, parseDhis2Mapping, writeDhis2 } from "./dhis2/index.ts";
import { type IatiActivity, iatiSource, writeIati } from "./iati/index.ts";
import { jsonSource } from "./index.ts";
import { koboSource, parseKoboForm, parseKoboMapping } from "./kobo/index.ts";
import { observationsParquet, parquetSource } from "./parquet/index.ts";

const must = <T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const PERIODS = [
  { id: "2015-Q1", start: "2015-01-01", end: "2015-03-31" },
  { id: "2015-Q2", start: "2015-04-01", end: "2015-06-30" },
];
const PLACES = ["Mopti", "Ségou; nord", 'Gao "2"', "=1+1"];
const framework = must(
  parseMeasurement({
    format: "cadre/measurement",
    indicators: ["1.1", "1.2"].map((code) => ({
      ...{ code, text: `People ${code}`, measure: "count", accumulation: "sum" },
      combination: { sources: "sum", places: "sum" },
      targets: [{ value: 1000 }],
    })),
    axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
    periods: PERIODS,
  }),
);

interface Row {
  indicator: string;
  period: string;
  place: string;
  sex: string;
  value: number | NoValueReason;
}

/** How people write that a value is not known. */
const WORDS: Record<NoValueReason, string[]> = {
  "to-be-determined": ["TBD", "tbd", "À déterminer", "To be determined"],
  "no-data": ["n/d", "ND", "no data", "Pas de données"],
};
const written = ({ value, place }: Row): string => {
  if (typeof value === "number") return String(value);
  return WORDS[value][PLACES.indexOf(place)] ?? "TBD";
};
const rows = fc.uniqueArray(
  fc.record<Row>({
    indicator: fc.constantFrom("1.1", "1.2"),
    period: fc.constantFrom(...PERIODS.map(({ id }) => id)),
    place: fc.constantFrom(...PLACES),
    sex: fc.constantFrom("female", "male"),
    value: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 100_000 }) },
      fc.constantFrom(0, 0.5, 0.1, 9_007_199_254_740),
      fc.constantFrom<NoValueReason>("to-be-determined", "no-data"),
    ),
  }),
  {
    selector: ({ indicator, period, place, sex }) => [indicator, period, place, sex].join("|"),
    minLength: 1,
  },
);
const observations = (all: readonly Row[]): Observation[] =>
  all.map(({ sex, value, ...row }) => ({
    ...row,
    ...(typeof value === "number" ? { value } : { value: null, reason: value }),
    ...{ source: "PAM", categories: { sex }, recordedAt: "2015-07-01" },
  }));
const tableOf = (all: readonly Row[]) => {
  const table = createTable(framework);
  expect(addObservations(table, observations(all)).rejected).toEqual([]);
  return table;
};

async function* once<T>(value: T) {
  yield value;
}
const csv = (
  all: readonly Row[],
  write: (text: string) => Uint8Array | string,
  delimiter = ",",
  encoding?: "windows-1252",
): ObservationSource => {
  const cell = (value: string | number) => `"${String(value).replaceAll('"', '""')}"`;
  const comma = (value: string) => (delimiter === "," ? value : value.replace(".", ","));
  const lines = all.map(({ indicator, period, place, sex, ...row }) =>
    [
      cell(indicator),
      period,
      comma(written({ indicator, period, place, sex, ...row })),
      cell(sex),
      cell(place),
      "PAM",
    ].join(delimiter),
  );
  const head = ["indicator", "period", "value", "sex", "place", "source"].join(delimiter);
  return csvSource(once(write([head, ...lines].join("\r\n"))), encoding && { encoding });
};
const COLUMNS = ["indicator", "period", "place", "sex", "source", "value"] as const;
const parquet = (bytes: ArrayBuffer): ObservationSource =>
  parquetSource({ byteLength: bytes.byteLength, slice: (from, to) => bytes.slice(from, to) });
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");

const dhis2Mapping = must(
  parseDhis2Mapping(
    {
      ...{ format: "cadre/dhis2-mapping", version: 1, source: "PAM" },
      dataElements: { de1: { indicator: "1.1" }, de2: { indicator: "1.2" } },
      categoryOptionCombos: { f: { sex: "female" }, m: { sex: "male" } },
      orgUnits: Object.fromEntries(PLACES.map((place, index) => [`ou${index}`, place])),
    },
    framework,
  ),
);
const form = must(
  parseKoboForm({
    survey: [
      { type: "date", name: "day" },
      { type: "text", name: "place" },
      { type: "select_one code", name: "code" },
      { type: "select_one sex", name: "sex" },
      { type: "decimal", name: "n" },
    ],
    choices: [
      ...["1.1", "1.2"].map((name) => ({ list_name: "code", name })),
      ...["female", "male"].map((name) => ({ list_name: "sex", name })),
    ],
  }),
);
const koboMapping = must(
  parseKoboMapping(
    {
      ...{
        format: "cadre/kobo-mapping",
        version: 1,
        date: "day",
        source: "PAM",
        place: { question: "place" },
      },
      indicators: ["1.1", "1.2"].map((indicator) => ({
        indicator,
        where: [{ question: "code", is: [indicator] }],
        value: { sum: "n" },
        categories: { sex: { question: "sex", categories: { female: "female", male: "male" } } },
      })),
    },
    form,
    framework,
  ),
);
const startOf = (id: string) => PERIODS.find((period) => period.id === id)?.start ?? "";
const endOf = (id: string) => PERIODS.find((period) => period.id === id)?.end ?? "";

const iati = async (all: readonly Row[]): Promise<ObservationSource> => {
  const activity: IatiActivity = {
    "iati-identifier": { text: "XX-1" },
    "reporting-org": { ref: "XX", type: "40", narrative: [{ text: "PAM" }] },
    location: PLACES.map((place, index) => ({ ref: `l${index}`, name: { narrative: [{ text: place }] } })),
    result: [
      {
        type: "2",
        title: { narrative: [{ text: "Result" }] },
        indicator: ["1.1", "1.2"].map((code) => ({
          measure: "1",
          title: { narrative: [{ text: code }] },
          reference: [{ vocabulary: "99", code, "indicator-uri": "urn:cadre:framework-code" }],
          period: all
            .filter(({ indicator }) => indicator === code)
            .map(({ period, place, sex, value }) => ({
              "period-start": { "iso-date": startOf(period) },
              "period-end": { "iso-date": endOf(period) },
              actual: [
                {
                  ...(typeof value === "number"
                    ? { value: String(value) }
                    : { comment: { narrative: [{ text: "To be determined" }] } }),
                  location: [{ ref: `l${PLACES.indexOf(place)}` }],
                  dimension: [{ name: "sex", value: sex }],
                },
              ],
            })),
        })),
      },
    ],
  };
  let xml = "";
  for await (const piece of writeIati([activity])) xml += piece;
  return iatiSource(once(xml), { periods: PERIODS });
};

/** The same rows in each format, by what writes it: this package's own writers, or texts that are made here. */
const FORMATS: Record<string, (all: readonly Row[]) => ObservationSource | Promise<ObservationSource>> = {
  "CSV, quoted": (all) => csv(all, (text) => text),
  "CSV in UTF-16, semicolons and decimal commas": (all) => csv(all, utf16, ";"),
  "CSV, written by the package": (all) => csvSource(once([...observationsCsv(tableOf(all))].join(""))),
  "CSV with a row of hashtags": (all) =>
    csvSource(once([...observationsCsv(tableOf(all), { style: "hxl" })].join(""))),
  "CSV in windows-1252, semicolons": (all) =>
    csv(all, (text) => Buffer.from(text, "latin1"), ";", "windows-1252"),
  JSON: (all) => jsonSource(JSON.stringify(observations(all))),
  "JSON with words": (all) =>
    jsonSource(
      JSON.stringify(
        observations(all).map(({ reason, ...row }, index) => ({
          ...row,
          ...(reason !== undefined && { value: written(all[index] as Row) }),
        })),
      ),
    ),
  Parquet: async (all) => parquet((await observationsParquet(tableOf(all))).slice().buffer),
  "Parquet, numbers as texts, row groups of two": (all) =>
    parquet(
      parquetWriteBuffer({
        columnData: COLUMNS.map((name) => ({
          ...{ name, type: "STRING" as const },
          data: all.map((row) => ({ ...row, value: written(row), source: "PAM" })[name]),
        })),
        rowGroupSize: 2,
      }),
    ),
  "Arrow, plain columns": (all) => {
    const column = (name: (typeof COLUMNS)[number]): Vector =>
      name === "value"
        ? all.every(({ value }) => typeof value === "number")
          ? vectorFromArray(all.map(({ value }) => value as number))
          : vectorFromArray(all.map(written), new Utf8())
        : vectorFromArray(
            all.map((row) => ({ ...row, source: "PAM" })[name]),
            new Utf8(),
          );
    return arrowSource(
      tableToIPC(new Table(Object.fromEntries(COLUMNS.map((name) => [name, column(name)])))),
    );
  },
  "Arrow, a stream": (all) => arrowSource(tableToIPC(observationsArrow(tableOf(all)), "stream")),
  "Arrow, a file": (all) => arrowSource(tableToIPC(observationsArrow(tableOf(all)), "file")),
  DHIS2: (all) => {
    const numbers = all.map((row) => ({ ...row, value: typeof row.value === "number" ? row.value : 0 }));
    const { set, findings } = writeDhis2(observations(numbers), { mapping: dhis2Mapping, framework });
    expect(findings).toEqual([]);
    // DHIS2's own elements of text hold words.
    for (const [index, row] of all.entries())
      Object.assign(set.dataValues[index] ?? {}, { value: written(row) });
    return dhis2Source(JSON.stringify(set), { mapping: dhis2Mapping, framework });
  },
  KoboToolbox: (all) =>
    koboSource(
      all.map(({ indicator, period, place, sex, ...row }, index) => ({
        ...{ _id: index, _submission_time: "2015-07-01T00:00:00", day: startOf(period), code: indicator },
        ...{ place, sex, n: written({ indicator, period, place, sex, ...row }) },
      })),
      { mapping: koboMapping, framework },
    ),
  IATI: iati,
};

async function resultsOf(source: ObservationSource, by: string[]) {
  const read = await loadObservations(source, { table: () => createTable(framework) });
  const { table, rejections } = must(read);
  expect(rejections).toEqual([]);
  return resultRows(computeResults(framework, table, { by }));
}

describe("the same rows give the same results", () => {
  const FULL = process.env.CADRE_FULL === "1";
  const numRuns = FULL ? 3000 : 40;
  it.each(Object.entries(FORMATS))(
    "as %s",
    (_, format) =>
      fc.assert(
        fc.asyncProperty(rows, fc.subarray(["period", "place", "source", "sex"]), async (all, by) => {
          const expected = resultRows(computeResults(framework, tableOf(all), { by }));
          expect(await resultsOf(await format(all), by)).toEqual(expected);
        }),
        { numRuns },
      ),
    FULL ? 600_000 : 60_000,
  );
});

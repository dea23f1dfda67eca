import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { computeResults, type MeasurementFramework, resultRows } from "@cadre/core/aggregate";
import { createTable, loadObservations, type ObservationSource } from "@cadre/core/observations";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  Dictionary,
  Float64,
  Int8,
  Int64,
  Table,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { describe, expect, it } from "vitest";
import { arrowSource } from "./arrow/index.ts";
import {
  csvSource,
  guessTableMapping,
  parseTableMapping,
  sampleTable,
  type TableTextOptions,
} from "./csv/index.ts";
import { dhis2Source, parseDhis2Mapping } from "./dhis2/index.ts";
import { iatiSource } from "./iati/index.ts";
import { koboSource, parseKoboForm, parseKoboMapping, submissionsOfSheets } from "./kobo/index.ts";
import { parquetSource } from "./parquet/index.ts";

// Files as agencies have them; what is in them is made up. What is right was written before any of them was read.

const good = <T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems));
};
const sums = { sources: "sum", places: "sum" } as const;
const count = (code: string, text: string) =>
  ({ code, text, measure: "count", accumulation: "sum", combination: sums }) as const;
const framework: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "age", kind: "partition", categories: ["0-17", "18-35", "36+"] },
  ],
  periods: [
    { id: "2021-Q1", start: "2021-01-01", end: "2021-03-31" },
    { id: "2021-Q2", start: "2021-04-01", end: "2021-06-30" },
  ],
  indicators: [
    count("1.1", "People trained"),
    count("1.2", "Committees set up"),
    { ...count("1.3", "Hectares restored"), measure: "currency" as const, unit: "ha" },
  ],
};

async function* once<T>(value: T) {
  yield value;
}

/** What a source says: values by indicator (and by what is asked), and rows refused. */
async function read(source: ObservationSource, by: string[] = []) {
  const loaded = good(await loadObservations(source, { table: () => createTable(framework) }));
  return {
    values: Object.fromEntries(
      resultRows(computeResults(framework, loaded.table, { by })).flatMap(({ indicator, at, value }) =>
        value === null || value === undefined
          ? []
          : [[[indicator, ...by.map((axis) => at[axis])].join(" "), value]],
      ),
    ),
    refused: loaded.rejections.map(({ line, column, found }) => [line, column, found]),
  };
}

/** A table read by the mapping that is guessed for it. */
async function guessed(bytes: Uint8Array | string, options: TableTextOptions = {}) {
  const head = good(await sampleTable(once(bytes), options));
  const { mapping, notes } = guessTableMapping(head, framework);
  const checked = good(parseTableMapping(JSON.parse(JSON.stringify(mapping)), framework));
  const source = csvSource(once(bytes), { mapping: checked, ...options });
  return { source, mapping: checked, notes: notes.map(({ en }) => en) };
}

describe("files as agencies have them", () => {
  it("a Kobo export with two repeat groups, each on its sheet", async () => {
    const form = good(
      parseKoboForm({
        survey: [
          { type: "date", name: "day" },
          { type: "text", name: "district" },
          { type: "begin_repeat", name: "people" },
          { type: "select_one sex", name: "sex" },
          { type: "integer", name: "age" },
          { type: "end_repeat" },
          { type: "begin_repeat", name: "committees" },
          { type: "text", name: "name" },
          { type: "end_repeat" },
        ],
        choices: ["f", "m"].map((name) => ({ list_name: "sex", name })),
      }),
    );
    const mapping = good(
      parseKoboMapping(
        {
          ...{ format: "cadre/kobo-mapping", version: 1, date: "day", source: "NRC" },
          place: { question: "district" },
          indicators: [
            {
              ...{ indicator: "1.1", each: "people", value: { count: true } },
              categories: {
                sex: { question: "people/sex", categories: { f: "female", m: "male" } },
                age: { question: "people/age", bands: ["0-17", "18-35", "36+"] },
              },
            },
            { indicator: "1.2", each: "committees", value: { count: true } },
          ],
        },
        form,
        framework,
      ),
    );
    const about = { _parent_table_name: "export" };
    const entries = good(
      submissionsOfSheets(
        {
          export: [
            { day: "2021-02-01", district: "Gao", _id: 901, _index: 1 },
            { day: "2021-05-03", district: "Gao", _id: 902, _index: 2 },
            { day: "2021-05-04", district: "Mopti", _id: 903, _index: 3 },
          ],
          // Rows are in no order, and a submission has none.
          people: [
            { ...about, "people/sex": "m", "people/age": 40, _parent_index: 2, _submission__id: 902 },
            { ...about, "people/sex": "f", "people/age": 17, _parent_index: 1, _submission__id: 901 },
            { ...about, "people/sex": "f", "people/age": 18, _parent_index: 1, _submission__id: 901 },
          ],
          committees: [{ ...about, "committees/name": "Water", _parent_index: 3, _submission__id: 903 }],
        },
        form,
      ),
    );
    const source = () => koboSource(entries, { mapping, framework });
    expect((await read(source())).values).toEqual({ "1.1": 3, "1.2": 1 });
    expect((await read(source(), ["period", "sex", "age"])).values).toMatchObject({
      "1.1 2021-Q1 female 0-17": 1,
      "1.1 2021-Q1 female 18-35": 1,
      "1.1 2021-Q2 male 36+": 1,
    });
  });

  it("DHIS2 with attribute option combinations that nobody named, deleted values, zeros and nulls", async () => {
    const mapping = good(
      parseDhis2Mapping(
        {
          ...{ format: "cadre/dhis2-mapping", version: 1, source: "Ministry" },
          dataElements: { fbfJHSPpUQD: { indicator: "1.1" }, cYeuwXTCPkU: { indicator: "1.2" } },
          categoryOptionCombos: { pq2XI5kz2BY: { sex: "female" }, PT59n8BQbqM: { sex: "male" } },
        },
        framework,
      ),
    );
    const value = (more: object) => ({
      ...{ dataElement: "fbfJHSPpUQD", period: "2021Q1", orgUnit: "DiszpKrYNg8", comment: null },
      ...{ categoryOptionCombo: "pq2XI5kz2BY", lastUpdated: "2021-04-10T09:30:00.000+0000", followup: false },
      ...more,
    });
    const source = dhis2Source(
      JSON.stringify({
        dataValues: [
          // Two projects (attribute option combinations) report 10 and 4 of the same; later is no correction of the other.
          value({ attributeOptionCombo: "bRowv6yZOF2", value: "10" }),
          value({
            attributeOptionCombo: "hqJKFmOU6s7",
            value: "4",
            lastUpdated: "2021-04-11T09:30:00.000+0000",
          }),
          value({ attributeOptionCombo: "bRowv6yZOF2", value: "0", categoryOptionCombo: "PT59n8BQbqM" }),
          value({ attributeOptionCombo: "hqJKFmOU6s7", value: "2", categoryOptionCombo: "PT59n8BQbqM" }),
          // Deleted: it was 99.
          value({
            dataElement: "cYeuwXTCPkU",
            categoryOptionCombo: "HllvX50cXC0",
            value: "99",
            deleted: true,
          }),
          value({
            dataElement: "cYeuwXTCPkU",
            categoryOptionCombo: "HllvX50cXC0",
            value: "3",
            orgUnit: "x2",
          }),
        ],
      }),
      { mapping, framework },
    );
    const { values, refused } = await read(source, ["sex"]);
    expect(refused).toEqual([]);
    expect(values).toEqual({ "1.1 female": 14, "1.1 male": 2 });
  });

  it("IATI 2.03 with dimensions, two periods, and narratives in two languages", async () => {
    const period = (start: string, end: string, total: number, female: number) => `<period>
      <period-start iso-date="${start}"/><period-end iso-date="${end}"/>
      <target value="50"/>
      <actual value="${total}"><comment><narrative>All</narrative><narrative xml:lang="fr">Tous</narrative></comment></actual>
      <actual value="${female}"><dimension name="sex" value="female"/></actual>
      <actual value="${total - female}"><dimension name="sex" value="male"/></actual></period>`;
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03"><iati-activity xml:lang="en">
  <iati-identifier>XM-MADE-UP-1</iati-identifier>
  <reporting-org ref="XM-MADE-UP" type="21"><narrative>An NGO</narrative><narrative xml:lang="fr">Une ONG</narrative></reporting-org>
  <title><narrative>Peace</narrative><narrative xml:lang="fr">La paix</narrative></title>
  <result type="1"><title><narrative>Training</narrative><narrative xml:lang="fr">Formation</narrative></title>
    <indicator measure="1"><title><narrative>People trained</narrative><narrative xml:lang="fr">Personnes formées</narrative></title>
      <reference vocabulary="99" code="1.1" indicator-uri="urn:cadre:framework-code"/>
      ${period("2021-01-01", "2021-03-31", 30, 18)}
      ${period("2021-04-01", "2021-06-30", 12, 7)}
    </indicator></result>
</iati-activity></iati-activities>`;
    const source = () => iatiSource(once(xml), { periods: framework.periods });
    expect((await read(source())).values).toEqual({ "1.1": 42 });
    expect((await read(source(), ["period", "sex"])).values).toEqual({
      "1.1 2021-Q1 female": 18,
      "1.1 2021-Q1 male": 12,
      "1.1 2021-Q2 female": 7,
      "1.1 2021-Q2 male": 5,
    });
  });

  it("a table of a French Excel: windows-1252, semicolons, decimal commas, spaces between thousands, days first", async () => {
    const text = [
      "Indicateur;Début;Fin;Région;Valeur;Enregistré le",
      "1.3;01/01/2021;31/03/2021;Ségou;1\u00a0234,5;05/04/2021",
      "1.3;01/04/2021;30/06/2021;Ségou;10 000;05/07/2021",
      "1.3;01/04/2021;30/06/2021;Kayes;0,25;05/07/2021",
      "1.3;01/01/2021;31/03/2021;Kayes;3;05/04/2021",
      "1.3;01/04/2021;30/06/2021;Gao;1 23,5;05/07/2021",
    ].join("\r\n");
    const { source, mapping } = await guessed(Buffer.from(text, "latin1"), { encoding: "windows-1252" });
    expect(mapping).toMatchObject({
      period: { days: "day-month-year" },
      recordedAt: { days: "day-month-year" },
    });
    const { values, refused } = await read(source, ["period", "place"]);
    expect(values).toMatchObject({
      "1.3 2021-Q1 Ségou": 1234.5,
      "1.3 2021-Q2 Ségou": 10_000,
      "1.3 2021-Q2 Kayes": 0.25,
    });
    // Spaces that divide no thousands are a mistake of typing.
    expect(refused).toEqual([[6, "value", "1 23,5"]]);
  });

  it("a table with a row of totals: it is the total of its places, and not one more place", async () => {
    const text = [
      "Indicator,Period,District,Women,Men",
      "1.1,2021-Q1,Gao,10,5",
      "1.1,2021-Q1,Mopti,3,2",
      "1.1,2021-Q1,Grand total,13,7",
    ].join("\n");
    const { source, notes } = await guessed(text);
    expect((await read(source)).values).toEqual({ "1.1": 20 });
    expect(notes.join(" ")).toContain("Grand total");
  });

  it("a table with merged headings: groups of columns below a heading that is written once", async () => {
    const text = [
      "District,Period,People trained,,Committees set up",
      ",,Women,Men,",
      "Gao,2021-Q1,10,5,1",
      "Mopti,2021-Q1,3,2,0",
    ].join("\n");
    const { source } = await guessed(text);
    expect((await read(source, ["sex"])).values).toMatchObject({ "1.1 female": 13, "1.1 male": 7 });
    const again = await guessed(text);
    expect((await read(again.source)).values).toMatchObject({ "1.2": 1 });
  });

  it("Parquet with enumerations, decimals, integers of eight bits and nulls", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cadre-agencies-"));
    const file = join(folder, "a.parquet");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`COPY (SELECT * FROM (VALUES
      ('1.3', '2021-Q1', 0.57::DECIMAL(10,2), 'female'::ENUM('female','male'), 'Gao', 1::UTINYINT),
      ('1.3', '2021-Q1', 1.13::DECIMAL(10,2), 'male', 'Gao', 1),
      ('1.3', '2021-Q2', NULL, 'male', 'Gao', 2),
      ('1.3', '2021-Q2', 4.35, NULL, NULL, NULL)) t(indicator, period, value, sex, place, id)) TO '${file}' (FORMAT parquet)`);
    connection.closeSync();
    const bytes = new Uint8Array(readFileSync(file)).buffer;
    rmSync(folder, { recursive: true });
    const source = parquetSource({
      byteLength: bytes.byteLength,
      slice: (from, to) => bytes.slice(from, to),
    });
    const { values, refused } = await read(source, ["period"]);
    expect(values).toEqual({ "1.3 2021-Q1": 1.7, "1.3 2021-Q2": 4.35 });
    expect(refused).toEqual([[3, "value", null]]);
  });

  it("Arrow of pandas: categories, an index, integers of 64 bits, missing numbers", async () => {
    const category = (cells: (string | null)[]) =>
      vectorFromArray(cells, new Dictionary(new Utf8(), new Int8()));
    const table = new Table({
      indicator: category(["1.1", "1.1", "1.2"]),
      period: category(["2021-Q1", "2021-Q1", "2021-Q2"]),
      value: vectorFromArray([12n, 30n, null], new Int64()),
      numerator: vectorFromArray([null, null, null], new Float64()),
      sex: category(["female", "male", null]),
      recordedAt: vectorFromArray(
        Array(3).fill(new Date("2021-07-01T08:00:00Z")),
        new TimestampMillisecond(),
      ),
      __index_level_0__: vectorFromArray([0n, 1n, 2n], new Int64()),
    });
    for (const input of [table, tableToIPC(table, "file"), tableToIPC(table, "stream")]) {
      const { values, refused } = await read(arrowSource(input), ["sex"]);
      expect(values).toEqual({ "1.1 female": 12, "1.1 male": 30 });
      expect(refused).toEqual([[3, "value", null]]);
    }
  });

  it("Excel’s “Unicode text”: UTF-16, tabs, trainings by their number, one reported twice", async () => {
    const text = [
      "Training ID\tIndicator\tPeriod\tPlace\tNumber",
      "T-001\t1.1\t2021-Q1\tGao\t12",
      "T-002\t1.1\t2021-Q1\tGao\t12",
      "T-002\t1.1\t2021-Q1\tGao\t12",
      "T-003\t1.1\t2021-Q2\tGao\t8",
      "\t\t\t\t",
    ].join("\r\n");
    const { source, mapping } = await guessed(Buffer.from(`\ufeff${text}`, "utf16le"));
    expect(mapping.id).toEqual({ column: "Training ID" });
    const { values } = await read(source, ["period"]);
    expect(values).toEqual({ "1.1 2021-Q1": 24, "1.1 2021-Q2": 8 });
  });

  it("an export of DevResults: a line for each category, place and reporting period", async () => {
    const text = [
      "Indicator Code,Indicator Name,Project,Reporting Organization,Reporting Period,Location,Disaggregation,Disaggregation Category,Actual,Target",
      "1.1,People trained,Peace in Gao,Mercy Corps,Q1 2021,Gao,Sex,Female,12,20",
      "1.1,People trained,Peace in Gao,Mercy Corps,Q1 2021,Gao,Sex,Male,9,20",
      "1.1,People trained,Peace in Gao,Mercy Corps,Q2 2021,Gao,Sex,Female,,20",
      "1.2,Committees set up,Peace in Gao,Mercy Corps,Q2 2021,Gao,,,3,4",
    ].join("\r\n");
    const { source, mapping } = await guessed(text);
    expect(mapping).toMatchObject({
      indicator: { column: "Indicator Code" },
      source: { column: "Reporting Organization" },
      place: { column: "Location" },
      axes: { sex: { column: "Disaggregation Category" } },
      values: [{ value: "Actual" }],
      withoutValue: "leave-out",
    });
    const { values, refused } = await read(source, ["period", "source"]);
    expect(refused).toEqual([]);
    expect(values).toEqual({ "1.1 2021-Q1 Mercy Corps": 21, "1.2 2021-Q2 Mercy Corps": 3 });
  });

  it("names of DevResults’ reporting periods are an organisation’s own: the calendar’s are said, others must be named", async () => {
    const rows = (period: string) =>
      `Indicator Code,Reporting Period,Location,Actual\n1.1,${period},Gao,12\n1.1,${period},Mopti,9`;
    const byCalendar = await guessed(rows("2021 Q1"));
    expect(byCalendar.notes).toContain(
      "“2021 Q1” in column “Reporting Period” is read as 2021-Q1, by the calendar. Correct “names” where a year begins in another month.",
    );
    const fiscal = await guessed(rows("FY 2021 Q2"));
    expect((await read(fiscal.source)).values).toEqual({});
    const names = { "FY 2021 Q2": "2021-Q1" };
    const mapping = { ...fiscal.mapping, period: { column: "Reporting Period", names } };
    const { values } = await read(csvSource(once(rows("FY 2021 Q2")), { mapping }), ["period"]);
    expect(values).toEqual({ "1.1 2021-Q1": 21 });
  });

  it("an integer that no double holds is handed back with its digits, whatever the format", async () => {
    const found = "9007199254740993";
    const mapping = good(
      parseDhis2Mapping(
        { format: "cadre/dhis2-mapping", version: 1, dataElements: { de: { indicator: "1.1" } } },
        framework,
      ),
    );
    const form = good(
      parseKoboForm({
        survey: [
          { type: "date", name: "day" },
          { type: "integer", name: "n" },
        ],
      }),
    );
    const kobo = good(
      parseKoboMapping(
        {
          ...{ format: "cadre/kobo-mapping", version: 1, date: "day" },
          indicators: [{ indicator: "1.1", value: { sum: "n" } }],
        },
        form,
        framework,
      ),
    );
    const sources: ObservationSource[] = [
      csvSource(once(`indicator,period,value\n1.1,2021-Q1,${found}\n`)),
      dhis2Source(JSON.stringify({ dataValues: [{ dataElement: "de", period: "2021Q1", value: found }] }), {
        ...{ mapping, framework },
      }),
      koboSource([{ _id: 1, day: "2021-02-01", n: found }], { mapping: kobo, framework }),
    ];
    for (const source of sources) {
      const { values, refused } = await read(source);
      expect([values, refused.map(([, column, digits]) => [column, digits])]).toEqual([
        {},
        [["value", found]],
      ]);
    }
  });
});

import { type MeasurementFramework, parseMeasurement } from "@cadre/core/aggregate";
import { createTable, loadObservations, observationAt } from "@cadre/core/observations";
import { describe, expect, it } from "vitest";
import {
  csvSource,
  explainTableMapping,
  guessTableMapping,
  parseTableMapping,
  sampleTable,
} from "../index.ts";

// Tables of the shapes that other systems export; what is in them is made up.

const parsed = parseMeasurement({
  format: "cadre/measurement",
  indicators: ["People trained", "Committees set up"].map((text, index) => ({
    ...{ code: `1.${index + 1}`, text, measure: "count", accumulation: "sum" },
    combination: { sources: "sum", places: "sum" },
  })),
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: [
    { id: "Year 1", start: "2020-01-01", end: "2020-12-31" },
    { id: "2021-H1", start: "2021-01-01", end: "2021-06-30" },
    { id: "2021-07", start: "2021-07-01", end: "2021-07-31" },
  ],
});
if (!parsed.ok) throw new Error(parsed.problems[0]?.message.en);
const framework: MeasurementFramework = parsed.value;

async function* bytes(text: string) {
  yield new TextEncoder().encode(text);
}

/** What the guessed mapping makes of a table, and what is said of it. */
async function read(text: string) {
  const head = await sampleTable(bytes(text));
  if (!head.ok) throw new Error(head.problems[0]?.message.en);
  const { mapping, notes } = guessTableMapping(head.value, framework);
  const checked = parseTableMapping(JSON.parse(JSON.stringify(mapping)), framework);
  if (!checked.ok) throw new Error(checked.problems[0]?.message.en);
  const loaded = await loadObservations(csvSource(bytes(text), { mapping }), {
    table: () => createTable(framework),
  });
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message.en);
  const { table, rejections } = loaded.value;
  expect(rejections).toEqual([]);
  return {
    mapping,
    notes: notes.map(({ en }) => en),
    findings: loaded.findings.map(({ code, found }) => [code, found]),
    rows: Array.from({ length: table.size }, (_, row) => observationAt(table, row)),
    words: explainTableMapping(mapping, framework).map(({ en }) => en),
  };
}
const row = (indicator: string, period: string, value: number, more: object = {}) =>
  expect.objectContaining({ indicator, period, value, ...more });

describe("an export of Akvo RSR", () => {
  it("of an organisation's results: a line for each period, with its days, targets beside actual values", async () => {
    const { rows, findings, mapping, words } = await read(
      [
        "Organisation Results and Indicators simple table report,,,,,,,,",
        ",,,,,,,,",
        "Project name,Result title,Indicator title,Period start,Period end,Target value,Target comment,Actual value,Actual comment",
        "Peace,Result,People trained,2020-01-01,2020-12-31,100, ,60,List 1",
        "Peace,Result,People trained,2021-01-01,2021-06-30,50, , , ",
        "Peace,Result,Committees set up,2021-01-01,2021-06-30,5, ,0, ",
      ].join("\r\n"),
    );
    expect(mapping).toMatchObject({
      headingRow: 3,
      indicator: { column: "Indicator title" },
      period: { start: "Period start", end: "Period end", names: { "2020": "Year 1" } },
      values: [{ value: "Actual value" }],
    });
    expect(rows).toEqual([row("1.1", "Year 1", 60), row("1.2", "2021-H1", 0)]);
    expect(findings).toEqual([["rows-without-value", 1]]);
    expect(words).toContain("The period is from column “Period start” to column “Period end”.");
    expect(words).toContain("Rows without a value are left out and counted.");
  });

  it("of a project's results: three lines of headings, both days in one cell, quotients that are empty", async () => {
    const { rows, mapping, findings, notes } = await read(
      [
        "Project title,Indicator title,Reporting period,Target value,Target comment,Actual value,Numerator,Denominator,Actual comment,SEX,,,",
        ",,,,,,,,,Male,,Female,",
        ",,,,,,,,,value,target,value,target",
        "Peace,People trained,2020-01-01 - 2020-12-31,100,,60,,,,20,50,40,50",
        "Peace,Committees set up,2021-01-01 - 2021-06-30,5,,2,,,,,,,",
        "Peace,People trained,2021-01-01 - 2021-06-30,5,,,,,,,,,",
      ].join("\n"),
    );
    expect(mapping).toMatchObject({ headingRow: 1, skip: 2, period: { column: "Reporting period" } });
    expect(rows).toEqual([row("1.1", "Year 1", 60), row("1.2", "2021-H1", 2)]);
    expect(findings).toEqual([["rows-without-value", 1]]);
    expect(notes).toContain("Column “SEX” is left out: it is divided by further lines of headings.");
  });
});

describe("an export of a form of ActivityInfo", () => {
  it("has a column for each quantity, by the indicator that it is named after and its group", async () => {
    const { rows, mapping } = await read(
      [
        "Record ID,Month,Partner,Location,People trained - Women,People trained - Men,Committees set up",
        "c1a,2021-07,NRC,Gao,12,8,",
        "c1b,2021-07,NRC,Gao,3,0,1",
      ].join("\n"),
    );
    expect(mapping).toMatchObject({
      source: { column: "Partner" },
      place: { column: "Location" },
      id: { column: "Record ID" },
    });
    const about = { source: "NRC", place: "Gao" };
    expect(rows).toEqual([
      row("1.1", "2021-07", 12, { ...about, id: "c1a", categories: { sex: "female" } }),
      row("1.1", "2021-07", 8, { ...about, id: "c1a", categories: { sex: "male" } }),
      row("1.1", "2021-07", 3, { ...about, id: "c1b", categories: { sex: "female" } }),
      row("1.1", "2021-07", 0, { ...about, id: "c1b", categories: { sex: "male" } }),
      row("1.2", "2021-07", 1, { ...about, id: "c1b" }),
    ]);
  });
});

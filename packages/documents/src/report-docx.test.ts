import { indicatorsOf } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { cell, docx, paragraph, row, run, table } from "../test/docx.ts";
import { readReportDocx } from "./report-docx.ts";

const WIDTHS = [900, 2000, 800, 1200, 800, 1200, 1500];
const HEAD = [
  "",
  "Performance Indicators",
  "Indicator Baseline",
  "End of project Indicator Target",
  "Indicator Milestone",
  "Current indicator progress",
  "Reasons for Variance/ Delay (if any)",
];
const COVER = [
  "PBF PROJECT PROGRESS REPORT",
  "COUNTRY: MALI",
  "Project Title: Peace",
  "PART II: RESULT PROGRESS BY PROJECT OUTCOME",
  "Outcome 1: Peace",
]
  .map((text) => paragraph(text))
  .join("");
const indicatorCell = (code: string) => cell(paragraph(`Indicator ${code}`) + paragraph("Number of things"));
const plain = (head: string, code: string, ...values: string[]) =>
  row([
    cell(head || "<w:p/>", head ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>"),
    indicatorCell(code),
    ...values.map((value) => cell(value || "<w:p/>")),
  ]);
const report = (rows: readonly string[], cover = COVER, behind = "") =>
  docx(
    cover +
      paragraph("PART V: INDICATOR BASED PERFORMANCE ASSESSMENT") +
      table([row(HEAD.map((name) => cell(name || "<w:p/>"))), ...rows], WIDTHS) +
      behind,
  );
const read = async (bytes: Uint8Array) => {
  const result = await readReportDocx(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const values = Object.fromEntries(
    indicatorsOf(result.value).map(({ indicator: { code, baseline, target, milestone, actual, remark } }) => [
      code,
      [
        ...[baseline, target, milestone, actual].map(({ value }) =>
          "value" in value ? value.value : "text" in value ? `“${value.text}”` : value.kind,
        ),
        remark ?? null,
      ],
    ]),
  );
  return {
    ...result,
    values,
    reported: result.findings.map(({ code, where }) => [code, where.path, where.cell]),
  };
};
const FIRST = plain("Outcome 1", "1.1", "0", "25%", "0", "0", "");

describe("the indicator table of a document", () => {
  it("reads rows whose head is merged", async () => {
    const { values, reported, value } = await read(
      report([
        FIRST,
        plain("", "1.2", "0", "4,000", "-", "1,000", "late"),
        plain("Output 1.1", "1.1.1", "Tbd", "5", "0", "0", ""),
      ]),
    );
    expect(values).toEqual({
      "1.1": [0, 25, 0, 0, null],
      "1.2": [0, 4000, "none", 1000, "late"],
      "1.1.1": ["tbd", 5, 0, 0, null],
    });
    expect(reported).toEqual([]);
    expect(value.locations?.["indicators/1.2/target"]).toBe("table 1, row 3, cell 4");
  });

  it("reads split cells together, and a cell that goes on from the row above for both, reported", async () => {
    const split = row([
      cell("<w:p/>", "<w:vMerge/>"),
      indicatorCell("1.2"),
      cell("0"),
      cell("10"),
      cell("20", '<w:gridSpan w:val="1"/>'),
      cell("0"),
      cell("7"),
      cell("why", '<w:vMerge w:val="restart"/>'),
    ]);
    const widths = [900, 2000, 800, 600, 600, 800, 1200, 1500];
    const spanned = HEAD.map((name, index) =>
      cell(name || "<w:p/>", index === 3 ? '<w:gridSpan w:val="2"/>' : ""),
    );
    const on = row([
      cell("<w:p/>", "<w:vMerge/>"),
      indicatorCell("1.3"),
      cell("0"),
      cell("3", '<w:gridSpan w:val="2"/>'),
      cell("0"),
      cell("1"),
      cell("<w:p/>", "<w:vMerge/>"),
    ]);
    const body = COVER + paragraph("PART V: INDICATOR BASED") + table([row(spanned), split, on], widths);
    const { values, reported } = await read(docx(body));
    expect(values["1.2"]).toEqual([0, "“10 20”", 0, 7, "why"]);
    expect(values["1.3"]).toEqual([0, 3, 0, 1, "why"]);
    expect(reported).toEqual([
      ["cell-two-quantities", "indicators/1.2/target", "table 1, row 2, cell 4"],
      ["cell-merged", "indicators/1.3/remark", "table 1, row 3, cell 7"],
    ]);
  });

  it("a cell merged over two columns is neither's value; the others are read", async () => {
    const merged = row([
      cell("<w:p/>", "<w:vMerge/>"),
      indicatorCell("1.2"),
      cell("9", '<w:gridSpan w:val="2"/>'),
      cell("0"),
      cell("7"),
      cell("x"),
    ]);
    const { values, reported } = await read(report([FIRST, merged]));
    expect(values["1.2"]).toEqual(["“9”", "“9”", 0, 7, "x"]);
    expect(reported.map(([rule, path]) => [rule, path])).toEqual([
      ["cell-merged", "indicators/1.2/baseline"],
      ["cell-merged", "indicators/1.2/target"],
    ]);
  });

  it("a row that lacks a cell keeps its words; one without a code gets one by position", async () => {
    const short = row([cell("<w:p/>", "<w:vMerge/>"), indicatorCell("1.2"), cell("0"), cell("4"), cell("1")]);
    const lost = row([
      cell("<w:p/>"),
      cell("Something else"),
      cell("1"),
      cell("2"),
      cell("3"),
      cell("4"),
      cell("5"),
    ]);
    const { values, reported } = await read(
      report([FIRST, plain("", "1.4", "0", "1", "0", "0", ""), short, lost]),
    );
    expect(values["1.2"]).toEqual(["“0”", "“4”", "“1”", "none", null]);
    expect(reported.map(([rule, path]) => [rule, path])).toEqual([
      ["row-incomplete", "indicators/1.2"],
      ["code-assigned", "indicators/1.5"],
    ]);
  });

  it("a prompt that nobody answered is no text, whatever language Word speaks; hyphens are hyphens", async () => {
    const { values, reported } = await read(
      report([
        FIRST,
        plain("", "1.2", "Choisissez un élément.", "4", "\u2011", "Choose an item.", "COVID\u201119"),
      ]),
    );
    expect(values["1.2"]).toEqual(["none", 4, "none", "none", "COVID-19"]);
    expect(reported).toEqual([]);
  });

  it("reports text behind the table", async () => {
    const { reported } = await read(report([FIRST], COVER, paragraph("A last word")));
    expect(reported.map(([rule]) => rule)).toEqual(["text-unrecognised"]);
  });

  it("reads what a head with fewer columns names; the cells of the column that it lacks are reported", async () => {
    const body = COVER + table([row(HEAD.slice(0, 5).map((name) => cell(name || "<w:p/>"))), FIRST], WIDTHS);
    const { values, reported } = await read(docx(body));
    expect(values["1.1"]).toEqual(["“0”", "“25%”", "“0 0”", "none", null]);
    expect(reported.map(([rule, path]) => [rule, path])).toEqual([
      ["column-missing", "indicators"],
      ["row-incomplete", "indicators/1.1"],
    ]);
  });
});

describe("the rest of a document", () => {
  it("reads a budget from a table within a cell, paragraph by paragraph", async () => {
    const budgets = table([
      row([cell("Recipient Organization"), cell("Amount")]),
      row([
        cell(paragraph("WFP") + paragraph("FAO")),
        cell(paragraph("$ 1,200,000") + paragraph("$ 900,000")),
      ]),
      row([cell("Total"), cell("$ 2,100,000")]),
    ]);
    const cover = `${COVER}${table([row([cell(paragraph("Total PBF approved project budget (by recipient organization):") + budgets)])])}${paragraph(`${run("Project Risk Marker: ")}${run("Choose an item.")}`)}`;
    const { value } = await read(report([FIRST], cover));
    expect(value.project.agencies.map(({ name, budget }) => [name, budget?.minor])).toEqual([
      ["WFP", 120_000_000],
      ["FAO", 90_000_000],
    ]);
    expect(value.budget.total?.minor).toBe(210_000_000);
    expect(value.project.riskMarker).toBeNull();
  });

  it("names what kind of document another one is", async () => {
    const older = ["Programme Title & Project Number", "Recipient UN Organizations", "Programme Duration"]
      .map((text) => paragraph(text))
      .join("");
    expect(await readReportDocx(docx(older))).toMatchObject({
      ok: false,
      problems: [{ code: "report-unrecognised", found: "PBF progress report before 2018" }],
    });
  });
});

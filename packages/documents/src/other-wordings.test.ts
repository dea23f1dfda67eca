import type { FrameworkDocument } from "@cadre/core";
import { indicatorsOf, toMajor } from "@cadre/core";
import { inspect } from "@cadre/core/results";
import { describe, expect, it } from "vitest";
import { readValue } from "./cells/index.ts";
import { readReport } from "./report-text.ts";

const HEADS = [
  "Performance Indicators",
  "Indicator Baseline",
  "End of project Indicator Target",
  "Current indicator progress",
];
const table = (...rows: string[][]) =>
  [HEADS, ...rows].map((row) => row.map((cell) => `\t${cell}`).join("\n"));
const ROW = ["Indicator 1.1\nDisputes settled", "1", "20", "8"];

function read(lines: string[]): { document: FrameworkDocument; errors: string[] } {
  const result = readReport(new TextEncoder().encode(`${lines.join("\n")}\n`));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { findings } = inspect(result.value, { readerFindings: result.findings });
  return {
    document: result.value,
    errors: findings.filter(({ severity }) => severity === "error").map(({ code }) => code),
  };
}
const english = (cover: string[], rows = [ROW]) =>
  read([
    "PBF PROJECT PROGRESS REPORT",
    "COUNTRY: Chad",
    "\tProject Title: Peace",
    ...cover,
    "PART II: RESULT PROGRESS BY PROJECT OUTCOME",
    "Outcome 1: Peace",
    "Rate the current status of the outcome progress: On track",
    "PART IV: INDICATOR BASED PERFORMANCE ASSESSMENT",
    ...table(...rows),
  ]);
const french = (cover: string[], more: string[] = []) =>
  read([
    "RAPPORT DE PROGRES DE PROJET PBF",
    "PAYS: TCHAD",
    "\tTitre du projet: La paix",
    ...cover,
    "Partie II: Progrès par Résultat du projet",
    "Résultat 1: La paix",
    ...more,
    "Partie IV: Evaluation de la performance",
    ...table(ROW),
  ]);

describe("a cover in other wordings than the template's", () => {
  it("reads the kind and the year of the form of 2018", () => {
    const { document } = english([
      "TYPE OF REPORT: SEMI-ANNUAL OR ANNUAL – Semi-annual",
      "DATE OF REPORT: 15 June 2018",
    ]);
    expect([document.report?.type, document.report?.year]).toEqual(["semi-annual", 2018]);
    const other = french([
      "TYPE DE RAPPORT : SEMESTRIEL OU ANNUEL : annuel",
      "DATE DU RAPPORT : 15 novembre 2018",
    ]);
    expect([other.document.report?.type, other.document.report?.year]).toEqual(["annual", 2018]);
    expect(english(["TYPE OF REPORT: Semi-Annual (June)"]).document.report?.type).toBe("semi-annual");
  });

  it("recognises amounts for gender equality by the words of their question", () => {
    const { gewe } = french([
      "Indiquez le montant en dollars du budget contribuant à l’égalité des sexes : 840 000 $",
      "Montant dépensé à ce jour pour les efforts contribuant à l’égalité des sexes : 251 340 $",
    ]).document.budget;
    expect([gewe.allocated, gewe.spent].map((amount) => amount && toMajor(amount))).toEqual([840000, 251340]);
  });

  it("recognises budget, focus area and rating by the words of their question", () => {
    const { document } = french(
      [
        "Domaine d’intervention prioritaire du PBF : 1.2 État de droit",
        "Budget total du projet approuvé par le PBF* (par agence récipiendaire) :",
        "PNUD : 1 250 000 USD",
        "FAO : 750 000 USD",
        "Total : 2 000 000 USD",
      ],
      ["État d’avancement actuel du résultat : en bonne voie"],
    );
    expect(document.project.focusArea).toBe("1.2");
    expect(document.project.agencies.map(({ name }) => name)).toEqual(["PNUD", "FAO"]);
    expect(document.budget.total && toMajor(document.budget.total)).toBe(2000000);
    expect(document.outcomes[0]?.rating).toBe("on-track");
  });

  it("takes the type of an organisation off its name, and both languages of one name together", () => {
    const { agencies } = english([
      "Type and name of recipient organizations:",
      "UN: UNFPA (convening agency)",
      "CSO: Chrysalis",
      "UN Women – ONU Femmes",
      "Total PBF approved project budget (by recipient organization):",
      "UNFPA: $ 100",
      "Chrysalis: $ 50",
      "ONU Femmes: $ 25",
    ]).document.project;
    expect(agencies.map(({ name, budget }) => [name, budget && toMajor(budget)])).toEqual([
      ["UNFPA", 100],
      ["Chrysalis", 50],
      ["UN Women – ONU Femmes", 25],
    ]);
  });

  it("lets one date on the cover decide the order of another", () => {
    const { project } = english([
      "Date of first transfer: 12/09/2018",
      "Project end date: 27/03/2020",
    ]).document;
    expect([project.startDate, project.endDate]).toEqual(["2018-09-12", "2020-03-27"]);
  });

  it.each([
    ["22 May 2022 (extended to 22 November 2022 by a no-cost extension)", "2022-11-22", "2022-05-22"],
    ["August 31, 2024 (NCE; original end date: February 28, 2024)", "2024-08-31", "2024-02-28"],
  ])("reads the extended and the original end of %s", (text, end, original) => {
    const { project } = english([`Project end date: ${text}`]).document;
    expect([project.endDate, project.originalEndDate]).toEqual([end, original]);
  });

  it("reads a rate without its sign, an amount with its share behind `soit`, and one with words", () => {
    const { budget } = english([
      "Approximate implementation rate as percentage of total project budget: 7.5",
      "Indicate dollar amount from the project document to be allocated to activities: 1 640 000 $ soit 82 %",
      "1) Monetary adjustments: Please indicate the total amount in USD of adjustments due to COVID-19:",
      "USD 210,000 reallocated from travel",
    ]).document;
    expect(budget.deliveryRate).toBe(0.075);
    expect(budget.gewe.allocated && toMajor(budget.gewe.allocated)).toBe(1640000);
    expect(budget.covidAdjustment && toMajor(budget.covidAdjustment)).toBe(210000);
  });

  it("puts an amount together that the end of a page took apart", () => {
    const { budget } = english(["Amount expended to date on activities: USD 640", "\t000"]).document;
    expect(budget.gewe.spent && toMajor(budget.gewe.spent)).toBe(640000);
  });

  it("does not take a rate for each period for an amount, nor a fraction for a percentage", () => {
    const { budget } = english([
      "Approximate implementation rate as percentage of total project budget: 0.64",
      "Evaluation budget (response required): USD 40,000 per year",
    ]).document;
    expect([budget.deliveryRate, budget.evaluation]).toEqual([null, null]);
  });

  it("reads `$ US` behind an amount, and a share with words before one", () => {
    const { budget, project } = french([
      "Budget PBF total approuvé (par agence récipiendaire) :",
      "Cordaid : 650 000 $ US",
      "Total : 650 000 $ US",
    ]).document;
    expect(budget.total && toMajor(budget.total)).toBe(650000);
    expect(project.agencies.map((agency) => agency.budget && toMajor(agency.budget))).toEqual([650000]);
    const label =
      "Indicate dollar amount from the project document to be allocated to activities focussed on gender equality or women’s empowerment:";
    const { gewe } = english([`${label} 15% of total budget (USD 300,000)`]).document.budget;
    expect(gewe.allocated && toMajor(gewe.allocated)).toBe(300000);
  });

  it("takes the name of an agency behind the label for its own, and its amount for no total", () => {
    const { budget, project } = english([
      "Total PBF approved project budget (by recipient organization) UNDP: USD 900,000",
      "UNFPA: USD 600,000",
      "Total: USD 1,500,000",
    ]).document;
    expect(budget.total && toMajor(budget.total)).toBe(1500000);
    expect(project.agencies.map(({ name }) => name)).toEqual(["UNDP", "UNFPA"]);
  });

  it("takes a small number without a sign for no agency's budget, where the amounts have signs", () => {
    const { project } = french([
      "Budget PBF total approuvé (par agence récipiendaire) :",
      "UNFPA : 700 000 $",
      "ONU Femmes : 800 000 $",
      "Score : 3",
      "Total : 1 500 000 $",
    ]).document;
    expect(project.agencies.map(({ name }) => name)).toEqual(["UNFPA", "ONU Femmes"]);
  });

  it("reads labels in a cell of their own, without their colon", () => {
    const read = readReport(
      new TextEncoder().encode(
        [
          "PBF PROJECT PROGRESS REPORT",
          "\tCOUNTRY",
          "\tChad",
          "\tYEAR OF REPORT",
          "\t2022",
          ...table(ROW),
        ].join("\n"),
      ),
    );
    if (!read.ok) throw new Error("the report is read");
    expect([read.value.project.country, read.value.report?.year]).toEqual(["Chad", 2022]);
  });

  it("reads heads of budgets that name their currency", () => {
    const { document, errors } = english([
      "Total PBF approved project budget (by recipient organization):",
      "\tRecipient Organization",
      "\tTotal approved (USD)",
      "\tReceived to date (USD)",
      "\tUNDP",
      "\t1,100,000",
      "\t770,000",
      "\tTotal",
      "\t1,100,000",
      "\t770,000",
    ]);
    expect(errors).toEqual([]);
    expect(document.project.agencies.map(({ name, budget }) => [name, budget && toMajor(budget)])).toEqual([
      ["UNDP", 1100000],
    ]);
  });

  it("reads boxes that were copied from a symbol font", () => {
    const { document } = read([
      "PBF PROJECT PROGRESS REPORT",
      "COUNTRY: Chad",
      "PART II: RESULT PROGRESS BY PROJECT OUTCOME",
      "Outcome 1: Peace",
      "Rate the current status of the outcome progress: \uf0a8 Off track \uf0fe On track",
      ...table(ROW),
    ]);
    expect(document.outcomes[0]?.rating).toBe("on-track");
  });
});

describe("an indicator table in another layout", () => {
  it("takes codes from a column of their own", () => {
    const heads = ["No.", "Indicator", "Current progress", "Baseline", "Target"];
    const rows = [
      ["Outcome 1: Justice", "", "", "", ""],
      ["1.1", "Cases with a ruling", "62", "9", "60"],
      ["Output 1.1: Support", "", "", "", ""],
      ["1.1.1", "Women supported", "1,020", "110", "1,000"],
    ];
    const { document, errors } = read([
      "PBF PROJECT PROGRESS REPORT",
      "COUNTRY: Chad",
      ...[heads, ...rows].map((row) => row.map((cell) => `\t${cell}`).join("\n")),
    ]);
    expect(errors).toEqual([]);
    expect(
      indicatorsOf(document).map(({ indicator: { code, text, target } }) => [code, text, target.raw]),
    ).toEqual([
      ["1.1", "Cases with a ruling", "60"],
      ["1.1.1", "Women supported", "1,000"],
    ]);
  });

  it("keeps the empty cells at the end of a row that is followed by another, without a column of outcomes", () => {
    const heads = [...HEADS, "Reasons for Variance", "Adjustment of target"];
    const rows = [
      ["Outcome 1: Justice"],
      ["Indicator 1.1\nConfidence in courts", "23%", "40%", "31%", "", ""],
      ["Indicator 1.2\nTime to judgment", "26", "12", "22", "", ""],
      ["Output 1.1: Courts"],
      ["Indicator 1.1.1\nCases heard", "0", "600", "184", "", ""],
    ];
    const { document, errors } = read([
      "PBF PROJECT PROGRESS REPORT",
      "COUNTRY: Chad",
      ...[heads, ...rows].map((row) => row.map((cell) => `\t${cell}`).join("\n")),
    ]);
    expect(errors).toEqual([]);
    expect(indicatorsOf(document).map(({ indicator: { actual } }) => actual.raw)).toEqual([
      "31%",
      "22",
      "184",
    ]);
  });

  it("takes a heading between two tables without codes for no cell", () => {
    const rows = (text: string) => [["Outcome 1: Peace", text, "1", "20", "8", ""]];
    const heads = ["Outcome / Output", "Indicator", "Baseline", "Target", "Progress", "Reasons"];
    const lines = (text: string) =>
      [heads, ...rows(text)].map((row) => row.map((cell) => `\t${cell}`).join("\n"));
    const { document } = read([
      "PBF PROJECT PROGRESS REPORT",
      "COUNTRY: Chad",
      ...lines("Disputes settled"),
      "",
      "Outcome 1",
      ...lines("Dialogues held"),
    ]);
    expect(indicatorsOf(document).map(({ indicator: { text } }) => text)).toEqual([
      "Disputes settled",
      "Dialogues held",
    ]);
  });

  it("counts `12 out of 20` beside plain counts, and not where the cell has a unit of its own", () => {
    const actual = (cell: string) =>
      indicatorsOf(english([], [["Indicator 1.1\nAssociations", "3", "15–20", cell]]).document)[0]?.indicator
        .actual.value;
    expect(actual("12 out of 20")).toMatchObject({ value: 12, denominator: 20 });
    expect(actual("12/15 groups")).toMatchObject({ value: null });
  });

  it("keeps why there is no number, with its note", () => {
    const value = (cell: string) => readValue(cell).reported.value;
    expect(value("N/A (endline in 2024)")).toEqual({ kind: "none", because: "not-applicable" });
    expect(value("Données non disponibles – enquête prévue")).toEqual({ kind: "none", because: "no-data" });
    expect(value("N/A (120 persons)")).toMatchObject({ kind: "text" });
  });

  it("does not take a change in percent for another unit than the baseline's", () => {
    expect(english([], [["Indicator 1.1\nDeaths", "67", "reduction by 50%", "60"]]).errors).toEqual([]);
  });
});

describe("what is repeated, left out or struck wrong", () => {
  it("keeps the first of two ratings of an outcome and reports the other", () => {
    const result = readReport(
      new TextEncoder().encode(
        [
          "PBF PROJECT PROGRESS REPORT",
          "COUNTRY: Chad",
          "PART II: RESULT PROGRESS BY PROJECT OUTCOME",
          "Outcome 1: Peace",
          "Rate the current status of the outcome progress: On track",
          "Rate the current status of the outcome progress: Off track",
          ...table(ROW),
        ].join("\n"),
      ),
    );
    if (!result.ok) throw new Error("the report is read");
    expect(result.value.outcomes[0]?.rating).toBe("on-track");
    expect(result.findings.map(({ code, where: { line } }) => [code, line])).toContainEqual([
      "field-repeated",
      6,
    ]);
  });

  it("names the column that the head lacks where every row has one cell more", () => {
    const rows = [ROW, ["Indicator 1.2\nDialogues held", "0", "4", "2"]].map((row) => [
      ...row,
      "by phone",
      "rain",
    ]);
    const result = readReport(
      new TextEncoder().encode(
        [
          "PBF PROJECT PROGRESS REPORT",
          "COUNTRY: Chad",
          ...[[...HEADS, "Reasons for Variance"], ...rows].map((row) =>
            row.map((cell) => `\t${cell}`).join("\n"),
          ),
        ].join("\n"),
      ),
    );
    if (!result.ok) throw new Error("the report is read");
    expect(result.findings.map(({ code, where: { line } }) => [code, line])).toContainEqual([
      "column-missing",
      3,
    ]);
  });

  it("says that a number in brackets is no year", () => {
    expect(readValue("25% (2318)").remark).toBe("breakdown");
    expect(readValue("25% (2018)").remark).toBeNull();
  });
});

describe("a cell in other words", () => {
  it.each([
    ["LKR 96,300.50", 96300.5],
    ["0 – training postponed to August 2020", 0],
    ["37 of 40 (93%)", null],
  ])("%s is a number", (cell, value) => {
    expect(readValue(cell).reported.value).toMatchObject({ kind: "number", value });
  });

  it.each(["N/D", "Données non encore disponibles", "not yet measured"])("%s is no data", (cell) => {
    expect(readValue(cell).reported.value).toEqual({ kind: "none", because: "no-data" });
  });

  it("does not end a table whose codes have no term at a label that has come into a cell", () => {
    const { document } = english(
      [],
      [
        ["1.1 Disputes settled", "1", "20", "Did PBF Secretariat review the report: Yes"],
        ["1.2 Committees set up", "0", "9", "3"],
      ],
    );
    const [, second] = indicatorsOf(document);
    expect(second?.indicator.actual.value).toEqual({ kind: "number", value: 3 });
  });
});

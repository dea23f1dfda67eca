import { indicatorsOf } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { openDocument } from "../../open.ts";

const HEAD = [
  "PBF PROJECT PROGRESS REPORT",
  "COUNTRY: Chad",
  "Project Title: Peace",
  "Project Gender Marker: GM2       Project Risk Marker: Low",
  "PART IV: INDICATOR BASED PERFORMANCE ASSESSMENT",
];
/** The cells of the indicators in a text as `pdftotext -layout` writes it, as they are written. */
async function cells(...pages: string[][]) {
  const text = pages.map((lines) => lines.join("\n")).join("\n\f");
  const read = await openDocument(new TextEncoder().encode(`${[...HEAD, text].join("\n")}\n\f`));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return Object.fromEntries(
    indicatorsOf(read.value).map(({ indicator: { code, baseline, target, actual } }) => [
      code,
      [baseline, target, actual].map(({ raw }) => raw),
    ]),
  );
}

describe("a table of indicators without rules", () => {
  it("has its columns where the texts below the heads begin, where heads stand one space apart", async () => {
    expect(
      await cells([
        "              Performance Indicators Indicator     End of project    Current indicator Reasons for",
        "                                     Baseline      target            progress          delay",
        "Outcome 1     Indicator 1.1          14%           30%               23%               Roads closed",
        "People trust  Share of people who",
        "              feel safe",
        "              Indicator 1.2          0             1,250 people      702 people",
        "              People trained                       (40% women)",
      ]),
    ).toEqual({ "1.1": ["14%", "30%", "23%"], "1.2": ["0", "1,250 people (40% women)", "702 people"] });
  });

  it("goes on over a page that repeats its head, and over one that does not", async () => {
    const head = "            Performance Indicators   Baseline   Target     Current progress   Reasons";
    const row = (code: string, [baseline = "", target = "", actual = ""]: string[]) => [
      `            Indicator ${code}            ${baseline.padEnd(11)}${target.padEnd(11)}${actual}`,
      "            Committees at work",
    ];
    expect(
      await cells(
        [head, "Outcome 1", ...row("1.1", ["1", "20", "8"])],
        [head, ...row("1.2", ["2", "30", "9"])],
        [
          ...row("1.3", ["3", "40", "10"]),
          ...row("1.4", ["4", "50", "11"]),
          ...row("1.5", ["5", "60", "12"]),
        ],
      ),
    ).toEqual({
      "1.1": ["1", "20", "8"],
      "1.2": ["2", "30", "9"],
      "1.3": ["3", "40", "10"],
      "1.4": ["4", "50", "11"],
      "1.5": ["5", "60", "12"],
    });
  });

  it("has rows whose cells are centred, kept apart by gaps", async () => {
    expect(
      await cells([
        "                 Indicator             Baseline    Target        Progress",
        "",
        "                 Indicator 1.1",
        "Outcome 1:       Number of dialogues   0           12            7",
        "People trust     held",
        "each other",
        "                 Indicator 1.2",
        "                 Share who feel        TBD         65%           58%",
        "                 safe",
      ]),
    ).toEqual({ "1.1": ["0", "12", "7"], "1.2": ["TBD", "65%", "58%"] });
  });

  it("takes the title of an outcome over the whole width for the head of the rows below it", async () => {
    expect(
      await cells([
        "Performance Indicators      Baseline     Target       Current progress",
        "Outcome 1: Justice is closer to the people of all three regions of the north",
        "Indicator 1.1               2            8            3",
        "Regions covered",
        "Output 1.1: Mobile courts sit in every region of the north and of the east",
        "Indicator 1.1.1             0            600          184",
        "Cases heard",
      ]),
    ).toEqual({ "1.1": ["2", "8", "3"], "1.1.1": ["0", "600", "184"] });
  });

  it("cuts what a long text and the number behind it have in one run", async () => {
    expect(
      await cells([
        "             Indicators             Baseline    Target    Progress to date",
        "Output 1.1   Ind. 1.1.1 : Number of 0           1,200     1,146",
        "             members trained",
        "             Ind. 1.1.2 : Number of",
        "             committees that works  4           20        18",
      ]),
    ).toEqual({ "1.1.1": ["0", "1,200", "1,146"], "1.1.2": ["4", "20", "18"] });
  });

  it("is a results framework, whose cells have baseline and target as labels of their own", async () => {
    const lines = [
      "PBF PROJECT DOCUMENT",
      "Country: Lesotho",
      "Total PBF approved project budget* (by recipient organization):",
      "UNDP: $ 1,200,000",
      "Total: $ 1,200,000",
      "Project Gender Marker score: 1       Project Risk Marker score: 0",
      "Expected project commencement date: 15 November 2022",
      "Project duration in months: 30",
      "Specify % and $ of total project budget allocated to gender equality: 20% ($ 240,000)",
      "Annex B: Project Results Framework",
      "Outcomes               Outputs              Indicators                  Means of Verification/ frequency   Milestones",
      "                                                                        of collection",
      "",
      "Outcome 1: Courts                           Outcome Indicator 1a        Survey                             Year 1: 30%",
      "are trusted                                 Public trust in courts",
      "                                            Baseline: 22% (2021)",
      "                                            Target: 45%",
      "",
      "                       Output 1.1: Courts   Output Indicator 1.1.1      Court rolls                        June 2023: 18",
      "                       sit                  Number of sessions",
      "                                            Baseline: 0",
      "                                            Target: 36",
    ];
    const read = await openDocument(new TextEncoder().encode(`${lines.join("\n")}\n\f`));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(
      indicatorsOf(read.value).map(({ indicator: { code, text, baseline, target } }) => [
        code,
        text,
        baseline.raw,
        target.raw,
      ]),
    ).toEqual([
      ["1.1", "Public trust in courts", "22% (2021)", "45%"],
      ["1.1.1", "Number of sessions", "0", "36"],
    ]);
  });
});

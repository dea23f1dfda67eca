import type { MadeUpReport } from "./form.ts";

const HEAD = [
  "",
  "Performance Indicators",
  "Indicator Baseline",
  "End of project Indicator Target",
  "Current indicator progress",
  "Reasons for Variance/ Delay\n(if any)",
  "Adjustment of target (if any)",
];

/** A semi-annual report in the form of 2018: no milestones, outcomes and outputs in cells that are merged down or over the whole width. */
export const ENGLISH_2018: MadeUpReport = {
  name: "semi-annual, 2018, English, merged cells",
  pieces: [
    "PBF PROJECT PROGRESS REPORT",
    "COUNTRY: Kyrgyzstan",
    "TYPE OF REPORT: SEMI-ANNUAL, ANNUAL OR FINAL\nSEMI-ANNUAL",
    "DATE OF REPORT: 14 June 2018",
    {
      widths: [4500, 4500],
      rows: [
        [
          {
            text: "Project Title: Women and girls as peace builders in border villages\nProject Number from MPTF-O Gateway: 00108349",
            over: 2,
          },
        ],
        [
          "PBF project modality:\n☒ IRF\n☐ PRF",
          "If funding is disbursed into a national or regional trust fund:\n☐ Country Trust Fund\n☐ Regional Trust Fund",
        ],
        [
          {
            text: "List all direct project recipient organizations (starting with Convening Agency), followed type of organization (UN, CSO etc.):\nUN Women (UN)\nUNICEF (UN)\nSaferworld (CSO)\nList additional implementing partners, Governmental and non-Governmental:\nState Agency for Local Self-Government",
            over: 2,
          },
        ],
        [
          {
            text: "Project commencement date: 12 January 2018\nProject duration in months: 18",
            over: 2,
          },
        ],
        [
          {
            text: "Does the project fall under one of the specific PBF priority windows below:\n☒ Gender promotion initiative\n☐ Youth promotion initiative\n☐ Transition from UN or regional peacekeeping or special political missions\n☐ Cross-border or regional project",
            over: 2,
          },
        ],
        [
          {
            text: "Total PBF approved project budget* (by recipient organization):\nUN Women: $ 800,000\nUNICEF: $ 450,500\nSaferworld: $ 249,500\nTotal: $ 1,500,000\n*The overall approved budget and the release of the second and any subsequent tranche are conditional and subject to PBSO’s approval and subject to availability of funds in the PBF account\nHow many tranches have been received so far: 1",
            over: 2,
          },
        ],
        [
          {
            text: "Report preparation:\nProject report prepared by: A. Beishenova, M&E officer\nProject report approved by: D. Ortiz\nDid PBF Secretariat clear the report: Yes\nAny comments from PBF Secretariat on the report: None",
            over: 2,
          },
        ],
      ],
    },
    "PART 1: RESULTS PROGRESS",
    "1.1 Overall project progress to date",
    "Briefly explain the status of the project in terms of its implementation cycle, including whether all preliminary/preparatory activities have been completed (1500 character limit):",
    "All staff were recruited by March and the villages were selected together with the districts.",
    "1.2 Result progress by project outcome",
    "Outcome 1: Women take part in decisions on natural resources",
    "Rate the current status of the outcome: on track",
    "Progress summary: (3000 character limit)",
    "Village committees opened their meetings to women in the first quarter.",
    "Outcome 2: Girls trust local institutions",
    "Rate the current status of the outcome: off track",
    "Progress summary: (3000 character limit)",
    "Schools were closed for longer than planned.",
    "1.3 Cross-cutting issues",
    "Monitoring: Is the project M&E plan on track? What monitoring methods and sources of evidence are being/ have been used? (1500 character limit):",
    "Monthly visits to the villages.",
    "1.4 INDICATOR BASED PERFORMANCE ASSESSMENT: Using the Project Results Framework as per the approved project document or any amendments- provide an update on the achievement of key indicators in the table below.",
    {
      widths: [1500, 2200, 1200, 1200, 1600, 1500, 1200],
      rows: [
        HEAD,
        [
          { text: "Outcome 1\nWomen take part in decisions on natural resources", down: "start" },
          "Indicator 1.1\nShare of committee members who are women",
          "8%",
          "at least 30%",
          "17 per cent",
          "",
          "",
        ],
        [
          { text: "", down: "on" },
          "Indicator 1.2\nNumber of water disputes settled by mixed committees",
          "0 (2017)",
          "25",
          "6, of which 4 by committees led by women",
          { text: "Elections of village heads", down: "start" },
          "",
        ],
        [
          { text: "Output 1.1\nWomen are trained as mediators", down: "start" },
          "Indicator 1.1.1\nNumber of women trained",
          "0",
          "1,200",
          "1.050",
          { text: "", down: "on" },
          "1,400",
        ],
        [
          { text: "", down: "on" },
          "Indicator 1.1.2\nTraining curriculum endorsed by the ministry",
          "No curriculum",
          "Curriculum endorsed",
          "2nd draft under review",
          "",
          "",
        ],
        [{ text: "Outcome 2: Girls trust local institutions", over: 7 }],
        [
          "",
          "Indicator 2.1\n% of girls who would report violence to the police",
          "Not available",
          "TBD after the baseline survey",
          "N/A",
          "Survey put off to autumn 2018",
          "",
        ],
        [
          "Output 2.1\nPolice officers work with schools",
          "Indicator 2.1.1\nNumber of officers trained (by sex)",
          "0",
          "120",
          "44 (M: 29; F: 15)",
          "",
          "",
        ],
      ],
    },
  ],
  expected: {
    cover: {
      country: "Kyrgyzstan",
      type: "semi-annual",
      year: 2018,
      start: "2018-01-12",
      total: 1_500_000,
      agencies: { "UN Women": 800_000, UNICEF: 450_500, Saferworld: 249_500 },
      ratings: { "1": "on-track", "2": "off-track" },
    },
    indicators: {
      "1.1": { baseline: 8, target: 30, milestone: null, actual: 17, unit: "%" },
      "1.2": { baseline: 0, target: 25, milestone: null, actual: 6 },
      // English, and 1,200 beside it: the document's point is no sign of thousands, so that the cell has two readings.
      "1.1.1": { baseline: 0, target: 1200, milestone: null, actual: "two readings" },
      "1.1.2": {
        baseline: "No curriculum",
        target: "Curriculum endorsed",
        milestone: null,
        actual: "2nd draft",
      },
      "2.1": { baseline: null, target: null, milestone: null, actual: null },
      "2.1.1": { baseline: 0, target: 120, milestone: null, actual: 44, parts: { M: 29, F: 15 } },
    },
  },
};

import type { Field } from "./grammar.ts";

/** The fields of the English report, in their order: what the template prints, and what a paragraph of it begins with. */
export const ENGLISH_FIELDS: Field[] = [
  {
    key: "report-title",
    prompt: "PBF PROJECT PROGRESS REPORT",
    labels: ["pbf project progress report"],
    answer: "below",
  },
  {
    key: "country",
    prompt: "COUNTRY:",
    labels: [
      "country:",
      "country(ies):",
      "countries:",
      "country(ies):",
      "countries:",
      "country (ies):",
      "country/ies:",
    ],
    answer: "colon",
  },
  {
    key: "report-type",
    prompt: "TYPE OF REPORT: SEMI-ANNUAL, ANNUAL OR FINAL:",
    labels: ["type of report: semi-annual, annual or final", "type of report"],
    answer: "colon",
  },
  { key: "year", prompt: "YEAR OF REPORT:", labels: ["year of report", "date of report"], answer: "colon" },
  { key: "title", prompt: "Project Title:", labels: ["project title"], answer: "colon" },
  {
    key: "number",
    prompt: "Project Number from MPTF-O Gateway:",
    labels: ["project number from mptf", "project number / mptf", "project number", "project number"],
    answer: "colon",
  },
  {
    key: "modality",
    prompt: "PBF project modality:",
    labels: ["pbf project modality"],
    answer: "colon",
    optional: true,
  },
  {
    key: "trust-fund",
    prompt: "If funding is disbursed into a national or regional trust fund:",
    labels: ["if funding is disbursed into a national or regional trust fund", "if funding is disbursed"],
    answer: "colon",
    options: ["Country Trust Fund", "Regional Trust Fund"],
  },
  {
    key: "agencies",
    prompt: "Type and name of recipient organizations:",
    labels: [
      "type and name of recipient organi",
      "list all direct project recipient organizations",
      "type and name of recipient organisation",
      "recipient organizations:",
      "recipient organisations:",
    ],
    answer: "colon",
  },
  {
    key: "partners",
    prompt: "List additional implementing partners, Governmental and non-Governmental:",
    labels: ["list additional implementing partners", "list implementing partners"],
    answer: "colon",
    optional: true,
  },
  {
    key: "start-date",
    prompt: "Date of first transfer:",
    labels: [
      "date of first transfer",
      "date of the first transfer",
      "project commencement date",
      "project start date",
      "commencement date",
    ],
    answer: "colon",
  },
  {
    key: "end-date",
    prompt: "Project end date:",
    labels: ["project end date", "end date:", "expected project end date"],
    answer: "colon",
  },
  {
    key: "duration",
    prompt: "Project duration in months:",
    labels: ["project duration in months", "project duration"],
    answer: "colon",
    optional: true,
  },
  {
    key: "extension-received",
    prompt: "Has this project received a cost or no cost extension?",
    labels: ["has this project received a cost or no cost extension", "has this project received a cost"],
    answer: "question",
    optional: true,
  },
  {
    key: "extension-requested",
    prompt: "Will this project be requesting a cost or no-cost extension?",
    labels: [
      "will this project be requesting a cost or no-cost extension",
      "will this project be requesting",
    ],
    answer: "question",
    optional: true,
  },
  {
    key: "last-six-months",
    prompt: "Is the current project end date within 6 months?",
    labels: ["is the current project end date within"],
    answer: "question",
  },
  {
    key: "windows",
    prompt: "Check if the project falls under one or more PBF priority windows:",
    labels: [
      "check if the project falls under one or more pbf priority windows",
      "check if the project falls",
      "does the project fall under one of the specific pbf priority windows",
      "does the project fall under one or more",
      "does the project fall under",
    ],
    answer: "colon",
    options: [
      "Gender promotion initiative",
      "Youth promotion initiative",
      "Transition from UN or regional peacekeeping or special political missions",
      "Cross-border or regional project",
    ],
  },
  {
    key: "total-budget",
    prompt: "Total PBF approved project budget (by recipient organization):",
    labels: [
      "total pbf approved project budget",
      "total pbf approved budget",
      "pbf approved project budget",
      "total approved project budget",
    ],
    answer: "colon",
  },
  {
    key: "tranches",
    prompt: "How many tranches have been received so far:",
    labels: ["how many tranches have been received so far", "how many tranches"],
    answer: "colon",
    optional: true,
  },
  {
    key: "delivery-rate",
    prompt: "Approximate implementation rate as percentage of total project budget:",
    labels: [
      "approximate implementation rate",
      "implementation rate as percentage",
      "project implementation rate",
    ],
    answer: "colon",
  },
  {
    key: "heading",
    prompt: "Gender-responsive Budgeting:",
    labels: ["gender-responsive budgeting", "gender responsive budgeting"],
    answer: "below",
  },
  {
    key: "gewe-share",
    prompt:
      "Indicate what percentage (%) of the budget from the project document to be allocated to activities focussed on gender equality or women’s empowerment:",
    labels: ["indicate what percentage (%)", "indicate what percentage"],
    answer: "colon",
    optional: true,
  },
  {
    key: "gewe-allocated",
    prompt:
      "Indicate dollar amount from the project document to be allocated to activities focussed on gender equality or women’s empowerment:",
    labels: [
      "indicate dollar amount from the project document to be allocated",
      "indicate the amount ($) from the project document",
      "indicate dollar amount",
    ],
    answer: "colon",
  },
  {
    key: "gewe-spent",
    prompt: "Amount expended to date on activities focussed on gender equality or women’s empowerment:",
    labels: [
      "amount expended to date on activities",
      "indicate the amount ($) expended",
      "amount expended to date on activities focused",
      "indicate dollar amount expended",
      "amount expended to date",
    ],
    answer: "colon",
  },
  {
    key: "gender-marker",
    prompt: "Project Gender Marker:",
    labels: ["project gender marker", "gender marker"],
    answer: "colon",
  },
  {
    key: "risk-marker",
    prompt: "Project Risk Marker:",
    labels: ["project risk marker", "risk marker"],
    answer: "colon",
  },
  {
    key: "focus-area",
    prompt: "Project PBF focus area:",
    labels: ["project pbf focus area", "pbf focus area"],
    answer: "colon",
  },
  {
    key: "heading",
    prompt: "Steering Committee and Government engagement",
    labels: ["steering committee and government engagement"],
    answer: "below",
    optional: true,
  },
  {
    key: "steering-committee",
    prompt: "Does the project have an active steering committee/ project board?",
    labels: ["does the project have an active steering committee"],
    answer: "question",
    optional: true,
  },
  {
    key: "steering-meetings",
    prompt:
      "If yes, please indicate how many times the Project Steering Committee has met over the last 6 months?",
    labels: ["if yes, please indicate how many times the project steering committee"],
    answer: "question",
    optional: true,
  },
  {
    key: "government-engagement",
    prompt:
      "Please provide a brief description of any engagement that the project has had with the government over the last 6 months. Please indicate what level of government the project has been engaging with:",
    labels: [
      "please provide a brief description of any engagement that the project has had with the government",
    ],
    answer: "colon",
    optional: true,
  },
  { key: "heading", prompt: "Report preparation:", labels: ["report preparation"], answer: "below" },
  {
    key: "prepared-by",
    prompt: "Project report prepared by:",
    labels: ["project report prepared by", "report prepared by"],
    answer: "colon",
  },
  {
    key: "approved-by",
    prompt: "Project report approved by:",
    labels: ["project report approved by", "report approved by"],
    answer: "colon",
  },
  {
    key: "secretariat-review",
    prompt: "Did PBF Secretariat review the report:",
    labels: [
      "did pbf secretariat review",
      "did the pbf secretariat review",
      "did pbf secretariat clear the report",
      "did the pbf secretariat clear",
      "did pbf secretariat clear",
    ],
    answer: "colon",
  },
  {
    key: "secretariat-comments",
    prompt: "Any comments from PBF Secretariat on the report:",
    labels: ["any comments from pbf secretariat", "any comments from the pbf secretariat"],
    answer: "colon",
    optional: true,
  },
  {
    key: "heading",
    prompt: "NOTES FOR COMPLETING THE REPORT:",
    labels: ["notes for completing the report"],
    answer: "below",
  },
  {
    key: "heading",
    prompt: "PART 1: OVERALL PROJECT PROGRESS",
    labels: [
      "part 1:",
      "part 1 ",
      "part i:",
      "part i ",
      "1.1 overall project progress",
      "1.1. overall project progress",
    ],
    answer: "below",
  },
  {
    key: "overall-status",
    prompt:
      "Briefly outline the status of the project in terms of implementation cycle, including whether preliminary/preparatory activities have been completed (i.e. contracting of partners, staff recruitment, etc.) (1500 character limit):",
    labels: [
      "briefly outline the status of the project",
      "briefly explain the status",
      "please describe the status of the project",
      "briefly describe the status",
    ],
    answer: "limit",
    limit: 1500,
  },
  {
    key: "next-six-months",
    prompt:
      "Please indicate any significant project-related events anticipated in the next six months, i.e. national dialogues, youth congresses, film screenings, etc. (1000 character limit):",
    labels: [
      "please indicate any significant project-related events",
      "please indicate any significant",
      "please indicate any important project-related events",
    ],
    answer: "limit",
    limit: 1000,
  },
  {
    key: "heading",
    prompt: "FOR PROJECTS WITHIN SIX MONTHS OF COMPLETION:",
    labels: ["for projects within six months of completion"],
    answer: "below",
  },
  {
    key: "structural-change",
    prompt:
      "Summarize the main structural, institutional or societal level change the project has contributed to. This is not anecdotal evidence or a list of individual outputs, but a description of progress made toward the main purpose of the project. (1500 character limit):",
    labels: [
      "summarize the main structural",
      "summarise the main structural",
      "for projects within six months of completion: summarize the main",
      "for projects within six months of completion: summarise the main",
    ],
    answer: "limit",
    limit: 1500,
  },
  {
    key: "human-impact",
    prompt:
      "In a few sentences, explain whether the project has had a positive human impact. This may include anecdotal stories about the project’s positive effect on the people’s lives. Include direct quotes where possible or weblinks to strategic communications pieces. (2000 character limit):",
    labels: ["in a few sentences, explain", "in a few sentences"],
    answer: "limit",
    limit: 2000,
  },
  {
    key: "heading",
    prompt: "PART II: RESULT PROGRESS BY PROJECT OUTCOME",
    labels: [
      "part ii:",
      "part ii ",
      "part 2:",
      "part 2 ",
      "1.2 result progress by project outcome",
      "1.2. result progress by project outcome",
    ],
    answer: "below",
  },
  {
    key: "rating",
    prompt: "Rate the current status of the outcome progress:",
    labels: [
      "rate the current status of the outcome",
      "rate the current status",
      "rate the current progress",
      "please rate the current status",
    ],
    answer: "colon",
  },
  {
    key: "outcome-progress",
    prompt: "Progress summary: (3000 character limit)",
    labels: ["progress summary", "summary of progress"],
    answer: "limit",
    limit: 3000,
  },
  {
    key: "gender-and-youth",
    prompt:
      "Indicate any additional analysis on how Gender Equality and Women’s Empowerment and/or Youth Inclusion and Responsiveness has been ensured under this Outcome: (1000 character limit)",
    labels: ["indicate any additional analysis"],
    answer: "limit",
    limit: 1000,
  },
  {
    key: "heading",
    prompt: "PART III: CROSS-CUTTING ISSUES",
    labels: ["part iii", "part 3:", "part 3 ", "1.3 cross-cutting issues", "1.3. cross-cutting issues"],
    answer: "below",
  },
  {
    key: "monitoring",
    prompt:
      "Monitoring: Please list monitoring activities undertaken in the reporting period (1000 character limit)",
    labels: ["monitoring: please list", "monitoring: list", "monitoring: is the project m&e plan"],
    answer: "limit",
    limit: 1000,
  },
  {
    key: "outcome-baselines",
    prompt: "Do outcome indicators have baselines?",
    labels: ["do outcome indicators have baselines"],
    answer: "question",
  },
  {
    key: "surveys",
    prompt: "Has the project launched perception surveys or other community-based data collection?",
    labels: ["has the project launched perception surveys"],
    answer: "question",
  },
  {
    key: "evaluation-done",
    prompt: "Evaluation: Has an evaluation been conducted during the reporting period?",
    labels: ["evaluation: has an evaluation"],
    answer: "question",
  },
  {
    key: "evaluation-budget",
    prompt: "Evaluation budget (response required):",
    labels: ["evaluation budget"],
    answer: "colon",
  },
  {
    key: "evaluation-preparations",
    prompt:
      "If project will end in next six months, describe the evaluation preparations (1500 character limit):",
    labels: [
      "if project will end in next six months",
      "if the project will end in the next six months",
      "if the project will end",
    ],
    answer: "limit",
    limit: 1500,
  },
  {
    key: "catalytic-effects",
    prompt:
      "Catalytic effects (financial): Indicate name of funding agent and amount of additional non-PBF funding support that has been leveraged by the project.",
    labels: ["catalytic effects"],
    answer: "below",
  },
  {
    key: "other-issues",
    prompt:
      "Other: Are there any other issues concerning project implementation that you want to share, including any capacity needs of the recipient organizations? (1500 character limit)",
    labels: ["other: are there any other issues"],
    answer: "limit",
    limit: 1500,
  },
  { key: "heading", prompt: "PART IV: COVID-19", labels: ["part iv", "part 4:", "part 4 "], answer: "below" },
  {
    key: "covid-adjustment",
    prompt:
      "1) Monetary adjustments: Please indicate the total amount in USD of adjustments due to COVID-19.",
    labels: ["1) monetary adjustments", "1) financial adjustments"],
    answer: "below",
  },
  {
    key: "covid-adjustments",
    prompt:
      "2) Non-monetary adjustments: Please indicate any adjustments to the project which did not have any financial implications.",
    labels: ["2) non-monetary adjustments", "2) non-financial adjustments"],
    answer: "below",
  },
  {
    key: "covid-categories",
    prompt:
      "3) Please select all categories which describe the adjustments made to the project (and include details in general sections of this report):",
    labels: ["3) please select all categories"],
    answer: "below",
  },
  {
    key: "covid-success-story",
    prompt:
      "If relevant, please share a COVID-19 success story of this project (i.e. how adjustments of this project made a difference and contributed to a positive response to the pandemic/prevented tensions or violence related to the pandemic etc.)",
    labels: ["if relevant, please share a covid"],
    answer: "below",
  },
  {
    key: "indicator-table",
    prompt: "PART V: INDICATOR BASED PERFORMANCE ASSESSMENT:",
    labels: [
      "part v:",
      "part v ",
      "part 5:",
      "part 5 ",
      "1.4 indicator based",
      "indicator based performance assessment",
      "indicator-based performance assessment",
    ],
    answer: "below",
  },
];

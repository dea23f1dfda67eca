import type { Rating, Severity, UndefinedReason } from "@cadre/core";
import type { GoalReason, ResultReason } from "@cadre/core/aggregate";
import type { ChangeArea, PlanDifference } from "@cadre/core/compare";
import type { DerivedReason } from "@cadre/core/derived";
import type { Status, SummaryReason } from "@cadre/core/indicators";
import type { FundCause, FundEventType, FundState } from "@cadre/core/lifecycle";
import type { StatusCount } from "@cadre/core/portfolio";
import type { SurveyReason } from "@cadre/core/survey";

/** What the commands print beside the data, in both languages. */
export interface CommandMessages {
  /** Between parts of a list that have commas. */
  semicolon: string;
  /** Why input is refused. */
  problems: {
    notIati: string;
    noProfile: string;
    profileFails: (cause: string) => string;
    noSuchPeriod: (label: string) => string;
    formMissing: string;
    sameHeading: (sheet: string, heading: string) => string;
    formula: (reason: string) => string;
    noFormulas: string;
    formulaCode: string;
    noColumn: (column: string) => string;
    notACount: string;
    valueMissing: string;
    noResponses: string;
    ratesDay: string;
  };
  protect: {
    withheld: (withheld: number, cells: number, sensitive: number) => string;
    exposed: (cell: string) => string;
    total: string;
    runningTogether: string;
  };
  /** Amounts were converted, by these rates. */
  converted: (to: string, rates: string, source: string | undefined) => string;
  ratesTogether: string;
  common: {
    title: string;
    projects: (count: number) => string;
    reasons: Record<SummaryReason, string>;
    leftOut: string;
    suggestions: string;
    certainty: Record<"likely" | "possible", string>;
    unmatched: Record<"project" | "indicator" | "common", string>;
  };
  derive: {
    none: string;
    interval: (ends: string) => string;
    noInterval: (codes: string) => string;
    reasons: Record<DerivedReason, (missing: string) => string>;
  };
  survey: {
    before: string;
    after: string;
    comparison: string;
    published: string;
    compareUse: string;
    change: string;
    points: string;
    verdicts: Record<"increase" | "decrease" | "inconclusive", string>;
    detectable: (change: string, power: string) => string;
    scale: string;
    twoLevels: string;
    missing: (count: number) => string;
    median: string;
    net: string;
    all: string;
    designEffect: string;
    reasons: Record<SurveyReason, string>;
    aimNeeded: string;
    sameShares: string;
    tooLarge: string;
    simple: string;
    answers: string;
    sample: string;
    clusters: string;
  };
  annual: Record<"semi-annual" | "annual" | "final", string>;
  elapsed: (share: string, date: string) => string;
  agencies: string;
  convening: string;
  indicators: string;
  columns: {
    code: string;
    indicator: string;
    baseline: string;
    target: string;
    actual: string;
    progress: string;
  };
  outcome: string;
  output: string;
  genderBudget: string;
  budgetTable: {
    title: string;
    output: string;
    agency: string;
    additional: string;
    direct: string;
    gewe: string;
    share: string;
    spent: string;
    delivered: string;
    elapsed: string;
    tranche: (number: number) => string;
    ready: string;
    notReady: string;
    fits: (marker: string) => string;
    bounds: (low: string, high: string) => string;
    revision: string;
    added: string;
    by: Readonly<Record<"category" | "agency" | "output", string>>;
    needsApproval: (limit: string) => string;
  };
  total: string;
  delivery: string;
  allocated: string;
  spent: string;
  ofBudget: string;
  ofAllocation: string;
  ofExpenditure: string;
  covid: string;
  evaluation: string;
  marker: string;
  agrees: string;
  contradicts: string;
  unknownShare: string;
  unknown: string;
  activities: string;
  ownEvents: string;
  inferredNote: string;
  until: string;
  states: Record<FundState, string>;
  causes: Record<FundCause, string>;
  events: Record<FundEventType, string>;
  ratings: Record<Rating, string>;
  /** Days that nothing bounds from above. */
  daysOpen: (days: string) => string;
  /** Bounds on days: a number, and a number of days. */
  daysBetween: (low: string, days: string) => string;
  daysLost: (days: string, byCause: string) => string;
  withoutCause: string;
  findings: string;
  noFindings: string;
  severities: Record<Severity, string>;
  reasons: Record<UndefinedReason | GoalReason, string>;
  progressNote: string;
  resultReasons: Record<ResultReason, string>;
  statuses: Record<NonNullable<Status["status"]>, string>;
  rows: (count: number) => string;
  left: (seconds: string) => string;
  rejected: (rejected: string, accepted: string) => string;
  withheld: (values: number) => string;
  interrupted: string;
  written: (path: string) => string;
  keysNeeded: string;
  serving: (address: string) => string;
  notListening: (host: string, port: number) => string;
  secret: (secret: string) => string;
  areas: Record<ChangeArea, string>;
  /** What a report changed of its project document, by kind; `revised`: said of a change that was approved. */
  plan: {
    title: string;
    none: string;
    revised: string;
    promised: string;
    reported: string;
    kinds: Record<PlanDifference["kind"], string>;
  };
  renumbered: string;
  maybeRenumbered: (alike: string) => string;
  rewritten: (lengths: string, alike: string) => string;
  gained: string;
  lost: string;
  noChanges: string;
  yes: string;
  no: string;
  fixable: string;
  fixed: string;
  nothingToFix: string;
  fixNeedsOut: string;
  outWithoutFix: string;
  tbd: string;
  found: string;
  nothing: string;
  /** What readers state in place of a value that they found, where that is not English: by the English. */
  foundPhrases: Readonly<Record<string, string>>;
  expected: string;
  /** Of how many errors, warnings, notes in how many files. */
  summary: (errors: number, warnings: number, notes: number, files: number) => string;
  oneFile: string;
  noSuchRule: (rule: string) => string;
  didYouMean: string;
  source: string;
  /** With the space that the language puts before it. */
  colon: string;
  whatToDo: string;
  watching: (files: number) => string;
  readAgain: (file: string) => string;
  toNeedsOut: string;
  portfolio: {
    title: (projects: number, money: string) => string;
    project: string;
    time: string;
    money: string;
    late: string;
    errors: string;
    statuses: Record<StatusCount, string>;
  };
}

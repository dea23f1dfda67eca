import type { Finding, Severity } from "../diagnostics/problem.ts";
import type { FrameworkDocument } from "../document/index.ts";
import type { Status } from "../indicators/index.ts";
import { type DaysLost, type FundState, type Profile, sumDaysLost } from "../lifecycle/index.ts";
import { daysLostOf, inspect, type ProjectResult } from "../results/index.ts";
import type { CalendarDate } from "../values/date.ts";
import { groupBy } from "../values/group-by.ts";
import { stripAccents } from "../values/strip-accents.ts";

/** A report of the portfolio: a document with the name that it is known by, a file's or a project's. */
export interface PortfolioReport {
  /** What it is known by: a file's name, a project's id. */
  name: string;
  /** The report as it was read. */
  document: FrameworkDocument;
  /** What a reader noticed, counted with the findings of the rules. */
  findings?: readonly Finding[];
}

/** Which indicator of which project's report a row is of. */
export interface ReportIndicator {
  /** The project's key: see `ProjectRow.key`. */
  project: string;
  /** Name of the report. */
  report: string;
  /** Code of the indicator in that report. */
  indicator: string;
  /** What is measured, as the report writes it. */
  text: string;
}

/** A status as it is counted: `none` where an indicator has none. */
export type StatusCount = NonNullable<Status["status"]> | "none";

/** One project of the portfolio, by its last report. Shares are fractions; `null` is what is not known. */
export interface ProjectRow {
  /** What identifies the project: its number, else its title, else the report's name. */
  key: string;
  /** Name of the last report. */
  name: string;
  /** As the last report writes it. */
  title: string | null;
  /** At the MPTF Office Gateway, as written. */
  number: string | null;
  /** As written. */
  country: string | null;
  /** The convening agency, else the first. */
  agency: string | null;
  /** Names of all recipient organisations. */
  agencies: string[];
  /** Code of the PBF focus area, `1.1` to `4.3`. */
  focusArea: string | null;
  /** Date of the first transfer of funds. */
  startDate: CalendarDate | null;
  /** The present end date, extensions included. */
  endDate: CalendarDate | null;
  /** Year of the last report. */
  year: number | null;
  /** Kind of the last report: semi-annual, annual or final. */
  reportType: string | null;
  /** The day that the last report speaks for. */
  asOf: CalendarDate | null;
  /** Approved budget in major units of `currency`. */
  budget: number | null;
  /** ISO 4217 code of the budget. */
  currency: string | null;
  /** Share of the project's time that had passed on the day that the row is for. */
  timeElapsed: number | null;
  /** Share of the money that is spent, as the cover page states it, otherwise spent ÷ direct costs. */
  moneySpent: number | null;
  /** Share of the budget for gender equality and women's empowerment. */
  geweShare: number | null;
  /** The gender marker that the cover page declares: `GM2`. */
  marker: string | null;
  /** Whether the share for gender equality admits that marker. */
  markerAgrees: boolean | null;
  /** How many indicators it has. */
  indicatorCount: number;
  /** Indicators by status. */
  statuses: Record<StatusCount, number>;
  /** How many activities it has. */
  activityCount: number;
  /** Activities that are delayed or suspended. */
  late: number;
  /** Activities by state; a state that none is in is absent. An agency's own counts as the fund's state that it names. */
  states: Partial<Record<FundState, number>>;
  /** Activity days lost to delays and suspensions, by cause. */
  daysLost: DaysLost;
  /** Findings of the last report by severity. */
  findings: Record<Severity, number>;
  /** Every report of the project in order of time, the last one last. */
  reports: {
    /** Name of the report. */
    name: string;
    /** The day that it speaks for. */
    asOf: CalendarDate | null;
    /** Semi-annual, annual or final. */
    reportType: string | null;
    /** Calendar year that it reports on. */
    year: number | null;
  }[];
}

/** Projects with something in common: sums of what can be added up. */
export interface PortfolioTotal {
  /** Country, agency, focus area or year; `null` where a project has none. */
  key: string | number | null;
  /** How many projects they are. */
  projectCount: number;
  /** Sums of approved budgets, a currency each: nothing is converted. */
  budgets: {
    /** ISO 4217 code. */
    currency: string;
    /** Sum in its major units. */
    amount: number;
    /** Projects whose budget is in it. */
    projectCount: number;
  }[];
  /** How many indicators they have. */
  indicatorCount: number;
  /** Indicators by status. */
  statuses: Record<StatusCount, number>;
  /** How many activities they have. */
  activityCount: number;
  /** Activities that are delayed or suspended. */
  late: number;
  /** Activity days lost to delays and suspensions, by cause. */
  daysLost: DaysLost;
  /** Findings that are errors. */
  errors: number;
}

/** What a portfolio can be compared by. */
export const PORTFOLIO_DIMENSIONS = ["country", "agency", "focusArea", "year"] as const;
/** What a portfolio can be compared by. */
export type PortfolioDimension = (typeof PORTFOLIO_DIMENSIONS)[number];

/** The projects of many reports, and what they come to together. */
export interface Portfolio {
  /** The projects, by title. */
  projects: ProjectRow[];
  /** All of them together. */
  total: PortfolioTotal;
  /** They together by each dimension, in the order of its members, `null` last. */
  by: Record<PortfolioDimension, PortfolioTotal[]>;
}

const NO_STATUSES: Readonly<Record<StatusCount, number>> = {
  achieved: 0,
  "on-track": 0,
  "at-risk": 0,
  "off-track": 0,
  "not-due": 0,
  none: 0,
};

/** Two spellings of a project's number are one: digits, however many zeros lead them; else what is left without punctuation. */
export function projectKey({ project }: Pick<FrameworkDocument, "project">, name: string): string {
  const digits = /\d{5,}/.exec(project.number ?? "")?.[0].replace(/^0+/, "");
  const plain = (text: string | null) =>
    text
      ?.toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return digits || plain(project.number) || plain(project.title) || name;
}

/** What two spellings of a name have in common: `MALI` and `Mali`, `Côte d’Ivoire` and `Cote d'Ivoire`. */
const spelling = (name: string | number | null): string | number | null =>
  typeof name === "string"
    ? stripAccents(name)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()
    : name;

/** When a report was made: the day that it speaks for, else its year; what has neither comes first. */
const timeOf = ({ document: { report } }: PortfolioReport): string =>
  report?.asOf ?? (report?.year == null ? "" : `${report.year}`);

/** Reports in order of time. */
export const reportOrder = (reports: readonly PortfolioReport[]): PortfolioReport[] =>
  [...reports].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));

function countBy<Key extends string>(keys: Iterable<Key>): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/**
 * The row of one project.
 * @param reports of this project, the last one last; at least one.
 * @param options `on`: the day that elapsed time and statuses are for. Default: `asOf`, else the last report's own
 * day. `asOf`: the day that is known of, where that is later than the report.
 * `profile`: what an agency adds to the fund's states, events and causes. `result`: what `inspect` returned of the last report, where that is known.
 * @throws RangeError without a report.
 */
export function projectRow(
  reports: readonly PortfolioReport[],
  {
    on,
    asOf,
    result,
    profile,
  }: {
    on?: CalendarDate | undefined;
    asOf?: CalendarDate | undefined;
    result?: ProjectResult | undefined;
    profile?: Profile | undefined;
  } = {},
): ProjectRow {
  const last = reports.at(-1);
  if (last === undefined) throw new RangeError("a project needs at least one report");
  const { document } = last;
  const inspection =
    result ??
    inspect(document, {
      ...(on !== undefined && { on }),
      ...(asOf !== undefined && { asOf }),
      profile,
      ...(last.findings !== undefined && { readerFindings: last.findings }),
    });
  const { project, budget, indicators, activities, findings } = inspection;
  const convening = project.agencies.find((agency) => agency.convening) ?? project.agencies[0];
  const states = countBy(activities.map(({ state, broader = state as FundState }) => broader));
  return {
    key: projectKey(document, last.name),
    name: last.name,
    title: project.title,
    number: project.number,
    country: project.country,
    agency: convening?.name ?? null,
    agencies: project.agencies.map(({ name }) => name),
    focusArea: document.project.focusArea,
    startDate: project.startDate,
    endDate: project.endDate,
    year: project.year,
    reportType: project.reportType,
    asOf: document.report?.asOf ?? null,
    budget: budget.total,
    currency: budget.currency,
    timeElapsed: budget.elapsedShare,
    moneySpent: budget.deliveryRate,
    geweShare: budget.gewe.share,
    marker: budget.marker.declared,
    markerAgrees: budget.marker.agrees,
    indicatorCount: indicators.length,
    statuses: { ...NO_STATUSES, ...countBy(indicators.map(({ status }): StatusCount => status ?? "none")) },
    activityCount: activities.length,
    late: (states.delayed ?? 0) + (states.suspended ?? 0),
    states,
    daysLost: daysLostOf(document, { profile, ...(asOf !== undefined && { asOf }) }),
    findings: { error: 0, warning: 0, info: 0, ...countBy(findings.map(({ severity }) => severity)) },
    reports: reports.map(({ name, document: { report } }) => ({
      name,
      asOf: report?.asOf ?? null,
      reportType: report?.type ?? null,
      year: report?.year ?? null,
    })),
  };
}

function totalOf(key: PortfolioTotal["key"], rows: readonly ProjectRow[]): PortfolioTotal {
  const sum = (of: (row: ProjectRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const currencies = [...new Set(rows.flatMap(({ currency }) => currency ?? []))].sort();
  return {
    key,
    projectCount: rows.length,
    budgets: currencies.map((currency) => {
      const paid = rows.filter((row) => row.currency === currency && row.budget !== null);
      // Amounts are whole cents: sums of them are exact far beyond any budget.
      const cents = paid.reduce((total, { budget }) => total + Math.round((budget ?? 0) * 100), 0);
      return { currency, amount: cents / 100, projectCount: paid.length };
    }),
    indicatorCount: sum(({ indicatorCount: indicators }) => indicators),
    statuses: Object.fromEntries(
      Object.keys(NO_STATUSES).map((status) => [
        status,
        sum(({ statuses }) => statuses[status as StatusCount]),
      ]),
    ) as Record<StatusCount, number>,
    activityCount: sum(({ activityCount: activities }) => activities),
    late: sum(({ late }) => late),
    daysLost: sumDaysLost(rows.map(({ daysLost }) => daysLost)),
    errors: sum(({ findings }) => findings.error),
  };
}

/** Rows of projects with what they come to together. Sums are over projects; percentages are never averaged. */
export function summarisePortfolio(rows: readonly ProjectRow[]): Portfolio {
  const projects = [...rows].sort((a, b) =>
    (a.title ?? a.name).localeCompare(b.title ?? b.name, "en", { numeric: true }),
  );
  const by = (dimension: PortfolioDimension) =>
    [...groupBy(projects, (row) => spelling(row[dimension]))]
      .map(([, own]) => totalOf(own[0]?.[dimension] ?? null, own))
      .sort(
        (a, b) =>
          Number(a.key === null) - Number(b.key === null) || String(a.key).localeCompare(String(b.key), "en"),
      );
  return {
    projects,
    total: totalOf(null, projects),
    by: { country: by("country"), agency: by("agency"), focusArea: by("focusArea"), year: by("year") },
  };
}

/**
 * The projects of many reports, one row each. Reports of one project (by its number, else its title) become its time line; its row is that of
 * the last one.
 * @param options `on`: the day that elapsed time and statuses are for. Default: each report's own day.
 * `profile`: what an agency adds to the fund's states, events and causes.
 */
export function portfolioOf(
  reports: readonly PortfolioReport[],
  options: { on?: CalendarDate; profile?: Profile | undefined } = {},
): Portfolio {
  const byProject = groupBy(reportOrder(reports), ({ name, document }) => projectKey(document, name));
  return summarisePortfolio([...byProject.values()].map((own) => projectRow(own, options)));
}

import {
  type CalendarDate,
  type Finding,
  type FrameworkDocument,
  type GenderMarker,
  type Language,
  type MarkerAgreement,
  type Money,
  type Project,
  type Rating,
  type ReportType,
  toMajor,
} from "@cadre/core";
import { withDerived } from "@cadre/core/derived";
import type { PastPoint, StatusPolicy } from "@cadre/core/indicators";
import { runSteps, runStepsWith } from "@cadre/core/internal";
import type { DaysLost, Profile } from "@cadre/core/lifecycle";
import type { Names, OwnLanguage } from "@cadre/core/locale";
import { daysLostOf, inspectSteps, verdictOf } from "@cadre/core/results";
import type { MachineLayout } from "../machine/index.ts";
import { activityLayout } from "../machine/layout.ts";
import { type OwnNames, ownNames } from "../messages/index.ts";
import {
  type ActivityRow,
  activityRowSteps,
  type BudgetBy,
  type BudgetSlice,
  budgetSlices,
  type FindingRow,
  type IndicatorRow,
  indicatorRows,
  lastKnownDay,
  timeOf,
  timeSpan,
} from "../results/index.ts";
import { findingRowsOf } from "../tables/index.ts";

/** Money as JSON has it everywhere: major units, exact to the cent, beside the currency. */
export interface Amount {
  /** Major units: 1250.5. */
  value: number;
  /** ISO 4217: `USD`. */
  currency: string;
}

/** A part of the budget; see `budgetSlices`. */
export interface AmountSlice {
  /** Name of the agency, code of the output, key of the category; `null` for what belongs to none. */
  key: string | null;
  /** What was budgeted. */
  amount: Amount;
  /** Of that, for gender equality and women's empowerment; `null` where it is not known, which is not zero. */
  gewe: Amount | null;
  /** Expenditure reported for it; `null` where none is. */
  spent: Amount | null;
  /** `gewe` as a fraction of `amount`; `null` where it is not known or the amount is zero. */
  share: number | null;
}

/** An outcome or output with its title. */
export interface Heading {
  /** `1` or `1.1`. */
  code: string;
  /** As written. */
  title: string;
}

/**
 * Everything that the dashboard shows, as plain JSON: a server sends it, a file carries it. Money is in major units beside its
 * currency, shares are fractions, `null` is what was not reported.
 */
export interface DashboardModel {
  /** Says what the document is. */
  format: "cadre/dashboard";
  /** Version of the format. */
  version: 1;
  /** The cover page of the report, money in major units. */
  project: Omit<Project, "agencies"> & {
    /** The recipient organisations. */
    agencies: {
      /** As written. */
      name: string;
      /** Whether it coordinates the others. */
      convening: boolean;
      /** Its share of the budget; `null` where the document does not say. */
      budget: Amount | null;
    }[];
  };
  /** Which report it is; `null` where the document is none. */
  report: {
    /** Semi-annual, annual or final; `null` where it does not say. */
    type: ReportType | null;
    /** Calendar year that it reports on; `null` where it does not say. */
    year: number | null;
  } | null;
  /** The day that it speaks for. */
  asOf: CalendarDate | null;
  /** Share of the project's time that has passed by then. */
  elapsed: number | null;
  /** How the project is doing, in a line. */
  verdict: Names;
  /** Money of the whole project. */
  budget: {
    /** Approved budget. */
    total: Amount | null;
    /** Expenditure as a fraction of the budget. */
    deliveryRate: number | null;
    /** Budgeted for gender equality and women's empowerment. */
    allocated: Amount | null;
    /** Spent for gender equality and women's empowerment. */
    spent: Amount | null;
    /** `allocated` as a fraction of the budget. */
    share: number | null;
    /** `spent` as a fraction of `allocated`. */
    burn: number | null;
    /** `spent` as a fraction of the expenditure. */
    spentShare: number | null;
    /** The gender marker that the cover declares, the one that the share gives, and whether they agree. */
    marker: Pick<MarkerAgreement, "declared" | "agrees"> & {
      /** The marker that the share alone would suggest; `null` where it is not known. */
      computed: GenderMarker | null;
    };
    /** Money that was moved to answer COVID-19. */
    covidAdjustment: Amount | null;
    /** Money for the evaluation. */
    evaluation: Amount | null;
    /** The budget by agency, by output and by category. Empty where the document does not divide it so. */
    slices: Record<BudgetBy, AmountSlice[]>;
  };
  /** With their outputs, in the order of the document. */
  outcomes: (Heading & {
    /** How the agencies rate its progress; `null` where they do not. */
    rating: Rating | null;
    /** Its outputs. */
    outputs: Heading[];
  })[];
  /** In the order of the document. */
  indicators: IndicatorRow[];
  /** In the order of the document. */
  activities: ActivityRow[];
  /** Activity days lost so far, by cause. */
  daysLost: DaysLost;
  /** The worst first. */
  findings: FindingRow[];
  /** First and last day of the time line; `null` where no dates are known. */
  axis: {
    /** First day. */
    start: CalendarDate;
    /** Last day. */
    end: CalendarDate;
  } | null;
  /** The names of an agency's own codes; absent where the fund's alone are used. */
  own?: OwnNames | undefined;
  /** The activity's machine, laid out with the labels of each language. */
  machine: Record<Language, MachineLayout> & Record<string, MachineLayout>;
  /** Languages of an agency's own that the page can be shown in, each with what the page says; absent where there are none. */
  languages?: readonly OwnLanguage[] | undefined;
}

/** Options of the dashboard. */
export interface DashboardOptions {
  /** The day that is asked about; the report's own day without it. */
  asOf?: CalendarDate | undefined;
  /** How progress becomes a status. Default: `STATUS_POLICY`. */
  policy?: StatusPolicy | undefined;
  /** What an agency adds to the fund's states, events and causes. Default: nothing. */
  profile?: Profile | undefined;
  /** Findings of a reader, shown with those of the rules. */
  readerFindings?: readonly Finding[] | undefined;
  /** Past values by indicator code, as `seriesOf` of `@cadre/core/aggregate` gives them: they become trends. */
  series?: Readonly<Record<string, readonly PastPoint[]>> | undefined;
}

function amountOf(money: Money): Amount;
function amountOf(money: Money | null): Amount | null;
function amountOf(money: Money | null): Amount | null {
  return money === null ? null : { value: toMajor(money), currency: money.currency };
}

const amountSlice = ({ key, amount, gewe, spent, share }: BudgetSlice): AmountSlice => ({
  key,
  amount: amountOf(amount),
  gewe: amountOf(gewe),
  spent: amountOf(spent),
  share,
});

/** Brings together what the dashboard shows of a document. */
export function dashboardModel(document: FrameworkDocument, options: DashboardOptions = {}): DashboardModel {
  return runSteps(modelSteps(document, options));
}

/** What {@link dashboardModel} returns, computed in steps; `pause` is awaited between them. */
export async function dashboardModelInSteps(
  document: FrameworkDocument,
  { pause, ...options }: DashboardOptions & { pause: () => Promise<void> },
): Promise<DashboardModel> {
  return runStepsWith(modelSteps(document, options), pause);
}

function* modelSteps(
  read: FrameworkDocument,
  options: DashboardOptions,
): Generator<void, DashboardModel, void> {
  const document = withDerived(read);
  const { asOf, policy, readerFindings = [], series, profile } = options;
  const { budget, project, report } = document;
  const { languages = [] } = profile ?? {};
  // The same results that the command line and the HTTP API return; below, they only get what drawing needs.
  const result = yield* inspectSteps(document, {
    ...{ readerFindings, profile },
    ...(asOf !== undefined && { asOf }),
    ...(policy !== undefined && { statusPolicy: policy }),
  });
  yield;
  const findings = findingRowsOf(result.findings);
  const time = timeOf(document, asOf);
  const activities = yield* activityRowSteps(document, { asOf, findings, profile });
  yield;
  const indicators = indicatorRows(document, { asOf, policy, series, findings });
  yield;
  const daysLost = daysLostOf(document, { profile, ...(asOf !== undefined && { asOf }) });
  yield;
  const own = ownNames(profile, Object.keys({ ...profile?.states, ...profile?.causes, ...profile?.events }));
  // What the cover page does not state, the budget annex may.
  const computedBudget = result.budget;
  const { gewe, marker, currency } = computedBudget;
  const inCurrency = (value: number | null): Amount | null =>
    value === null || currency === null ? null : { value, currency };
  return {
    format: "cadre/dashboard",
    version: 1,
    project: {
      ...project,
      agencies: project.agencies.map((agency) => ({ ...agency, budget: amountOf(agency.budget) })),
    },
    report: report === null ? null : { type: report.type, year: report.year },
    asOf: time.asOf ?? lastKnownDay(document),
    elapsed: time.elapsed,
    verdict: verdictOf(
      {
        budget: { elapsedShare: time.elapsed, deliveryRate: computedBudget.deliveryRate },
        ...{ indicators, activities, findings },
      },
      { languages },
    ),
    budget: {
      total: budget.total === null ? inCurrency(computedBudget.total) : amountOf(budget.total),
      deliveryRate: computedBudget.deliveryRate,
      allocated: gewe.from === "cover" ? amountOf(budget.gewe.allocated) : inCurrency(gewe.allocated),
      spent: gewe.from === "cover" ? amountOf(budget.gewe.spent) : inCurrency(gewe.spent),
      share: gewe.share,
      burn: gewe.burn,
      spentShare: gewe.spentShare,
      marker: { declared: marker.declared, computed: marker.computed, agrees: marker.agrees },
      covidAdjustment: amountOf(budget.covidAdjustment),
      evaluation: amountOf(budget.evaluation),
      slices: {
        agency: budgetSlices(document, "agency").map(amountSlice),
        output: budgetSlices(document, "output").map(amountSlice),
        category: budgetSlices(document, "category").map(amountSlice),
      },
    },
    outcomes: document.outcomes.map(({ code, title, rating, outputs }) => ({
      code,
      title,
      rating,
      outputs: outputs.map((output) => ({ code: output.code, title: output.title })),
    })),
    indicators,
    activities,
    daysLost,
    findings,
    axis: timeSpan(document, activities),
    ...(own !== undefined && { own }),
    machine: {
      en: activityLayout("en", profile),
      fr: activityLayout("fr", profile),
      ...Object.fromEntries(languages.map((each) => [each.code, activityLayout(each, profile)])),
    },
    ...(languages.length > 0 && {
      // Of all catalogues, the page needs its own.
      languages: languages.map(({ messages: { view = {} }, ...each }) => ({ ...each, messages: { view } })),
    }),
  };
}

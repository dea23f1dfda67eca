import {
  type Agency,
  type FrameworkDocument,
  type GenderMarker,
  type Money,
  money,
  type RiskMarker,
  toMajor,
} from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { excerpt } from "../../reading.ts";
import { dayIn } from "../periods.ts";
import type { IatiActivity } from "../read.ts";
import { countryCode, countryName } from "./country.ts";
import type { Losses } from "./notices.ts";
import { narratives, textOf } from "./values.ts";

/** Who publishes, as the IATI registry knows them. */
export interface Reporting {
  /** Identifier of the organisation: `XM-DAC-…`. */
  ref: string;
  /** Code of its type; 40 is multilateral. */
  type: string;
  /** Name of the organisation. */
  name: string;
}

const FOCUS = "urn:cadre:pbf-focus-area";
const GENDER = "urn:cadre:pbf-gender-marker";
const RISK = "urn:cadre:pbf-risk-marker";
/** OECD DAC gender equality marker (code list PolicySignificance): 0 not targeted, 1 significant, 2 principal objective. */
const SIGNIFICANCE: Readonly<Partial<Record<GenderMarker, string>>> = { GM0: "0", GM2: "1", GM3: "2" };
const MULTILATERAL = "40";
/** Organisation roles: accountable, implementing. */
const ROLES = { accountable: "2", implementing: "4" } as const;
/** Activity dates: actual start, planned end. */
const DATES = { start: "2", end: "3" } as const;

const amount = (money: Money, day: string) => ({
  ...{ currency: money.currency, "value-date": day, text: String(toMajor(money)) },
});

/** A code of the fund's own vocabulary; none of nothing. */
const ofFund = (uri: string, code: string | null) =>
  code === null ? [] : [{ vocabulary: "99", "vocabulary-uri": uri, code }];

/** The cover page and the money as everything of an activity but its results. */
export function projectData(
  document: FrameworkDocument,
  reporting: Reporting | null,
  losses: Losses,
): IatiActivity {
  const { project, budget } = document;
  const { lose, loseEach } = losses;
  const { startDate: start, endDate: end } = project;
  const convening = project.agencies.find((agency) => agency.convening) ?? project.agencies[0];
  if (reporting === null) lose("reporting-org", message(en.publisherUnknown, fr.publisherUnknown));
  if (project.number === null) lose("project/number", message(en.identifierMissing, fr.identifierMissing));
  if (start === null && end === null) lose("project/startDate", message(en.dateMissing, fr.dateMissing));
  if (project.agencies.length === 0)
    lose("project/agencies", message(en.organisationMissing, fr.organisationMissing));
  const country = project.country === null ? null : countryCode(project.country);
  if (project.country !== null && country === null)
    lose("project/country", message(en.noIsoCode, fr.noIsoCode), project.country);
  const dated = (path: string, value: Money | null): Money | null => {
    if (value === null || start !== null) return value;
    lose(path, message(en.amountWithoutDate, fr.amountWithoutDate));
    return null;
  };
  const span = {
    "period-start": { "iso-date": start ?? "" },
    ...(end !== null && { "period-end": { "iso-date": end } }),
  };
  const total = end === null ? null : dated("budget/total", budget.total);
  const shares = project.agencies.flatMap((agency, index) => {
    const share = dated(`project/agencies/${index}/budget`, agency.budget);
    return share === null ? [] : [{ agency, share }];
  });
  const { deliveryRate, gewe, covidAdjustment, evaluation, lines, tranches } = budget;
  const { activities, schedule, axes, periods, report } = document;
  loseEach({
    ...{ "budget/deliveryRate": deliveryRate, "budget/gewe/allocated": gewe.allocated },
    ...{ "budget/gewe/spent": gewe.spent, "budget/covidAdjustment": covidAdjustment },
    ...{ "budget/evaluation": evaluation, "budget/lines": lines?.[0], "budget/tranches": tranches?.[0] },
    ...{ activities: activities[0], schedule, axes, periods, report },
  });
  const marker = project.genderMarker;
  if (marker === "GM1") lose("project/genderMarker", message(en.markerGm1, fr.markerGm1), marker);
  const significance = marker === null ? undefined : SIGNIFICANCE[marker];
  const title = project.title ?? "";
  return {
    "iati-identifier": { text: project.number ?? "" },
    "reporting-org": {
      ref: reporting?.ref ?? "",
      type: reporting?.type ?? MULTILATERAL,
      narrative: [{ text: reporting?.name ?? convening?.name ?? "" }],
    },
    title: narratives(title),
    description: [{ type: "1", narrative: [{ text: title }] }],
    "participating-org": project.agencies.flatMap(({ name, convening: leads }) => [
      { role: ROLES.implementing, type: MULTILATERAL, narrative: [{ text: name }] },
      ...(leads ? [{ role: ROLES.accountable, type: MULTILATERAL, narrative: [{ text: name }] }] : []),
    ]),
    "activity-status": { code: document.report?.type === "final" ? "3" : "2" },
    "activity-date": [
      ...(start === null ? [] : [{ "iso-date": start, type: DATES.start }]),
      ...(end === null ? [] : [{ "iso-date": end, type: DATES.end }]),
    ],
    ...(country !== null && {
      "recipient-country": [
        { code: country, percentage: "100", narrative: [{ text: project.country ?? "" }] },
      ],
    }),
    ...(project.focusArea !== null && { sector: ofFund(FOCUS, project.focusArea) }),
    ...((marker !== null || project.riskMarker !== null) && {
      "policy-marker": [
        ...(significance === undefined ? [] : [{ vocabulary: "1", code: "1", significance }]),
        ...ofFund(GENDER, marker),
        ...ofFund(RISK, project.riskMarker),
      ],
    }),
    ...(total !== null && {
      budget: [{ type: "1", status: "2", ...span, value: amount(total, start ?? "") }],
    }),
    ...(shares.length > 0 && {
      "planned-disbursement": shares.map(({ agency, share }) => ({
        type: "1",
        ...span,
        value: amount(share, start ?? ""),
        "receiver-org": { type: MULTILATERAL, narrative: [{ text: agency.name }] },
      })),
    }),
  };
}

/** An amount as written; `null` where it is no number, of no currency, or finer than its currency's smallest unit. */
function moneyOf(data: { currency?: string; text: string } | undefined, fallback = ""): Money | null {
  const text = data?.text.trim() ?? "";
  if (!/^[+-]?\d{1,13}(\.\d+)?$/.test(text)) return null;
  try {
    return money(Number(text), data?.currency ?? fallback);
  } catch {
    return null;
  }
}

const GENDER_MARKERS: readonly GenderMarker[] = ["GM0", "GM1", "GM2", "GM3"];
const RISK_MARKERS: readonly RiskMarker[] = ["low", "medium", "high"];

/** What an activity says of the project and its money. */
export function projectOf(
  activity: IatiActivity,
  losses: Losses,
): Pick<FrameworkDocument, "project" | "budget"> {
  const { lose, warn } = losses;
  const currency = activity["default-currency"];
  const date = (path: string, ...types: string[]) => {
    for (const type of types) {
      const found = activity["activity-date"]?.find((each) => each.type === type)?.["iso-date"];
      const day = dayIn(found);
      if (day !== null) return day;
      if (found === undefined) continue;
      const what = message(en.notADay, fr.notADay, excerpt(found));
      warn("iati-date-unreadable", path, what, excerpt(found), "YYYY-MM-DD");
    }
    return null;
  };
  const amountAt = (path: string, written: Parameters<typeof moneyOf>[0]): Money | null => {
    const read = moneyOf(written, currency);
    if (read !== null || written === undefined) return read;
    const found = excerpt(`${written.text} ${written.currency ?? currency ?? ""}`.trim());
    warn("iati-amount-unreadable", path, message(en.notAnAmount, fr.notAnAmount, found), found, "an amount");
    return null;
  };
  const organisations = activity["participating-org"] ?? [];
  const named = (role: string) =>
    organisations.filter((each) => each.role === role).map((each) => textOf(each) || (each.ref ?? ""));
  const leading = new Set(named(ROLES.accountable));
  const implementing = named(ROLES.implementing);
  const disbursed = activity["planned-disbursement"] ?? [];
  const agencies = (implementing.length > 0 ? implementing : [...leading]).map((name): Agency => {
    const shares = disbursed.filter((each) => textOf(each["receiver-org"]) === name);
    if (shares.length > 1)
      lose(`agencies/${name}`, message(en.severalDisbursements, fr.severalDisbursements), shares.length);
    return {
      name,
      convening: leading.has(name),
      budget: shares.length === 1 ? amountAt(`agencies/${name}/budget`, shares[0]?.value) : null,
    };
  });
  const budgets = activity.budget ?? [];
  if (budgets.length > 1) lose("budget/total", message(en.severalBudgets, fr.severalBudgets), budgets.length);
  const countries = activity["recipient-country"] ?? [];
  if (countries.length > 1)
    lose("project/country", message(en.severalCountries, fr.severalCountries), countries.length);
  const [country] = countries;
  const ours = (uri: string) =>
    activity["policy-marker"]?.find((each) => each["vocabulary-uri"] === uri)?.code;
  const gender = activity["policy-marker"]?.find(
    ({ vocabulary = "1", code }) => vocabulary === "1" && code === "1",
  );
  const bySignificance = Object.entries(SIGNIFICANCE).find(
    ([, value]) => value === gender?.significance,
  )?.[0];
  return {
    project: {
      title: textOf(activity.title) || null,
      country: country === undefined ? null : textOf(country) || countryName(country.code ?? ""),
      number: activity["iati-identifier"]?.text || null,
      startDate: date("project/startDate", "2", "1"),
      endDate: date("project/endDate", "4", "3"),
      agencies,
      genderMarker: GENDER_MARKERS.find((each) => each === (ours(GENDER) ?? bySignificance)) ?? null,
      riskMarker: RISK_MARKERS.find((each) => each === ours(RISK)) ?? null,
      focusArea: activity.sector?.find((each) => each["vocabulary-uri"] === FOCUS)?.code ?? null,
    },
    budget: {
      total: budgets.length === 1 ? amountAt("budget/total", budgets[0]?.value) : null,
      deliveryRate: null,
      gewe: { allocated: null, spent: null },
      covidAdjustment: null,
      evaluation: null,
    },
  };
}

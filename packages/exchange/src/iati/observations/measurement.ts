import { type Finding, numberOf } from "@cadre/core";
import { type Goal, type MeasurementFramework, measurementOf } from "@cadre/core/aggregate";
import type { Period } from "@cadre/core/observations";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { actualsOf, baselinesOf } from "../mapping/columns.ts";
import { documentOf } from "../mapping/index.ts";
import { type Losses, losses } from "../mapping/notices.ts";
import { type PeriodValue, valueIn } from "../mapping/values.ts";
import { type IatiIndicator, isOrdinal, isPercentage, outermost, periodsOf } from "../periods.ts";
import type { IatiActivity } from "../read.ts";
import { placeNames } from "./places.ts";
import { categoriesOf, indicatorsIn, LIMIT, observationsOf } from "./read.ts";

type Definition = MeasurementFramework["indicators"][number];

/** A baseline, target or none: what is no number and not to be determined is no goal. */
function goalsOf(
  values: readonly PeriodValue[],
  percent: boolean,
  at: Record<string, string>,
  path: string,
  nameOf: ReturnType<typeof placeNames>,
  collected: Losses,
): Goal[] {
  return values.flatMap((each) => {
    const value = valueIn(each, percent);
    const number = numberOf(value);
    if (number === null && value.kind !== "tbd") return [];
    const categories = categoriesOf(each, path, collected);
    if (categories === null) return [];
    const location = each.location ?? [];
    const where = { ...at, ...(location.length > 0 && { place: nameOf(location) }), ...categories };
    return [{ value: number, ...(Object.keys(where).length > 0 && { at: where }) }];
  });
}

const isTotal = ({ at }: Goal): boolean => Object.keys(at ?? {}).join() === "period";

/** How an indicator's values add up, and what is expected of it in each period. */
function definitionOf(
  usual: Definition,
  indicator: IatiIndicator,
  nameOf: ReturnType<typeof placeNames>,
  collected: Losses,
): Definition {
  const path = `indicators/${usual.code}`;
  const percent = isPercentage(indicator);
  const goals = (values: readonly PeriodValue[], at: Record<string, string>, own: string, into = collected) =>
    goalsOf(values, percent, at, own, nameOf, into);
  const { periods, accumulation } = actualsOf(indicator);
  const reported = periods.filter(({ actuals }) => actuals.length > 0);
  const targets = periods.flatMap((each) =>
    goals(each.targets, { period: each.period.id }, `${path}/${each.period.id}`),
  );
  if (reported.length > 1)
    collected.lose(path, message(en.periodsTakenFor, fr.periodsTakenFor, accumulation), accumulation);
  // The target of the whole is the one that the document shows; where one period has it, so are those of its groups.
  const targeted = outermost(periods.filter((each) => each.targets.length > 0));
  const [only] = targeted;
  const groups =
    targeted.length !== 1 || only === undefined
      ? []
      : goals(only.targets, {}, path, losses("iati-not-understood")).filter(({ at }) => at !== undefined);
  return {
    ...usual,
    ...(isOrdinal(indicator) && { measure: "score" as const }),
    // Neither ordinal values nor percentages of several places make another one.
    ...((percent || isOrdinal(indicator)) && {
      combination: { sources: "none" as const, places: "none" as const },
    }),
    accumulation,
    baselines: goals(baselinesOf(indicator), {}, `${path}/baseline`),
    targets: [...(usual.targets ?? []), ...groups, ...targets],
    milestones: accumulation === "sum" ? [] : targets.filter(isTotal),
  };
}

/**
 * What the actuals of an activity are read against: its indicators with the targets of each period and cell, its periods, its dimensions. IATI
 * says neither whether the values of a dimension exclude one another, so that they are never added up, nor how periods do: see
 * `actualsOf`. Where that is another thing, say so in a framework of your own.
 */
export function measurementOfActivity(activity: IatiActivity): {
  framework: MeasurementFramework;
  findings: Finding[];
} {
  const collected = losses("iati-not-understood");
  const silent = losses("iati-not-understood");
  const nameOf = placeNames(activity);
  const indicators = new Map(indicatorsIn(activity));
  const periods = new Map<string, Period>();
  const axes = new Set<string>();
  for (const indicator of indicators.values()) {
    const own = periodsOf(indicator).periods;
    for (const { period } of own) periods.set(period.id, period);
    const values = own.flatMap(({ targets, actuals }) => [...targets, ...actuals]);
    for (const value of [...(indicator.baseline ?? []), ...values])
      for (const axis of Object.keys(categoriesOf(value, "", silent) ?? {})) axes.add(axis);
  }
  if (observationsOf(activity).axes.includes(LIMIT.axis)) axes.add(LIMIT.axis);
  const usual = measurementOf(documentOf(activity).document, {
    axes: [...axes].map((name) => ({ name, kind: "overlapping" as const })),
    // Of periods that end on one day, the longest is the last.
    periods: [...periods.values()].sort(
      (a, b) => (a.end < b.end ? -1 : Number(a.end > b.end)) || (a.start > b.start ? -1 : 1),
    ),
  });
  const framework: MeasurementFramework = {
    ...usual,
    indicators: usual.indicators.map((definition) => {
      const indicator = indicators.get(definition.code);
      return indicator === undefined ? definition : definitionOf(definition, indicator, nameOf, collected);
    }),
  };
  return { framework, findings: collected.findings };
}

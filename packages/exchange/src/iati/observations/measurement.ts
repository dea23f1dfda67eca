import type { Finding } from "@cadre/core";
import { type Goal, type MeasurementFramework, measurementOf } from "@cadre/core/aggregate";
import { type Period, periodContains } from "@cadre/core/observations";
import { type PeriodValue, valueIn } from "../mapping/figures.ts";
import { documentOf } from "../mapping/index.ts";
import { type Losses, losses } from "../mapping/losses.ts";
import type { IatiIndicator } from "../mapping/results.ts";
import type { IatiActivity } from "../read.ts";
import { periodIn } from "./periods.ts";
import { placesOf } from "./places.ts";
import { categoriesOf, indicatorsIn } from "./read.ts";

type Definition = MeasurementFramework["indicators"][number];

/** Measures of the standard whose figures are ranks: no two of them make a third. */
const RANKS: readonly string[] = ["3", "4"];

/** A baseline, target or none: what is no number and not to be determined is no goal. */
function goalsOf(
  values: readonly PeriodValue[],
  at: Record<string, string>,
  path: string,
  placeOf: ReturnType<typeof placesOf>,
  collected: Losses,
): Goal[] {
  return values.flatMap((each) => {
    const value = valueIn(each, false);
    if (value.kind === "none" || value.kind === "text") return [];
    const categories = categoriesOf(each, path, collected);
    if (categories === null) return [];
    const location = each.location ?? [];
    const where = { ...at, ...(location.length > 0 && { place: placeOf(location) }), ...categories };
    const goal: Goal = { value: value.kind === "tbd" ? null : value.value };
    return [Object.keys(where).length > 0 ? { ...goal, at: where } : goal];
  });
}

const isTotal = ({ at }: Goal): boolean => Object.keys(at ?? {}).join() === "period";

/** Whether two periods claim one day. */
function doOverlap(periods: readonly Period[]): boolean {
  const inOrder = [...periods].sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  return inOrder.some(({ start }, at) => at > 0 && start <= (inOrder[at - 1] as Period).end);
}

/** How an indicator's figures grow, and what is wanted of it in each period. */
function definitionOf(
  usual: Definition,
  indicator: IatiIndicator,
  project: Pick<Period, "start" | "end"> | null,
  placeOf: ReturnType<typeof placesOf>,
  collected: Losses,
): Definition {
  const path = `indicators/${usual.code}`;
  const periods = (indicator.period ?? []).flatMap((data) => {
    const period = periodIn(data);
    return period === null ? [] : [{ data, period }];
  });
  const reported = periods.filter(({ data }) => (data.actual ?? []).length > 0);
  const overlap = doOverlap(reported.map(({ period }) => period));
  const ranks = RANKS.includes(indicator.measure ?? "");
  const accumulation = overlap ? "cumulative" : ranks ? "latest" : usual.accumulation;
  const targets = periods.flatMap(({ data, period }) =>
    goalsOf(data.target ?? [], { period: period.id }, `${path}/${period.id}`, placeOf, collected),
  );
  if (reported.length > 1)
    collected.lose(
      path,
      `IATI does not say how periods add up; taken for “${accumulation}”.`,
      `l’IITA ne dit pas comment les périodes s’additionnent ; pris pour « ${accumulation} ».`,
      accumulation,
    );
  // What each period adds is wanted of each alone: the whole project's target is then that of its whole time, or of a period around all others.
  const first = periods.map(({ period }) => period.start).sort()[0] ?? "";
  const last =
    periods
      .map(({ period }) => period.end)
      .sort()
      .at(-1) ?? "";
  const around = periods.find(
    ({ data, period }) =>
      (data.target ?? []).length > 0 &&
      ((project !== null && periodContains(period, project)) ||
        (period.start <= first && period.end >= last)),
  );
  const ends = accumulation !== "sum";
  const whole =
    around === undefined
      ? ends
        ? (usual.targets ?? [])
        : []
      : goalsOf(
          around.data.target ?? [],
          {},
          `${path}/${around.period.id}`,
          placeOf,
          losses("iati-not-understood"),
        );
  return {
    ...usual,
    ...(ranks && {
      measure: "score" as const,
      combination: { sources: "none" as const, places: "none" as const },
    }),
    accumulation,
    baselines: goalsOf(indicator.baseline ?? [], {}, `${path}/baseline`, placeOf, collected),
    targets: [...whole.filter(({ at }) => at === undefined), ...targets],
    milestones: ends ? targets.filter(isTotal) : [],
  };
}

/**
 * What the actuals of an activity are read against: its indicators with the targets of each period and cell, its periods, its dimensions. IATI
 * says neither whether the values of a dimension exclude one another, so that they are never added up, nor how periods do: periods that overlap
 * are taken for running totals, others for what each adds, percentages for what stands last. Where that is another thing, say so in a framework
 * of your own.
 */
export function measurementOfActivity(activity: IatiActivity): {
  framework: MeasurementFramework;
  findings: Finding[];
} {
  const collected = losses("iati-not-understood");
  const placeOf = placesOf(activity);
  const indicators = new Map(indicatorsIn(activity));
  const periods = new Map<string, Period>();
  const axes = new Set<string>();
  for (const { period = [], baseline = [] } of indicators.values()) {
    for (const data of period) {
      const found = periodIn(data);
      if (found !== null) periods.set(found.id, found);
    }
    const values = [...baseline, ...period.flatMap(({ target = [], actual = [] }) => [...target, ...actual])];
    for (const value of values)
      for (const axis of Object.keys(categoriesOf(value, "", losses("iati-not-understood")) ?? {}))
        axes.add(axis);
  }
  const usual = measurementOf(documentOf(activity).document, {
    axes: [...axes].map((name) => ({ name, kind: "overlapping" as const })),
    periods: [...periods.values()].sort((a, b) => (a.end + a.start < b.end + b.start ? -1 : 1)),
  });
  const { start, end } = usual;
  const project = start === undefined || end === undefined ? null : { start, end };
  const framework: MeasurementFramework = {
    ...usual,
    indicators: usual.indicators.map((definition) => {
      const indicator = indicators.get(definition.code);
      return indicator === undefined
        ? definition
        : definitionOf(definition, indicator, project, placeOf, collected);
    }),
  };
  return { framework, findings: collected.findings };
}

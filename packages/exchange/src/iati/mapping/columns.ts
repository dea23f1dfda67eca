import { type Breakdown, boundsOf, numberOf, type ReportedValue, type Value } from "@cadre/core";
import { exactSum, groupBy } from "@cadre/core/internal";
import { type Period, periodContains } from "@cadre/core/observations";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { excerpt } from "../../reading.ts";
import {
  accumulationOf,
  crossing,
  type IatiIndicator,
  type IatiPeriod,
  isOrdinal,
  isPercentage,
  type JoinedPeriod,
  outermost,
  periodsOf,
} from "../periods.ts";
import { type Losses, losses } from "./notices.ts";
import {
  A_NUMBER,
  checkValue,
  exactOf,
  isPartition,
  isTotal,
  isVague,
  labelOf,
  numbersOf,
  type PeriodValue,
  textOf,
  valueIn,
} from "./values.ts";

/** The elements of a file whose values add up to what a column of an indicator shows, and those of each of its parts. */
export interface Column {
  whole: PeriodValue[];
  parts: { label: string; elements: PeriodValue[] }[];
  /** Where a further element of the column goes. */
  period: IatiPeriod | undefined;
  value: Value;
  partition: boolean;
}

/** The four columns of an indicator. */
export interface Columns {
  baseline: Column;
  target: Column;
  milestone: Column;
  actual: Column;
}

const locationOf = ({ location = [] }: PeriodValue): string => JSON.stringify(location.map(({ ref }) => ref));

/**
 * Of values of the same thing: the one without location, else those of the places where they add up, or, percentages, where they are all the
 * same.
 */
function ofLocations(values: readonly PeriodValue[], additive: boolean, percent: boolean): PeriodValue[] {
  const whole = values.find((each) => (each.location ?? []).length === 0);
  if (whole !== undefined) return [whole];
  const locations = [...new Map(values.map((each) => [locationOf(each), each])).values()];
  const same = percent && new Set(locations.map((each) => JSON.stringify(valueIn(each, percent)))).size === 1;
  return locations.length === 1 || additive || same ? locations : [];
}

/** What the elements of a column come to: percentages are several only where they are the same. */
export const totalOf = (elements: readonly PeriodValue[], percent: boolean): number => {
  const numbers = numbersOf(elements, percent);
  return percent ? (numbers[0] ?? 0) : exactSum(numbers);
};

/** What is known of values of days that they share: no less than the largest, no more than all of them. */
function limitsOf(values: readonly Value[]): Value {
  const ends = values.map((each) => boundsOf(each));
  const highs = ends.map((each) => each?.high ?? null);
  return {
    ...{ kind: "number", value: null, low: Math.max(0, ...ends.map((each) => each?.low ?? 0)) },
    ...(highs.every((each) => each !== null) && { high: exactSum(highs) }),
  };
}

/** What the values of a column come to: limits where one of them is not exact, `none` where they have none in common. */
function sumOf(values: readonly Value[], percent: boolean): Value {
  const [first = { kind: "none" }] = values;
  if (percent || values.length === 1) return first;
  const numbers = values.map(numberOf);
  const bounds = values.map(boundsOf);
  const sum = (ends: readonly (number | null | undefined)[]): number | undefined =>
    ends.every((each) => typeof each === "number") ? exactSum(ends) : undefined;
  if (bounds.includes(null)) {
    const value = sum(numbers);
    return value === undefined ? { kind: "none" } : { kind: "number", value, qualifier: "about" };
  }
  const [low, high] = [sum(bounds.map((each) => each?.low)), sum(bounds.map((each) => each?.high))];
  if (low === undefined && high === undefined) return { kind: "none" };
  if (low !== undefined && low === high) return { kind: "number", value: low };
  return {
    ...{ kind: "number", value: null },
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
  };
}

/** Reads the columns of one indicator. */
class Reader {
  readonly percent: boolean;
  readonly additive: boolean;
  readonly indicator: IatiIndicator;
  readonly path: string;
  readonly losses: Losses;
  constructor(indicator: IatiIndicator, path: string, losses: Losses) {
    [this.indicator, this.path, this.losses] = [indicator, path, losses];
    this.percent = isPercentage(indicator);
    this.additive = !this.percent && !isOrdinal(indicator);
  }

  isNumber = (each: PeriodValue) => valueIn(each, this.percent).kind === "number";
  isExact = (each: PeriodValue) => exactOf(valueIn(each, this.percent)) !== null;

  /** The elements of a period's total: its number, else what replaces it. */
  total(values: readonly PeriodValue[]): PeriodValue[] {
    const totals = values.filter(isTotal);
    const numbers = ofLocations(totals.filter(this.isNumber), this.additive, this.percent);
    if (totals.some(this.isNumber)) return numbers;
    const words = totals.find((each) => isVague(valueIn(each, this.percent))) ?? totals[0];
    return words === undefined ? [] : [words];
  }

  /** Totals of one place that contradict each other: what lies between them may be true. */
  contradiction(values: readonly PeriodValue[]): Value | null {
    const places = new Set(this.total(values).filter(this.isExact).map(locationOf));
    const stated = [...places].map((place) => {
      const own = values.filter((each) => isTotal(each) && this.isExact(each) && locationOf(each) === place);
      return own.map((each) => exactOf(valueIn(each, this.percent)) ?? 0);
    });
    const low = exactSum(stated.map((own) => Math.min(...own)));
    const high = exactSum(stated.map((own) => Math.max(...own)));
    return low === high ? null : { kind: "number", value: null, low, high };
  }

  hasNumber = (values: readonly PeriodValue[]) => this.total(values).some(this.isNumber);

  /** The parts of one period. The same label twice in one place is two parts. */
  parts(values: readonly PeriodValue[]): Map<string, PeriodValue[]> {
    const seen = new Map<string, number>();
    const parts = groupBy(
      values.filter((each) => !isTotal(each) && this.isExact(each)),
      (each) => {
        const same = JSON.stringify([labelOf(each), locationOf(each)]);
        const nth = seen.get(same) ?? 0;
        seen.set(same, nth + 1);
        return JSON.stringify([labelOf(each), nth]);
      },
    );
    const known = [...parts].map(
      ([key, own]) => [key, ofLocations(own, this.additive, this.percent)] as const,
    );
    return new Map(known.filter(([, own]) => own.length > 0));
  }

  /** What the totals of some periods come to. `groups`: those that share days, by their indexes. */
  #valueOf(
    name: keyof Columns,
    lists: readonly PeriodValue[][],
    totals: readonly PeriodValue[][],
    groups: readonly number[][],
  ): Value {
    const path = `${this.path}/${name}`;
    const { lose, warn } = this.losses;
    const vague = totals.flat().find((each) => isVague(valueIn(each, this.percent)));
    const adds = this.additive && name === "actual" && totals.some((own) => own.some(this.isNumber));
    if (vague !== undefined && !adds) return valueIn(vague, this.percent);
    if (vague !== undefined && vague.value === undefined) {
      const text = excerpt(textOf(vague.comment));
      warn(
        "iati-value-not-a-number",
        path,
        message(en.wordsForNumber, fr.wordsForNumber, text),
        text,
        A_NUMBER,
      );
    }
    const values = totals.map((own, index): Value => {
      const between = this.contradiction(lists[index] ?? []);
      if (between !== null) lose(path, message(en.severalTotals, fr.severalTotals));
      if (between !== null) return between;
      const read = own.map((each) => valueIn(each, this.percent));
      return read.some(isVague) ? { kind: "number", value: null, low: 0 } : sumOf(read, this.percent);
    });
    if (groups.some((group) => group.length > 1))
      lose(path, message(en.periodsShareDays, fr.periodsShareDays));
    const ofGroups = groups.map((group) => group.flatMap((index) => values[index] ?? []));
    return sumOf(
      ofGroups.flatMap((own) => (own.length > 1 ? limitsOf(own) : own)),
      this.percent,
    );
  }

  column(
    name: keyof Columns,
    lists: readonly PeriodValue[][],
    period?: IatiPeriod,
    groups: readonly number[][] = lists.map((_, index) => [index]),
  ): Column {
    const path = `${this.path}/${name}`;
    const { lose, warn } = this.losses;
    for (const each of lists.flat()) checkValue(each, this.percent, path, this.losses);
    const totals = lists.map((values) => this.total(values));
    // The sum of periods one of which has no total is not known.
    const whole = totals.every((each) => each.length > 0) ? totals.flat() : [];
    const value: Value = whole.length === 0 ? { kind: "none" } : this.#valueOf(name, lists, totals, groups);
    const byPeriod = lists.map((values) => this.parts(values));
    const [first = new Map<string, PeriodValue[]>()] = byPeriod;
    const common = [...first.keys()].filter((key) => byPeriod.every((parts) => parts.has(key)));
    const others = new Set(byPeriod.flatMap((parts) => [...parts.keys()])).size - common.length;
    if (others > 0) lose(path, message(en.partsNotEverywhere, fr.partsNotEverywhere, others), others);
    for (const each of lists.flat())
      if (!isTotal(each) && !this.isExact(each))
        lose(path, message(en.partNotExact, fr.partNotExact, labelOf(each)));
    const parts = common.map((key) => {
      const elements = byPeriod.flatMap((own) => own.get(key) ?? []);
      return { label: labelOf(elements[0] ?? {}), elements };
    });
    if (whole.length === 0 && parts.length > 0) {
      const sums = parts
        .slice(0, 12)
        .map(({ label, elements }) => [label, totalOf(elements, this.percent)] as const);
      const shown = (sum: number, language: string) =>
        sum.toLocaleString(language, { maximumFractionDigits: 20 });
      const listed = (language: string) =>
        sums.map(([label, sum]) => `${label} ${shown(sum, language)}`).join(", ");
      const what = message(en.partsWithoutTotal, fr.partsWithoutTotal, {
        en: listed("en"),
        fr: listed("fr"),
      });
      warn("iati-parts-without-total", path, what, listed("en"), "a value without dimension");
    }
    const partition = isPartition(parts.flatMap(({ elements }) => elements));
    return { whole, parts, period, value, partition };
  }

  /** A column of some of the periods. */
  of(name: keyof Columns, periods: readonly JoinedPeriod[], side: "targets" | "actuals"): Column {
    return this.column(
      name,
      periods.map((each) => each[side]),
      periods.at(-1)?.elements.at(-1),
      crossing(periods).map((group) => group.map((each) => periods.indexOf(each))),
    );
  }
}

/** What of the targets is expected by the last day that was reported of, where that is less than all of them. */
function milestoneOf(
  periods: readonly JoinedPeriod[],
  selected: readonly JoinedPeriod[],
  reported: readonly JoinedPeriod[],
  adds: boolean,
): JoinedPeriod[] {
  const until = reported.at(-1)?.period.end;
  const others = periods.filter((each) => !selected.includes(each));
  const [only] = selected;
  if (selected.length > 1) {
    const due = selected.filter(({ period }) => until !== undefined && period.end <= until);
    return due.length < selected.length ? due : [];
  }
  if (only === undefined || (until !== undefined && until >= only.period.end)) return [];
  if (until === undefined) return adds && others.length > 1 ? [] : others.slice(-1);
  const due = others.filter(({ period }) => period.end <= until && period.end < only.period.end);
  if (!adds) return due.slice(-1);
  return outermost(due.filter(({ period }) => periodContains(only.period, period)));
}

/**
 * How the actuals of an indicator make one value, and of which periods. A period that has a total replaces those within it; one that has only
 * values of groups gives way to those within it that have a total.
 */
export function actualsOf(indicator: IatiIndicator, known: readonly Period[] = []) {
  const reader = new Reader(indicator, "", losses("iati-not-understood"));
  const { periods, undated } = periodsOf(indicator, known);
  const numbered = periods.filter(({ actuals }) => actuals.some(reader.isNumber));
  const accumulation = accumulationOf(indicator, numbered);
  // Words in place of a number are a part of a sum that is not known.
  const isSaid = ({ actuals }: JoinedPeriod) =>
    actuals.some((each) => reader.isNumber(each) || isVague(valueIn(each, reader.percent)));
  // What is to be determined is reported, and there is no number of it yet.
  const isReported = ({ actuals }: JoinedPeriod) =>
    actuals.some((each) => reader.isNumber(each) || valueIn(each, reader.percent).kind === "tbd");
  const partly = accumulation === "sum" && numbered.length > 0;
  const said = periods.filter(partly ? isSaid : isReported);
  if (accumulation !== "sum") {
    // Of two that end on one day, the one that contains the other is decisive.
    const within = ({ period }: JoinedPeriod) =>
      said.some(
        ({ period: other }) => other !== period && other.end === period.end && other.start < period.start,
      );
    return { accumulation, periods, undated, counted: said.filter((each) => !within(each)) };
  }
  const totals = outermost(said.filter(({ actuals }) => reader.hasNumber(actuals)));
  const overlapsNone = ({ period }: JoinedPeriod) =>
    !totals.some(({ period: other }) => periodContains(other, period) || periodContains(period, other));
  const counted = said.filter((each) => totals.includes(each) || overlapsNone(each));
  return { accumulation, periods, undated, counted: outermost(counted) };
}

/** The baselines of the last year that has some: an earlier one is not what a target starts from. */
export function baselinesOf({ baseline = [] }: IatiIndicator): NonNullable<IatiIndicator["baseline"]> {
  const yearOf = ({ year = "", "iso-date": day }: (typeof baseline)[number]) => day?.slice(0, 4) ?? year;
  const last = baseline.map(yearOf).toSorted().at(-1);
  return baseline.filter((each) => yearOf(each) === last);
}

/** Which elements of an indicator its columns show, by the periods that they are of. */
export function columnsOf(
  indicator: IatiIndicator,
  path: string,
  collected: Losses,
): Columns & { periods: number } {
  const reader = new Reader(indicator, path, collected);
  const { accumulation, periods, counted } = actualsOf(indicator);
  const adds = accumulation === "sum";
  const reported =
    counted.length === 0
      ? periods.filter(({ actuals }) => actuals.length > 0).slice(-1)
      : counted.slice(adds ? 0 : -1);
  for (const { actuals } of periods.filter((each) => !reported.includes(each)))
    for (const each of actuals) checkValue(each, reader.percent, `${path}/actual`, collected);
  const goals = periods.filter(({ targets }) => targets.length > 0);
  const wholes = outermost(goals);
  const selected = adds && accumulationOf(indicator, wholes) === "sum" ? wholes : wholes.slice(-1);
  const baselines = baselinesOf(indicator);
  return {
    baseline: reader.column("baseline", baselines.length === 0 ? [] : [baselines]),
    target: reader.of("target", selected, "targets"),
    milestone: reader.of("milestone", milestoneOf(goals, selected, reported, adds), "targets"),
    actual: reader.of("actual", reported, "actuals"),
    periods: reported.length,
  };
}

/** A column as a document says it. */
export function reportedValue({ value, parts, partition }: Column, percent: boolean): ReportedValue {
  const shown: Breakdown["parts"] = parts.map(({ label, elements }) => ({
    label,
    value: totalOf(elements, percent),
  }));
  return shown.length === 0 ? { value } : { value, breakdown: { partition, parts: shown } };
}

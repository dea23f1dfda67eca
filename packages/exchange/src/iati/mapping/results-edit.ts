import {
  type Bilingual,
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  type Outcome,
  type ReportedValue,
  valueState,
} from "@cadre/core";
import { exactSum } from "@cadre/core/internal";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { daysIn, type IatiIndicator, type IatiPeriod, isPercentage } from "../periods.ts";
import { type Column, columnsOf, totalOf } from "./columns.ts";
import { type Losses, losses } from "./notices.ts";
import { indicatorsRead, outcomesOf, type Result } from "./results-read.ts";
import {
  decimalText,
  dimensionsOf,
  exactOf,
  isTotal,
  narratives,
  numbersOf,
  type PeriodValue,
  valueData,
  valueIn,
} from "./values.ts";

/** Data as text whose keys are in one order, to compare by. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? "";

const COLUMNS = ["baseline", "target", "milestone", "actual"] as const;

/** Sets a narrative's first text, and keeps those in other languages. */
function setText<Key extends "title" | "description">(
  holder: { [key in Key]?: { narrative?: { text: string }[] } },
  key: Key,
  text: string | undefined,
): void {
  const [first, ...others] = holder[key]?.narrative ?? [];
  if (text === undefined) delete holder[key];
  else
    holder[key] = {
      ...holder[key],
      ...(first === undefined ? narratives(text) : { narrative: [{ ...first, text }, ...others] }),
    };
}

/** What holds the values of a column: the indicator its baselines, a period its targets and actuals. */
type Holder = { [Side in "baseline" | "target" | "actual"]?: PeriodValue[] };

/** Changes the elements of one column of an indicator, and leaves all else unchanged. */
class ColumnEditor {
  readonly #data: IatiIndicator;
  readonly #fresh: IatiIndicator | undefined;
  readonly #column: Column;
  readonly #side: keyof Holder;
  readonly #lose: (...about: [what: Bilingual, found?: number]) => void;
  readonly #percent: boolean;
  constructor(
    data: IatiIndicator,
    fresh: IatiIndicator | undefined,
    name: (typeof COLUMNS)[number],
    indicatorPath: string,
    { lose }: Losses,
  ) {
    [this.#data, this.#fresh, this.#percent] = [data, fresh, isPercentage(data)];
    // Of every column again: the one before may have changed where elements are.
    this.#column = columnsOf(data, indicatorPath, losses("iati-not-understood"))[name];
    this.#side = name === "milestone" ? "target" : name;
    this.#lose = (...about) => lose(`${indicatorPath}/${name}`, ...about);
  }

  /** An element and those that repeat it: a period that is repeated for each dimension may repeat its values. */
  #twins(elements: readonly PeriodValue[]): PeriodValue[] {
    const side = this.#side;
    if (side === "baseline") return [...elements];
    const periods = this.#data.period ?? [];
    return elements.flatMap((element) => {
      const own = periods.find((each) => each[side]?.includes(element));
      const same = periods.filter((each) => own !== undefined && daysKey(each) === daysKey(own));
      const values = same.flatMap((each) => each[side] ?? []);
      const text = JSON.stringify(element);
      return own === undefined ? [element] : values.filter((each) => JSON.stringify(each) === text);
    });
  }

  #remove(elements: readonly PeriodValue[]): void {
    const [data, side] = [this.#data, this.#side];
    const holders: readonly Holder[] = side === "baseline" ? [data] : (data.period ?? []);
    for (const holder of holders) {
      const left = (holder[side] ?? []).filter((each) => !elements.includes(each));
      if (left.length > 0) holder[side] = left;
      else delete holder[side];
    }
    // The schema has no period without days, and one without values says nothing.
    if (side !== "baseline")
      data.period = (data.period ?? []).filter(({ target, actual }) => target ?? actual);
  }

  /** Where a new element goes: where there was nothing, the period that a document of our own would have for it. */
  #periodFor(side: "target" | "actual", element: PeriodValue): IatiPeriod | undefined {
    if (this.#column.period !== undefined) return this.#column.period;
    const fresh = this.#fresh?.period?.find((each) =>
      each[side]?.some(({ value }) => value === element.value),
    );
    if (fresh === undefined) return undefined;
    const periods = this.#data.period ?? [];
    const known = periods.find((each) => daysKey(each) === daysKey(fresh));
    if (known !== undefined) return known;
    const period = {
      "period-start": { ...fresh["period-start"] },
      "period-end": { ...fresh["period-end"] },
    };
    this.#data.period = [...periods, period];
    return period;
  }

  #add(element: PeriodValue): void {
    const [data, side] = [this.#data, this.#side];
    if (side === "baseline") {
      const year = data.baseline?.[0]?.year ?? this.#fresh?.baseline?.[0]?.year;
      data.baseline = [...(data.baseline ?? []), { ...(year !== undefined && { year }), ...element }];
      return;
    }
    const period = this.#periodFor(side, element);
    const values = period?.[side] ?? [];
    if (period === undefined) this.#lose(message(en.noPeriodForIt, fr.noPeriodForIt));
    else period[side] = isTotal(element) ? [element, ...values] : [...values, element];
  }

  /** Makes elements add up to a number: the last of them takes the difference. */
  #setSum(elements: readonly PeriodValue[], sum: number): void {
    const [numbers, last] = [numbersOf(elements, false), elements.at(-1)];
    if (last === undefined) return;
    if (this.#percent) {
      for (const each of this.#twins(elements)) each.value = decimalText(sum);
      return;
    }
    const rest = exactSum([sum, ...numbers.slice(0, -1).map((each) => -each)]);
    if (rest < 0 && numbers.every((each) => each >= 0) && sum >= 0) {
      this.#lose(message(en.lessThanEarlier, fr.lessThanEarlier, decimalText(sum)), sum);
      return;
    }
    for (const each of this.#twins([last])) {
      // The words that were in place of a number go with it.
      if (each.value === undefined) delete each.comment;
      each.value = decimalText(rest);
    }
    const { length } = elements;
    const shown = decimalText(rest);
    if (length > 1) this.#lose(message(en.lastTakesDifference, fr.lastTakesDifference, length, shown), sum);
  }

  setWhole({ value }: ReportedValue): void {
    const { whole } = this.#column;
    const others = whole.slice(0, -1);
    const exact = exactOf(value);
    const isExact = (each: PeriodValue) => exactOf(valueIn(each, this.#percent)) !== null;
    const element = valueData(value) ?? {};
    const { length } = whole;
    if (valueState(value) === "none") this.#remove(whole);
    else if (length === 0) this.#add(element);
    else if (exact !== null && others.every(isExact)) this.#setSum(whole, exact);
    else if (others.length > 0 && !this.#percent)
      this.#lose(message(en.sumNotExact, fr.sumNotExact, length), length);
    else
      for (const each of this.#twins(whole)) {
        delete each.value;
        delete each.comment;
        Object.assign(each, element);
      }
  }

  setParts({ breakdown }: ReportedValue): void {
    const left = [...this.#column.parts];
    for (const part of breakdown?.parts ?? []) {
      const index = left.findIndex(({ label }) => label === part.label);
      const [known] = index < 0 ? [] : left.splice(index, 1);
      if (known === undefined)
        this.#add({
          value: decimalText(part.value),
          dimension: dimensionsOf(part.label, breakdown?.partition === true),
        });
      else if (totalOf(known.elements, this.#percent) !== part.value)
        this.#setSum(known.elements, part.value);
    }
    for (const { elements } of left) this.#remove(elements);
  }
}

const daysKey = (period: IatiPeriod): string => JSON.stringify(daysIn(period));

/** An indicator of a file with what was changed of it. `fresh`: as a document of our own would be written. */
function editedIndicator(
  before: IatiIndicator,
  fresh: IatiIndicator | undefined,
  then: Indicator,
  now: Indicator,
  collected: Losses,
): IatiIndicator {
  const data = structuredClone(before);
  if (then.text !== now.text) setText(data, "title", now.text);
  if (then.remark !== now.remark) setText(data, "description", now.remark);
  if (then.direction !== now.direction) {
    delete data.ascending;
    if (now.direction === "increase") data.ascending = "1";
    if (now.direction === "decrease") data.ascending = "0";
  }
  for (const name of COLUMNS) {
    const [a, b] = [then[name], now[name]];
    if (canonical(a) === canonical(b)) continue;
    const editor = new ColumnEditor(data, fresh, name, `indicators/${now.code}`, collected);
    if (canonical(a.value) !== canonical(b.value)) editor.setWhole(b);
    if (canonical(a.breakdown) !== canonical(b.breakdown)) editor.setParts(b);
  }
  return data;
}

const byCode = <T extends { code: string }>(list: readonly T[]) =>
  new Map(list.map((each) => [each.code, each]));

/**
 * The results of a file with what was changed in its document since, and nothing else: every other period, baseline, year, dimension, location
 * and document stays as it was. What is new is written as in a file of our own.
 */
export function editedResults(
  before: readonly Result[],
  now: Pick<FrameworkDocument, "outcomes">,
  fresh: readonly Result[],
  collected: Losses,
): Result[] {
  const silent = losses("iati-not-understood");
  const { outcomes: then, results } = outcomesOf(before, silent);
  const freshResults = outcomesOf(fresh, silent).results;
  const freshIndicators = new Map(indicatorsRead(freshResults));
  const [thenIndicators, nowIndicators] = [{ outcomes: then }, now].map((document) =>
    byCode(indicatorsOf(document).map(({ indicator }) => indicator)),
  );
  const levelsOf = (outcomes: readonly Outcome[]) =>
    byCode(outcomes.flatMap((outcome) => [outcome, ...outcome.outputs]));
  const [thenLevels, nowLevels] = [levelsOf(then), levelsOf(now.outcomes)];
  const edited = results.flatMap(({ data, code, title, indicators }): Result[] => {
    const current = nowLevels.get(code);
    if (current === undefined) return [];
    const own = new Set(indicators.map(({ indicator }) => indicator.code));
    const changed = indicators.flatMap(({ data, indicator: { code } }): IatiIndicator[] => {
      const [a, b] = [thenIndicators?.get(code), nowIndicators?.get(code)];
      if (a === undefined || b === undefined) return [];
      return [
        canonical(a) === canonical(b)
          ? data
          : editedIndicator(data, freshIndicators.get(code), a, b, collected),
      ];
    });
    const added = current.indicators.flatMap(({ code }) =>
      own.has(code) ? [] : (freshIndicators.get(code) ?? []),
    );
    const result: Result = { ...data };
    if (data.indicator !== undefined || added.length > 0) result.indicator = [...changed, ...added];
    if (title !== current.title) setText(result, "title", current.title);
    return [result];
  });
  // An output before any outcome has one without a title above it, which is in no result.
  const added = freshResults.filter(({ code }) => !thenLevels.has(code));
  return [...edited, ...added.map(({ data }) => data)];
}

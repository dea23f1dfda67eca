import { type Indicator, type Outcome, type ReportedValue, valueState } from "@cadre/core";
import { exactSum } from "@cadre/core/internal";
import { daysIn, type IatiIndicator, type IatiPeriod, isPercentage } from "../periods.ts";
import { type Column, columnsOf, totalOf } from "./columns.ts";
import { type Losses, losses } from "./notices.ts";
import { outcomesOf, type Result } from "./results-read.ts";
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

/** Makes changes to one indicator of a file, and leaves all else unchanged. */
class Editor {
  readonly data: IatiIndicator;
  readonly fresh: IatiIndicator | undefined;
  readonly path: string;
  readonly losses: Losses;
  constructor(data: IatiIndicator, fresh: IatiIndicator | undefined, path: string, collected: Losses) {
    [this.data, this.fresh, this.path, this.losses] = [structuredClone(data), fresh, path, collected];
  }

  /** An element and those that repeat it: a period that is repeated for each dimension may repeat its values. */
  #twins(name: (typeof COLUMNS)[number], element: PeriodValue): PeriodValue[] {
    if (name === "baseline") return [element];
    const side = name === "actual" ? "actual" : "target";
    const periods = this.data.period ?? [];
    const own = periods.find((each) => each[side]?.includes(element));
    const [text, days] = [JSON.stringify(element), JSON.stringify(own && daysIn(own))];
    const twins = periods
      .filter((each) => JSON.stringify(daysIn(each)) === days)
      .flatMap((each) => each[side] ?? [])
      .filter((each) => JSON.stringify(each) === text);
    return own === undefined ? [element] : twins;
  }

  #remove(name: (typeof COLUMNS)[number], elements: readonly PeriodValue[]): void {
    const left = (list: PeriodValue[] | undefined) => list?.filter((each) => !elements.includes(each));
    if (name === "baseline") {
      const baseline = left(this.data.baseline) ?? [];
      if (baseline.length > 0) this.data.baseline = baseline;
      else delete this.data.baseline;
      return;
    }
    const side = name === "actual" ? "actual" : "target";
    for (const period of this.data.period ?? []) {
      const values = left(period[side]) ?? [];
      if (values.length > 0) period[side] = values;
      else delete period[side];
    }
    // The schema has no period without days, and one without values says nothing.
    this.data.period = (this.data.period ?? []).filter(({ target, actual }) => target ?? actual);
  }

  #add(name: (typeof COLUMNS)[number], column: Column, element: PeriodValue): void {
    if (name === "baseline") {
      const year = this.data.baseline?.[0]?.year ?? this.fresh?.baseline?.[0]?.year;
      this.data.baseline = [
        ...(this.data.baseline ?? []),
        { ...(year !== undefined && { year }), ...element },
      ];
      return;
    }
    const side = name === "actual" ? "actual" : "target";
    let period: IatiPeriod | undefined = column.period;
    if (period === undefined) {
      // Where there was nothing: in the period that a document of our own would have for it.
      const freshPeriod = (this.fresh?.period ?? []).find((each) =>
        (each[side] ?? []).some((value) => value.value === element.value),
      );
      if (freshPeriod === undefined) {
        this.losses.lose(
          `${this.path}/${name}`,
          "IATI has no period for it.",
          "l’IITA n’a pas de période pour cela.",
        );
        return;
      }
      const days = JSON.stringify(daysIn(freshPeriod));
      period = (this.data.period ?? []).find((each) => JSON.stringify(daysIn(each)) === days);
      if (period === undefined) {
        period = {
          "period-start": { ...freshPeriod["period-start"] },
          "period-end": { ...freshPeriod["period-end"] },
        };
        this.data.period = [...(this.data.period ?? []), period];
      }
    }
    const values = period[side] ?? [];
    period[side] = isTotal(element) ? [element, ...values] : [...values, element];
  }

  /** Makes elements add up to a number: the last of them takes the difference. */
  #setSum(name: (typeof COLUMNS)[number], elements: readonly PeriodValue[], sum: number): void {
    if (isPercentage(this.data)) {
      for (const each of elements.flatMap((own) => this.#twins(name, own))) each.value = decimalText(sum);
      return;
    }
    const numbers = numbersOf(elements, false);
    const last = elements.at(-1);
    const rest = exactSum([sum, ...numbers.slice(0, -1).map((each) => -each)]);
    if (last === undefined) return;
    if (rest < 0 && numbers.every((each) => each >= 0) && sum >= 0) {
      this.losses.lose(
        `${this.path}/${name}`,
        `${decimalText(sum)} is less than the earlier periods add up to; the file keeps its values.`,
        `${decimalText(sum)} est inférieur à la somme des périodes antérieures ; le fichier garde ses valeurs.`,
        sum,
      );
      return;
    }
    for (const each of this.#twins(name, last)) {
      // The words that were in place of a number go with it.
      if (each.value === undefined) delete each.comment;
      each.value = decimalText(rest);
    }
    if (elements.length > 1)
      this.losses.lose(
        `${this.path}/${name}`,
        `the sum of ${elements.length} periods was changed; the last of them takes the difference and is ${last.value}.`,
        `la somme de ${elements.length} périodes a été modifiée ; la dernière prend la différence et vaut ${last.value}.`,
        sum,
      );
  }

  #setWhole(name: (typeof COLUMNS)[number], column: Column, { value }: ReportedValue): void {
    const { whole } = column;
    const last = whole.at(-1);
    const others = whole.slice(0, -1);
    const exact = exactOf(value);
    const element = valueData(value) ?? {};
    if (valueState(value) === "none") this.#remove(name, whole);
    else if (last === undefined) this.#add(name, column, element);
    else if (exact !== null && others.every((each) => this.#isExact(each))) this.#setSum(name, whole, exact);
    else if (others.length > 0 && !isPercentage(this.data))
      this.losses.lose(
        `${this.path}/${name}`,
        `the sum of ${whole.length} periods is not exact; the file keeps its values.`,
        `la somme de ${whole.length} périodes n’est pas exacte ; le fichier garde ses valeurs.`,
        whole.length,
      );
    else
      for (const each of whole.flatMap((own) => this.#twins(name, own))) {
        delete each.value;
        delete each.comment;
        Object.assign(each, element);
      }
  }

  #isExact = (each: PeriodValue): boolean => exactOf(valueIn(each, isPercentage(this.data))) !== null;

  #setParts(name: (typeof COLUMNS)[number], column: Column, { breakdown }: ReportedValue): void {
    const left = [...column.parts];
    for (const part of breakdown?.parts ?? []) {
      const index = left.findIndex(({ label }) => label === part.label);
      const [known] = index < 0 ? [] : left.splice(index, 1);
      if (known === undefined)
        this.#add(name, column, {
          value: decimalText(part.value),
          dimension: dimensionsOf(part.label, breakdown?.partition === true),
        });
      else {
        const sum = totalOf(known.elements, isPercentage(this.data));
        if (sum !== part.value) this.#setSum(name, known.elements, part.value);
      }
    }
    for (const { elements } of left) this.#remove(name, elements);
  }

  change(then: Indicator, now: Indicator): IatiIndicator {
    if (then.text !== now.text) setText(this.data, "title", now.text);
    if (then.remark !== now.remark) setText(this.data, "description", now.remark);
    if (then.direction !== now.direction) {
      delete this.data.ascending;
      if (now.direction === "increase") this.data.ascending = "1";
      if (now.direction === "decrease") this.data.ascending = "0";
    }
    for (const name of COLUMNS) {
      if (canonical(then[name]) === canonical(now[name])) continue;
      // Of every column again: the one before may have changed where elements are.
      const column = columnsOf(this.data, this.path, losses("iati-not-understood"))[name];
      if (canonical(then[name].value) !== canonical(now[name].value)) this.#setWhole(name, column, now[name]);
      if (canonical(then[name].breakdown) !== canonical(now[name].breakdown))
        this.#setParts(name, column, now[name]);
    }
    return this.data;
  }
}

const indicatorsBy = (outcomes: readonly Outcome[]) =>
  new Map(
    outcomes
      .flatMap((outcome) => [
        ...outcome.indicators,
        ...outcome.outputs.flatMap(({ indicators }) => indicators),
      ])
      .map((each) => [each.code, each]),
  );
const titlesBy = (outcomes: readonly Outcome[]) =>
  new Map(outcomes.flatMap((outcome) => [outcome, ...outcome.outputs]).map((each) => [each.code, each]));

/**
 * The results of a file with what was changed in its document since, and nothing else: every other period, baseline, year, dimension, location
 * and document stays as it was. What is new is written as in a file of our own.
 */
export function editedResults(
  before: readonly Result[],
  now: readonly Outcome[],
  fresh: readonly Result[],
  collected: Losses,
): Result[] {
  const silent = losses("iati-not-understood");
  const { outcomes: then, results } = outcomesOf(before, silent);
  const freshResults = outcomesOf(fresh, silent).results;
  const freshIndicators = new Map(
    freshResults.flatMap(({ indicators }) => indicators.map(({ code, data }) => [code, data] as const)),
  );
  const [thenIndicators, nowIndicators] = [indicatorsBy(then), indicatorsBy(now)];
  const [thenTitles, nowTitles] = [titlesBy(then), titlesBy(now)];
  const known = new Set<string>();
  const edited = results.flatMap(({ data, code, indicators }): Result[] => {
    const [old, current] = [thenTitles.get(code), nowTitles.get(code)];
    if (current === undefined) return [];
    known.add(code);
    const own = new Set(indicators.map((each) => each.code));
    const changed = indicators.flatMap((each): IatiIndicator[] => {
      const [a, b] = [thenIndicators.get(each.code), nowIndicators.get(each.code)];
      if (a === undefined || b === undefined) return [];
      if (canonical(a) === canonical(b)) return [each.data];
      const editor = new Editor(
        each.data,
        freshIndicators.get(each.code),
        `indicators/${each.code}`,
        collected,
      );
      return [editor.change(a, b)];
    });
    const added = current.indicators.flatMap((each) => {
      const one = own.has(each.code) ? undefined : freshIndicators.get(each.code);
      return one === undefined ? [] : [one];
    });
    const result: Result = { ...data };
    if (data.indicator !== undefined || added.length > 0) result.indicator = [...changed, ...added];
    // An output before any outcome has one without a title above it.
    if (old?.title !== current.title && old !== undefined) setText(result, "title", current.title);
    return [result];
  });
  const added = freshResults.filter(({ code }) => !known.has(code) && !thenTitles.has(code));
  return [...edited, ...added.map(({ data }) => data)];
}

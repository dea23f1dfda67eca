import { type Finding, type FrameworkDocument, indicatorsOf } from "@cadre/core";
import type { Goal, MeasurementFramework, ResultRow } from "@cadre/core/aggregate";
import { groupBy } from "@cadre/core/internal";
import type { Period } from "@cadre/core/observations";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { excerpt } from "../../reading.ts";
import { type ActivityOptions, activityOf } from "../mapping/index.ts";
import { type Losses, losses } from "../mapping/notices.ts";
import {
  decimalText,
  exactlyData,
  limitsData,
  narratives,
  type PeriodValue,
  TBD,
} from "../mapping/values.ts";
import { type IatiIndicator, type IatiPeriod, periodIn } from "../periods.ts";
import type { IatiActivity } from "../read.ts";
import { type Definition, formsOf } from "./addable.ts";
import { locationsFor } from "./places.ts";
import { indicatorsIn } from "./read.ts";

/** Values to be published, and what they were computed by. */
export interface ResultsToPublish {
  /** Definitions of the indicators, axes and periods that the values are of. */
  framework: MeasurementFramework;
  /**
   * Values by `period` and whatever else they are split by: axes become dimensions, places locations. Several cuts may be in one list, such
   * as the totals, then each sex.
   */
  results: readonly ResultRow[];
}

interface ValuesOfPeriod {
  target: Map<string, PeriodValue>;
  actual: PeriodValue[];
}

/** Targets and actuals of an indicator, by the days of their periods. */
class Periods {
  readonly #byDays = new Map<string, ValuesOfPeriod>();

  at({ start, end }: Period) {
    const key = `${end} ${start}`;
    const own: ValuesOfPeriod = this.#byDays.get(key) ?? { target: new Map(), actual: [] };
    this.#byDays.set(key, own);
    return own;
  }

  inOrder(): IatiPeriod[] {
    const inOrder = [...this.#byDays].sort(([a], [b]) => (a < b ? -1 : 1));
    return inOrder.map(([days, { target, actual }]) => {
      const [end = "", start = ""] = days.split(" ");
      return {
        "period-start": { "iso-date": start },
        "period-end": { "iso-date": end },
        ...(target.size > 0 && { target: [...target.values()] }),
        ...(actual.length > 0 && { actual }),
      };
    });
  }
}

/** Measures whose values are put together of two numbers. */
const QUOTIENTS: readonly string[] = ["ratio", "percentage"];

/** A value at a place and in categories. */
function placed(value: PeriodValue, at: Readonly<Record<string, string>>, refOf: (place: string) => string) {
  const { period: _, place, ...categories } = at;
  const dimension = Object.entries(categories).map(([name, category]) => ({ name, value: category }));
  return {
    ...value,
    ...(place !== undefined && { location: [{ ref: refOf(place) }] }),
    ...(dimension.length > 0 && { dimension }),
  } satisfies PeriodValue;
}

const goalsOfPeriods = (definition: Definition | undefined): Goal[] =>
  (definition?.targets ?? []).filter(({ at }) => at?.period !== undefined);

const describe = (at: ResultRow["at"]): string =>
  Object.entries(at)
    .map(([name, member]) => `${name}: ${member}`)
    .join(", ");

const categoriesKey = (at: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify(Object.entries(at).sort());

/** Which location and categories a value is of. */
const positionOf = ({ location = [], dimension = [] }: PeriodValue): string =>
  JSON.stringify([location.map(({ ref }) => ref), dimension.map(({ name, value }) => [name, value]).sort()]);

/** Of goals for the same thing, the one that was set last. */
function lastSet(goals: readonly Goal[]): Goal[] {
  const last = new Map<string, Goal>();
  for (const goal of goals) {
    const before = last.get(categoriesKey(goal.at));
    if ((goal.since ?? "") >= (before?.since ?? "")) last.set(categoriesKey(goal.at), goal);
  }
  return [...last.values()];
}

/** A value that is published, or `false`, and why not is reported. */
function published(
  { at, value, reason, bounds }: ResultRow,
  period: Period | undefined,
  path: string,
  { lose }: Losses,
): boolean {
  const isKnown = value !== null || bounds !== null;
  const why =
    period === undefined
      ? message(en.valueWithoutPeriod, fr.valueWithoutPeriod)
      : at.source !== undefined
        ? message(en.valuesBySource, fr.valuesBySource)
        : at.place === ""
          ? message(en.valueWithoutPlace, fr.valueWithoutPlace)
          : isKnown || reason === "no-actual"
            ? null
            : message(en.reasonUnknown, fr.reasonUnknown, String(reason));
  if (why !== null) lose(path, why, describe(at));
  return isKnown && why === null;
}

/** Says which exact values are not published as numbers. */
function loseBeside(
  { words, none }: Record<"words" | "none", ResultRow[]>,
  path: string,
  { lose }: Losses,
): void {
  const listed = (rows: readonly ResultRow[]) =>
    excerpt(
      rows
        .slice(0, 20)
        .map(({ at, value }) => `${describe(at)}: ${value}`)
        .join("; "),
      200,
    );
  if (words.length > 0)
    lose(path, message(en.exactAsComments, fr.exactAsComments, words.length), listed(words));
  if (none.length > 0) lose(path, message(en.exactLeftOut, fr.exactLeftOut, none.length), listed(none));
}

/** An indicator's periods: the existing targets, those of the framework, and the values in place of the actuals. */
function periodsOf(
  indicator: IatiIndicator,
  definition: Definition | undefined,
  rows: readonly ResultRow[],
  known: ReadonlyMap<string, Period>,
  refOf: (place: string) => string,
  path: string,
  collected: Losses,
): IatiPeriod[] {
  const periods = new Periods();
  const existing = (indicator.period ?? []).map((data) => ({ data, period: periodIn(data) }));
  for (const { data, period } of existing) {
    if (period === null) continue;
    for (const [nth, target] of (data.target ?? []).entries()) {
      const [targets, position] = [periods.at(period).target, positionOf(target)];
      // What a publisher gave twice stays twice.
      targets.set(targets.has(position) ? `${position} ${nth}` : position, target);
    }
  }
  for (const { value, at = {} } of lastSet(goalsOfPeriods(definition))) {
    const period = known.get(at.period ?? "");
    if (period === undefined || at.source !== undefined) {
      collected.lose(path, message(en.targetBySource, fr.targetBySource), value);
      continue;
    }
    const goal = value === null ? { comment: narratives(TBD.en) } : { value: decimalText(value) };
    const target = placed(goal, at, refOf);
    periods.at(period).target.set(positionOf(target), target);
  }
  const forms = formsOf(definition, rows, known);
  const good = rows.flatMap((row) => {
    const period = known.get(row.at.period ?? "");
    return published(row, period, path, collected) && period !== undefined ? [{ row, period }] : [];
  });
  const beside: Record<"words" | "none", ResultRow[]> = { words: [], none: [] };
  for (const { row, period } of good) {
    const { value, bounds, at } = row;
    const form = forms(row);
    if (form !== "number" && value !== null) beside[form].push(row);
    const actual =
      value !== null
        ? form === "number"
          ? { value: decimalText(value) }
          : exactlyData(value)
        : bounds && limitsData(bounds);
    if (actual !== null && (form !== "none" || value === null))
      periods.at(period).actual.push(placed(actual, at, refOf));
  }
  loseBeside(beside, path, collected);
  const before = existing.flatMap(({ data, period }) =>
    period === null ? [] : (data.actual ?? []).map((actual) => ({ actual, period })),
  );
  if (good.length === 0) for (const { actual, period } of before) periods.at(period).actual.push(actual);
  else if (before.length > 0)
    collected.lose(path, message(en.actualsReplaced, fr.actualsReplaced, before.length), before.length);
  return [...periods.inOrder(), ...existing.flatMap(({ data, period }) => (period === null ? [data] : []))];
}

/**
 * A framework document as an activity whose actuals are computed values. An indicator that has values gives up the document's own actuals,
 * which is reported; one that has none keeps them. The framework's targets for a period are beside them. What is confined and not known is an
 * actual without a value whose comment has its bounds: left out, the rest would look like the whole. So are exact values that a reader would add
 * up with it (`Exactly 10`). What IATI cannot carry is reported, a value
 * that is none with its reason.
 */
export function activityOfResults(
  document: FrameworkDocument,
  { framework, results }: ResultsToPublish,
  options: ActivityOptions = {},
): { activity: IatiActivity; findings: Finding[] } {
  const { activity, findings } = activityOf(document, options);
  const collected = losses("iati-cannot-carry");
  const known = new Map(framework.periods.map((period) => [period.id, period]));
  const definitions = new Map(framework.indicators.map((each) => [each.code, each]));
  const rows = groupBy(results, ({ indicator }) => indicator);
  const { refOf, locations } = locationsFor(activity);
  const rewritten = new Map<IatiIndicator, IatiIndicator>();
  for (const [code, indicator] of indicatorsIn(activity)) {
    const definition = definitions.get(code);
    const own = rows.get(code) ?? [];
    rows.delete(code);
    if (own.length === 0 && goalsOfPeriods(definition).length === 0) continue;
    const period = periodsOf(indicator, definition, own, known, refOf, `indicators/${code}`, collected);
    rewritten.set(indicator, { ...indicator, period });
    const { measure = "" } = definition ?? {};
    if (QUOTIENTS.includes(measure) && own.some(({ value }) => value !== null))
      collected.lose(`indicators/${code}`, message(en.quotientParts, fr.quotientParts), measure);
  }
  const codes = new Set(indicatorsOf(document).map(({ indicator }) => indicator.code));
  for (const code of rows.keys())
    if (!codes.has(code))
      collected.lose(`indicators/${code}`, message(en.noSuchIndicator, fr.noSuchIndicator), code);
  const result = (activity.result ?? []).map((each) => ({
    ...each,
    indicator: (each.indicator ?? []).map((indicator) => rewritten.get(indicator) ?? indicator),
  }));
  const location = locations();
  return {
    activity: { ...activity, ...(location.length > 0 && { location }), result },
    findings: [...findings, ...collected.findings],
  };
}

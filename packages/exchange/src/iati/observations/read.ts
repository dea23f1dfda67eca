import { boundsOf, type Finding, numberOf, type Value } from "@cadre/core";
import { exactSum, groupBy } from "@cadre/core/internal";
import type { Observation, Period } from "@cadre/core/observations";
import { ALWAYS } from "../../common.ts";
import { instantOf } from "../../instant.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { excerpt } from "../../reading.ts";
import { actualsOf } from "../mapping/columns.ts";
import { type Losses, losses } from "../mapping/notices.ts";
import { indicatorsRead, outcomesOf } from "../mapping/results-read.ts";
import { checkValue, exactOf, isVague, type PeriodValue, textOf, valueIn } from "../mapping/values.ts";
import { dayIn, type IatiIndicator, isOrdinal, isPercentage } from "../periods.ts";
import type { IatiActivity } from "../read.ts";
import { placeNames } from "./places.ts";

/** What an activity reports. */
export interface IatiObservations {
  /** One for each value of a result's indicator, its dimensions as categories. */
  observations: Observation[];
  /** The dimensions that they name. */
  axes: string[];
}

/** How an activity's values are read. */
export interface IatiObservationOptions {
  /** Periods whose names are kept, found by their days. */
  periods?: readonly Period[];
}

/**
 * The axis of a value that is given by its limits alone: `At least 8` is eight of a part, so that whatever contains it is no less and never
 * exact. An upper limit has no such form and is left out, which makes what is said weaker and never wrong.
 */
export const LIMIT = { axis: "limit", category: "at least" };

/** The parts that values by sex are confined by are not those that values by sex and age are. */
function limitCategory(categories: Readonly<Record<string, string>>): string {
  const names = Object.keys(categories).sort();
  return names.length === 0 ? LIMIT.category : `${LIMIT.category} (${names.join(", ")})`;
}

/** Whether the values of several periods, of which not all are numbers, add up. */
function isPartly(indicator: IatiIndicator): boolean {
  const { accumulation, counted } = actualsOf(indicator);
  return accumulation === "sum" && counted.length > 0;
}

/**
 * What is left where a value is not exact: its lower limit, of a quantity that adds up and cannot be negative; zero of words in the place of a
 * part of a sum. Else `null`.
 */
export function lowerLimitIn(value: Value, indicator: IatiIndicator): number | null {
  if (exactOf(value) !== null || isPercentage(indicator) || isOrdinal(indicator)) return null;
  if (value.kind === "tbd") return null;
  if (isVague(value)) return isPartly(indicator) ? 0 : null;
  const bounds = boundsOf(value);
  if (bounds === null || (bounds.high ?? 0) < 0 || (bounds.low ?? 0) < 0) return null;
  return bounds.low ?? 0;
}

/** Dimensions of every observation, which no axis may be called. */
const OWN: readonly string[] = ["indicator", "period", "source", "place"];

/** The indicators of an activity with the codes that they have in `documentOf`'s document. */
export const indicatorsIn = (activity: IatiActivity): (readonly [code: string, indicator: IatiIndicator])[] =>
  indicatorsRead(outcomesOf(activity.result ?? [], losses("iati-not-understood")).results);

/** The categories that a value is in; `null`, with a finding, where its dimensions make none. */
export function categoriesOf(
  { dimension = [] }: PeriodValue,
  path: string,
  { lose }: Losses,
): Record<string, string> | null {
  const entries = dimension.map(({ name = "", value = "" }) => [name.trim(), value.trim()] as const);
  const names = new Set(entries.map(([name]) => name));
  const bad = entries.find(([name, value]) => name === "" || value === "" || OWN.includes(name));
  if (bad === undefined && names.size === entries.length) return Object.fromEntries(entries);
  const shown = entries.slice(0, 20).map(([name, value]) => `${name} = ${value}`);
  const what = message(en.dimensionsUnreadable, fr.dimensionsUnreadable);
  lose(path, what, excerpt(shown.join(", "), 200));
  return null;
}

/** When the activity became known in this form; a time without a zone is taken for universal time. */
function knownAt({ "last-updated-datetime": stamp = "" }: IatiActivity): string {
  // A day that the calendar does not have would become another.
  const instant = dayIn(stamp) === null ? null : instantOf(stamp.trim());
  return instant === null || instant < ALWAYS ? ALWAYS : instant;
}

const categoriesKey = ({ categories = {} }: Observation) => JSON.stringify(Object.entries(categories).sort());

/**
 * A value without location is the total of those with one. Where the places come to the same, they say it; where they come to more, that is
 * reported. `all`: of one indicator and period.
 */
function withoutTotals(all: Observation[], path: string, { lose }: Losses): Observation[] {
  const located = all.filter(({ place }) => place !== undefined);
  const sums = new Map(
    [...groupBy(located, categoriesKey)].map(([key, own]) => [
      key,
      // A place without a value: the sum is not known.
      own.some(({ value }) => value === null) ? Number.NaN : exactSum(own.map(({ value }) => value ?? 0)),
    ]),
  );
  const whole = all.filter(({ place }) => place === undefined);
  for (const each of whole) {
    const sum = sums.get(categoriesKey(each));
    if (typeof each.value !== "number" || sum === undefined || !(sum > each.value)) continue;
    lose(path, message(en.placesComeToMore, fr.placesComeToMore, sum), `${sum} > ${each.value}`);
  }
  return whole.every((each) => sums.get(categoriesKey(each)) === each.value) ? located : all;
}

/**
 * The actuals of an activity's periods as observations: dimensions are categories, locations places (by their names in the activity), comments what
 * a value rests on, the reporting organisation is the source. `At least 8` is eight in a category of its own (`limit`). What is no number
 * becomes no observation, with a finding.
 */
export function observationsOf(
  activity: IatiActivity,
  { periods = [] }: IatiObservationOptions = {},
): IatiObservations & { findings: Finding[] } {
  const collected = losses("iati-not-understood");
  const { lose } = collected;
  const nameOf = placeNames(activity);
  const reporting = activity["reporting-org"];
  const source = textOf(reporting).trim() || reporting?.ref || undefined;
  const recordedAt = knownAt(activity);
  const axes = new Set<string>();
  const observations = indicatorsIn(activity).flatMap(([code, indicator]) => {
    const path = `indicators/${code}`;
    const percent = isPercentage(indicator);
    const { accumulation, periods: joined, undated, counted } = actualsOf(indicator, periods);
    for (const _ of undated) lose(path, message(en.periodWithoutDays, fr.periodWithoutDays));
    const found = new Map<string, Observation[]>();
    for (const { period, actuals } of joined) {
      const at = `${path}/${period.id}`;
      const seen = new Map<string, Observation>();
      for (const actual of actuals) {
        const value = valueIn(actual, percent);
        checkValue(actual, percent, at, collected);
        const limit = lowerLimitIn(value, indicator);
        const number = limit ?? numberOf(value);
        const reason = value.kind === "tbd" ? ("to-be-determined" as const) : undefined;
        if (number === null && reason === undefined) {
          if (actual.value === undefined && value.kind !== "none")
            lose(at, message(en.notANumberLeftOut, fr.notANumberLeftOut), textOf(actual.comment));
          continue;
        }
        const own = categoriesOf(actual, at, collected);
        if (own === null) continue;
        const categories = limit === null ? own : { ...own, [LIMIT.axis]: limitCategory(own) };
        const place = (actual.location ?? []).length > 0 ? nameOf(actual.location ?? []) : "";
        const names = Object.keys(categories);
        // Words in place of a number are not what it rests on.
        const evidence =
          (actual.value !== undefined && textOf(actual.comment)) || actual["document-link"]?.[0]?.url;
        const observation: Observation = {
          indicator: code,
          period: period.id,
          value: number,
          ...(reason !== undefined && { reason }),
          ...(source !== undefined && { source }),
          ...(place !== "" && { place }),
          ...(names.length > 0 && { categories }),
          recordedAt,
          ...(evidence && { evidence }),
        };
        const key = JSON.stringify([categoriesKey(observation), place]);
        const earlier = seen.get(key);
        if (earlier !== undefined && earlier.value === number) continue;
        // Of a value and of words that it is to be determined, nobody knows which holds.
        if (earlier !== undefined && (number === null || earlier.reason !== undefined)) {
          lose(at, message(en.valueAndWords, fr.valueAndWords), number ?? earlier.value ?? null);
          Object.assign(earlier, { value: null, reason: "to-be-determined" });
          continue;
        }
        const least = Math.min(number ?? 0, earlier?.value ?? number ?? 0);
        // Values that make no sum are handed back by the table, as contradicting each other.
        if (earlier !== undefined && !percent && !isOrdinal(indicator) && least >= 0) {
          lose(at, message(en.valuesDiffer, fr.valuesDiffer), number);
          if (limit !== null) continue;
          earlier.value = least;
          earlier.categories = { ...own, [LIMIT.axis]: limitCategory(own) };
          axes.add(LIMIT.axis);
          continue;
        }
        seen.set(key, observation);
        for (const name of names) axes.add(name);
        const known = found.get(period.id);
        if (known === undefined) found.set(period.id, [observation]);
        else known.push(observation);
      }
    }
    // Added up with the period that contains them they would count twice.
    const within = joined.filter((each) => found.has(each.period.id) && !counted.includes(each));
    const overlap = message(en.periodsOverlapOthers, fr.periodsOverlapOthers, within.length);
    if (within.length > 0) lose(path, overlap, within.map(({ period }) => period.id).join(", "));
    const rows = [...found].flatMap(([period, all]) => {
      if (within.some((each) => each.period.id === period)) return [];
      return accumulation === "sum" ? withoutTotals(all, `${path}/${period}`, collected) : all;
    });
    if (accumulation === "sum") return rows;
    // What is last is of places, of all of them, or of both; what an earlier period said of the other would be beside it.
    const last = rows.filter(({ period }) => period === rows.at(-1)?.period);
    const rowsOfPlaces = rows.filter(({ place }) =>
      last.some((each) => (each.place === undefined) === (place === undefined)),
    );
    const earlier = rows.length - rowsOfPlaces.length;
    if (earlier > 0) lose(path, message(en.earlierValuesLeftOut, fr.earlierValuesLeftOut, earlier), earlier);
    return rowsOfPlaces;
  });
  return { observations, axes: [...axes], findings: collected.findings };
}

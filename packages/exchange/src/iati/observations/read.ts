import { boundsOf, type Finding, numberOf, type Value } from "@cadre/core";
import { exactSum, type Observation, type Period } from "@cadre/core/observations";
import { excerpt } from "../../reading.ts";
import { actualsOf } from "../mapping/columns.ts";
import { type Losses, losses } from "../mapping/notices.ts";
import { outcomesOf } from "../mapping/results-read.ts";
import { checkValue, exactOf, type PeriodValue, textOf, valueIn } from "../mapping/values.ts";
import { dayIn, type IatiIndicator, isOrdinal, isPercentage } from "../periods.ts";
import type { IatiActivity } from "../read.ts";
import { placeNames } from "./places.ts";

/** What an activity reports. */
export interface IatiObservations {
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

/** What is left where a value is not exact: its lower limit, of a quantity that adds up and cannot be negative; else `null`. */
export function lowerLimitIn(value: Value, indicator: IatiIndicator): number | null {
  if (exactOf(value) !== null || isPercentage(indicator) || isOrdinal(indicator)) return null;
  const bounds = boundsOf(value);
  if (bounds === null || (bounds.high ?? 0) < 0 || (bounds.low ?? 0) < 0) return null;
  return bounds.low ?? 0;
}

/** Dimensions of every observation, which no axis may be called. */
const OWN: readonly string[] = ["indicator", "period", "source", "place"];

/** The indicators of an activity with the codes that they have in `documentOf`'s document. */
export function indicatorsIn(activity: IatiActivity): (readonly [code: string, indicator: IatiIndicator])[] {
  const { results } = outcomesOf(activity.result ?? [], losses("iati-not-understood"));
  return results.flatMap(({ indicators }) => indicators.map(({ code, data }) => [code, data] as const));
}

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
  lose(
    path,
    "dimensions without a name or a value, given twice, or named like every value’s own place, period or source, cannot be read; the value is left out.",
    "des dimensions sans nom ou sans valeur, répétées, ou nommées comme le lieu, la période ou la source, ne peuvent être lues ; la valeur est omise.",
    excerpt(
      entries
        .slice(0, 20)
        .map(([name, value]) => `${name} = ${value}`)
        .join(", "),
      200,
    ),
  );
  return null;
}

/** When the activity became known in this form; a time without a zone is taken for universal time. */
function knownAt({ "last-updated-datetime": stamp = "" }: IatiActivity): string {
  const date = new Date(/T[\d:.]+$/.test(stamp) ? `${stamp}Z` : stamp);
  // A day that the calendar does not have would become another.
  if (dayIn(stamp) === null) return "1970-01-01";
  if (stamp === "" || Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970) return "1970-01-01";
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.replace(".000Z", "Z");
}

const categoriesKey = ({ categories = {} }: Observation) => JSON.stringify(Object.entries(categories).sort());

/**
 * A value without location beside values with one is of all of them: counted as one more place it would count twice. Where the places add up
 * to each value without, they replace them; where they do not, only those without are read, and that is reported.
 * @param all of one indicator and one period.
 */
function withoutTotals(all: Observation[], additive: boolean, path: string, { lose }: Losses): Observation[] {
  const whole = all.filter(({ place }) => place === undefined);
  const located = all.filter(({ place }) => place !== undefined);
  if (whole.length === 0 || located.length === 0) return all;
  const sums = new Map<string, number[]>();
  for (const each of located) {
    const parts = sums.get(categoriesKey(each));
    if (parts === undefined) sums.set(categoriesKey(each), [each.value ?? 0]);
    else parts.push(each.value ?? 0);
  }
  const covered = (each: Observation): boolean => {
    const parts = sums.get(categoriesKey(each));
    return parts !== undefined && exactSum(parts) === each.value;
  };
  if (additive && whole.every(covered)) return located;
  lose(
    path,
    `values of ${located.length} places and categories do not add up to those without location, which are taken.`,
    `les valeurs de ${located.length} lieux et catégories ne donnent pas celles qui n’ont pas de lieu, qui sont retenues.`,
    excerpt(
      located
        .slice(0, 20)
        .map(({ place, value }) => `${place}: ${value}`)
        .join(", "),
      200,
    ),
  );
  return whole;
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
    for (const _ of undated)
      lose(path, "a period without its days is left out.", "une période sans ses jours est omise.");
    const found = new Map<string, Observation[]>();
    for (const { period, actuals } of joined) {
      const at = `${path}/${period.id}`;
      const seen = new Set<string>();
      for (const actual of actuals) {
        const value = valueIn(actual, percent);
        checkValue(actual, percent, at, collected);
        const limit = lowerLimitIn(value, indicator);
        const number = limit ?? numberOf(value);
        if (number === null) {
          if (actual.value === undefined && value.kind !== "none")
            lose(
              at,
              "what is not a number is left out.",
              "ce qui n’est pas un nombre est omis.",
              textOf(actual.comment),
            );
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
          ...(source !== undefined && { source }),
          ...(place !== "" && { place }),
          ...(names.length > 0 && { categories }),
          recordedAt,
          ...(evidence && { evidence }),
        };
        const key = JSON.stringify([categoriesKey(observation), place]);
        if (seen.has(key)) {
          lose(
            at,
            "a second value of the same categories is left out.",
            "une seconde valeur des mêmes catégories est omise.",
            number,
          );
          continue;
        }
        seen.add(key);
        for (const name of names) axes.add(name);
        const known = found.get(period.id);
        if (known === undefined) found.set(period.id, [observation]);
        else known.push(observation);
      }
    }
    // Added up with the period that contains them they would count twice.
    const within = joined.filter((each) => found.has(each.period.id) && !counted.includes(each));
    if (within.length > 0)
      lose(
        path,
        `${within.length} periods overlap with others whose total is taken; they are left out.`,
        `${within.length} périodes en recoupent d’autres dont le total est retenu ; elles sont omises.`,
        within.map(({ period }) => period.id).join(", "),
      );
    const rows = [...found].flatMap(([period, all]) =>
      within.some((each) => each.period.id === period)
        ? []
        : withoutTotals(all, !percent, `${path}/${period}`, collected),
    );
    if (accumulation === "sum") return rows;
    // What is last is of places or of all of them; what an earlier period said of the other would be beside it.
    const located = rows.at(-1)?.place !== undefined;
    const last = rows.filter(({ place }) => (place !== undefined) === located);
    if (last.length < rows.length)
      lose(
        path,
        `${rows.length - last.length} earlier values ${located ? "without" : "with"} location are left out beside later ones ${located ? "with" : "without"}.`,
        `${rows.length - last.length} valeurs antérieures ${located ? "sans" : "avec"} lieu sont omises à côté de valeurs ultérieures ${located ? "avec" : "sans"} lieu.`,
        rows.length - last.length,
      );
    return last;
  });
  return { observations, axes: [...axes], findings: collected.findings };
}

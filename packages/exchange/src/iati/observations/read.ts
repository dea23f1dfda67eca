import type { Finding } from "@cadre/core";
import { exactSum, type Observation, type Period } from "@cadre/core/observations";
import { excerpt } from "../../reading.ts";
import { type PeriodValue, textOf, valueIn } from "../mapping/figures.ts";
import { type Losses, losses } from "../mapping/losses.ts";
import { type IatiIndicator, outcomesOf } from "../mapping/results.ts";
import type { IatiActivity } from "../read.ts";
import { periodIn } from "./periods.ts";
import { placesOf } from "./places.ts";

/** What an activity reports. */
export interface IatiObservations {
  observations: Observation[];
  /** The dimensions that they name. */
  axes: string[];
}

/** How an activity's figures are read. */
export interface IatiObservationOptions {
  /** Periods whose names are kept, found by their days. */
  periods?: readonly Period[];
}

/** Dimensions of every observation, which no axis may be called. */
const OWN: readonly string[] = ["indicator", "period", "source", "place"];
const PERCENT = "2";

/** The indicators of an activity with the codes that they have in `documentOf`'s document. */
export function indicatorsIn(activity: IatiActivity): [code: string, indicator: IatiIndicator][] {
  const found: [string, IatiIndicator][] = [];
  outcomesOf(activity.result ?? [], losses("iati-not-understood"), (code, each) => found.push([code, each]));
  return found;
}

/** The categories that a value stands in; `null`, with a finding, where its dimensions make none. */
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
    "dimensions without a name or a value, given twice, or called as every figure’s own place, period or source, are no cell; the figure is left out.",
    "des dimensions sans nom ou sans valeur, répétées, ou nommées comme le lieu, la période ou la source, ne font pas de cellule ; le chiffre est omis.",
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

/** When the activity became known as it stands; a time without a zone is taken for universal time. */
function knownAt({ "last-updated-datetime": stamp = "" }: IatiActivity): string {
  const date = new Date(/T[\d:.]+$/.test(stamp) ? `${stamp}Z` : stamp);
  if (stamp === "" || Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970) return "1970-01-01";
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.replace(".000Z", "Z");
}

const cellKey = ({ categories = {} }: Observation) => JSON.stringify(Object.entries(categories).sort());

/**
 * A figure without location beside figures with one is of all of them: counted as one more place it would count twice. Where the places add up
 * to each figure without, they stand for them; where they do not, those without stand alone, and that is told.
 * @param all of one indicator and one period.
 */
function withoutTotals(all: Observation[], additive: boolean, path: string, { lose }: Losses): Observation[] {
  const whole = all.filter(({ place }) => place === undefined);
  const placed = all.filter(({ place }) => place !== undefined);
  if (whole.length === 0 || placed.length === 0) return all;
  const sums = new Map<string, number[]>();
  for (const each of placed) {
    const parts = sums.get(cellKey(each));
    if (parts === undefined) sums.set(cellKey(each), [each.value ?? 0]);
    else parts.push(each.value ?? 0);
  }
  const covered = (each: Observation): boolean => {
    const parts = sums.get(cellKey(each));
    return parts !== undefined && exactSum(parts) === each.value;
  };
  if (additive && whole.every(covered)) return placed;
  lose(
    path,
    `figures of ${placed.length} places and categories do not add up to those without location, which are taken.`,
    `les chiffres de ${placed.length} lieux et cellules ne font pas ceux qui n’ont pas de lieu, qui sont retenus.`,
    excerpt(
      placed
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
 * a figure rests on, the reporting organisation is the source. What is no number becomes no observation, with a finding.
 */
export function observationsOf(
  activity: IatiActivity,
  { periods = [] }: IatiObservationOptions = {},
): IatiObservations & { findings: Finding[] } {
  const collected = losses("iati-not-understood");
  const { lose } = collected;
  const placeOf = placesOf(activity);
  const reporting = activity["reporting-org"];
  const source = textOf(reporting).trim() || reporting?.ref || undefined;
  const recordedAt = knownAt(activity);
  const axes = new Set<string>();
  const observations = indicatorsIn(activity).flatMap(([code, indicator]) => {
    const path = `indicators/${code}`;
    const seen = new Set<string>();
    const found = new Map<string, Observation[]>();
    for (const data of indicator.period ?? []) {
      if ((data.actual ?? []).length === 0) continue;
      const period = periodIn(data, periods);
      if (period === null) {
        lose(path, "a period without its days is left out.", "une période sans ses jours est omise.");
        continue;
      }
      const at = `${path}/${period.id}`;
      for (const actual of data.actual ?? []) {
        const value = valueIn(actual, false);
        if (value.kind === "none") continue;
        if (value.kind !== "number") {
          lose(
            at,
            "what is no number is left out.",
            "ce qui n’est pas un nombre est omis.",
            textOf(actual.comment) || (actual.value ?? null),
          );
          continue;
        }
        const categories = categoriesOf(actual, at, collected);
        if (categories === null) continue;
        const place = (actual.location ?? []).length > 0 ? placeOf(actual.location ?? []) : "";
        const names = Object.keys(categories);
        const evidence = textOf(actual.comment) || actual["document-link"]?.[0]?.url;
        const observation: Observation = {
          indicator: code,
          period: period.id,
          value: value.value,
          ...(source !== undefined && { source }),
          ...(place !== "" && { place }),
          ...(names.length > 0 && { categories }),
          recordedAt,
          ...(evidence && { evidence }),
        };
        const key = JSON.stringify([period.id, cellKey(observation), place]);
        if (seen.has(key)) {
          lose(
            at,
            "a second figure of the same categories is left out.",
            "un second chiffre des mêmes cellules est omis.",
            value.value,
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
    return [...found].flatMap(([period, all]) =>
      withoutTotals(all, indicator.measure !== PERCENT, `${path}/${period}`, collected),
    );
  });
  return { observations, axes: [...axes], findings: collected.findings };
}

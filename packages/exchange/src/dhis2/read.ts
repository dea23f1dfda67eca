import { type Bilingual, type Finding, parseWith, type Result } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { type JsonLimits, parseJson } from "@cadre/core/json";
import {
  noValueReasonIn,
  type Observation,
  type ObservationSource,
  type SourceRejection,
} from "@cadre/core/observations";
import * as z from "zod";
import { ALWAYS, isRecord, own } from "../common.ts";
import type { ExchangeCode } from "../finding-pages/index.ts";
import { instantOf } from "../instant.ts";
import { refusedBy } from "../mapping/bounded.ts";
import { axesNamed } from "../mapping/check.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { numberIn } from "../number.ts";
import { excerpt, finding } from "../reading.ts";
import { notANumber, type RowsRead, rowsSource } from "../rows-source.ts";
import { DataValue, DataValueSet } from "./data-value-set.ts";
import type { Dhis2Mapping, ValuePart } from "./mapping.ts";
import { dhis2PeriodDays, frameworkPeriod } from "./periods.ts";

/** A value that the mapping covers, and what it is of. */
interface ParsedValue {
  key: string;
  element: string;
  part: ValuePart;
  number: number | null;
  observation: Omit<Observation, "value" | "numerator" | "denominator">;
  path: string;
}

/** A value as a number: yes and no are 1 and 0; `undefined` where it is none. */
function numberOf({ value, deleted }: DataValue): number | null | undefined {
  if (deleted === true) return null;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "number") return value;
  const text = value?.trim() ?? "";
  if (text === "true" || text === "false") return Number(text === "true");
  return numberIn(text);
}

/** How a data value set is read. */
export interface Dhis2ReadOptions {
  /** What the instance's identifiers mean. */
  mapping: Dhis2Mapping;
  /** The framework that the observations are of. */
  framework: MeasurementFramework;
  /** How much JSON at once; Default: `JSON_LIMITS`. */
  limits?: Partial<JsonLimits>;
}

/** DHIS2 writes `null` for what a value does not have. */
const withoutNulls = (input: unknown): unknown =>
  isRecord(input) ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) : input;
const Input = z.preprocess(
  withoutNulls,
  DataValueSet.extend({ dataValues: z.array(z.preprocess(withoutNulls, DataValue)) }),
);

/** The combination of whatever is not disaggregated, by the identifier that it has in every instance and by its name. */
const DEFAULT_COMBINATION: readonly string[] = ["HllvX50cXC0", "default"];

/** What is made of a text, once for many that are alike: periods, and instants of one import. */
function memoize<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = make(text);
    if (known.size < 10_000) known.set(text, result);
    return result;
  };
}

/**
 * Reads a DHIS2 data value set as observations, by a mapping. A numerator and a denominator of the same period, place, source and categories
 * make one observation. A value that the mapping does not cover, whose period the framework does not have or that is no value is left
 * over with a finding; a category option combination that is not mapped is never taken for the total.
 * @param text JSON, as exported by the Web API.
 */
export function readDhis2(text: string, { mapping, framework, limits }: Dhis2ReadOptions): Result<RowsRead> {
  const json = parseJson(text, { limits });
  if (!json.ok) return json;
  const parsed = parseWith(Input, json.value, "dhis2-invalid");
  if (!parsed.ok) return refusedBy(parsed.problems);
  const set = parsed.value;
  const findings: Finding[] = [];
  const unreadable: SourceRejection[] = [];
  const values: ParsedValue[] = [];
  const unnamed = new Set<string>();
  const ignored = new Set(mapping.ignore);
  const { categoryOptionCombos: combinations } = mapping;
  /** The identifier that the mapping has for another one of the same thing. */
  const idOf = (id: string) => own(mapping.aliases, id) ?? id;
  const periodOf = memoize((id) => frameworkPeriod(id, framework.periods));
  const stampOf = memoize(instantOf);

  for (const [index, entry] of set.dataValues.entries()) {
    const path = `dataValues/${index}`;
    const leave = (code: ExchangeCode, what: Bilingual, found: string | null, expected: string) =>
      findings.push(finding("warning", code, path, what, found, expected));
    const note = (code: ExchangeCode, what: Bilingual, found: string | number | null) =>
      findings.push(finding("info", code, path, what, found, null));
    const { dataElement: id, categoryOptionCombo: combo, attributeOptionCombo, orgUnit } = entry;
    if (ignored.has(id)) continue;
    const element = own(mapping.dataElements, idOf(id));
    if (element === undefined) {
      const what = message(en.elementUnmapped, fr.elementUnmapped, id);
      leave("dhis2-element-unmapped", what, id, "a data element of the mapping");
      continue;
    }
    const period = entry.period ?? set.period ?? "";
    const ours = periodOf(period);
    if (ours === null) {
      const days = dhis2PeriodDays(period);
      const what =
        days === null
          ? message(en.notADhis2Period, fr.notADhis2Period, excerpt(period))
          : message(en.periodNotInFramework, fr.periodNotInFramework, days.start, days.end, period);
      leave("dhis2-period-unknown", what, period, framework.periods.map(({ id }) => id).join(" | "));
      continue;
    }
    const known = combo === undefined || DEFAULT_COMBINATION.includes(combo) ? {} : undefined;
    const categories = combo === undefined ? known : (own(combinations, idOf(combo)) ?? known);
    if (categories === undefined) {
      const what = message(en.combinationUnmapped, fr.combinationUnmapped, combo ?? "");
      leave("dhis2-combination-unmapped", what, combo ?? null, Object.keys(combinations).join(" | "));
      continue;
    }
    const written = String(entry.value ?? "").trim();
    const reason = noValueReasonIn(written);
    // A denominator that is not known was not reported.
    if (reason !== undefined && element.part === "denominator") continue;
    const number = reason === undefined ? numberOf(entry) : null;
    if (number === undefined && written !== "") {
      unreadable.push(notANumber(index + 1, `${id}, ${period}`, String(entry.value), entry));
      continue;
    }
    if (number === undefined) {
      leave("dhis2-no-value", message(en.noValue, fr.noValue, id, period), null, "a number, true or false");
      continue;
    }
    const stamp = entry.lastUpdated ?? entry.created ?? set.completeDate;
    const recordedAt = stamp === undefined ? ALWAYS : stampOf(stamp);
    if (recordedAt === null) {
      const what = message(en.notATimeStamp, fr.notATimeStamp, stamp ?? "");
      leave("dhis2-no-instant", what, stamp ?? null, "2020-04-10T09:30:00.000+0000");
      continue;
    }
    const unit = orgUnit ?? set.orgUnit;
    const placeName = unit === undefined ? undefined : own(mapping.orgUnits, idOf(unit));
    if (unit !== undefined && placeName === undefined && !unnamed.has(unit)) {
      unnamed.add(unit);
      note("dhis2-unit-unnamed", message(en.unitUnnamed, fr.unitUnnamed, unit), unit);
    }
    const place = placeName ?? unit;
    const attribute = attributeOptionCombo ?? set.attributeOptionCombo;
    const reporter = attribute ? own(mapping.attributeOptionCombos, idOf(attribute)) : undefined;
    // Two that are not in the mapping are two who report all the same: their values add up.
    const other = attribute && !DEFAULT_COMBINATION.includes(attribute) ? idOf(attribute) : undefined;
    if (reporter === undefined && other !== undefined && !unnamed.has(other)) {
      unnamed.add(other);
      note("dhis2-attribute-unnamed", message(en.attributeUnnamed, fr.attributeUnnamed, other), other);
    }
    const source = reporter ?? other ?? mapping.source;
    if (entry.followup === true)
      note("dhis2-follow-up", message(en.followUp, fr.followUp, element.indicator), number);
    const all: Record<string, string> = { ...element.categories, ...categories };
    const names = Object.keys(all).sort();
    const observation: ParsedValue["observation"] = {
      indicator: element.indicator,
      period: ours.id,
      recordedAt,
      ...(reason !== undefined && { reason }),
      ...(source !== undefined && { source }),
      ...(place !== undefined && { place }),
      ...(names.length > 0 && { categories: all }),
      ...(entry.comment !== undefined && { evidence: entry.comment }),
    };
    const about = names.map((name) => [name, all[name]]);
    const key = JSON.stringify([element.indicator, ours.id, source, place, about]);
    values.push({ key, element: id, part: element.part, number, observation, path });
  }
  const ofElements = Object.values(mapping.dataElements).map(({ categories = {} }) => categories);
  const axes = axesNamed([...ofElements, ...Object.values(combinations)]);
  return { ok: true, value: { observations: joined(values, findings), axes, unreadable }, findings };
}

/** A DHIS2 data value set as a source of observations, as {@link readDhis2} reads it; values that became none are findings. */
export const dhis2Source = (text: string, options: Dhis2ReadOptions): ObservationSource =>
  rowsSource("dhis2", () => readDhis2(text, options));

/** Numerators with their denominators; whole values as they are. */
function joined(parsed: readonly ParsedValue[], findings: Finding[]): Observation[] {
  const observations: Observation[] = [];
  const denominators = new Map<string, ParsedValue>();
  for (const each of parsed) if (each.part === "denominator") denominators.set(each.key, each);
  const used = new Set<string>();
  for (const { key, part, number, observation } of parsed) {
    if (part === "value" || (part === "numerator" && number === null))
      observations.push({ ...observation, value: number });
    if (part !== "numerator") continue;
    used.add(key);
    if (number === null) continue;
    const below = denominators.get(key);
    observations.push({
      ...observation,
      numerator: number,
      denominator: below?.number ?? null,
      recordedAt: later(observation.recordedAt, below?.observation.recordedAt),
    });
  }
  for (const { key, element, path, observation } of denominators.values()) {
    if (used.has(key)) continue;
    const { indicator, period } = observation;
    const what = message(en.numeratorMissing, fr.numeratorMissing, indicator, period);
    const expected = "the numerator of the same period, place, source and categories";
    findings.push(finding("warning", "dhis2-numerator-missing", path, what, element, expected));
  }
  return observations;
}

const later = (a: string, b: string | undefined): string =>
  b === undefined || Date.parse(a) >= Date.parse(b) ? a : b;

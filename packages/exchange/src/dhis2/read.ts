import { type Bilingual, type Finding, type Problem, parseWith, type Result } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { type JsonLimits, parseJson } from "@cadre/core/json";
import type { Observation, ObservationSource, SourceRejection } from "@cadre/core/observations";
import * as z from "zod";
import { ALWAYS, isRecord, own } from "../common.ts";
import type { ExchangeCode } from "../finding-pages/index.ts";
import { instantOf } from "../instant.ts";
import { axesNamed } from "../mapping/check.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { numberIn } from "../number.ts";
import { excerpt, finding } from "../reading.ts";
import { notANumber, rowsSource } from "../rows-source.ts";
import { DataValue, DataValueSet } from "./data-value-set.ts";
import type { Dhis2Mapping, ValuePart } from "./mapping.ts";
import { dhis2PeriodDays, frameworkPeriod } from "./periods.ts";

/** What was read from a data value set. */
export interface Dhis2Reading {
  /** One for each cell; numerator and denominator of a quotient are put together. */
  observations: Observation[];
  /** Values that became no observation, as they were, each with a finding. None is dropped in silence. */
  leftOver: DataValue[];
  /** Texts where a number should be, each to be handed back. */
  unreadable: SourceRejection[];
}

interface ParsedValue {
  key: string;
  part: ValuePart;
  number: number | null;
  observation: Omit<Observation, "value" | "numerator" | "denominator">;
  value: DataValue;
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

const Envelope = DataValueSet.extend({ dataValues: z.array(z.unknown()) });
/** Wrong values that are reported; of a file in which every value is wrong, nobody reads more. */
const MAX_REPORTED = 100;

/** DHIS2 writes `null` for what a value does not have. */
function withoutNulls(input: unknown): unknown {
  if (!isRecord(input) || !Object.values(input).includes(null)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

/** The combination of whatever is not disaggregated, by the identifier that it has in every instance and by its name. */
const DEFAULT_COMBINATION: readonly string[] = ["HllvX50cXC0", "default"];

/** A set whose values were looked at one after the other: of a million that are wrong, the first hundred are reported. */
function setOf(input: unknown): Result<DataValueSet> {
  const envelope = parseWith(Envelope, withoutNulls(input), "dhis2-invalid");
  if (!envelope.ok) return envelope;
  const problems: Problem[] = [];
  const dataValues: DataValue[] = [];
  for (const [index, entry] of envelope.value.dataValues.entries()) {
    const value = parseWith(DataValue, withoutNulls(entry), "dhis2-invalid");
    if (value.ok) dataValues.push(value.value);
    else
      for (const { where, message, ...problem } of value.problems) {
        const path = `dataValues/${index}/`;
        const prefixed = { en: path + message.en, fr: path + message.fr };
        problems.push({ ...problem, where: { path: path + where.path }, message: prefixed });
      }
    if (problems.length >= MAX_REPORTED) break;
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { ...envelope.value, dataValues }, findings: [] };
}

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
export function readDhis2(
  text: string,
  { mapping, framework, limits }: Dhis2ReadOptions,
): Result<Dhis2Reading> {
  const json = parseJson(text, { limits });
  if (!json.ok) return json;
  const parsed = setOf(json.value);
  if (!parsed.ok) return parsed;
  const set = parsed.value;
  const findings: Finding[] = [];
  const leftOver: DataValue[] = [];
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
    const leave = (code: ExchangeCode, what: Bilingual, found: string | null, expected: string) => {
      leftOver.push(entry);
      findings.push(finding("warning", code, path, what, found, expected));
    };
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
    const number = numberOf(entry);
    const written = String(entry.value ?? "").trim();
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
      ...(source !== undefined && { source }),
      ...(place !== undefined && { place }),
      ...(names.length > 0 && { categories: all }),
      ...(entry.comment !== undefined && { evidence: entry.comment }),
    };
    const about = names.map((name) => [name, all[name]]);
    const key = JSON.stringify([element.indicator, ours.id, source, place, about]);
    values.push({ key, part: element.part, number, observation, value: entry, path });
  }
  const observations = joined(values, leftOver, findings);
  return { ok: true, value: { observations, leftOver, unreadable }, findings };
}

/** A DHIS2 data value set as a source of observations, as {@link readDhis2} reads it; values that became none are findings. */
export const dhis2Source = (text: string, options: Dhis2ReadOptions): ObservationSource =>
  rowsSource("dhis2", () => {
    const read = readDhis2(text, options);
    if (!read.ok) return read;
    const { dataElements, categoryOptionCombos } = options.mapping;
    const { observations: rows, unreadable } = read.value;
    const ofElements = Object.values(dataElements).map(({ categories = {} }) => categories);
    const axes = axesNamed([...ofElements, ...Object.values(categoryOptionCombos)]);
    return { ...read, value: { rows, unreadable, axes } };
  });

/** Numerators with their denominators; whole values as they are. */
function joined(parsed: readonly ParsedValue[], leftOver: DataValue[], findings: Finding[]): Observation[] {
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
  for (const { key, value: dataValue, path, observation } of denominators.values()) {
    if (used.has(key)) continue;
    leftOver.push(dataValue);
    const { indicator, period } = observation;
    const what = message(en.numeratorMissing, fr.numeratorMissing, indicator, period);
    const expected = "the numerator of the same period, place, source and categories";
    findings.push(finding("warning", "dhis2-numerator-missing", path, what, dataValue.dataElement, expected));
  }
  return observations;
}

const later = (a: string, b: string | undefined): string =>
  b === undefined || Date.parse(a) >= Date.parse(b) ? a : b;

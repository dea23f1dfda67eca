import { type Finding, type Problem, parseWith, type Result, type SourceLocation } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { type JsonLimits, parseJson } from "@cadre/core/json";
import type { Observation, SourceRejection } from "@cadre/core/observations";
import * as z from "zod";
import { numberIn } from "../number.ts";
import { excerpt } from "../reading.ts";
import { notANumber } from "../rows-source.ts";
import { DataValue, DataValueSet } from "./data-value-set.ts";
import { instantOf } from "./instant.ts";
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

const notice = (
  rule: string,
  severity: Finding["severity"],
  where: SourceLocation,
  en: string,
  fr: string,
  found: string | number | null,
  expected: string | null,
): Finding => ({ code: rule, severity, where, message: { en, fr }, found, expected });

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
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  if (!Object.values(input).includes(null)) return input;
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
  const json = parseJson(text, limits);
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
  /** The identifier that the mapping has for another one of the same thing. */
  const idOf = (id: string) => own(mapping.aliases, id) ?? id;
  const periodOf = memoize((id) => frameworkPeriod(id, framework.periods));
  const stampOf = memoize(instantOf);

  for (const [index, entry] of set.dataValues.entries()) {
    const path = `dataValues/${index}`;
    const leave = (rule: string, en: string, fr: string, found: string | null, expected: string) => {
      leftOver.push(entry);
      findings.push(notice(rule, "warning", { path }, en, fr, found, expected));
    };
    if (ignored.has(entry.dataElement)) continue;
    const element = own(mapping.dataElements, idOf(entry.dataElement));
    if (element === undefined) {
      leave(
        "dhis2-element-unmapped",
        `Data element ${entry.dataElement} is not in the mapping.`,
        `L’élément de données ${entry.dataElement} n’est pas dans la correspondance.`,
        entry.dataElement,
        "a data element of the mapping",
      );
      continue;
    }
    const period = entry.period ?? set.period ?? "";
    const ours = periodOf(period);
    if (ours === null) {
      const days = dhis2PeriodDays(period);
      leave(
        "dhis2-period-unknown",
        days === null
          ? `“${excerpt(period)}” is not a period of DHIS2.`
          : `The framework has no period from ${days.start} to ${days.end} (${period}).`,
        days === null
          ? `« ${excerpt(period)} » n’est pas une période de DHIS2.`
          : `Le cadre n’a pas de période du ${days.start} au ${days.end} (${period}).`,
        period,
        framework.periods.map(({ id }) => id).join(" | "),
      );
      continue;
    }
    const combo = entry.categoryOptionCombo;
    const categories =
      combo === undefined
        ? {}
        : (own(mapping.categoryOptionCombos, idOf(combo)) ??
          (DEFAULT_COMBINATION.includes(combo) ? {} : undefined));
    if (categories === undefined) {
      leave(
        "dhis2-combination-unmapped",
        `Category option combination ${combo} is not in the mapping.`,
        `La combinaison d’options ${combo} n’est pas dans la correspondance.`,
        combo ?? null,
        Object.keys(mapping.categoryOptionCombos).join(" | "),
      );
      continue;
    }
    const number = numberOf(entry);
    if (number === undefined && String(entry.value ?? "").trim() !== "") {
      unreadable.push(notANumber(index + 1, `${entry.dataElement}, ${period}`, String(entry.value), entry));
      continue;
    }
    if (number === undefined) {
      leave(
        "dhis2-no-value",
        `${entry.dataElement}, ${period}: there is no value.`,
        `${entry.dataElement}, ${period} : il n’y a pas de valeur.`,
        null,
        "a number, true or false",
      );
      continue;
    }
    const stamp = entry.lastUpdated ?? entry.created ?? set.completeDate;
    const recordedAt = stamp === undefined ? "1970-01-01" : stampOf(stamp);
    if (recordedAt === null) {
      leave(
        "dhis2-no-instant",
        `“${stamp}” is no time stamp.`,
        `« ${stamp} » n’est pas un horodatage.`,
        stamp ?? null,
        "2020-04-10T09:30:00.000+0000",
      );
      continue;
    }
    const unit = entry.orgUnit ?? set.orgUnit;
    const place = unit === undefined ? undefined : (own(mapping.orgUnits, idOf(unit)) ?? unit);
    if (unit !== undefined && own(mapping.orgUnits, idOf(unit)) === undefined && !unnamed.has(unit)) {
      unnamed.add(unit);
      findings.push(
        notice(
          "dhis2-unit-unnamed",
          "info",
          { path },
          `Organisation unit ${unit} has no name in the mapping; it is a place by its id.`,
          `L’unité d’organisation ${unit} n’a pas de nom dans la correspondance ; son identifiant en tient lieu.`,
          unit,
          null,
        ),
      );
    }
    const attribute = entry.attributeOptionCombo ?? set.attributeOptionCombo;
    const reporter =
      attribute === undefined ? undefined : own(mapping.attributeOptionCombos, idOf(attribute));
    // Two that are not in the mapping are two who report all the same: their values add up.
    const other =
      attribute === undefined || DEFAULT_COMBINATION.includes(attribute) ? undefined : idOf(attribute);
    const source = reporter ?? other ?? mapping.source;
    if (reporter === undefined && other !== undefined && !unnamed.has(other)) {
      unnamed.add(other);
      findings.push(
        notice(
          "dhis2-attribute-unnamed",
          "info",
          { path },
          `Attribute option combination ${other} has no name in the mapping; who reports is called by its id.`,
          `La combinaison d’attributs ${other} n’a pas de nom dans la correspondance ; son identifiant désigne qui rapporte.`,
          other,
          null,
        ),
      );
    }
    if (entry.followup === true)
      findings.push(
        notice(
          "dhis2-follow-up",
          "info",
          { path },
          `Indicator ${element.indicator}: this value is marked for follow-up in DHIS2.`,
          `Indicateur ${element.indicator} : cette valeur est signalée pour suivi dans DHIS2.`,
          number,
          null,
        ),
      );
    const allCategories = { ...element.categories, ...categories };
    const names = Object.keys(allCategories).sort();
    const observation: ParsedValue["observation"] = {
      indicator: element.indicator,
      period: ours.id,
      recordedAt,
      ...(source !== undefined && { source }),
      ...(place !== undefined && { place }),
      ...(names.length > 0 && { categories: allCategories }),
      ...(entry.comment !== undefined && { evidence: entry.comment }),
    };
    const key = JSON.stringify([
      element.indicator,
      ours.id,
      source,
      place,
      names.map((name) => [name, allCategories[name]]),
    ]);
    values.push({ key, part: element.part, number, observation, value: entry, path });
  }
  const observations = joined(values, leftOver, findings);
  return { ok: true, value: { observations, leftOver, unreadable }, findings };
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

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
    findings.push(
      notice(
        "dhis2-numerator-missing",
        "warning",
        { path },
        `Indicator ${observation.indicator}, ${observation.period}: a denominator without its numerator.`,
        `Indicateur ${observation.indicator}, ${observation.period} : un dénominateur sans son numérateur.`,
        dataValue.dataElement,
        "the numerator of the same period, place, source and categories",
      ),
    );
  }
  return observations;
}

const later = (a: string, b: string | undefined): string =>
  b === undefined || Date.parse(a) >= Date.parse(b) ? a : b;

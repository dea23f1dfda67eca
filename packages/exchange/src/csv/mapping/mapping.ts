import type { Bilingual, Problem, Result } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { type Calendar, periodOf } from "@cadre/core/observations";
import * as z from "zod";
import { parseMapping } from "../../mapping/check.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { decimalCommaOf } from "../../number.ts";
import { problem } from "../../reading.ts";
import type { Origin, TableLayout } from "../layout/layout.ts";
import type { TableHead } from "../text/head.ts";
import { DAY_ORDERS, type DayOrder, dayIn, orderOf, periodOfSpan } from "./days.ts";

const Column = z.strictObject({
  /** The heading, as it appears in the file. */
  column: z.string().min(1),
  /**
   * Names in the framework by the texts of the file: `{ "F": "female" }`; an empty name means all of the others together: `{ "Total": "" }`. A
   * text that is not listed is kept unchanged.
   */
  names: z.record(z.string(), z.string()).optional(),
});
const Constant = z.strictObject({
  /** The text that holds in all rows. */
  is: z.string().min(1),
});

/** Where a text comes from: a column of the file, or it is the same in all rows. */
export const TableOrigin = z.union([Column, Constant]).meta({ id: "TableOrigin" });
/** Where a text comes from: a column of the file, or it is the same in all rows. */
export type TableOrigin = z.infer<typeof TableOrigin>;

const Days = z.enum(DAY_ORDERS);

/**
 * Which period a row is of: a column that names it or gives its first and last day, a column of days that fall into it, a column each for its
 * first and last day, or always the same.
 */
export const TablePeriod = z
  .union([
    Column,
    z.strictObject({
      /** Heading of the column of days. */
      column: z.string().min(1),
      /** In which order the file writes year, month and day. */
      days: Days.default("year-month-day"),
      /** Which period a day falls into. */
      by: z.enum(["month", "quarter", "half-year", "year"]),
    }),
    z.strictObject({
      /** Heading of the column of first days. */
      start: z.string().min(1),
      /** Heading of the column of last days. */
      end: z.string().min(1),
      /** In which order the file writes year, month and day. */
      days: Days.default("year-month-day"),
      /** Periods of the framework by their days: `{ "2020-01-15/2021-01-14": "year 1" }`. Without it: as a calendar calls them. */
      names: z.record(z.string(), z.string()).optional(),
    }),
    Constant,
  ])
  .meta({ id: "TablePeriod" });
/** Which period a row is of. */
export type TablePeriod = z.infer<typeof TablePeriod>;

/** Columns that hold a value, and the categories, the indicator or the period that they are of beside what the row says. */
export const TableValue = z
  .strictObject({
    /** Heading of the column of numbers. Absent for a quotient. */
    value: z.string().optional(),
    /** Heading of the column of numerators, with `denominator`. */
    numerator: z.string().optional(),
    /** Heading of the column of denominators, with `numerator`. */
    denominator: z.string().optional(),
    /** Categories of all numbers of the column, by axis: `{ "sex": "female" }`. Axes that are not named: the row's. */
    categories: z.record(z.string(), z.string()).default({}),
    /** Code of the indicator. Absent: the row's. */
    indicator: z.string().optional(),
    /** Id of the period. Absent: the row's. */
    period: z.string().optional(),
  })
  .refine((columns) => columns.value !== undefined || columns.numerator !== undefined, {
    error: en.expectedValueOrRatio,
    params: { fr: fr.expectedValueOrRatio },
  })
  .meta({ id: "TableValue" });
/** Columns that hold a value. */
export type TableValue = z.infer<typeof TableValue>;

/** How the rows of a table become observations: written by hand, or guessed by {@link guessTableMapping} and looked over. */
export const TableMapping = z
  .strictObject({
    /** Says what the document is. */
    format: z.literal("cadre/table-mapping"),
    /** Version of the format. */
    version: z.literal(1),
    /** Which record of the file the headings are, from 1. */
    headingRow: z.int().positive().default(1),
    /** Records that make up the headings, from that one on. One above several columns is that of those to its right. */
    headingRowCount: z.int().positive().max(5).optional(),
    /** What divides columns. Absent: recognised in the file. */
    delimiter: z.enum([",", ";", "\t"]).optional(),
    /** How the file encodes characters. Absent: as its byte order mark says, UTF-8 where it has none. */
    encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]).optional(),
    /** Whether `1,5` is one and a half. Without it: where commas do not divide columns. */
    decimalComma: z.boolean().optional(),
    /** Records after the headings that are no data: units, hashtags. */
    skip: z.int().nonnegative().default(0),
    /** Which indicator a row is of. Absent: each of `values` says so. */
    indicator: TableOrigin.optional(),
    /** Which period a row is of. Absent: each of `values` says so. */
    period: TablePeriod.optional(),
    /** Who reports. Absent: observations name no source. */
    source: TableOrigin.optional(),
    /** Where. Absent: observations are of no place. */
    place: TableOrigin.optional(),
    /** When a row became known. Without it: from the beginning. */
    recordedAt: z
      .union([
        z.strictObject({
          /** Heading of the column of days. */
          column: z.string().min(1),
          /** In which order the file writes year, month and day. */
          days: Days.default("year-month-day"),
        }),
        Constant,
      ])
      .optional(),
    /** What a row rests on: a document, a list of participants. */
    evidence: TableOrigin.optional(),
    /** A training, a submission: rows that differ in it alone add up. */
    id: TableOrigin.optional(),
    /** Where the category of each axis is. An axis that is not named: rows are totals of it, unless `values` says otherwise. */
    axes: z.record(z.string(), TableOrigin).default({}),
    /** One: every row is an observation. Several: a row is one for each of them that is filled in. */
    values: z.array(TableValue).min(1),
    /** What becomes of rows without a value: in a plan those of periods to come have none. */
    withoutValue: z.enum(["refuse", "leave-out"]).default("refuse"),
  })
  .meta({ id: "TableMapping", description: "How the rows of a table become observations" });
/** How the rows of a table become observations. */
export type TableMapping = z.infer<typeof TableMapping>;

/** Validates a mapping document: by itself, and against the framework that it leads to. */
export const parseTableMapping = (input: unknown, framework: MeasurementFramework): Result<TableMapping> =>
  parseMapping(TableMapping, input, framework, ({ values, axes, indicator, period }, check) => {
    const checkPeriod = (path: string, id: string) => {
      const periods = framework.periods.map((each) => each.id);
      const what = message(en.unknownPeriod, fr.unknownPeriod, path, id);
      if (periods.length > 0 && !periods.includes(id))
        check.add("mapping-unknown-period", path, what, id, periods.join(" | "));
    };
    const lacks = (field: "indicator" | "period", origin: unknown, what: Bilingual) => {
      if (origin === undefined && !values.every((each) => each[field] !== undefined))
        check.add("mapping-incomplete", field, what, null, `${field}, or values/…/${field}`);
    };
    lacks("indicator", indicator, message(en.nothingSaysIndicator, fr.nothingSaysIndicator));
    lacks("period", period, message(en.nothingSaysPeriod, fr.nothingSaysPeriod));
    if (indicator !== undefined && "is" in indicator) check.indicator("indicator/is", indicator.is);
    else
      for (const [spelling, code] of Object.entries(indicator?.names ?? {}))
        check.indicator(`indicator/names/${spelling}`, code);
    if (period !== undefined && "is" in period) checkPeriod("period/is", period.is);
    // Nothing: the total.
    for (const [axis, origin] of Object.entries(axes))
      for (const category of "is" in origin ? [origin.is] : Object.values(origin.names ?? {}))
        if (category !== "") check.categories(`axes/${axis}`, { [axis]: category });
    for (const [index, value] of values.entries()) {
      check.categories(`values/${index}/categories`, value.categories);
      if (value.indicator !== undefined) check.indicator(`values/${index}/indicator`, value.indicator);
      if (value.period !== undefined) checkPeriod(`values/${index}/period`, value.period);
    }
  });

/** The headings of a file's columns: of several records, the parts of each from above. */
export function headingsOf(
  records: readonly (readonly string[])[],
  { headingRow, headingRowCount = 1 }: Pick<TableMapping, "headingRow" | "headingRowCount">,
): string[] {
  const lines = records.slice(headingRow - 1, headingRow - 1 + headingRowCount);
  const cell = (line: number, column: number) => lines[line]?.[column]?.trim() ?? "";
  const above = lines.map(() => "");
  return Array.from({ length: Math.max(0, ...lines.map(({ length }) => length)) }, (_, column) => {
    const parts = lines.map((_, line) => {
      const isDivided = lines.some((_, below) => below > line && cell(below, column) !== "");
      const own = cell(line, column);
      above[line] = own !== "" || !isDivided ? own : (above[line] ?? "");
      return above[line] ?? "";
    });
    return [...new Set(parts.filter((part) => part !== ""))].join(" ");
  });
}

/** The layout of a file by a mapping, or what the mapping names that the file does not have. */
export function layoutOfMapping(
  mapping: TableMapping,
  { records, delimiter }: TableHead,
): TableLayout | Problem[] {
  const headings = headingsOf(records, mapping);
  const problems: Problem[] = [];
  const columnAt = (path: string, heading: string): number => {
    const found = headings.indexOf(heading.trim());
    const twice = found >= 0 && headings.lastIndexOf(heading.trim()) !== found;
    if (found >= 0 && !twice) return found;
    const what = twice
      ? message(en.columnCalledLikeAnother, fr.columnCalledLikeAnother, path, heading)
      : message(en.unknownColumn, fr.unknownColumn, path, heading);
    const code = twice ? "columns-ambiguous" : "mapping-unknown-column";
    problems.push(problem(code, path, what, heading, headings.slice(0, 20).join(" | ") || "headings"));
    return 0;
  };
  const originOf = (path: string, origin: TableOrigin): Origin => {
    if ("is" in origin) return origin;
    const names = new Map(Object.entries(origin.names ?? {}));
    const column = columnAt(path, origin.column);
    return names.size === 0 ? { column } : { column, read: (text) => names.get(text) ?? text };
  };
  const texts: TableLayout["texts"] = {};
  for (const field of ["indicator", "source", "place", "evidence", "id"] as const) {
    const origin = mapping[field];
    if (origin !== undefined) texts[field] = originOf(field, origin);
  }
  const { period, recordedAt } = mapping;
  if (period !== undefined) {
    const names = new Map(Object.entries("names" in period ? (period.names ?? {}) : {}));
    const ofDay = (text: string, { by, days }: { by: Calendar; days: DayOrder }) => {
      const day = dayIn(text, days);
      return (/^\d{4}-\d{2}-\d{2}/.test(day) ? periodOf(day.slice(0, 10), by)?.id : undefined) ?? text;
    };
    if ("is" in period) texts.period = period;
    else if ("by" in period)
      texts.period = { column: columnAt("period", period.column), read: (text) => ofDay(text, period) };
    else if ("start" in period)
      texts.period = {
        column: columnAt("period/start", period.start),
        until: columnAt("period/end", period.end),
        read: (text) => periodOfSpan(text, period.days, names),
      };
    else {
      const read = (text: string) => names.get(text) ?? periodOfSpan(text, orderOf(text), names);
      texts.period = { column: columnAt("period", period.column), read };
    }
  }
  if (recordedAt !== undefined)
    texts.recordedAt =
      "is" in recordedAt
        ? recordedAt
        : {
            column: columnAt("recordedAt", recordedAt.column),
            read: (text) => dayIn(text, recordedAt.days),
          };
  const axes = Object.entries(mapping.axes).map(([name, origin]) => ({
    name,
    origin: originOf(`axes/${name}`, origin),
  }));
  const values = mapping.values.map(({ categories, indicator, period, ...columns }, index) => ({
    columns: Object.fromEntries(
      Object.entries(columns).flatMap(([field, heading]) =>
        heading === undefined ? [] : [[field, columnAt(`values/${index}/${field}`, heading)]],
      ),
    ),
    categories,
    ...(indicator !== undefined && { indicator }),
    ...(period !== undefined && { period }),
  }));
  if (problems.length > 0) return problems;
  return {
    ...{ columns: headings.length, nameless: [], texts, axes, values, withoutValue: mapping.withoutValue },
    skip: mapping.headingRow + (mapping.headingRowCount ?? 1) - 1 + mapping.skip,
    decimalComma: mapping.decimalComma ?? decimalCommaOf(delimiter),
  };
}

/** A mapping that was guessed, and what is to be looked over. */
export interface GuessedMapping {
  /** As complete as the file allows; {@link parseTableMapping} says what is missing. */
  mapping: TableMapping;
  /** What the file does not show, and columns that were passed over. */
  notes: Bilingual[];
}

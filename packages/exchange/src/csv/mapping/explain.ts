import type { Bilingual } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { indicatorName } from "../../mapping/check.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import type { TableMapping, TableOrigin, TablePeriod, TableValue } from "./mapping.ts";

const calendarName = (calendar: "month" | "quarter" | "half-year" | "year"): Bilingual =>
  ({
    month: message(en.month, fr.month),
    quarter: message(en.quarter, fr.quarter),
    "half-year": message(en.halfYear, fr.halfYear),
    year: message(en.year, fr.year),
  })[calendar];

function originText(origin: TableOrigin | TablePeriod): Bilingual {
  if ("start" in origin) return message(en.fromColumnTo, fr.fromColumnTo, origin.start, origin.end);
  if ("is" in origin) return message(en.always, fr.always, origin.is);
  const column = message(en.column, fr.column, origin.column);
  if ("by" in origin) return message(en.calendarOfDay, fr.calendarOfDay, calendarName(origin.by), column);
  const names = Object.entries(origin.names ?? {}).map(([spelling, name]) => `${spelling} → ${name}`);
  if (names.length === 0) return column;
  const shown = names.slice(0, 6).join(", ") + (names.length > 6 ? ", …" : "");
  return message("{0} ({1})", "{0} ({1})", column, shown);
}

function valueText(columns: TableValue, framework: MeasurementFramework): Bilingual {
  const { value, numerator = "", denominator, categories, indicator, period } = columns;
  const of = [
    ...(indicator === undefined ? [] : [indicatorName(framework, indicator)]),
    ...(period === undefined ? [] : [period]),
    ...Object.entries(categories).map(([axis, category]) => `${axis} = ${category}`),
  ].join(", ");
  const shown = of === "" ? "" : message(en.ofWhat, fr.ofWhat, of);
  return value !== undefined
    ? message(en.columnIsValue, fr.columnIsValue, value, shown)
    : message(en.columnsAreQuotient, fr.columnsAreQuotient, numerator, String(denominator), shown);
}

/** A mapping in sentences, to be read by those who know the file and not the format. */
export function explainTableMapping(mapping: TableMapping, framework: MeasurementFramework): Bilingual[] {
  const {
    headingRow: headings,
    skip,
    headingRowCount: headingRows = 1,
    axes,
    values,
    withoutValue,
  } = mapping;
  const fields: [origin: TableOrigin | TablePeriod | undefined, sentence: (from: Bilingual) => Bilingual][] =
    [
      [mapping.indicator, (from) => message(en.indicatorIs, fr.indicatorIs, from)],
      [mapping.period, (from) => message(en.periodIs, fr.periodIs, from)],
      [mapping.source, (from) => message(en.sourceIs, fr.sourceIs, from)],
      [mapping.place, (from) => message(en.placeIs, fr.placeIs, from)],
      [mapping.recordedAt, (from) => message(en.recordedAtIs, fr.recordedAtIs, from)],
      [mapping.evidence, (from) => message(en.evidenceIs, fr.evidenceIs, from)],
      [mapping.id, (from) => message(en.idIs, fr.idIs, from)],
    ];
  for (const [axis, origin] of Object.entries(axes))
    fields.push([origin, (from) => message(en.categoryIs, fr.categoryIs, axis, from)]);
  return [
    message(en.headingsIn, fr.headingsIn, headings, skip + headingRows),
    ...fields.flatMap(([origin, sentence]) => (origin === undefined ? [] : [sentence(originText(origin))])),
    ...values.map((value) => valueText(value, framework)),
    ...(withoutValue === "leave-out" ? [message(en.valuelessLeftOut, fr.valuelessLeftOut)] : []),
  ];
}

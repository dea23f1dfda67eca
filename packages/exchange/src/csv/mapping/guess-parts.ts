import type { MeasurementFramework } from "@cadre/core/aggregate";
import { periodOf } from "@cadre/core/observations";
import { periodOfDays } from "../../mapping/period-of-days.ts";
import { type DecimalComma, valueIn } from "../../number.ts";
import { categoriesOfHeading, categoryOf, folded, isHeadingOf, isTotal } from "../layout/likeness.ts";
import { type DayOrder, dayIn, isDay, orderOf, periodCalled, periodOfSpan } from "./days.ts";
import { type Column, type Columns, distinct, MAX, namesFor, shareOf } from "./guess-columns.ts";
import type { TableOrigin, TablePeriod, TableValue } from "./mapping.ts";

export function indicatorIn(columns: Columns, { indicators }: MeasurementFramework): TableOrigin | undefined {
  const codes = new Set(indicators.map(({ code }) => code));
  const byCode = columns.take((column) => shareOf(column, (cell) => codes.has(cell)));
  if (byCode !== null) return { column: byCode.heading };
  const texts = new Map(indicators.map(({ code, text = "" }) => [folded(text), code]));
  texts.delete("");
  const byText = columns.take((column) => shareOf(column, (cell) => texts.has(folded(cell))));
  const column = byText ?? columns.named("indicator");
  if (column === null) return undefined;
  const names = byText === null ? {} : namesFor(distinct(byText), (cell) => texts.get(folded(cell)));
  return { column: column.heading, ...names };
}

/** Columns of numbers that are called as an indicator is, by code or text, with or without a group: one column for each indicator. */
export function indicatorColumns(
  columns: Columns,
  { indicators, axes }: MeasurementFramework,
  numeric: (column: Column) => boolean,
): TableValue[] {
  const found = columns.left.flatMap((column): TableValue[] => {
    const heading = folded(column.heading);
    if (!numeric(column) && column.cells.length > 0) return [];
    for (const { code, text = "" } of indicators)
      for (const name of [folded(code), folded(text)].filter(Boolean)) {
        if (heading === name) return [{ value: column.heading, indicator: code, categories: {} }];
        if (!heading.startsWith(`${name} `)) continue;
        const categories = categoriesOfHeading(heading.slice(name.length), axes);
        if (categories !== null) return [{ value: column.heading, indicator: code, categories }];
      }
    return [];
  });
  columns.drop(found.map(({ value }) => value));
  return found;
}

/** The framework's own names of periods, by the days that a table gives, where they are not the calendar's. */
function ownNames(
  spans: readonly string[],
  periods: MeasurementFramework["periods"],
  days: DayOrder,
): ReturnType<typeof namesFor> {
  const own = new Map(periods.map(({ id, start, end }) => [periodOfDays(start, end).id, id]));
  return namesFor(
    spans.map((span) => periodOfSpan(span, days, new Map())),
    (id) => own.get(id),
  );
}

/** Two columns of days that are named as the beginning and the end of a period. */
export function spanIn(columns: Columns, { periods }: MeasurementFramework): TablePeriod | undefined {
  const column = (what: string) =>
    columns.left.find((each) => isHeadingOf(each.heading, what) && shareOf(each, isDay) >= MAX);
  const [start, end] = [column("start"), column("end")];
  if (start === undefined || end === undefined) return undefined;
  columns.drop([start.heading, end.heading]);
  const days = orderOf(start.cells[0] ?? "");
  const spans = start.cells.map((from, index) => `${from} - ${end.cells[index] ?? ""}`);
  return { start: start.heading, end: end.heading, days, ...ownNames(spans, periods, days) };
}

/** The framework's own names of periods, or the calendar's, by labels that mean them and are not those. */
const labelsOf = (labels: readonly string[], periods: MeasurementFramework["periods"]) =>
  namesFor(labels, (label) => {
    const period = periods.some(({ id }) => id === label) ? null : periodCalled(label);
    const same = periods.find(({ start, end }) => start === period?.start && end === period.end);
    return same?.id ?? period?.id;
  });

export function periodIn(columns: Columns, framework: MeasurementFramework): TablePeriod | undefined {
  const { periods } = framework;
  const ids = new Set(periods.map(({ id }) => id));
  const isSpan = (cell: string) => periodOfSpan(cell, orderOf(cell), new Map()) !== cell;
  const isPeriod = (cell: string) =>
    ids.has(cell) ||
    isSpan(cell) ||
    (periodCalled(cell) !== null && (!/^\d{4}$/.test(cell) || /^(19|20)/.test(cell)));
  const named = columns.take(
    (column) => (isHeadingOf(column.heading, "period") ? 2 : 0) + shareOf(column, isPeriod),
  );
  if (named !== null) {
    const texts = distinct(named);
    const spans = texts.filter(isSpan);
    const { names } = ownNames(spans, periods, orderOf(spans[0] ?? ""));
    const all = { ...names, ...labelsOf(texts, periods).names };
    return { column: named.heading, ...(Object.keys(all).length > 0 && { names: all }) };
  }
  const span = spanIn(columns, framework);
  if (span !== undefined) return span;
  const dated = columns.take((column) => shareOf(column, isDay));
  if (dated === null) return undefined;
  const days = orderOf(dated.cells[0] ?? "");
  const first = dayIn(dated.cells[0] ?? "", days).slice(0, 10);
  const calendars = ["quarter", "half-year", "year", "month"] as const;
  const by = calendars.find((calendar) => ids.has(periodOf(first, calendar)?.id ?? "")) ?? "quarter";
  return { column: dated.heading, days, by };
}

export function axesIn(columns: Columns, { axes }: MeasurementFramework): Record<string, TableOrigin> {
  const found: Record<string, TableOrigin> = {};
  for (const axis of axes) {
    const { name } = axis;
    const column =
      columns.take((each) => shareOf(each, (cell) => isTotal(cell) || categoryOf(cell, axis) !== null)) ??
      columns.named(name);
    if (column === null) continue;
    const names = namesFor(distinct(column), (cell) => (isTotal(cell) ? "" : categoryOf(cell, axis)));
    found[name] = { column: column.heading, ...names };
  }
  return found;
}

export function valuesIn(
  columns: Columns,
  framework: MeasurementFramework,
  decimalComma: DecimalComma,
  withoutIndicator: boolean,
): TableValue[] {
  const isNumber = (cell: string) => typeof valueIn(cell, decimalComma) === "number";
  const numeric = (column: Column) => shareOf(column, isNumber) >= MAX;
  const named = (what: string) =>
    columns.first(
      (column) => isHeadingOf(column.heading, what) && (column.cells.length === 0 || numeric(column)),
    )?.heading;
  const byIndicator = withoutIndicator ? indicatorColumns(columns, framework, numeric) : [];
  if (byIndicator.length > 0) return byIndicator;
  // A system's export has columns for quotients in tables of counts, too.
  const filled = (what: string) =>
    columns.left.some(({ heading, cells }) => isHeadingOf(heading, what) && cells.length > 0);
  const [numerator, denominator] =
    filled("numerator") || !filled("value") ? [named("numerator"), named("denominator")] : [];
  const value = named("value");
  const wide = columns.left.flatMap((column): TableValue[] => {
    const categories = numeric(column) ? categoriesOfHeading(column.heading, framework.axes) : null;
    return categories === null ? [] : [{ value: column.heading, categories }];
  });
  columns.drop(wide.map(({ value }) => value));
  const row: TableValue[] =
    numerator !== undefined
      ? [{ numerator, ...(denominator !== undefined && { denominator }), categories: {} }]
      : value !== undefined
        ? [{ value, categories: {} }]
        : [];
  if (row.length + wide.length > 0) return [...row, ...wide];
  const last = columns.first(numeric);
  return last === null ? [] : [{ value: last.heading, categories: {} }];
}

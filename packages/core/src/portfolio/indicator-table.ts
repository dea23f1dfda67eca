import { withDerived } from "../derived/index.ts";
import { indicatorsOf, VALUE_COLUMNS, type ValueColumn } from "../document/index.ts";
import { assess, projectTime, type Status } from "../indicators/index.ts";
import type { CalendarDate } from "../values/date.ts";
import type { Value } from "../values/value.ts";
import { boundsOf, numberOf, type ValueState, valueState } from "../values/value-number.ts";
import { type PortfolioReport, projectKey, type ReportIndicator } from "./portfolio.ts";

/** One value of one indicator of one report: a row of the long table, the shape that DuckDB, R and spreadsheets pivot. */
export interface IndicatorTableRow extends ReportIndicator {
  /** Title of the project; `null` where the report does not say. */
  title: string | null;
  /** As written; `null` where the report does not say. */
  country: string | null;
  /** Semi-annual, annual or final; `null` where it does not say, or is no progress report. */
  reportType: string | null;
  /** Calendar year that it reports on; `null` as `reportType`. */
  year: number | null;
  /** The day that the report speaks for. */
  asOf: CalendarDate | null;
  /** Whether it is an indicator of an outcome or of an output. */
  level: "outcome" | "output";
  /** Code of the outcome that it belongs to, directly or through its output. */
  outcome: string;
  /** Code of its output; `null` for an indicator of an outcome. */
  output: string | null;
  /** Which of the four values the row is: baseline, target, milestone or actual. */
  column: ValueColumn;
  /** The part of a breakdown; `null` for the whole value. */
  part: string | null;
  /** A number (zero is one), to be determined, none, text, or withheld to protect people: five things that an empty cell could not distinguish. */
  kind: ValueState;
  /** The number; `null` where the cell states no single one. */
  value: number | null;
  /** The least that the cell leaves possible; the number itself where it is exact, `null` where it says nothing or nothing bounds it. */
  low: number | null;
  /** The most that the cell leaves possible, as `low`. */
  high: number | null;
  /** Unit as written: `%`, `personnes`; `null` where the cell names none. */
  unit: string | null;
  /** How the number is meant: `at-least`, `about`, `change`; `null` where it is exact. */
  qualifier: string | null;
  /** The cell as it was written. */
  written: string | null;
  /** Of the row of the actual; `null` in the others. */
  percentOfTarget: number | null;
  /** Share of the way from baseline to target, never capped, of the row of the actual; `null` in the others and where it has no meaning. */
  progress: number | null;
  /** How the indicator stands, of the row of the actual; `null` in the others and where nothing can be said. */
  status: Status["status"];
}

/** The columns of the long table in their order. */
export const INDICATOR_TABLE_COLUMNS = [
  "project",
  "title",
  "country",
  "report",
  "reportType",
  "year",
  "asOf",
  "level",
  "outcome",
  "output",
  "indicator",
  "text",
  "column",
  "part",
  "kind",
  "value",
  "low",
  "high",
  "unit",
  "qualifier",
  "written",
  "percentOfTarget",
  "progress",
  "status",
] as const satisfies readonly (keyof IndicatorTableRow)[];

const textOf = (value: Value): string | null =>
  value.kind === "text" ? value.text : value.kind === "tbd" ? (value.note ?? null) : null;

/** Every value of every indicator of a report, in the report's order: its columns, and the parts of each. */
function rowsOf({ name, document }: PortfolioReport, on: CalendarDate | undefined): IndicatorTableRow[] {
  const { project, report } = document;
  const time = projectTime(document, { on });
  const whole = {
    project: projectKey(document, name),
    title: project.title,
    country: project.country,
    report: name,
    reportType: report?.type ?? null,
    year: report?.year ?? null,
    asOf: report?.asOf ?? null,
  };
  const outcomeOf = new Map(
    document.outcomes.flatMap(({ code, outputs }) => outputs.map((output) => [output.code, code] as const)),
  );
  return indicatorsOf(document).flatMap(({ level, parent, indicator }) => {
    const { percentOfTarget, progress, status } = assess(indicator, time);
    return VALUE_COLUMNS.flatMap((column): IndicatorTableRow[] => {
      const { value, breakdown, raw } = indicator[column];
      const number = value.kind === "number" ? value : null;
      const bounds = boundsOf(value);
      const isActual = column === "actual";
      const row: IndicatorTableRow = {
        ...whole,
        level,
        outcome: outcomeOf.get(parent) ?? parent,
        output: level === "output" ? parent : null,
        indicator: indicator.code,
        text: indicator.text,
        column,
        part: null,
        kind: valueState(value),
        value: number === null ? null : numberOf(value),
        low: bounds?.low ?? null,
        high: bounds?.high ?? null,
        unit: number?.unit ?? null,
        qualifier: number?.qualifier ?? null,
        written: raw ?? textOf(value),
        percentOfTarget: isActual ? percentOfTarget : null,
        progress: isActual ? progress : null,
        status: isActual ? status.status : null,
      };
      const parts = (breakdown?.parts ?? []).map(
        (part): IndicatorTableRow => ({
          ...row,
          part: part.label,
          kind: "number",
          value: part.value,
          low: part.value,
          high: part.value,
          qualifier: null,
          written: null,
          percentOfTarget: null,
          progress: null,
          status: null,
        }),
      );
      const suppressed = (breakdown?.suppressed ?? []).map(
        (part): IndicatorTableRow => ({
          ...row,
          ...{ part, kind: "suppressed", value: null, low: null, high: null, qualifier: null, written: null },
          ...{ percentOfTarget: null, progress: null, status: null },
        }),
      );
      return [row, ...parts, ...suppressed];
    });
  });
}

/**
 * The long table of a portfolio: project × report × indicator × column.
 * @param options.on the day that statuses are for. Default: each report's own day.
 */
export const indicatorTableRows = (
  reports: readonly PortfolioReport[],
  options: { on?: CalendarDate } = {},
): IndicatorTableRow[] =>
  reports.flatMap((report) => rowsOf({ ...report, document: withDerived(report.document) }, options.on));

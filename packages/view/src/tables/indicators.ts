import { boundsOf, numberOf, type Value } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { html, type Markup, type Part } from "../markup/index.ts";
import { type Column, messagesIn } from "../messages/index.ts";
import { type FindingRow, type IndicatorRow, statusKeyOf } from "../results/index.ts";
import { badge, rangeBar, reasonCell, sparkline, targetBar, valueCell } from "../shapes/index.ts";
import { STATUS_FILLS, STATUS_KEYS } from "../theme/index.ts";
import type { SortKey, SortRange } from "./data.ts";
import { findingSymbol } from "./findings.ts";
import { indicatorFields, partsText } from "./indicator-fields.ts";
import { rangeText, type ShareRow, shareRange, shareText } from "./shares.ts";
import type { TableColumn } from "./table.ts";

/** What a table of indicators is drawn with. */
export interface IndicatorDrawing {
  language: DisplayLanguage;
  findings: readonly FindingRow[];
  /** Prefix of the patterns' ids. */
  prefix: string;
  /** Whether any row has a series, so that there is a column for it. */
  trend: boolean;
  /** What is in the cell of the code: a button, in the dashboard. */
  code?: (row: IndicatorRow) => Part;
}

/** The parts of a value in words, beside it: `140 men · 40 women`. No line of them begins with the point. */
function partsNote(
  { parts }: IndicatorRow,
  column: "target" | "actual",
  language: DisplayLanguage,
): Markup | null {
  const found = parts.find((each) => each.column === column);
  return found === undefined
    ? null
    : html`<small class="cadre-parts">${partsText(found, language, "\u00a0· ")}</small>`;
}

/** Percent of target (progress, where less is better) as a bar with its number, or the reason why there is none: no bar then. */
export function targetCell(
  row: ShareRow & Pick<IndicatorRow, "status">,
  { language, prefix }: Pick<IndicatorDrawing, "language" | "prefix">,
): Markup {
  const { reasons } = messagesIn(language);
  const shown = shareText(row, language);
  if (shown === null) return reasonCell(reasons[row.reason ?? "no-actual"]);
  const fill = STATUS_FILLS[statusKeyOf(row)];
  const solid = row.status === null ? { ...fill, fill: "#55606c", pattern: "none" as const } : fill;
  const label = row.percentOfTarget === null ? shown.text : undefined;
  return html`<span class="cadre-barcell">${targetBar(shown.share, solid, prefix, language, label)} <span class="cadre-number">${shown.text}</span></span>`;
}

function rangeCell(range: SortRange, language: DisplayLanguage): Markup {
  const text = rangeText(range, language);
  const label = messagesIn(language).charts.bar(text);
  return html`<span class="cadre-barcell">${rangeBar(range.low ?? 0, range.high, label)} <span class="cadre-number">${text}</span></span>`;
}

/** A value as it is sorted: by the level that it states, or the range that it allows. */
const valueKey = (value: Value): SortKey => boundsOf(value) ?? numberOf(value);

/** A row's status with its sign, or why there is none. */
export function statusCell(row: IndicatorRow, language: DisplayLanguage): Markup {
  const { statuses, statusMeanings, reasons } = messagesIn(language);
  const statusKey = statusKeyOf(row);
  const fill = STATUS_FILLS[statusKey];
  if (statusKey !== "unknown") return badge(statuses[statusKey], fill, statusMeanings[statusKey]);
  return row.statusReason === null || row.statusReason === row.reason
    ? badge(statuses.unknown, fill, statusMeanings.unknown)
    : badge(reasons[row.statusReason], fill, statuses.unknown);
}

/** The columns of a table of indicators. */
export function indicatorColumns(drawing: IndicatorDrawing): TableColumn<IndicatorRow>[] {
  const { language, findings, trend, code = (row: IndicatorRow) => row.code } = drawing;
  const fields = indicatorFields(language);
  const noticed = (row: IndicatorRow, ...columns: (Column | "title" | "text" | null)[]) =>
    findingSymbol(
      row.findings.flatMap((index) => {
        const finding = findings[index];
        return finding !== undefined && columns.includes(finding.subject.column as Column) ? [finding] : [];
      }),
      language,
    );
  const item = (column: "baseline" | "target" | "milestone" | "actual"): TableColumn<IndicatorRow> => ({
    column,
    numeric: true,
    sort: (row) => valueKey(row[column]),
    fields: fields[column],
    cell: (row) =>
      html`${noticed(row, column)}${valueCell(row[column], language)}${
        (column === "target" || column === "actual") && partsNote(row, column, language)
      }`,
  });
  return [
    { column: "code", cell: code, sort: (row) => row.code, fields: fields.code },
    {
      column: "indicator",
      heads: true,
      sort: ({ text }) => text,
      fields: fields.indicator,
      cell: (row) => html`${row.text}${noticed(row, "text", "title", "remark", null)}`,
    },
    item("baseline"),
    item("milestone"),
    item("actual"),
    item("target"),
    ...(trend
      ? [
          {
            column: "trend" as const,
            fields: fields.trend,
            cell: (row: IndicatorRow) =>
              sparkline(row.series, language) ?? reasonCell(messagesIn(language).none),
          },
        ]
      : []),
    {
      column: "percentOfTarget",
      largestFirst: true,
      sort: (row) => shareText(row, language)?.share ?? shareRange(row),
      fields: fields.percentOfTarget,
      cell: (row) => {
        const range = shareRange(row);
        return range === null ? targetCell(row, drawing) : rangeCell(range, language);
      },
    },
    {
      column: "status",
      sort: ({ status }) => (status === null ? null : STATUS_KEYS.indexOf(status)),
      fields: fields.status,
      cell: (row) => statusCell(row, language),
    },
  ];
}

import { boundsOf, formatPercent, type Language, numberOf } from "@cadre/core";
import type { GoalReason } from "@cadre/core/aggregate";
import { html, type Markup, type Part } from "../markup/index.ts";
import { type Column, MESSAGES } from "../messages/index.ts";
import { type FindingRow, type IndicatorRow, statusKeyOf } from "../results/index.ts";
import { badge, numberText, rangeBar, reasonCell, sparkline, targetBar, valueCell } from "../shapes/index.ts";
import { STATUS_FILLS } from "../theme/index.ts";
import { findingSymbol } from "./findings.ts";
import type { TableColumn } from "./table.ts";

/** What a table of indicators is drawn with. */
export interface IndicatorDrawing {
  language: Language;
  findings: readonly FindingRow[];
  /** Prefix of the patterns' ids. */
  prefix: string;
  /** Whether any row has a series, so that there is a column for it. */
  trend: boolean;
  /** What is in the cell of the code: a button, in the dashboard. */
  code?: (row: IndicatorRow) => Part;
}

/** The parts of a value in words, beside it: `140 men, 40 women, 40 young people`. */
function partsNote({ parts }: IndicatorRow, column: "target" | "actual", language: Language): Markup | null {
  const found = parts.find((each) => each.column === column);
  if (found === undefined) return null;
  const messages = found.parts.map(({ label, value }) => `${numberText(value, null, language)} ${label}`);
  return html`<small class="cadre-parts">${messages.join(" · ")}</small>`;
}

/** What percent of target is shown of. */
export interface ShareRow extends Pick<IndicatorRow, "percentOfTarget" | "progress"> {
  reason: IndicatorRow["reason"] | GoalReason;
}

/** What a bar shows of an indicator: percent of target, or the progress from baseline to target where less is better. */
export function shareText(
  { percentOfTarget, progress, reason }: ShareRow,
  language: Language,
): { share: number; text: string } | null {
  if (percentOfTarget !== null)
    return { share: percentOfTarget, text: formatPercent(percentOfTarget, language, 0) };
  if (reason !== "decreasing-indicator" || progress === null) return null;
  return { share: progress, text: MESSAGES[language].progressOf(formatPercent(progress, language, 0)) };
}

/** Percent of target (progress, where less is better) as a bar with its number, or the reason why there is none: no bar then. */
export function targetCell(
  row: ShareRow & Pick<IndicatorRow, "status">,
  { language, prefix }: Pick<IndicatorDrawing, "language" | "prefix">,
): Markup {
  const { reasons } = MESSAGES[language];
  const shown = shareText(row, language);
  if (shown === null) return reasonCell(reasons[row.reason ?? "no-actual"]);
  const fill = STATUS_FILLS[statusKeyOf(row)];
  const solid = row.status === null ? { ...fill, fill: "#55606c", pattern: "none" as const } : fill;
  const label = row.percentOfTarget === null ? shown.text : undefined;
  return html`<span class="cadre-barcell">${targetBar(shown.share, solid, prefix, language, label)} <span class="cadre-number">${shown.text}</span></span>`;
}

/** Percent of target where only bounds of the value are known, as a range; `null` where the target is no exact number above zero. */
function rangeCell({ actual, target, baseline }: IndicatorRow, language: Language): Markup | null {
  const [value, goal] = [boundsOf(actual), boundsOf(target)];
  const from = numberOf(baseline);
  if (value === null || value.low === value.high || goal === null || goal.low === null) return null;
  // Less than nothing, and less is better: a share of the target says nothing there.
  if (goal.low !== goal.high || goal.low <= 0 || (from !== null && from > goal.low)) return null;
  const goalValue = goal.low;
  const share = (end: number | null) => (end === null ? null : end / goalValue);
  const percent = (end: number) => formatPercent(end, language, 0);
  const [low, high] = [share(value.low), share(value.high)];
  const { atLeast, atMost, between } = MESSAGES[language];
  const text =
    low === null
      ? atMost(percent(high ?? 0))
      : high === null
        ? atLeast(percent(low))
        : between(percent(low), percent(high));
  const label = MESSAGES[language].charts.bar(text);
  return html`<span class="cadre-barcell">${rangeBar(low ?? 0, high, label)} <span class="cadre-number">${text}</span></span>`;
}

/** A row's status with its sign, or why there is none. */
export function statusCell(row: IndicatorRow, language: Language): Markup {
  const { statuses, statusMeanings, reasons } = MESSAGES[language];
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
    cell: (row) =>
      html`${valueCell(row[column], language)}${noticed(row, column)}${
        (column === "target" || column === "actual") && partsNote(row, column, language)
      }`,
  });
  return [
    { column: "code", cell: code },
    {
      column: "indicator",
      heads: true,
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
            cell: (row: IndicatorRow) =>
              sparkline(row.series, language) ?? reasonCell(MESSAGES[language].none),
          },
        ]
      : []),
    {
      column: "percentOfTarget",
      cell: (row) =>
        (row.reason === "bounds-only" ? rangeCell(row, language) : null) ?? targetCell(row, drawing),
    },
    { column: "status", cell: (row) => statusCell(row, language) },
  ];
}

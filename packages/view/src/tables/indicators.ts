import { formatPercent, type Language } from "@cadre/core";
import { html, type Markup, type Part } from "../markup/index.ts";
import { type Column, WORDS } from "../messages/index.ts";
import { type FindingRow, type IndicatorRow, standOf } from "../results/index.ts";
import { badge, numberWords, reasonCell, sparkline, targetBar, valueCell } from "../shapes/index.ts";
import { STAND_INKS } from "../theme/index.ts";
import { findingMark } from "./findings.ts";
import type { TableColumn } from "./table.ts";

/** What a table of indicators is drawn with. */
export interface IndicatorDrawing {
  language: Language;
  findings: readonly FindingRow[];
  /** Prefix of the patterns' ids. */
  prefix: string;
  /** Whether any row has a series, so that there is a column for it. */
  trend: boolean;
  /** What stands in the cell of the code: a button, in the dashboard. */
  code?: (row: IndicatorRow) => Part;
}

/** The parts of a figure in words, beside it: `140 men, 40 women, 40 young people`. */
function partsNote({ parts }: IndicatorRow, column: "target" | "actual", language: Language): Markup | null {
  const found = parts.find((each) => each.column === column);
  if (found === undefined) return null;
  const words = found.parts.map(({ label, value }) => `${numberWords(value, null, language)} ${label}`);
  return html`<small class="cadre-parts">${words.join(" · ")}</small>`;
}

/** Percent of target as a bar with its figure, or the reason why there is none: no bar then. */
export function targetCell(row: IndicatorRow, { language, prefix }: IndicatorDrawing): Markup {
  const { reasons } = WORDS[language];
  if (row.percentOfTarget === null) return reasonCell(reasons[row.reason ?? "no-actual"]);
  const ink = STAND_INKS[standOf(row)];
  const solid = row.status === null ? { ...ink, fill: "#55606c", pattern: "none" as const } : ink;
  return html`<span class="cadre-barcell">${targetBar(row.percentOfTarget, solid, prefix, language)} <span class="cadre-number">${formatPercent(row.percentOfTarget, language, 0)}</span></span>`;
}

/** A row's status with its sign, or why there is none. */
export function statusCell(row: IndicatorRow, language: Language): Markup {
  const { stands, standMeanings, reasons } = WORDS[language];
  const stand = standOf(row);
  const ink = STAND_INKS[stand];
  if (stand !== "unknown") return badge(stands[stand], ink, standMeanings[stand]);
  return row.statusReason === null || row.statusReason === row.reason
    ? badge(stands.unknown, ink, standMeanings.unknown)
    : badge(reasons[row.statusReason], ink, stands.unknown);
}

/** The columns of a table of indicators. */
export function indicatorColumns(drawing: IndicatorDrawing): TableColumn<IndicatorRow>[] {
  const { language, findings, trend, code = (row: IndicatorRow) => row.code } = drawing;
  const noticed = (row: IndicatorRow, ...columns: (Column | "title" | "text" | null)[]) =>
    findingMark(
      row.findings.flatMap((place) => {
        const finding = findings[place];
        return finding !== undefined && columns.includes(finding.subject.column as Column) ? [finding] : [];
      }),
      language,
    );
  const figure = (column: "baseline" | "target" | "milestone" | "actual"): TableColumn<IndicatorRow> => ({
    column,
    figure: true,
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
    figure("baseline"),
    figure("milestone"),
    figure("actual"),
    figure("target"),
    ...(trend
      ? [
          {
            column: "trend" as const,
            cell: (row: IndicatorRow) => sparkline(row.series, language) ?? reasonCell(WORDS[language].none),
          },
        ]
      : []),
    { column: "percentOfTarget", cell: (row) => targetCell(row, drawing) },
    { column: "status", cell: (row) => statusCell(row, language) },
  ];
}

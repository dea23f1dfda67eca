import { formatDate, formatNumber, type Language } from "@cadre/core";
import { html, type Markup, type Part } from "../markup/index.ts";
import { MESSAGES } from "../messages/index.ts";
import { type ActivityRow, type FindingRow, isLate, type LateCode } from "../results/index.ts";
import { axisLabels, badge, reasonCell, strip, type TimeAxis } from "../shapes/index.ts";
import { STATE_FILLS } from "../theme/index.ts";
import { findingSymbol } from "./findings.ts";
import type { TableColumn } from "./table.ts";

/** What a table of activities is drawn with. */
export interface ActivityDrawing {
  language: Language;
  findings: readonly FindingRow[];
  prefix: string;
  /** `null` where the project's dates are not known: no timeline then. */
  axis: TimeAxis | null;
  code?: (row: ActivityRow) => Part;
}

const codes = (late: readonly LateCode[], language: Language) => {
  const messages = MESSAGES[language];
  return late.map(({ code, low, high }) => `${code} (${messages.days(low, high)})`).join(", ");
};

/** The impact of a delay, in words; or what waits for the activity; or nothing. */
export function impactCell(row: ActivityRow, language: Language): Markup | null {
  const messages = MESSAGES[language];
  const { impact, waiting } = row;
  if (impact === null)
    return waiting.length === 0
      ? null
      : html`<small>${messages.charts.waitsFor(waiting.slice(0, 8).join(", "))}${waiting.length > 8 && " …"}</small>`;
  const part = (name: string, late: readonly LateCode[]) =>
    late.length > 0 &&
    html`<div>${name}${messages.colon} ${codes(late.slice(0, 6), language)}${
      late.length > 6 && ` … ${messages.more(formatNumber(late.length - 6, language))}`
    }</div>`;
  return html`<small>${part(messages.dashboard.activities, impact.activities)}${part(messages.dashboard.outputs, impact.outputs)}${
    impact.tranches.length > 0 &&
    html`<div>${messages.dashboard.tranches}${messages.colon} ${impact.tranches.map(({ agency, number, held }) => `${agency} ${number}${held === true ? "" : " ?"}`).join(", ")}</div>`
  }${impact.activities.length === 0 && impact.outputs.length === 0 && messages.none}</small>`;
}

/** Causes of what holds an activity up, in words. */
export function causeText({ causes }: Pick<ActivityRow, "causes">, language: Language): string {
  return causes.map((cause) => MESSAGES[language].causes[cause]).join(", ");
}

/** The columns of a table of activities. */
export function activityColumns(drawing: ActivityDrawing): TableColumn<ActivityRow>[] {
  const { language, findings, axis, prefix, code = (row: ActivityRow) => row.code } = drawing;
  const messages = MESSAGES[language];
  const date = (day: string | null) =>
    day === null
      ? reasonCell(messages.rest)
      : html`<time datetime="${day}">${formatDate(day, language)}</time>`;
  return [
    { column: "code", cell: code },
    {
      column: "activity",
      heads: true,
      cell: (row) =>
        html`${row.title ?? html`<span class="cadre-none">${messages.none}</span>`}${findingSymbol(
          row.findings.flatMap((index) => findings[index] ?? []),
          language,
        )}`,
    },
    {
      column: "state",
      cell: (row) =>
        badge(messages.states[row.state], STATE_FILLS[row.state], messages.stateMeanings[row.state]),
    },
    ...(axis === null
      ? []
      : [
          {
            column: "timeline" as const,
            below: axisLabels(axis),
            cell: (row: ActivityRow) => strip(row, axis, prefix, language),
          },
        ]),
    { column: "since", cell: (row) => (row.history.length === 0 ? null : date(row.since)) },
    {
      column: "cause",
      cell: (row) =>
        isLate(row) && row.causes.length === 0 ? reasonCell(messages.rest) : causeText(row, language),
    },
    { column: "until", cell: (row) => (isLate(row) ? date(row.expectedUntil) : null) },
    { column: "impact", cell: (row) => impactCell(row, language) },
  ];
}

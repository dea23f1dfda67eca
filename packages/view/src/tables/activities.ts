import { formatDate, formatNumber, type Language } from "@cadre/core";
import { html, type Markup, type Part } from "../markup/index.ts";
import { WORDS } from "../messages/index.ts";
import { type ActivityRow, type FindingRow, isLate, type LateCode } from "../results/index.ts";
import { axisLabels, badge, reasonCell, strip, type TimeAxis } from "../shapes/index.ts";
import { STATE_INKS } from "../theme/index.ts";
import { findingMark } from "./findings.ts";
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
  const words = WORDS[language];
  return late.map(({ code, least, most }) => `${code} (${words.days(least, most)})`).join(", ");
};

/** What a delay reaches, in words; or what waits for the activity; or nothing. */
export function reachCell(row: ActivityRow, language: Language): Markup | null {
  const words = WORDS[language];
  const { reach, waiting } = row;
  if (reach === null)
    return waiting.length === 0
      ? null
      : html`<small>${words.charts.waitsFor(waiting.slice(0, 8).join(", "))}${waiting.length > 8 && " …"}</small>`;
  const part = (name: string, late: readonly LateCode[]) =>
    late.length > 0 &&
    html`<div>${name}${words.colon} ${codes(late.slice(0, 6), language)}${
      late.length > 6 && ` … ${words.more(formatNumber(late.length - 6, language))}`
    }</div>`;
  return html`<small>${part(words.dashboard.activities, reach.activities)}${part(words.dashboard.outputs, reach.outputs)}${
    reach.activities.length === 0 && reach.outputs.length === 0 && words.none
  }</small>`;
}

/** Causes of what holds an activity up, in words. */
export function causeWords({ causes }: Pick<ActivityRow, "causes">, language: Language): string {
  return causes.map((cause) => WORDS[language].causes[cause]).join(", ");
}

/** The columns of a table of activities. */
export function activityColumns(drawing: ActivityDrawing): TableColumn<ActivityRow>[] {
  const { language, findings, axis, prefix, code = (row: ActivityRow) => row.code } = drawing;
  const words = WORDS[language];
  const date = (day: string | null) =>
    day === null ? reasonCell(words.rest) : html`<time datetime="${day}">${formatDate(day, language)}</time>`;
  return [
    { column: "code", cell: code },
    {
      column: "activity",
      heads: true,
      cell: (row) =>
        html`${row.title ?? html`<span class="cadre-none">${words.none}</span>`}${findingMark(
          row.findings.flatMap((place) => findings[place] ?? []),
          language,
        )}`,
    },
    {
      column: "state",
      cell: (row) => badge(words.states[row.state], STATE_INKS[row.state], words.stateMeanings[row.state]),
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
        isLate(row) && row.causes.length === 0 ? reasonCell(words.rest) : causeWords(row, language),
    },
    { column: "until", cell: (row) => (isLate(row) ? date(row.expectedUntil) : null) },
    { column: "reach", cell: (row) => reachCell(row, language) },
  ];
}

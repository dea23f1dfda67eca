import { formatDate, formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import type { Lateness } from "@cadre/core/schedule";
import { html, type Markup, type Part } from "../markup/index.ts";
import {
  causeLabel,
  daysText,
  fundStateOf,
  messagesIn,
  stateLabel,
  stateMeaning,
} from "../messages/index.ts";
import { type ActivityRow, type FindingRow, isLate } from "../results/index.ts";
import { axisLabels, badge, reasonCell, strip, type TimeAxis } from "../shapes/index.ts";
import { STATE_FILLS } from "../theme/index.ts";
import type { DataField, SortKey } from "./data.ts";
import { findingSymbol } from "./findings.ts";
import type { TableColumn } from "./table.ts";

/** What a table of activities is drawn with. */
export interface ActivityDrawing {
  language: DisplayLanguage;
  findings: readonly FindingRow[];
  prefix: string;
  /** `null` where the project's dates are not known: no timeline then. */
  axis: TimeAxis | null;
  code?: (row: ActivityRow) => Part;
}

/** The longest delay, in days, of what depends on an activity: 0 where nothing is late because of it, `null` where nobody knows. */
function impactKey({ impact }: ActivityRow): SortKey {
  if (impact === null) return null;
  const late = [...impact.activities, ...impact.outputs];
  if (late.length === 0) return 0;
  const high = late.some((each) => each.high === null)
    ? null
    : Math.max(...late.map((each) => each.high ?? 0));
  return { low: Math.max(...late.map((each) => each.low)), high };
}

/** The same as {@link impactCell} as a text. */
function impactText({ impact, waiting }: ActivityRow, language: DisplayLanguage): string | null {
  const messages = messagesIn(language);
  if (impact === null) return waiting.length === 0 ? null : messages.charts.waitsFor(waiting.join(", "));
  const part = (name: string, late: readonly Lateness[]) =>
    late.length === 0 ? [] : [`${name}${messages.colon} ${codes(late, language)}`];
  return [
    ...part(messages.dashboard.activities, impact.activities),
    ...part(messages.dashboard.outputs, impact.outputs),
    ...(impact.tranches.length === 0
      ? []
      : [`${messages.dashboard.tranches}${messages.colon} ${tranches(impact)}`]),
  ].join(" · ");
}

const tranches = ({ tranches: held }: NonNullable<ActivityRow["impact"]>) =>
  held
    .map(({ agency, number, held: certain }) => `${agency} ${number}${certain === true ? "" : " ?"}`)
    .join(", ");

const codes = (late: readonly Lateness[], language: DisplayLanguage) => {
  return late.map((each) => `${each.code} (${daysText(each, language)})`).join(", ");
};

/** The impact of a delay, in words; or what waits for the activity; or nothing. */
export function impactCell(row: ActivityRow, language: DisplayLanguage): Markup | null {
  const messages = messagesIn(language);
  const { impact, waiting } = row;
  if (impact === null)
    return waiting.length === 0
      ? null
      : html`<small>${messages.charts.waitsFor(waiting.slice(0, 8).join(", "))}${waiting.length > 8 && " …"}</small>`;
  const part = (name: string, late: readonly Lateness[]) =>
    late.length > 0 &&
    html`<div>${name}${messages.colon} ${codes(late.slice(0, 6), language)}${
      late.length > 6 && ` … ${messages.more(formatNumber(late.length - 6, { language }))}`
    }</div>`;
  return html`<small class="cadre-impact">${part(messages.dashboard.activities, impact.activities)}${part(messages.dashboard.outputs, impact.outputs)}${
    impact.tranches.length > 0 &&
    html`<div>${messages.dashboard.tranches}${messages.colon} ${tranches(impact)}</div>`
  }${impact.activities.length === 0 && impact.outputs.length === 0 && messages.none}</small>`;
}

/** Causes of what holds an activity up, in words. */
export function causeText(
  { causes, own }: Pick<ActivityRow, "causes" | "own">,
  language: DisplayLanguage,
): string {
  return causes.map((cause) => causeLabel(cause, language, own)).join(", ");
}

/** The columns of a table of activities. */
export function activityColumns(drawing: ActivityDrawing): TableColumn<ActivityRow>[] {
  const { language, findings, axis, prefix, code = (row: ActivityRow) => row.code } = drawing;
  const messages = messagesIn(language);
  const { columns, kinds, table } = messages;
  const plannedFields: readonly DataField<ActivityRow>[] = [
    { name: table.plannedStart, value: ({ planned }) => planned?.start },
    { name: table.plannedEnd, value: ({ planned }) => planned?.end },
  ];
  const date = (day: string | null) =>
    day === null
      ? reasonCell(messages.rest)
      : html`<time datetime="${day}">${formatDate(day, { language })}</time>`;
  return [
    {
      column: "code",
      sort: (row) => row.code,
      fields: [
        { name: columns.code.name, value: (row) => row.code },
        { name: kinds.outcome, value: ({ outcome }) => outcome },
      ],
      cell: code,
    },
    {
      column: "activity",
      heads: true,
      sort: ({ title }) => title,
      fields: [{ name: columns.activity.name, value: ({ title }) => title }],
      cell: (row) =>
        html`${row.title ?? html`<span class="cadre-none">${messages.none}</span>`}${findingSymbol(
          row.findings.flatMap((index) => findings[index] ?? []),
          language,
        )}`,
    },
    {
      column: "state",
      sort: ({ state, own }) => Object.keys(STATE_FILLS).indexOf(fundStateOf(state, own)),
      fields: [{ name: columns.state.name, value: ({ state, own }) => stateLabel(state, language, own) }],
      cell: ({ state, own }) =>
        badge(
          stateLabel(state, language, own),
          STATE_FILLS[fundStateOf(state, own)],
          stateMeaning(state, language, own),
        ),
    },
    ...(axis === null
      ? []
      : [
          {
            column: "timeline" as const,
            below: axisLabels(axis),
            fields: plannedFields,
            cell: (row: ActivityRow) => strip(row, axis, prefix, language),
          },
        ]),
    {
      column: "since",
      sort: ({ since }) => since,
      fields: [{ name: columns.since.name, value: ({ since }) => since }],
      cell: (row) => (row.history.length === 0 ? null : date(row.since)),
    },
    {
      column: "cause",
      sort: (row) => (row.causes.length === 0 ? null : causeText(row, language)),
      fields: [
        {
          name: columns.cause.name,
          value: (row) => (isLate(row) && row.causes.length === 0 ? messages.rest : causeText(row, language)),
        },
      ],
      cell: (row) =>
        isLate(row) && row.causes.length === 0
          ? reasonCell(messages.rest)
          : row.causes.map(
              (_, index) =>
                html`${index > 0 && ", "}<span class="cadre-number">${causeText({ causes: row.causes.slice(index, index + 1) }, language)}</span>`,
            ),
    },
    {
      column: "until",
      sort: (row) => (isLate(row) ? row.expectedUntil : null),
      fields: [
        {
          name: columns.until.name,
          value: (row) => (isLate(row) ? (row.expectedUntil ?? messages.rest) : null),
        },
      ],
      cell: (row) => (isLate(row) ? date(row.expectedUntil) : null),
    },
    {
      column: "impact",
      largestFirst: true,
      sort: impactKey,
      fields: [{ name: columns.impact.name, value: (row) => impactText(row, language) }],
      cell: (row) => impactCell(row, language),
    },
  ];
}

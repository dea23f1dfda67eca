import { type CalendarDate, type Finding, type FrameworkDocument, formatNumber } from "@cadre/core";
import type { ComputedIndicator } from "@cadre/core/aggregate";
import { check } from "@cadre/core/checks";
import type { PastPoint, StatusPolicy } from "@cadre/core/indicators";
import type { Profile } from "@cadre/core/lifecycle";
import type { DisplayLanguage } from "@cadre/core/locale";
import { textIn } from "@cadre/core/locale";
import { html, type Markup, nameOf } from "../markup/index.ts";
import { chartsIn, counted, messagesIn } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import {
  activityRows,
  countByStatus,
  findingRows,
  type IndicatorRow,
  indicatorRows,
  isLate,
  lastKnownDay,
  timeSpan,
} from "../results/index.ts";
import { badge, fillDefs, key, reasonCell } from "../shapes/index.ts";
import {
  activityColumns,
  findingColumns,
  findingRowsOf,
  indicatorColumns,
  shareText,
  table,
  targetCell,
} from "../tables/index.ts";
import { STATE_FILLS, STATUS_FILLS, STATUS_KEYS } from "../theme/index.ts";

/** How a table is shown. */
export interface TableOptions {
  /** Language of headings and values. */
  language: DisplayLanguage;
  /** Rows shown at once. Default: 25. */
  pageSize?: number;
  /** Rows printed at most. Default: 500. The rest is counted and not printed. */
  limit?: number;
}

/** Options of a table of a document. */
export interface DocumentTableOptions extends TableOptions {
  /** The day that states and statuses are computed for. Default: the report's own day. */
  asOf?: CalendarDate;
  /** Findings to show beside what they are about. Default: those of the rules; none with an empty list. */
  findings?: readonly Finding[];
  /** Past values by indicator code, as `seriesOf` of `@cadre/core/aggregate` gives them. */
  series?: Readonly<Record<string, readonly PastPoint[]>>;
  /** How progress becomes a status. Default: `STATUS_POLICY`. */
  policy?: StatusPolicy;
  /** What an agency adds to the fund's states, events and causes. Default: nothing. */
  profile?: Profile;
}

const paging = ({ pageSize, limit }: TableOptions) => ({ pageSize, limit });

/** Statuses of the indicators in a line: `12 achieved, 3 on track, 25 not known`. */
export function statusText(rows: readonly Pick<IndicatorRow, "status">[], language: DisplayLanguage): string {
  const counts = countByStatus(rows);
  const { statuses } = messagesIn(language);
  return STATUS_KEYS.filter((statusKey) => counts[statusKey] > 0)
    .map(
      (statusKey) =>
        `${formatNumber(counts[statusKey], { language })} ${counted(statuses[statusKey], counts[statusKey], language)}`,
    )
    .join(", ");
}

/** What the fills of statuses mean, with definitions of their patterns. */
export function statusLegend(language: DisplayLanguage, prefix: string): Markup {
  const { statuses, statusMeanings } = messagesIn(language);
  return html`${fillDefs(Object.values(STATUS_FILLS), prefix)}${key(
    STATUS_KEYS.map((statusKey) => ({
      fill: STATUS_FILLS[statusKey],
      label: statuses[statusKey],
      title: statusMeanings[statusKey],
    })),
    prefix,
  )}`;
}

/**
 * The indicators of a document with their values, percent of target as bars, status, and findings beside the cells that they speak of.
 * What is no number has no bar: *to be determined*, nothing, words and zero look different each.
 */
export function indicatorTable(document: FrameworkDocument, options: DocumentTableOptions): View {
  const { language, findings: known } = options;
  const messages = messagesIn(language);
  const findings = findingRows(known ?? check(document));
  const { asOf, series, policy } = options;
  const rows = indicatorRows(document, { asOf, series, policy, findings });
  const title = messages.dashboard.indicators;
  const prefix = nameOf(`indicators${rows.map(({ code }) => code).join()}`);
  const titles = new Map(
    document.outcomes.flatMap((outcome) => [
      [outcome.code, `${messages.kinds.outcome} ${outcome.code} · ${outcome.title}`] as const,
      ...outcome.outputs.map(
        ({ code, title: name }) => [code, `${messages.kinds.output} ${code} · ${name}`] as const,
      ),
    ]),
  );
  const over = (row: IndicatorRow) => titles.get(row.output ?? row.outcome) ?? null;
  const text = [
    `${messages.count.indicators.all(rows.length)}${messages.colon} ${statusText(rows, language)}`,
    ...rows.slice(0, 40).map((row) => {
      const percent = shareText(row, language)?.text ?? messages.reasons[row.reason ?? "no-actual"];
      return `${row.code.padEnd(8)} ${percent}`;
    }),
    ...(rows.length > 40 ? [messages.more(formatNumber(rows.length - 40, { language }))] : []),
  ].join("\n");
  return viewOf({
    title,
    text,
    body: html`${statusLegend(language, prefix)}${table({
      caption: html`<small>${statusText(rows, language)}</small>`,
      id: title,
      language,
      rows,
      columns: indicatorColumns({
        language,
        findings,
        prefix,
        trend: rows.some((row) => row.series.length > 1),
      }),
      group: (row, before) => (before !== undefined && over(before) === over(row) ? null : over(row)),
      ...paging(options),
    })}`,
  });
}

/** The activities of a document: state, timeline, causes, and what waits for them. */
export function activityTable(
  document: FrameworkDocument,
  options: Omit<DocumentTableOptions, "series" | "policy">,
): View {
  const { language, asOf, findings: known, profile } = options;
  const messages = messagesIn(language);
  const findings = findingRows(known ?? check(document, { profile }));
  const rows = activityRows(document, { asOf, findings, profile });
  const span = timeSpan(document, rows);
  const day = asOf ?? document.report?.asOf ?? lastKnownDay(document);
  const title = messages.dashboard.activities;
  const prefix = nameOf(`activities${rows.map(({ code }) => code).join()}`);
  const fills = Object.values(STATE_FILLS);
  const late = formatNumber(rows.filter(isLate).length, { language });
  const description = chartsIn(language).ganttText(formatNumber(rows.length, { language }), late);
  return viewOf({
    title,
    text: [title, description].join("\n"),
    body: html`${fillDefs(fills, prefix)}${table({
      caption: html`<small>${description}</small>`,
      id: title,
      language,
      rows,
      columns: activityColumns({
        language,
        findings,
        prefix,
        axis: span === null ? null : { ...span, width: 220, asOf: day },
      }),
      ...paging(options),
    })}`,
  });
}

/** Findings, the worst first, each with the place that it speaks of. */
export function findingTable(findings: readonly Finding[], options: TableOptions): View {
  const { language } = options;
  const messages = messagesIn(language);
  const rows = findingRowsOf(findings);
  const counts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = rows.filter((row) => row.severity === severity).length;
    return count === 0
      ? []
      : [
          `${formatNumber(count, { language })} ${messages.severities[severity][count === 1 ? "one" : "many"]}`,
        ];
  });
  const title = messages.dashboard.findings;
  const summary = counts.length === 0 ? messages.dashboard.noFindings : counts.join(", ");
  return viewOf({
    title,
    text: [
      summary,
      ...rows
        .slice(0, 20)
        .map(
          ({ severity, message }) =>
            `${messages.severities[severity].one}${messages.colon} ${textIn(message, { language })}`,
        ),
    ].join("\n"),
    body:
      rows.length === 0
        ? html`<p>${summary}</p>`
        : table({
            caption: html`<small>${summary}</small>`,
            id: title,
            language,
            rows,
            columns: findingColumns(language),
            ...paging(options),
          }),
  });
}

interface ValueLine {
  code: string;
  group: string;
  item: Pick<ComputedIndicator, "value" | "reason" | "bounds">;
  whole: ComputedIndicator | null;
}

/** Values computed from observations, `indicatorResults` of `@cadre/core/aggregate`, with their cells under each. */
export function reportedValueTable(items: readonly ComputedIndicator[], options: TableOptions): View {
  const { language } = options;
  const messages = messagesIn(language);
  const number = (value: number) => formatNumber(value, { language });
  const rows = items.flatMap((item): ValueLine[] => [
    { code: item.code, group: "", item, whole: item },
    ...item.cells.map((cell) => ({
      code: item.code,
      group: Object.values(cell.at).join(" · "),
      item: cell,
      whole: null,
    })),
  ]);
  const shown = ({ value, reason, bounds }: ValueLine["item"]) => {
    if (value !== null) return html`<span class="cadre-number">${number(value)}</span>`;
    if (bounds !== null)
      return reasonCell(
        bounds.high === null
          ? messages.atLeast(number(bounds.low))
          : messages.between(number(bounds.low), number(bounds.high)),
      );
    return reasonCell(reason === null ? messages.notReported : messages.resultReasons[reason]);
  };
  const prefix = nameOf(`values${items.map(({ code }) => code).join()}`);
  const title = messages.dashboard.indicators;
  const statusKey = (whole: ComputedIndicator) => whole.status.status ?? "unknown";
  return viewOf({
    title,
    text: items
      .slice(0, 40)
      .map((item) => `${item.code.padEnd(8)} ${item.value === null ? messages.none : number(item.value)}`)
      .join("\n"),
    body: html`${fillDefs(Object.values(STATUS_FILLS), prefix)}${table({
      caption: null,
      id: title,
      language,
      rows,
      columns: [
        { column: "code", cell: ({ code, whole }) => (whole === null ? null : code) },
        { column: "group", heads: true, cell: ({ group, code }) => (group === "" ? code : group) },
        { column: "value", numeric: true, cell: ({ item }) => shown(item) },
        {
          column: "percentOfTarget",
          cell: ({ whole }) => {
            if (whole === null) return null;
            const { percentOfTarget, progress, undefinedBecause: reason, status } = whole;
            return targetCell(
              { percentOfTarget, progress, reason, status: status.status },
              { language, prefix },
            );
          },
        },
        {
          column: "status",
          cell: ({ whole }) =>
            whole !== null &&
            badge(
              messages.statuses[statusKey(whole)],
              STATUS_FILLS[statusKey(whole)],
              messages.statusMeanings[statusKey(whole)],
            ),
        },
      ],
      ...paging(options),
    })}`,
  });
}

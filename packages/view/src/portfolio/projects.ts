import { formatDate, formatMoney, formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import type { ProjectRow } from "@cadre/core/portfolio";
import { html } from "../markup/index.ts";
import { counted, messagesIn, portfolioIn } from "../messages/index.ts";
import { perCent } from "../tables/index.ts";
import { STATUS_KEYS } from "../theme/index.ts";
import { countOf, lateText, share, statusFields, statusStrip } from "./cells.ts";
import type { PageColumn } from "./page-table.ts";

/** The address of a project's own page; `null` where it has none. */
export type Href = (row: ProjectRow) => string | null;

/** The share of a project's indicators that are achieved or on track. */
const reached = ({ statuses, indicatorCount: indicators }: ProjectRow) =>
  indicators === 0 ? null : (statuses.achieved + statuses["on-track"]) / indicators;

/** The columns of the table of projects. */
export function projectColumns(language: DisplayLanguage, href: Href): PageColumn<ProjectRow>[] {
  const { columns, file, none, earlier, agrees, contradicts } = portfolioIn(language);
  const messages = messagesIn(language);
  const { percent } = messages.table;
  const typeOf = ({ reportType }: ProjectRow) =>
    reportType === null ? null : messages.reports[reportType as keyof typeof messages.reports];
  const verdict = ({ markerAgrees }: ProjectRow) =>
    markerAgrees === null ? null : markerAgrees ? agrees : contradicts;
  return [
    {
      name: "project",
      label: columns.project,
      numeric: false,
      sort: ({ title, name }) => title ?? name,
      fields: [
        { name: columns.project, value: ({ title, name }) => title ?? name },
        { name: file.number, value: ({ number }) => number },
        { name: file.country, value: ({ country }) => country },
        { name: file.agency, value: ({ agency }) => agency },
        { name: file.agencies, value: ({ agencies }) => agencies.join(" · ") },
        { name: file.focusArea, value: ({ focusArea }) => focusArea },
        { name: file.start, value: ({ startDate }) => startDate },
        { name: file.end, value: ({ endDate }) => endDate },
      ],
      cell: (row) => {
        const address = href(row);
        const title = row.title ?? row.name;
        return html`<span class="title">${address === null ? title : html`<a href="${address}">${title}</a>`}</span><small>${[row.country, row.number, row.agency].filter((part) => part !== null).join(" · ")}</small>`;
      },
    },
    {
      name: "time",
      label: columns.time,
      numeric: true,
      sort: ({ timeElapsed }) => timeElapsed,
      fields: [{ name: percent(columns.time), value: ({ timeElapsed }) => perCent(timeElapsed) }],
      cell: ({ timeElapsed }) => share(timeElapsed, language),
    },
    {
      name: "money",
      label: columns.money,
      numeric: true,
      sort: ({ moneySpent }) => moneySpent,
      fields: [
        { name: percent(columns.money), value: ({ moneySpent }) => perCent(moneySpent) },
        { name: file.budget, value: ({ budget }) => budget },
        { name: file.currency, value: ({ currency }) => currency },
      ],
      cell: ({ moneySpent, budget, currency }) =>
        share(
          moneySpent,
          language,
          budget !== null &&
            currency !== null &&
            html`<small class="money">${formatMoney({ amount: budget, currency }, { language })}</small>`,
        ),
    },
    {
      name: "indicators",
      label: columns.indicators,
      numeric: false,
      largestFirst: true,
      sort: reached,
      fields: statusFields(language),
      cell: ({ statuses, indicatorCount: indicators }) =>
        indicators === 0
          ? html`<span class="cadre-reason">${none}</span>`
          : html`${statusStrip(statuses, language)}<small>${STATUS_KEYS.filter(
              (status) => countOf(statuses, status) > 0,
            )
              .map(
                (status) =>
                  `${formatNumber(countOf(statuses, status), { language })} ${counted(messages.statuses[status], countOf(statuses, status), language)}`,
              )
              .join(", ")}</small>`,
    },
    {
      name: "late",
      label: columns.late,
      numeric: true,
      sort: ({ late, activityCount: activities }) => (activities === 0 ? null : late),
      fields: [
        {
          name: columns.late,
          value: ({ late, activityCount: activities }) => (activities === 0 ? null : late),
        },
        { name: messages.dashboard.activities, value: ({ activityCount: activities }) => activities },
      ],
      cell: ({ late, activityCount: activities }) => lateText(late, activities, language),
    },
    {
      name: "errors",
      label: columns.errors,
      numeric: true,
      sort: ({ findings }) => findings.error,
      fields: (["error", "warning", "info"] as const).map((severity) => ({
        name: file[severity],
        value: ({ findings }) => findings[severity],
      })),
      cell: ({ findings }) => formatNumber(findings.error, { language }),
    },
    {
      name: "gewe",
      label: columns.gewe,
      numeric: true,
      sort: ({ geweShare }) => geweShare,
      fields: [
        { name: percent(columns.gewe), value: ({ geweShare }) => perCent(geweShare) },
        { name: messages.dashboard.marker, value: ({ marker }) => marker },
        { name: messages.table.note(messages.dashboard.marker), value: verdict },
      ],
      cell: (row) =>
        share(
          row.geweShare,
          language,
          row.marker !== null &&
            html`<small class="${row.markerAgrees === false ? "wrong" : ""}" title="${verdict(row) ?? ""}">${row.marker}${row.markerAgrees === false && html` ✗ <span class="read">${verdict(row)}</span>`}</small>`,
        ),
    },
    {
      name: "report",
      label: columns.report,
      numeric: false,
      largestFirst: true,
      sort: ({ asOf, year }) => asOf ?? (year === null ? null : String(year)),
      fields: [
        { name: columns.report, value: ({ asOf }) => asOf },
        { name: file.type, value: typeOf },
        { name: file.year, value: ({ year }) => year },
        { name: file.reports, value: ({ reports }) => reports.length },
      ],
      cell: (row) =>
        html`${row.asOf === null ? html`<span class="cadre-reason">${none}</span>` : formatDate(row.asOf, { language })}<small>${[typeOf(row), row.reports.length > 1 ? earlier(row.reports.length - 1) : null].filter((part) => part != null).join(" · ")}</small>`,
    },
  ];
}

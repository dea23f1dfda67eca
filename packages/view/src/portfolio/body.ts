import { formatDate, formatMoney, formatNumber, formatPercent, type Language } from "@cadre/core";
import {
  PORTFOLIO_DIMENSIONS,
  type Portfolio,
  type PortfolioDimension,
  type PortfolioTotal,
  type ProjectRow,
  type StatusCount,
} from "@cadre/core/portfolio";
import { clip, html, type Markup, type Part } from "../markup/index.ts";
import { MESSAGES } from "../messages/index.ts";
import { daysLostBars, fillDefs, key, segments } from "../shapes/index.ts";
import { STATUS_FILLS, STATUS_KEYS, type StatusKey } from "../theme/index.ts";
import { PORTFOLIO_LABELS } from "./labels.ts";

/** Prefix of the ids of the page's patterns. */
const PREFIX = "portfolio";

const countOf = (statuses: Record<StatusCount, number>, status: StatusKey) =>
  statuses[status === "unknown" ? "none" : status];

function statusStrip(statuses: Record<StatusCount, number>, language: Language): Markup {
  const { statuses: labels } = MESSAGES[language];
  return segments(
    STATUS_KEYS.map((status) => ({
      label: labels[status],
      count: countOf(statuses, status),
      fill: STATUS_FILLS[status],
    })),
    PREFIX,
    language,
  );
}

/** A share as a number over a thin bar; what is not known has no bar. */
function share(value: number | null, language: Language, note?: Part): Markup {
  if (value === null)
    return html`<span class="cadre-reason">${PORTFOLIO_LABELS[language].none}</span>${note}`;
  const width = Math.min(1, Math.max(0, value)) * 100;
  return html`<span class="share"><span>${formatPercent(value, language, 0)}</span><span class="track" aria-hidden="true"><span style="width:${width.toFixed(1)}%"></span></span></span>${note}`;
}

const lateText = (late: number, activities: number, language: Language): Part =>
  activities === 0
    ? html`<span class="cadre-reason">${PORTFOLIO_LABELS[language].none}</span>`
    : PORTFOLIO_LABELS[language].lateOf(formatNumber(late, language), formatNumber(activities, language));

/** A column of the table: what it shows, and what it is sorted by (`null` comes last, whichever way). */
interface Column {
  name: "project" | "time" | "money" | "indicators" | "late" | "errors" | "gewe" | "report";
  numeric: boolean;
  cell: (row: ProjectRow, language: Language, href: Href) => Part;
  sort: (row: ProjectRow) => string | number | null;
}

type Href = (row: ProjectRow) => string | null;

const reached = ({ statuses, indicators }: ProjectRow) =>
  indicators === 0 ? null : (statuses.achieved + statuses["on-track"]) / indicators;

const COLUMNS: readonly Column[] = [
  {
    name: "project",
    numeric: false,
    sort: ({ title, name }) => title ?? name,
    cell: (row, _, href) => {
      const address = href(row);
      const title = row.title ?? row.name;
      return html`<span class="title">${address === null ? title : html`<a href="${address}">${title}</a>`}</span><small>${[row.country, row.number, row.agency].filter((part) => part !== null).join(" · ")}</small>`;
    },
  },
  {
    name: "time",
    numeric: true,
    sort: ({ timeElapsed }) => timeElapsed,
    cell: ({ timeElapsed }, language) => share(timeElapsed, language),
  },
  {
    name: "money",
    numeric: true,
    sort: ({ moneySpent }) => moneySpent,
    cell: ({ moneySpent, budget, currency }, language) =>
      share(
        moneySpent,
        language,
        budget !== null &&
          currency !== null &&
          html`<small class="money">${formatMoney({ amount: budget, currency }, language)}</small>`,
      ),
  },
  {
    name: "indicators",
    numeric: false,
    sort: reached,
    cell: ({ statuses, indicators }, language) =>
      indicators === 0
        ? html`<span class="cadre-reason">${PORTFOLIO_LABELS[language].none}</span>`
        : html`${statusStrip(statuses, language)}<small>${STATUS_KEYS.filter(
            (status) => countOf(statuses, status) > 0,
          )
            .map(
              (status) =>
                `${formatNumber(countOf(statuses, status), language)} ${MESSAGES[language].counted(MESSAGES[language].statuses[status], countOf(statuses, status))}`,
            )
            .join(", ")}</small>`,
  },
  {
    name: "late",
    numeric: true,
    sort: ({ late, activities }) => (activities === 0 ? null : late),
    cell: ({ late, activities }, language) => lateText(late, activities, language),
  },
  {
    name: "errors",
    numeric: true,
    sort: ({ findings }) => findings.error,
    cell: ({ findings }, language) => formatNumber(findings.error, language),
  },
  {
    name: "gewe",
    numeric: true,
    sort: ({ geweShare }) => geweShare,
    cell: ({ geweShare, marker, markerAgrees }, language) => {
      const { agrees, contradicts } = PORTFOLIO_LABELS[language];
      const verdict = markerAgrees === null ? "" : markerAgrees ? agrees : contradicts;
      return share(
        geweShare,
        language,
        marker !== null &&
          html`<small class="${markerAgrees === false ? "wrong" : ""}" title="${verdict}">${marker}${markerAgrees === false && html` ✗ <span class="read">${verdict}</span>`}</small>`,
      );
    },
  },
  {
    name: "report",
    numeric: false,
    sort: ({ asOf, year }) => asOf ?? (year === null ? null : String(year)),
    cell: ({ asOf, reportType, reports }, language) => {
      const { reports: types } = MESSAGES[language];
      const kind = reportType === null ? null : types[reportType as keyof typeof types];
      return html`${asOf === null ? PORTFOLIO_LABELS[language].none : formatDate(asOf, language)}<small>${[kind, reports.length > 1 ? PORTFOLIO_LABELS[language].earlier(reports.length - 1) : null].filter((part) => part != null).join(" · ")}</small>`;
    },
  },
];

function projectTable(portfolio: Portfolio, language: Language, href: Href): Markup {
  const labels = PORTFOLIO_LABELS[language];
  return html`<div class="cadre-scroll" tabindex="0" role="region" aria-label="${labels.title}"><table class="cadre-table portfolio" role="table"><thead role="rowgroup"><tr role="row">${COLUMNS.map(
    ({ name, numeric }) =>
      html`<th scope="col" role="columnheader" class="${numeric ? "cadre-numeric" : ""}" aria-sort="none"><button type="button" data-sort="${name}" title="${labels.sortBy(labels.columns[name])}">${labels.columns[name]}</button></th>`,
  )}</tr></thead><tbody role="rowgroup">${portfolio.projects.map(
    (row) =>
      html`<tr role="row" data-text="${[row.title, row.number, row.name, row.country, ...row.agencies].filter((part) => part !== null).join(" ")}"${PORTFOLIO_DIMENSIONS.map((dimension) => html` data-${dimension.toLowerCase()}="${String(row[dimension] ?? "")}"`)}>${COLUMNS.map(
        ({ name, numeric, cell, sort }, index) => {
          const by = sort(row);
          const attributes = html` data-name="${name}" data-label="${labels.columns[name]}" class="${numeric ? "cadre-numeric" : ""}"${by !== null && html` data-by="${String(by)}"`}`;
          return index === 0
            ? html`<th scope="row" role="rowheader"${attributes}>${cell(row, language, href)}</th>`
            : html`<td role="cell"${attributes}>${cell(row, language, href)}</td>`;
        },
      )}</tr>`,
  )}</tbody></table></div>`;
}

function budgetText({ budgets }: PortfolioTotal, language: Language): string | null {
  return budgets.length === 0 ? null : budgets.map((amount) => formatMoney(amount, language)).join(" + ");
}

function comparison(portfolio: Portfolio, dimension: PortfolioDimension, language: Language): Markup | false {
  const labels = PORTFOLIO_LABELS[language];
  const totals = portfolio.by[dimension];
  if (totals.length < 2) return false;
  const number = (value: number) => formatNumber(value, language);
  const heads = labels.compareColumns;
  return html`<section class="panel compare"><h2>${labels.dimension[dimension]}</h2><div class="cadre-scroll" tabindex="0" role="region" aria-label="${labels.compare}: ${labels.dimension[dimension]}"><table class="cadre-table" role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${labels.dimension[dimension]}</th><th scope="col" role="columnheader" class="cadre-numeric">${heads.projects}</th><th scope="col" role="columnheader" class="cadre-numeric">${heads.budget}</th><th scope="col" role="columnheader">${heads.indicators}</th><th scope="col" role="columnheader" class="cadre-numeric">${heads.late}</th><th scope="col" role="columnheader" class="cadre-numeric">${heads.errors}</th></tr></thead><tbody role="rowgroup">${totals.map(
    (total) =>
      html`<tr role="row"><th scope="row" role="rowheader">${total.key === null ? labels.none : String(total.key)}</th><td role="cell" class="cadre-numeric" data-label="${heads.projects}">${number(total.projects)}</td><td role="cell" class="cadre-numeric" data-label="${heads.budget}">${budgetText(total, language) ?? labels.none}</td><td role="cell" data-label="${heads.indicators}">${statusStrip(total.statuses, language)}</td><td role="cell" class="cadre-numeric" data-label="${heads.late}">${lateText(total.late, total.activities, language)}</td><td role="cell" class="cadre-numeric" data-label="${heads.errors}">${number(total.errors)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function filters(portfolio: Portfolio, language: Language): Markup {
  const labels = PORTFOLIO_LABELS[language];
  const select = (dimension: PortfolioDimension) => {
    const keys = portfolio.by[dimension].flatMap(({ key: each }) => (each === null ? [] : [String(each)]));
    return (
      keys.length > 1 &&
      html`<label><span>${labels.dimension[dimension]}</span><select name="${dimension.toLowerCase()}"><option value="">${labels.all[dimension]}</option>${keys.map((each) => html`<option value="${each}">${clip(each, 50)}</option>`)}</select></label>`
    );
  };
  return html`<form id="filters" role="search" aria-label="${labels.search}"><label class="wide"><span>${labels.search}</span><input type="search" name="q" placeholder="${labels.searchHint}" autocomplete="off"></label>${PORTFOLIO_DIMENSIONS.map(select)}<button type="reset">${labels.clear}</button></form>`;
}

/** What is in the page: verdict, filters, one row a project, and comparisons. */
export function portfolioBody(portfolio: Portfolio, language: Language, href: Href): Markup {
  const labels = PORTFOLIO_LABELS[language];
  const messages = MESSAGES[language];
  const number = (value: number) => formatNumber(value, language);
  const { total } = portfolio;
  const errors = `${number(total.errors)} ${total.errors === 1 ? messages.severities.error.one : messages.severities.error.many}`;
  const projects = labels.shown(number(total.projects), number(total.projects));
  const languages = [
    ["en", "English"],
    ["fr", "Français"],
  ] as const;
  const bars = daysLostBars(total.daysLost, language);
  const { dashboard } = messages;
  const lost =
    bars !== null &&
    html`<section class="panel"><h2>${dashboard.daysLost} <span class="count">${messages.days(total.daysLost.total.low, total.daysLost.total.high)}</span></h2><p class="hint">${dashboard.daysLostMeaning}</p>${bars}</section>`;
  return html`<header class="top" id="top"><div><h1>${labels.title}</h1><p>${labels.verdict(projects, budgetText(total, language), number(total.late), number(total.activities), errors)}</p></div><div class="tools"><div role="group" aria-label="${messages.dashboard.language}">${languages.map(
    ([code, name]) =>
      html`<a class="button" lang="${code}" href="?lang=${code}"${code === language && html` aria-current="true"`}>${name}</a>`,
  )}</div></div></header><main>${fillDefs(Object.values(STATUS_FILLS), PREFIX)}${filters(portfolio, language)}<section class="sheet"><h2><span id="count" role="status" data-all="${projects}" data-some="${labels.shown("{0}", number(total.projects))}">${projects}</span></h2>${key(
    STATUS_KEYS.map((status) => ({ fill: STATUS_FILLS[status], label: messages.statuses[status] })),
    PREFIX,
  )}${projectTable(portfolio, language, href)}<p id="empty" hidden>${labels.noMatch}</p></section><div class="stack">${lost}${PORTFOLIO_DIMENSIONS.map((dimension) => comparison(portfolio, dimension, language))}</div></main>`;
}

import { formatNumber } from "@cadre/core";
import type { DisplayLanguage, OwnLanguage } from "@cadre/core/locale";
import {
  PORTFOLIO_DIMENSIONS,
  type Portfolio,
  type PortfolioDimension,
  type ProjectRow,
} from "@cadre/core/portfolio";
import { clip, html, jsonForScript, type Markup } from "../markup/index.ts";
import { codeOf, daysText, isOne, languagesOf, messagesIn, portfolioIn } from "../messages/index.ts";
import { daysLostBars, fillDefs, key } from "../shapes/index.ts";
import { STATUS_FILLS, STATUS_KEYS } from "../theme/index.ts";
import { budgetText, PREFIX } from "./cells.ts";
import { comparisonTable } from "./comparison.ts";
import { drawTable, type PageTable, tableData, tableHead } from "./page-table.ts";
import { type Href, projectColumns } from "./projects.ts";

function projectTable(portfolio: Portfolio, language: DisplayLanguage, href: Href): PageTable<ProjectRow> {
  return {
    name: "projects",
    style: "portfolio",
    label: portfolioIn(language).title,
    columns: projectColumns(language, href),
    rows: portfolio.projects,
    language,
    attributes: (row) =>
      html` data-text="${[row.title, row.number, row.name, row.country, ...row.agencies].filter((part) => part !== null).join(" ")}"${PORTFOLIO_DIMENSIONS.map((dimension) => html` data-${dimension.toLowerCase()}="${String(row[dimension] ?? "")}"`)}`,
  };
}

function filters(portfolio: Portfolio, language: DisplayLanguage): Markup {
  const labels = portfolioIn(language);
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
export function portfolioBody(
  portfolio: Portfolio,
  language: DisplayLanguage,
  href: Href,
  languages: readonly OwnLanguage[],
): Markup {
  const labels = portfolioIn(language);
  const messages = messagesIn(language);
  const number = (value: number) => formatNumber(value, { language });
  const { total } = portfolio;
  const errors = `${number(total.errors)} ${isOne(total.errors, language) ? messages.severities.error.one : messages.severities.error.many}`;
  const projects = labels.projects(total.projectCount);
  const budget = budgetText(total, language);
  const projectRows = projectTable(portfolio, language, href);
  const comparisons = PORTFOLIO_DIMENSIONS.flatMap((dimension) => {
    const table = comparisonTable(portfolio, dimension, language);
    return table === null ? [] : [{ dimension, table }];
  });
  const data = {
    [projectRows.name]: tableData(projectRows),
    ...Object.fromEntries(comparisons.map(({ table }) => [table.name, tableData(table)])),
  };
  const bars = daysLostBars(total.daysLost, language);
  const { dashboard } = messages;
  const lost =
    bars !== null &&
    html`<section class="panel"><h2>${dashboard.daysLost} <span class="count">${daysText(total.daysLost.total, language)}</span></h2><p class="hint">${dashboard.daysLostMeaning}</p>${bars}</section>`;
  return html`<header class="top" id="top"><div><h1>${labels.title}</h1><p class="headline">${labels.verdict(budget === null ? projects : labels.approved(projects, budget), total.late, total.activityCount, errors)}</p></div><div class="tools"><div role="group" aria-label="${messages.dashboard.language}">${languagesOf(
    languages,
  ).map(
    ([code, name]) =>
      html`<a class="button" lang="${code}" href="?lang=${code}"${code === codeOf(language) && html` aria-current="true"`}>${name}</a>`,
  )}</div></div></header><main>${fillDefs(Object.values(STATUS_FILLS), PREFIX)}${filters(portfolio, language)}<section class="sheet">${tableHead(
    html`<span id="count" role="status" data-all="${projects}" data-some="${labels.shown("{0}", total.projectCount)}">${projects}</span>`,
    projectRows.name,
    language,
  )}${key(
    STATUS_KEYS.map((status) => ({ fill: STATUS_FILLS[status], label: messages.statuses[status] })),
    PREFIX,
  )}${drawTable(projectRows)}<p id="empty" hidden>${labels.noMatch}</p><p class="hint">${messages.table.sortMeaning}</p></section><div class="stack">${lost}${comparisons.map(
    ({ dimension, table }) =>
      html`<section class="panel compare">${tableHead(labels.dimension[dimension], table.name, language)}${drawTable(table)}</section>`,
  )}</div></main><script type="application/json" id="data">${jsonForScript(data)}</script>`;
}

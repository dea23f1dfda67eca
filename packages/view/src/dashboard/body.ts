import { type ActivityState, type Cause, formatDate } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { clip, html, type Markup, type Part } from "../markup/index.ts";
import { causeLabel, codeOf, languagesOf, messagesIn, stateLabel, textPart } from "../messages/index.ts";
import { fillDefs } from "../shapes/index.ts";
import { downloadButton } from "../tables/index.ts";
import { STATE_FILLS, STATUS_FILLS, STATUS_KEYS } from "../theme/index.ts";
import { type Choice, type Filters, type SearchIndex, selected, TABLES, type TableName } from "./filters.ts";
import type { DashboardModel } from "./model.ts";
import { overview, overviewPieces, type Piece } from "./overview.ts";
import { PREFIX } from "./prefix.ts";
import { tableParts } from "./tables.ts";

function header(model: DashboardModel, language: DisplayLanguage): Markup {
  const { project, report, asOf, verdict } = model;
  const messages = messagesIn(language);
  const { dashboard } = messages;
  const day = (date: string | null) => (date === null ? messages.rest : formatDate(date, { language }));
  const kind =
    report?.type == null
      ? null
      : `${messages.reports[report.type]}${report.year === null ? "" : ` ${report.year}`}`;
  const data: (string | null)[] = [
    project.country,
    project.number,
    project.startDate === null && project.endDate === null
      ? null
      : `${day(project.startDate)} – ${day(project.endDate)}`,
    kind,
    asOf === null ? null : messages.onDay(day(asOf)),
    project.riskMarker === null ? null : messages.risks[project.riskMarker],
  ];
  const agencies = project.agencies.map(
    ({ name, convening }) => `${name}${convening ? ` (${dashboard.convening})` : ""}`,
  );
  return html`<header class="top" id="top"><div><h1>${project.title ?? dashboard.title}</h1><p>${data.filter((fact) => fact !== null && fact !== "").join(" · ")}${agencies.length > 0 && html`<br>${agencies.join(" · ")}`}</p><p class="headline">${textPart(verdict, language)}</p></div><div class="tools"><div role="group" aria-label="${dashboard.language}">${languagesOf(
    model.languages,
  ).map(
    ([code, name]) =>
      html`<button type="button" lang="${code}" data-language="${code}" aria-pressed="${code === codeOf(language) ? "true" : "false"}">${name}</button>`,
  )}</div><button type="button" data-print="">${dashboard.print}</button></div><p id="news" role="status"></p></header>`;
}

const option = (value: string, text: string, chosen: string): Markup =>
  html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`;

function filterForm(model: DashboardModel, filters: Filters, language: DisplayLanguage): Markup {
  const messages = messagesIn(language);
  const { dashboard } = messages;
  const select = (name: Choice, label: string, all: string, options: readonly Markup[]) =>
    html`<label><span>${label}</span><select name="${name}">${option("", all, filters[name])}${options}</select></label>`;
  const outcomes = model.outcomes.flatMap(({ code, title, outputs }) => [
    option(code, clip(`${messages.kinds.outcome} ${code} · ${title}`, 60), filters.outcome),
    ...outputs.map((output) =>
      option(
        output.code,
        clip(`— ${messages.kinds.output} ${output.code} · ${output.title}`, 60),
        filters.outcome,
      ),
    ),
  ]);
  const { own } = model;
  const states = [...Object.keys(messages.states), ...Object.keys(own?.states ?? {})] as ActivityState[];
  const late = option("late", `${messages.states.delayed} / ${messages.states.suspended}`, filters.state);
  const causes = [...Object.keys(messages.causes), ...Object.keys(own?.causes ?? {})] as Cause[];
  return html`<form id="filters" role="search" aria-label="${dashboard.filters}"><label class="wide"><span>${dashboard.search}</span><input type="search" name="q" value="${filters.q}" placeholder="${dashboard.searchHint}" autocomplete="off"></label>${select("outcome", dashboard.withOutput, dashboard.allOutcomes, outcomes)}${select(
    "status",
    messages.columns.status.name,
    dashboard.allStatuses,
    [
      option("behind", `${messages.statuses["at-risk"]} / ${messages.statuses["off-track"]}`, filters.status),
      ...STATUS_KEYS.map((statusKey) => option(statusKey, messages.statuses[statusKey], filters.status)),
    ],
  )}${select("state", messages.columns.state.name, dashboard.allStates, [late, ...states.map((state) => option(state, stateLabel(state, language, own), filters.state))])}${select("cause", messages.columns.cause.name, dashboard.allCauses, [...causes.map((cause) => option(cause, causeLabel(cause, language, own), filters.cause)), option("none", dashboard.without, filters.cause)])}${select(
    "severity",
    messages.columns.severity.name,
    dashboard.allSeverities,
    (["error", "warning", "info"] as const).map((severity) =>
      option(severity, messages.severities[severity].one, filters.severity),
    ),
  )}<button type="button" data-clear="">${dashboard.clear}</button></form>`;
}

/** A table of the dashboard as a section, with everything around it. */
export function tableSection(
  model: DashboardModel,
  name: TableName,
  indexes: readonly number[],
  filters: Filters,
  language: DisplayLanguage,
): Markup {
  const { dashboard } = messagesIn(language);
  const { count, head, body, pager, legend } = tableParts(model, name, indexes, filters, language);
  return html`<section class="sheet" id="${name}" tabindex="-1" aria-labelledby="h-${name}"><div class="sheet-head"><h2 id="h-${name}">${dashboard[name]} <small id="count-${name}" role="status">${count}</small></h2>${downloadButton(name, language)}</div>${legend}<div class="cadre-scroll"><table class="cadre-table ${name}" role="table" aria-labelledby="h-${name}"><thead role="rowgroup" id="head-${name}">${head}</thead><tbody role="rowgroup" id="body-${name}">${body}</tbody></table></div><nav class="pager" id="pager-${name}" aria-label="${dashboard[name]}">${pager}</nav></section>`;
}

/** Patterns of every fill that the dashboard draws with. */
const PATTERNS = [...Object.values(STATUS_FILLS), ...Object.values(STATE_FILLS)];

const filterBar = (model: DashboardModel, filters: Filters, language: DisplayLanguage): Markup => {
  const { dashboard } = messagesIn(language);
  const links: Part = TABLES.map((name) => html`<a href="#${name}">${dashboard[name]}</a>`);
  return html`<div class="filterbar" id="filterbar"><nav aria-label="${dashboard.goTo}">${links}</nav>${filterForm(model, filters, language)}</div>`;
};
const skip = (language: DisplayLanguage): Markup =>
  html`<a class="skip" id="skip" href="#indicators">${messagesIn(language).dashboard.skip}</a>`;
const printed = (language: DisplayLanguage): Markup =>
  html`<p class="printed" id="printed">${messagesIn(language).dashboard.printedPart}</p>`;
const foot = (language: DisplayLanguage): Markup =>
  html`<footer id="foot"><p>${messagesIn(language).dashboard.madeBy}</p></footer>`;

/** The page's content as a pure function of model, language and filters: the server draws it, the page's own program its pieces again. */
export function dashboardBody(
  model: DashboardModel,
  language: DisplayLanguage,
  filters: Filters,
  index: SearchIndex,
): Markup {
  const { dashboard } = messagesIn(language);
  const indexes = selected(model, filters, index);
  return html`${skip(language)}${fillDefs(PATTERNS, PREFIX)}${header(model, language)}<main><section id="overview" aria-label="${dashboard.overview}">${overview(model, language)}</section>${filterBar(model, filters, language)}<noscript><p class="hint">${dashboard.noScript}</p></noscript>${printed(language)}${TABLES.map(
    (name) => tableSection(model, name, indexes[name], filters, language),
  )}</main>${foot(language)}`;
}

/** The pieces that {@link dashboardBody} is made of, but for its tables: what is looked at first comes first. */
export const bodyPieces = (model: DashboardModel, language: DisplayLanguage, filters: Filters): Piece[] => [
  { id: "top", draw: () => header(model, language) },
  { id: "filterbar", draw: () => filterBar(model, filters, language) },
  ...overviewPieces(model, language),
  { id: "skip", draw: () => skip(language) },
  { id: "printed", draw: () => printed(language) },
  { id: "foot", draw: () => foot(language) },
];

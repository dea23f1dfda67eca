import { formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { html, type Markup, type Part } from "../markup/index.ts";
import { counted, messagesIn } from "../messages/index.ts";
import { countByStatus, type IndicatorRow } from "../results/index.ts";
import { segments, swatch } from "../shapes/index.ts";
import { STATUS_FILLS, STATUS_KEYS } from "../theme/index.ts";
import { type Filters, hashOf } from "./filters.ts";
import type { DashboardModel } from "./model.ts";
import { PREFIX } from "./prefix.ts";

/** A link that sets filters and leads to a table. */
export const filterLink = (filters: Partial<Filters>, table: string, content: Part, label?: string): Markup =>
  html`<a class="chip" href="${hashOf(filters) || "#"}" data-go="${table}"${label !== undefined && html` aria-label="${label}" title="${label}"`}>${content}</a>`;

/** How many indicators have each status, as links to them. */
export function statusChips(
  rows: readonly Pick<IndicatorRow, "status">[],
  outcome: string,
  language: DisplayLanguage,
): Markup {
  const counts = countByStatus(rows);
  const { statuses, statusMeanings } = messagesIn(language);
  return html`<span class="chips">${STATUS_KEYS.filter((statusKey) => counts[statusKey] > 0).map(
    (statusKey) =>
      filterLink(
        { outcome, status: statusKey },
        "indicators",
        html`${swatch(STATUS_FILLS[statusKey], PREFIX)} <strong>${formatNumber(counts[statusKey], { language })}</strong> ${counted(statuses[statusKey], counts[statusKey], language)}`,
        `${formatNumber(counts[statusKey], { language })} ${counted(statuses[statusKey], counts[statusKey], language)}: ${statusMeanings[statusKey]}`,
      ),
  )}</span>`;
}

/** The same as a bar with its links. */
function statusBar(
  rows: readonly Pick<IndicatorRow, "status">[],
  outcome: string,
  language: DisplayLanguage,
): Markup {
  const counts = countByStatus(rows);
  const { statuses, none } = messagesIn(language);
  if (rows.length === 0) return html`<span class="cadre-none">${none}</span>`;
  return html`${segments(
    STATUS_KEYS.map((statusKey) => ({
      label: statuses[statusKey],
      count: counts[statusKey],
      fill: STATUS_FILLS[statusKey],
    })),
    PREFIX,
    language,
  )}${statusChips(rows, outcome, language)}`;
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** More outputs than these are drawn when their outcome is unfolded: nobody looks at hundreds of them at once. */
const MAX_OUTPUTS = 40;

/** The outputs of an outcome, each with its bar. */
export function outputList(
  { outcomes, indicators }: DashboardModel,
  code: string,
  language: DisplayLanguage,
): Markup {
  const { kinds } = messagesIn(language);
  const outputs = outcomes.find((outcome) => outcome.code === code)?.outputs ?? [];
  const rows = grouped(
    indicators.filter(({ outcome }) => outcome === code),
    ({ output }) => output ?? "",
  );
  return html`${outputs.map(
    (output) =>
      html`<div class="output"><h4><a href="${hashOf({ outcome: output.code })}" data-go="indicators">${kinds.output} ${output.code}</a> <span>${output.title}</span></h4>${statusBar(rows.get(output.code) ?? [], output.code, language)}</div>`,
  )}`;
}

/** Outcomes with their outputs folded, each with its bar. */
export function outcomeSection(model: DashboardModel, language: DisplayLanguage): Markup {
  const { outcomes, indicators } = model;
  const { dashboard, kinds, ratings, colon } = messagesIn(language);
  const byOutcome = grouped(indicators, ({ outcome }) => outcome);
  const many = outcomes.reduce((sum, { outputs }) => sum + outputs.length, 0) > MAX_OUTPUTS;
  return html`<section class="panel outcomes" id="panel-outcomes"><h2>${dashboard.outcomes}</h2><p class="hint">${dashboard.outcomesMeaning}</p>${outcomes.map(
    ({ code, title, rating, outputs }) =>
      html`<article><h3><a href="${hashOf({ outcome: code })}" data-go="indicators">${kinds.outcome} ${code}</a> <span>${title}</span></h3><p class="rating">${dashboard.rating}${colon} ${rating === null ? html`<span class="cadre-reason">${dashboard.noRating}</span>` : html`<strong>${ratings[rating]}</strong>`}</p>${statusBar(byOutcome.get(code) ?? [], code, language)}${
        outputs.length > 0 &&
        html`<details data-keep="outcome ${code}"><summary>${dashboard.outputs} (${formatNumber(outputs.length, { language })})</summary><div${many && html` data-outputs="${code}"`}>${!many && outputList(model, code, language)}</div></details>`
      }</article>`,
  )}</section>`;
}

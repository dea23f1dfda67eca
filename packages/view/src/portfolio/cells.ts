import { formatMoney, formatNumber, formatPercent, type Language } from "@cadre/core";
import type { PortfolioTotal, StatusCount } from "@cadre/core/portfolio";
import { html, type Markup, type Part } from "../markup/index.ts";
import { MESSAGES, PORTFOLIO_LABELS } from "../messages/index.ts";
import { segments } from "../shapes/index.ts";
import type { DataField } from "../tables/index.ts";
import { STATUS_FILLS, STATUS_KEYS, type StatusKey } from "../theme/index.ts";

/** Prefix of the ids of the page's patterns. */
export const PREFIX = "portfolio";

/** How many indicators have a status. */
export const countOf = (statuses: Record<StatusCount, number>, status: StatusKey) =>
  statuses[status === "unknown" ? "none" : status];

/** Indicators by status as a bar. */
export function statusStrip(statuses: Record<StatusCount, number>, language: Language): Markup {
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
export function share(value: number | null, language: Language, note?: Part): Markup {
  if (value === null)
    return html`<span class="cadre-reason">${PORTFOLIO_LABELS[language].none}</span>${note}`;
  const width = Math.min(1, Math.max(0, value)) * 100;
  return html`<span class="share"><span>${formatPercent(value, { language, decimals: 0 })}</span><span class="track" aria-hidden="true"><span style="width:${width.toFixed(1)}%"></span></span></span>${note}`;
}

/** How many of the activities are late. */
export const lateText = (late: number, activities: number, language: Language): Part =>
  activities === 0
    ? html`<span class="cadre-reason">${PORTFOLIO_LABELS[language].none}</span>`
    : PORTFOLIO_LABELS[language].lateOf(
        formatNumber(late, { language }),
        formatNumber(activities, { language }),
      );

/** Sums of budgets, a currency each; `null` where none is known. */
export const budgetText = (
  { budgets }: Pick<PortfolioTotal, "budgets">,
  language: Language,
): string | null =>
  budgets.length === 0 ? null : budgets.map((amount) => formatMoney(amount, { language })).join(" + ");

/** How many indicators have each status, as fields of a file. */
export const statusFields = <Row extends { statuses: Record<StatusCount, number> }>(
  language: Language,
): DataField<Row>[] =>
  STATUS_KEYS.map((status) => ({
    name: `${MESSAGES[language].dashboard.indicators}${MESSAGES[language].colon} ${MESSAGES[language].statuses[status]}`,
    value: ({ statuses }) => countOf(statuses, status),
  }));

import { formatMoney, formatNumber, formatPercent } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import type { PortfolioTotal, StatusCount } from "@cadre/core/portfolio";
import { html, type Markup, type Part } from "../markup/index.ts";
import { messagesIn, portfolioIn } from "../messages/index.ts";
import { segments } from "../shapes/index.ts";
import type { DataField } from "../tables/index.ts";
import { STATUS_FILLS, STATUS_KEYS, type StatusKey } from "../theme/index.ts";

/** Prefix of the ids of the page's patterns. */
export const PREFIX = "portfolio";

/** How many indicators have a status. */
export const countOf = (statuses: Record<StatusCount, number>, status: StatusKey) =>
  statuses[status === "unknown" ? "none" : status];

/** Indicators by status as a bar. */
export function statusStrip(statuses: Record<StatusCount, number>, language: DisplayLanguage): Markup {
  const { statuses: labels } = messagesIn(language);
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
export function share(value: number | null, language: DisplayLanguage, note?: Part): Markup {
  if (value === null) return html`<span class="cadre-reason">${portfolioIn(language).none}</span>${note}`;
  const width = Math.min(1, Math.max(0, value)) * 100;
  return html`<span class="share"><span>${formatPercent(value, { language, decimals: 0 })}</span><span class="track" aria-hidden="true"><span style="width:${width.toFixed(1)}%"></span></span></span>${note}`;
}

/** How many of the activities are late. */
export const lateText = (late: number, activities: number, language: DisplayLanguage): Part =>
  activities === 0
    ? html`<span class="cadre-reason">${portfolioIn(language).none}</span>`
    : portfolioIn(language).lateOf(formatNumber(late, { language }), formatNumber(activities, { language }));

/** Sums of budgets, a currency each; `null` where none is known. */
export const budgetText = (
  { budgets }: Pick<PortfolioTotal, "budgets">,
  language: DisplayLanguage,
): string | null =>
  budgets.length === 0 ? null : budgets.map((amount) => formatMoney(amount, { language })).join(" + ");

/** How many indicators have each status, as fields of a file. */
export const statusFields = <Row extends { statuses: Record<StatusCount, number> }>(
  language: DisplayLanguage,
): DataField<Row>[] =>
  STATUS_KEYS.map((status) => ({
    name: `${messagesIn(language).dashboard.indicators}${messagesIn(language).colon} ${messagesIn(language).statuses[status]}`,
    value: ({ statuses }) => countOf(statuses, status),
  }));

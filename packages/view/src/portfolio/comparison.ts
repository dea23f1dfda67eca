import { formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import type { Portfolio, PortfolioDimension, PortfolioTotal } from "@cadre/core/portfolio";
import { messagesIn, portfolioIn } from "../messages/index.ts";
import { budgetText, lateText, statusFields, statusStrip } from "./cells.ts";
import type { PageColumn, PageTable } from "./page-table.ts";

/** The currency that most totals have a sum in: sums in another one are not larger or smaller than these. */
function mainCurrency(totals: readonly PortfolioTotal[]): string | null {
  const counts = new Map<string, number>();
  for (const { budgets } of totals)
    for (const { currency } of budgets) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}

function comparisonColumns(
  totals: readonly PortfolioTotal[],
  dimension: PortfolioDimension,
  language: DisplayLanguage,
): PageColumn<PortfolioTotal>[] {
  const { compareColumns: columns, none, dimension: names } = portfolioIn(language);
  const number = (value: number) => formatNumber(value, { language });
  const main = mainCurrency(totals);
  const currencies = [...new Set(totals.flatMap(({ budgets }) => budgets.map(({ currency }) => currency)))];
  return [
    {
      name: "key",
      label: names[dimension],
      numeric: false,
      sort: ({ key }) => key,
      fields: [{ name: names[dimension], value: ({ key }) => key }],
      cell: ({ key }) => (key === null ? none : String(key)),
    },
    {
      name: "projects",
      label: columns.projects,
      numeric: true,
      sort: ({ projectCount: projects }) => projects,
      fields: [{ name: columns.projects, value: ({ projectCount: projects }) => projects }],
      cell: ({ projectCount: projects }) => number(projects),
    },
    {
      name: "budget",
      label: columns.budget,
      numeric: true,
      sort: ({ budgets: [first, ...others] }) =>
        first?.currency === main && others.length === 0 ? first.amount : null,
      fields: currencies.map((currency) => ({
        name: `${columns.budget} (${currency})`,
        value: ({ budgets }) => budgets.find((each) => each.currency === currency)?.amount,
      })),
      cell: (total) => budgetText(total, language) ?? none,
    },
    {
      name: "indicators",
      label: columns.indicators,
      numeric: false,
      largestFirst: true,
      sort: ({ statuses, indicatorCount: indicators }) =>
        indicators === 0 ? null : (statuses.achieved + statuses["on-track"]) / indicators,
      fields: statusFields(language),
      cell: ({ statuses }) => statusStrip(statuses, language),
    },
    {
      name: "late",
      label: columns.late,
      numeric: true,
      sort: ({ late, activityCount: activities }) => (activities === 0 ? null : late),
      fields: [
        { name: columns.late, value: ({ late, activityCount }) => (activityCount === 0 ? null : late) },
        { name: messagesIn(language).dashboard.activities, value: ({ activityCount }) => activityCount },
      ],
      cell: ({ late, activityCount: activities }) => lateText(late, activities, language),
    },
    {
      name: "errors",
      label: columns.errors,
      numeric: true,
      sort: ({ errors }) => errors,
      fields: [{ name: columns.errors, value: ({ errors }) => errors }],
      cell: ({ errors }) => number(errors),
    },
  ];
}

/** A comparison of the portfolio's projects by what they have in common; `null` where they do not differ in it. */
export function comparisonTable(
  portfolio: Portfolio,
  dimension: PortfolioDimension,
  language: DisplayLanguage,
): PageTable<PortfolioTotal> | null {
  const labels = portfolioIn(language);
  const rows = portfolio.by[dimension];
  if (rows.length < 2) return null;
  return {
    name: dimension.toLowerCase(),
    style: "comparison",
    label: `${labels.compare}${messagesIn(language).colon} ${labels.dimension[dimension]}`,
    columns: comparisonColumns(rows, dimension, language),
    rows,
    language,
  };
}

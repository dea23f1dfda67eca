import { type ExpenseCategory, formatMoney, formatPercent, type Money } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import type { Part } from "../markup/index.ts";
import { messagesIn } from "../messages/index.ts";
import type { BudgetBy, BudgetSlice } from "../results/index.ts";
import { reasonCell } from "../shapes/index.ts";
import type { TableColumn } from "./table.ts";

/** Money in words: the code of the currency, cents where there are any. */
export function moneyText(amount: Money, language: DisplayLanguage): string {
  return formatMoney(amount, { language });
}

/** The name of a slice: the agency, the output's code and title, the category. */
export function sliceName(
  { key }: Pick<BudgetSlice, "key">,
  by: BudgetBy,
  language: DisplayLanguage,
  titles: Readonly<Record<string, string>> = {},
): string {
  const messages = messagesIn(language);
  if (key === null) return messages.charts.noSlice[by];
  if (by === "category") return messages.categories[key as ExpenseCategory];
  if (by === "output" && Object.hasOwn(titles, key)) return `${key} ${titles[key]}`;
  return key;
}

/** The columns of a table of budget slices. */
export function budgetColumns(
  by: BudgetBy,
  language: DisplayLanguage,
  titles: Readonly<Record<string, string>> = {},
): TableColumn<BudgetSlice>[] {
  const { notReported } = messagesIn(language);
  const known = (amount: Money | null): Part =>
    amount === null ? reasonCell(notReported) : moneyText(amount, language);
  return [
    { column: by, heads: true, cell: (slice) => sliceName(slice, by, language, titles) },
    { column: "amount", numeric: true, cell: ({ amount }) => known(amount) },
    { column: "gewe", numeric: true, cell: ({ gewe }) => known(gewe) },
    { column: "spent", numeric: true, cell: ({ spent }) => known(spent) },
    {
      column: "geweShare",
      numeric: true,
      cell: ({ share }) =>
        share === null ? reasonCell(notReported) : formatPercent(share, { language, decimals: 1, least: 1 }),
    },
  ];
}

import type { DisplayLanguage } from "@cadre/core/locale";
import { messagesIn, tagOf } from "../messages/index.ts";
import { csvFile, fileName, perCent, sliceName } from "../tables/index.ts";
import type { DashboardModel } from "./model.ts";

/** What the budget is divided by. */
export const BUDGET_DIVISIONS = ["agency", "output", "category"] as const;

/** Titles of outputs by their codes. */
export const outputTitles = ({ outcomes }: Pick<DashboardModel, "outcomes">): Record<string, string> =>
  Object.fromEntries(outcomes.flatMap(({ outputs }) => outputs.map(({ code, title }) => [code, title])));

/** The budget by agency, output and category as a file of CSV. What is not reported is an empty cell, and nothing is added up. */
export function budgetFile(model: DashboardModel, language: DisplayLanguage): { name: string; text: string } {
  const { columns, table, dashboard } = messagesIn(language);
  const titles = outputTitles(model);
  const rows = BUDGET_DIVISIONS.flatMap((by) =>
    model.budget.slices[by].map((slice) => [
      columns[by].name,
      sliceName(slice, by, language, titles),
      slice.amount.value,
      slice.amount.currency,
      slice.gewe?.value,
      perCent(slice.share),
      slice.spent?.value,
    ]),
  );
  const head = [
    columns.group.name,
    table.about,
    columns.amount.name,
    table.currency,
    columns.gewe.name,
    table.percent(columns.geweShare.name),
    columns.spent.name,
  ];
  const { number, title } = model.project;
  return { name: fileName(number ?? title, dashboard.money), text: csvFile(head, rows, tagOf(language)) };
}

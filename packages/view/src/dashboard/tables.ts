import { formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { html, type Markup, type Part } from "../markup/index.ts";
import { messagesIn, tagOf } from "../messages/index.ts";
import type { ActivityRow, FindingRow, IndicatorRow } from "../results/index.ts";
import type { TimeAxis } from "../shapes/index.ts";
import {
  activityColumns,
  cells,
  columnLegend,
  csvFile,
  fileName,
  findingColumns,
  heading,
  indicatorColumns,
  nextSort,
  sortRows,
  type TableColumn,
} from "../tables/index.ts";
import { activityDetails, indicatorDetails } from "./details.ts";
import type { Filters, TableName } from "./filters.ts";
import { hrefOfFinding } from "./links.ts";
import type { DashboardModel } from "./model.ts";
import { PREFIX } from "./prefix.ts";

/** Rows of a page. */
export const PAGE = 40;

const axisOf = ({ axis, asOf }: DashboardModel): TimeAxis | null =>
  axis === null ? null : { ...axis, width: 240, asOf };

/** A code that opens its row's details. */
function opener(kind: "i" | "a", code: string, open: boolean, language: DisplayLanguage): Markup {
  return html`<button type="button" class="opener" data-open="${kind}${code}" aria-expanded="${open ? "true" : "false"}" title="${messagesIn(language).dashboard.details}"><span aria-hidden="true" class="turn"></span>${code}</button>`;
}

/** A table of the dashboard: its columns, and what its open rows and its groups show. */
interface Sheet<Row> {
  columns: TableColumn<Row>[];
  rows: readonly Row[];
  id: (row: Row) => string | null;
  details: (row: Row) => Markup | null;
  group: (row: Row) => string | null;
}

function indicatorSheet(
  model: DashboardModel,
  filters: Filters,
  language: DisplayLanguage,
): Sheet<IndicatorRow> {
  const { kinds } = messagesIn(language);
  const titles = new Map(
    model.outcomes.flatMap((outcome) => [
      [outcome.code, `${kinds.outcome} ${outcome.code} · ${outcome.title}`] as const,
      ...outcome.outputs.map(({ code, title }) => [code, `${kinds.output} ${code} · ${title}`] as const),
    ]),
  );
  const open = new Set(filters.open);
  return {
    rows: model.indicators,
    columns: indicatorColumns({
      language,
      findings: model.findings,
      prefix: PREFIX,
      trend: model.indicators.some(({ series }) => series.length > 1),
      code: ({ code }) => opener("i", code, open.has(`i${code}`), language),
    }),
    id: ({ code }) => `i${code}`,
    details: (row) => indicatorDetails(row, model, language),
    group: ({ output, outcome }) => titles.get(output ?? outcome) ?? null,
  };
}

function activitySheet(
  model: DashboardModel,
  filters: Filters,
  language: DisplayLanguage,
): Sheet<ActivityRow> {
  const open = new Set(filters.open);
  return {
    rows: model.activities,
    columns: activityColumns({
      language,
      findings: model.findings,
      prefix: PREFIX,
      axis: axisOf(model),
      code: ({ code }) => opener("a", code, open.has(`a${code}`), language),
    }),
    id: ({ code }) => `a${code}`,
    details: (row) => activityDetails(row, model, language),
    group: () => null,
  };
}

function findingSheet(model: DashboardModel, language: DisplayLanguage): Sheet<FindingRow> {
  const link = (row: FindingRow, text: string): Part => {
    const to = hrefOfFinding(row);
    return to === null ? text : html`<a href="${to.href}" data-go="${to.table}">${text}</a>`;
  };
  return {
    rows: model.findings,
    columns: findingColumns(language, link),
    id: () => null,
    details: () => null,
    group: () => null,
  };
}

/** Does something with a table's columns and rows, whichever table it is. */
function withSheet<Result>(
  model: DashboardModel,
  name: TableName,
  filters: Filters,
  language: DisplayLanguage,
  use: <Row>(sheet: Sheet<Row>) => Result,
): Result {
  if (name === "indicators") return use(indicatorSheet(model, filters, language));
  if (name === "activities") return use(activitySheet(model, filters, language));
  return use(findingSheet(model, language));
}

/** Rows of a table, as indexes, in the order that is chosen; in the document's where none is, or one that the table does not have. */
export function orderedIndexes(
  model: DashboardModel,
  name: TableName,
  indexes: readonly number[],
  filters: Filters,
  language: DisplayLanguage,
): readonly number[] {
  const order = filters.sort[name];
  if (order === "") return indexes;
  return withSheet(model, name, filters, language, ({ columns, rows }) => {
    const sort = columns.find(({ column }) => column === order.replace(/^-/, ""))?.sort;
    if (sort === undefined) return indexes;
    const keyOf = (index: number) => {
      const row = rows[index];
      return row === undefined ? null : sort(row);
    };
    return sortRows(indexes, keyOf, order.startsWith("-"), tagOf(language));
  });
}

/** The order after a press on a column's heading. */
export function nextOrder(
  model: DashboardModel,
  name: TableName,
  column: string,
  filters: Filters,
  language: DisplayLanguage,
): string {
  return withSheet(model, name, filters, language, ({ columns }) => {
    const pressed = columns.find((each) => each.column === column);
    return nextSort(column, pressed?.largestFirst ?? pressed?.numeric ?? false, filters.sort[name]);
  });
}

/** Rows of a table as a file of CSV: every column, with units and reasons. */
export function tableFile(
  model: DashboardModel,
  name: TableName,
  indexes: readonly number[],
  filters: Filters,
  language: DisplayLanguage,
): { name: string; text: string } {
  const { number, title } = model.project;
  const { dashboard } = messagesIn(language);
  return {
    name: fileName(number ?? title, dashboard[name]),
    text: withSheet(model, name, filters, language, ({ columns, rows }) => {
      const fields = columns.flatMap((column) => column.fields ?? []);
      const lines = indexes.flatMap((index) => {
        const row = rows[index];
        return row === undefined ? [] : [fields.map(({ value }) => value(row))];
      });
      return csvFile(
        fields.map((field) => field.name),
        lines,
        tagOf(language),
      );
    }),
  };
}

function sheetRows<Row>(
  { columns, rows, id, details, group }: Sheet<Row>,
  indexes: readonly number[],
  open: ReadonlySet<string>,
  language: DisplayLanguage,
): Markup {
  let over: string | null = null;
  const span = columns.length;
  return html`${indexes.map((index) => {
    const row = rows[index];
    if (row === undefined) return null;
    const name = group(row);
    const head =
      name !== null &&
      name !== over &&
      html`<tr role="row" class="cadre-group"><th role="columnheader" scope="colgroup" colspan="${span}">${name}</th></tr>`;
    over = name;
    const key = id(row);
    const opened = key !== null && open.has(key);
    return html`${head}<tr role="row"${opened && html` class="opened"`}>${cells(row, columns, language)}</tr>${
      opened &&
      html`<tr role="row" class="details"><td role="cell" colspan="${span}">${details(row)}</td></tr>`
    }`;
  })}`;
}

/** What is under a table's heading: how many rows are shown, the rows of its page, and the ways to other pages. */
export interface TableParts {
  count: Markup;
  head: Markup;
  body: Markup;
  pager: Markup;
  legend: Markup;
}

/** Draws a table's page. `limit` rows instead of a page's for print. */
export function tableParts(
  model: DashboardModel,
  name: TableName,
  indexes: readonly number[],
  filters: Filters,
  language: DisplayLanguage,
  limit?: number,
): TableParts {
  const messages = messagesIn(language);
  const number = (value: number) => formatNumber(value, { language });
  const pages = Math.max(1, Math.ceil(indexes.length / PAGE));
  const page = Math.min(filters.page[name], pages - 1);
  const shown = limit === undefined ? indexes.slice(page * PAGE, (page + 1) * PAGE) : indexes.slice(0, limit);
  const open = new Set(filters.open);
  const order = { table: name, sort: filters.sort[name] };
  const draw = <Row>(sheet: Sheet<Row>) => ({
    head: html`<tr role="row">${sheet.columns.map((column) => heading(column, language, `t-${name}`, order))}</tr>`,
    body:
      shown.length === 0
        ? html`<tr role="row"><td role="cell" class="nothing" colspan="${sheet.columns.length}">${model[name].length === 0 ? messages.dashboard.noneAtAll : messages.dashboard.noRows}</td></tr>`
        : // Rows in another order are under no heading of their output: it would be repeated over each of them.
          sheetRows(order.sort === "" ? sheet : { ...sheet, group: () => null }, shown, open, language),
    legend: columnLegend(sheet.columns, language, true),
  });
  const drawn = withSheet(model, name, filters, language, draw);
  const step = (to: number, text: string, sign: string) =>
    html`<button type="button" data-page="${name} ${to}"${(to < 0 || to >= pages) && html` disabled`}><span aria-hidden="true">${sign}</span> ${text}</button>`;
  return {
    ...drawn,
    count: html`${indexes.length === model[name].length ? messages.count[name].all(indexes.length) : messages.count[name].some(indexes.length, model[name].length)}`,
    pager:
      pages === 1
        ? html``
        : html`${step(page - 1, messages.dashboard.previous, "←")} <span>${messages.pages(number(page + 1), number(pages))}</span> ${step(page + 1, messages.dashboard.next, "→")}`,
  };
}

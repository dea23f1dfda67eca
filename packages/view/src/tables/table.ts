import { formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { html, type Markup, nameOf, type Part } from "../markup/index.ts";
import { type Column, messagesIn } from "../messages/index.ts";
import { type DataField, type SortKey, sortedBy } from "./data.ts";

/** A column of a table: its heading and meaning come from the labels, its cells from the row. */
export interface TableColumn<Row> {
  column: Column;
  /** Values are on the right. */
  numeric?: boolean;
  /** The cell names its row. */
  heads?: boolean;
  /** What is in the heading under its name. */
  below?: Part;
  cell: (row: Row) => Part;
  /** What rows are sorted by. Without it nothing is sorted by this column. */
  sort?: (row: Row) => SortKey;
  /** The first press sorts from the largest down. Default: where values are on the right. */
  largestFirst?: boolean;
  /** What a file of the table says of it. */
  fields?: readonly DataField<Row>[];
}

/** The order that a heading shows and changes. */
export interface HeadingOrder {
  /** The table's name. */
  table: string;
  /** The column that it is sorted by; `-` before it: largest or last first. Empty: as in the document. */
  sort: string;
}

/** A table to draw. */
export interface TableShape<Row> {
  /** What is said over it; `null` where the title over it says all. */
  caption: Part;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  language: DisplayLanguage;
  /** Distinguishes the tables of one page. */
  id: string;
  /** A heading over the rows from this one on; `null` where it goes on. */
  group?: (row: Row, before: Row | undefined) => Part;
  /** Rows shown at once; the further ones are folded, page by page. */
  pageSize?: number | undefined;
  /** No more rows than these are printed at all. */
  limit?: number | undefined;
}

/** Rows that are shown, and rows that are printed at all, by default. */
export const PAGE_SIZE = 25;
/** No table prints more rows than these: nobody reads them, and a notebook would drown. */
export const MAX_ROWS = 500;

/** A button that sorts by a column. It needs the page's program, which switches it on. */
export function sortButton(name: string, column: string, table: string, language: DisplayLanguage): Markup {
  return html`<button type="button" class="cadre-sort" data-sort="${table} ${column}" title="${messagesIn(language).table.sortBy(name)}" disabled>${name}</button>`;
}

/** A button that downloads a table. It needs the page's program, which switches it on. */
export function downloadButton(table: string, language: DisplayLanguage): Markup {
  const { download, downloadMeaning } = messagesIn(language).table;
  return html`<button type="button" class="cadre-download" data-download="${table}" title="${downloadMeaning}" disabled><span aria-hidden="true">↓</span> ${download}</button>`;
}

/**
 * A column's heading with its meaning: seen on the pointer, on the keyboard's focus, and read by a screen reader from the button. With an
 * order its name is a button that sorts.
 */
export function heading<Row>(
  { column, numeric = false, below, sort }: Pick<TableColumn<Row>, "column" | "numeric" | "below" | "sort">,
  language: DisplayLanguage,
  id: string,
  order?: HeadingOrder,
): Markup {
  const { columns, dashboard, colon } = messagesIn(language);
  const { name, meaning } = columns[column];
  const tip = `${id}-${column}`;
  const sorts = order !== undefined && sort !== undefined;
  return html`<th scope="col" role="columnheader" data-column="${column}" class="${numeric ? "cadre-numeric" : ""}" abbr="${name}"${sorts && html` aria-sort="${sortedBy(column, order.sort)}"`}><span class="cadre-th">${sorts ? sortButton(name, column, order.table, language) : name}<span class="cadre-why"><button type="button" aria-label="${name}${colon} ${dashboard.explain}" aria-describedby="${tip}">?</button><span role="tooltip" id="${tip}">${meaning}</span></span></span>${below}</th>`;
}

/** One row's cells. Each carries its column's name, for narrow screens, where the cells are below one another. */
export function cells<Row>(
  row: Row,
  columns: readonly TableColumn<Row>[],
  language: DisplayLanguage,
): Markup[] {
  const { columns: messages } = messagesIn(language);
  return columns.map(({ column, numeric = false, heads = false, cell }) => {
    const style = numeric && html` class="cadre-numeric"`;
    const label = messages[column].name;
    return heads
      ? html`<th scope="row" role="rowheader"${style} data-label="${label}">${cell(row)}</th>`
      : html`<td role="cell"${style} data-label="${label}">${cell(row)}</td>`;
  });
}

/** What the columns mean, as a list: for print, and for screens too narrow for headings. With `sorts`, what sorting by one does. */
export function columnLegend(
  columns: readonly { column: Column }[],
  language: DisplayLanguage,
  sorts = false,
): Markup {
  const messages = messagesIn(language);
  return html`<details class="cadre-legend"><summary>${messages.legend}</summary><dl>${columns.map(
    ({ column }) =>
      html`<div><dt>${messages.columns[column].name}</dt><dd>${messages.columns[column].meaning}</dd></div>`,
  )}</dl>${sorts && html`<p class="hint">${messages.table.sortMeaning}</p>`}</details>`;
}

function page<Row>(shape: TableShape<Row>, from: number, to: number, caption: Part, id: string): Markup {
  const { columns, rows, language, group } = shape;
  return html`<table class="cadre-table" role="table"${caption === null && html` aria-label="${shape.id}"`}>${caption !== null && html`<caption>${caption}</caption>`}<thead role="rowgroup"><tr role="row">${columns.map(
    (column) => heading(column, language, id),
  )}</tr></thead><tbody role="rowgroup">${rows.slice(from, to).map((row, index) => {
    const over = group?.(row, from + index === 0 ? undefined : rows[from + index - 1]);
    return html`${
      over !== null &&
      over !== undefined &&
      html`<tr role="row" class="cadre-group"><th scope="colgroup" role="columnheader" colspan="${columns.length}">${over}</th></tr>`
    }<tr role="row">${cells(row, columns, language)}</tr>`;
  })}</tbody></table>`;
}

/**
 * A table that pages by itself, without any script: the first rows are open, further pages are folded, and past the limit for print
 * only the number of the rest is given.
 */
export function table<Row>(shape: TableShape<Row>): Markup {
  const { rows, language, caption, pageSize = PAGE_SIZE, limit = MAX_ROWS } = shape;
  const messages = messagesIn(language);
  const number = (value: number) => formatNumber(value, { language });
  const printed = Math.min(rows.length, limit);
  const id = nameOf(`${shape.id}${language}`);
  const further: Markup[] = [];
  for (let from = pageSize; from < printed; from += pageSize * 4) {
    const to = Math.min(printed, from + pageSize * 4);
    const title = messages.nextRows(number(from + 1), number(to));
    further.push(
      html`<details class="cadre-page"><summary>${title}</summary>${page(shape, from, to, title, `${id}-${from}`)}</details>`,
    );
  }
  const rest = rows.length - printed;
  return html`<div class="cadre-scroll" tabindex="0" role="region" aria-label="${typeof caption === "string" ? caption : shape.id}">${page(shape, 0, Math.min(pageSize, printed), caption, id)}</div>${further}${
    rest > 0 &&
    html`<p class="cadre-more"><strong>${messages.more(number(rest))}</strong>: ${messages.moreHint}</p>`
  }${columnLegend(shape.columns, language)}`;
}

import type { CsvCell } from "@cadre/core/internal";
import type { DisplayLanguage } from "@cadre/core/locale";
import { html, type Markup, type Part } from "../markup/index.ts";
import { type DataField, downloadButton, fileName, type SortKey, sortButton } from "../tables/index.ts";

/** A column of a table of the portfolio: what it shows, what it is sorted by, and what a file says of it. */
export interface PageColumn<Row> {
  name: string;
  label: string;
  /** Values are on the right, and the first press sorts from the largest down. */
  numeric: boolean;
  largestFirst?: boolean;
  cell: (row: Row) => Part;
  sort: (row: Row) => SortKey;
  fields: readonly DataField<Row>[];
}

/** A table as data beside its markup: its rows are in the same order. */
export interface PageTableData {
  file: string;
  head: string[];
  rows: CsvCell[][];
  keys: Record<string, { largestFirst: boolean; of: SortKey[] }>;
}

/** A table to draw. The first column names its row. */
export interface PageTable<Row> {
  /** Distinguishes the tables of the page. */
  name: string;
  style: string;
  label: string;
  columns: readonly PageColumn<Row>[];
  rows: readonly Row[];
  language: DisplayLanguage;
  attributes?: (row: Row) => Part;
}

/** What a table is downloaded and sorted by. */
export function tableData<Row>({ columns, rows, label }: PageTable<Row>): PageTableData {
  const fields = columns.flatMap((column) => column.fields);
  return {
    file: fileName(label),
    head: fields.map(({ name }) => name),
    rows: rows.map((row) => fields.map(({ value }) => value(row) ?? null)),
    keys: Object.fromEntries(
      columns.map(({ name, numeric, largestFirst = numeric, sort }) => [
        name,
        { largestFirst, of: rows.map(sort) },
      ]),
    ),
  };
}

/** A table whose rows the page's program sorts. */
export function drawTable<Row>({
  name,
  style,
  label,
  columns,
  rows,
  language,
  attributes,
}: PageTable<Row>): Markup {
  const styleOf = ({ numeric }: PageColumn<Row>) => (numeric ? "cadre-numeric" : "");
  return html`<div class="cadre-scroll" tabindex="0" role="region" aria-label="${label}"><table class="cadre-table ${style}" role="table" data-table="${name}"><thead role="rowgroup"><tr role="row">${columns.map(
    (column) =>
      html`<th scope="col" role="columnheader" class="${styleOf(column)}" data-column="${column.name}" aria-sort="none">${sortButton(column.label, column.name, name, language)}</th>`,
  )}</tr></thead><tbody role="rowgroup">${rows.map(
    (row) =>
      html`<tr role="row"${attributes?.(row)}>${columns.map((column, index) => {
        const attributesOf = html` data-name="${column.name}" data-label="${column.label}" class="${styleOf(column)}"`;
        return index === 0
          ? html`<th scope="row" role="rowheader"${attributesOf}>${column.cell(row)}</th>`
          : html`<td role="cell"${attributesOf}>${column.cell(row)}</td>`;
      })}</tr>`,
  )}</tbody></table></div>`;
}

/** A heading with the button that downloads the table below it. */
export const tableHead = (heading: Part, name: string, language: DisplayLanguage): Markup =>
  html`<div class="sheet-head"><h2>${heading}</h2>${downloadButton(name, language)}</div>`;

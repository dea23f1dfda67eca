import type { Area } from "./address.ts";

/** How a number is shown, as far as it shows what kind of number it is. */
export type CellFormat = "plain" | "percent" | "date";

/** What a cell holds. Of a formula it is the value that the spreadsheet program saved with it. */
export interface Cell {
  /** `error`: a formula without a result, such as `#REF!`. */
  kind: "number" | "text" | "boolean" | "error" | "empty";
  /** The number; 1 and 0 of a boolean; 0 otherwise. */
  number: number;
  /** The text, the code of an error (`#REF!`), the number as stored. */
  text: string;
  /** `plain` also of texts. */
  format: CellFormat;
  /** ISO code of the currency that its format shows. */
  currency?: string;
  /** Whether a formula is behind it. `empty` with a formula: the file keeps no value of it. */
  formula: boolean;
}

/** A sheet with cells, as read. Rows and columns count from 0. */
export interface Sheet {
  /** As on its tab. */
  name: string;
  /** `very-hidden`: only a macro can show it. */
  state: "visible" | "hidden" | "very-hidden";
  /** Rows that have cells, in their order; each its cells by column. */
  rows: ReadonlyMap<number, readonly (Cell | undefined)[]>;
  /** Areas that are shown as one cell; the value is in the first. */
  merged: readonly Area[];
  /** In ascending order. */
  hiddenRows: readonly number[];
  /** Areas of whole columns; `top` and `bottom` mean nothing. */
  hiddenColumns: readonly {
    /** First column, from 0. */
    left: number;
    /** Last column, from 0. */
    right: number;
  }[];
}

/** A workbook as read: its sheets in their order. */
export interface Workbook {
  /** In the order of their tabs. */
  sheets: readonly Sheet[];
  /** Days count from 1904 and not from 1900. */
  from1904: boolean;
  /** Parts that were ignored: `macros`, `external-links`. */
  ignoredParts: readonly ("macros" | "external-links")[];
}

/** The value of a cell; within a merged area that of the area's first cell. */
export function valueAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  const own = sheet.rows.get(row)?.[column];
  if (own !== undefined && own.kind !== "empty") return own;
  const area = sheet.merged.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return area === undefined ? own : sheet.rows.get(area.top)?.[area.left];
}

import { type Cell, type CellValue, writeXlsx } from "hucre/xlsx";
import type { GeneratedSheet } from "./layout.ts";

/** Writes sheets as a workbook. Formulas have no values: a spreadsheet program has to recalculate it. */
export function writeSheets(sheets: readonly GeneratedSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, hidden }) => {
      const cells = new Map<string, Partial<Cell>>();
      const values = rows.map((row, index) =>
        row.map((cell, column): CellValue => {
          if (cell === null) return null;
          if (typeof cell === "string") return cell;
          const style = cell.format === undefined ? {} : { style: { numFmt: cell.format } };
          if ("value" in cell) {
            cells.set(`${index},${column}`, { value: cell.value, type: "number", ...style });
            return cell.value;
          }
          cells.set(`${index},${column}`, {
            value: null,
            type: "formula",
            formula: cell.formula,
            ...style,
          });
          return null;
        }),
      );
      return { name, rows: values, cells, ...(hidden === true ? { hidden } : {}) };
    }),
  });
}

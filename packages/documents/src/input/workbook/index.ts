export { type Area, cellName, columnName, readAreas, readCellName } from "./address.ts";
export { type Cell, type CellFormat, type Sheet, valueAt, type Workbook } from "./cell.ts";
export { readWorkbook, WORKBOOK_LIMITS, type WorkbookLimits } from "./read-workbook.ts";

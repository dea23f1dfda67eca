export { type ActivityDrawing, activityColumns, causeText, impactCell } from "./activities.ts";
export { budgetColumns, moneyText, sliceName } from "./budget.ts";
export {
  csvFile,
  type DataField,
  fileName,
  nextSort,
  perCent,
  type SortKey,
  sortedBy,
  sortRows,
} from "./data.ts";
export { findingColumns, findingNotes, findingRowsOf, findingSymbol, locationText } from "./findings.ts";
export { type IndicatorDrawing, indicatorColumns, statusCell, targetCell } from "./indicators.ts";
export { shareText } from "./shares.ts";
export {
  cells,
  columnLegend,
  downloadButton,
  heading,
  MAX_ROWS,
  PAGE_SIZE,
  sortButton,
  type TableColumn,
  type TableShape,
  table,
} from "./table.ts";

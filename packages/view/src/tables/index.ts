export { type ActivityDrawing, activityColumns, causeText, impactCell } from "./activities.ts";
export { budgetColumns, moneyText, sliceName } from "./budget.ts";
export { findingColumns, findingNotes, findingRowsOf, findingSymbol, locationText } from "./findings.ts";
export { type IndicatorDrawing, indicatorColumns, shareText, statusCell, targetCell } from "./indicators.ts";
export {
  cells,
  columnLegend,
  heading,
  MAX_ROWS,
  PAGE_SIZE,
  type TableColumn,
  type TableShape,
  table,
} from "./table.ts";

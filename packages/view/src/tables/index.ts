export { type ActivityDrawing, activityColumns, causeWords, reachCell } from "./activities.ts";
export { budgetColumns, moneyWords, sliceName } from "./budget.ts";
export { findingColumns, findingMark, findingNotes, findingRowsOf, placeWords } from "./findings.ts";
export { type IndicatorDrawing, indicatorColumns, statusCell, targetCell } from "./indicators.ts";
export {
  cells,
  columnLegend,
  heading,
  MOST_ROWS,
  PAGE_SIZE,
  type TableColumn,
  type TableShape,
  table,
} from "./table.ts";

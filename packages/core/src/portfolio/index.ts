export { INDICATOR_TABLE_COLUMNS, type IndicatorTableRow, indicatorTableRows } from "./indicator-table.ts";
export {
  PORTFOLIO_DIMENSIONS,
  type Portfolio,
  type PortfolioDimension,
  type PortfolioReport,
  type PortfolioTotal,
  type ProjectRow,
  portfolioOf,
  projectKey,
  projectRow,
  type ReportIndicator,
  type StatusCount,
  summarisePortfolio,
} from "./portfolio.ts";

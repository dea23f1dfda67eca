export {
  type Amount,
  type AmountSlice,
  type DashboardModel,
  type DashboardOptions,
  dashboardModel,
  dashboardModelInSteps,
  type Heading,
} from "./model.ts";
export { dashboardHtml, type PageOptions } from "./page.ts";

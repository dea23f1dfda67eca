export {
  createDashboardService,
  type DashboardService,
  type DashboardSnapshot,
  type Render,
  type Rendering,
} from "./dashboard-service.ts";

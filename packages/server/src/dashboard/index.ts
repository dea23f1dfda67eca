export {
  createDashboardService,
  type DashboardService,
  type DashboardSnapshot,
} from "./dashboard-service.ts";

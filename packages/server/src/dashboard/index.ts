export { createDashboardService, type DashboardService, type Shown } from "./dashboard-service.ts";

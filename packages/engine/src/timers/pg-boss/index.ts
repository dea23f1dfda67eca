export {
  jobIdOf,
  type PgBossTimerOptions,
  type PgBossTimers,
  pgBossTimers,
  type WorkOptions,
} from "./pg-boss-timers.ts";

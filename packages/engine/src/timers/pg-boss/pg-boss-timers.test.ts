import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTORS, command, GRANTS, PLAN, stoppedClock } from "../../../test/project.ts";
import { freshSchema } from "../../../test/stores.ts";
import { createEngine, type Engine, type Fired, type Timer } from "../../index.ts";
import { postgresStore } from "../../stores/postgres/index.ts";
import { jobIdOf, type PgBossTimers, pgBossTimers } from "./pg-boss-timers.ts";

describe("timers of pg-boss", () => {
  // One for each machine, as it were: pools and bosses of their own.
  const machines: { pool: pg.Pool; boss: PgBoss; engine: Engine; timers: PgBossTimers }[] = [];
  const fired: { timer: Timer; fired: Fired }[] = [];
  const [schema, bossSchema] = [freshSchema(), freshSchema()];
  const clock = stoppedClock("2020-07-10T12:00:00.000Z").now;
  // pg-boss fires by the clock of its database, for which all of the plan has passed: so it has for the engine, which records nothing ahead.
  const later = stoppedClock("2023-01-01T12:00:00.000Z").now;

  beforeAll(async () => {
    const connectionString = await sharedPostgres();
    for (let machine = 0; machine < 3; machine += 1) {
      const pool = new pg.Pool({ connectionString, max: 3 });
      const store = await postgresStore(pool, { schema });
      const engine = createEngine({ store, grants: GRANTS, clock: later });
      const boss = new PgBoss({ connectionString, schema: bossSchema, max: 3 });
      boss.on("error", (error) => {
        throw error;
      });
      await boss.start();
      const timers = await pgBossTimers(boss, {
        ...{ engine, store, clock, actor: ACTORS.clockwork },
        onFired: (timer, what) => void fired.push({ timer, fired: what }),
      });
      machines.push({ pool, boss, engine, timers });
    }
    const engine = machines[0]?.engine as Engine;
    await engine.execute(command("project.open", { plan: PLAN }));
    await engine.execute(command("project.start", { effective: "2020-01-15" }));
  });

  afterAll(async () => {
    for (const { boss } of machines) await boss.stop({ graceful: false });
    await machines[0]?.pool.query(`DROP SCHEMA ${schema} CASCADE; DROP SCHEMA ${bossSchema} CASCADE`);
    for (const { pool } of machines) await pool.end();
  });

  const one = () => machines[0] as (typeof machines)[number];
  const recorded = async () =>
    (await one().engine.history("mli-1"))
      .filter((event) => event.type === "reminder.recorded")
      .map(({ data }) => `${data.kind} ${data.about} ${data.due}`);

  it("are there once, whoever plans them and however often", async () => {
    const counts = await Promise.all(machines.map(({ timers }) => timers.plan()));
    expect(new Set(counts)).toEqual(new Set([counts[0]]));
    await one().timers.plan("mli-1");
    const jobs = await one().boss.findJobs<Timer>(one().timers.queues.timers, { limit: 1000 });
    expect(jobs).toHaveLength(counts[0] as number);
    expect(new Set(jobs.map(({ id }) => id))).toEqual(new Set(jobs.map(({ data }) => jobIdOf(data))));
  });

  it("are fired by any worker, and what falls due is recorded once, also where a job comes twice", async () => {
    // pg-boss goes by the clock of its database, to which every day of the plan has passed.
    const expected = await one().timers.plan();
    expect(expected).toBeGreaterThan(10);
    for (const { timers } of machines) await timers.work({ pollingSeconds: 0.5 });
    await expect
      .poll(async () => (await recorded()).length, { timeout: 150_000, interval: 200 })
      .toBe(expected);
    // The same timer under another job, as after a worker that died between its work and saying so.
    const [first] = fired;
    if (first === undefined) throw new Error("nothing was fired");
    await one().boss.send(one().timers.queues.timers, first.timer);
    const again = () => fired.some((each) => each.fired === "again");
    await expect.poll(again, { timeout: 150_000, interval: 200 }).toBe(true);
    const events = await recorded();
    expect(events).toHaveLength(expected);
    expect(new Set(events).size).toBe(expected);
    expect(await one().boss.getSchedules(one().timers.queues.plan)).toHaveLength(1);
  });
});

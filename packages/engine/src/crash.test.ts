import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import { describe, expect, it } from "vitest";
import { crash } from "../../../scripts/crash/crash.ts";

// `pnpm test:crash` does the same 200 times, with one writer and with eight, on a server whose durability is on.
const kills = process.env.CADRE_FULL === "1" ? 40 : 4;

describe("writers killed at random moments of their work", () => {
  const places: [name: string, place: () => Promise<string | null>][] = [
    ["SQLite", async () => null],
    ["PostgreSQL", sharedPostgres],
  ];
  it.each(places)(
    "lose nothing that was acknowledged on %s, record nothing twice, and leave the chain whole",
    async (_, place) => {
      const report = await crash({ postgres: await place(), writers: 2, kills, timers: 12 });
      expect(report.faults).toEqual([]);
      expect(report.kills).toBe(kills);
      expect(report.timers).toBe(12);
      expect(report.events).toBeGreaterThan(report.timers);
    },
    600_000,
  );
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@cadre/test-services/postgres";
import { measureAppends } from "./event-appends.ts";
import { measureRebuilding } from "./event-rebuild.ts";
import type { Bench } from "./harness.ts";

/**
 * What the log costs over its tables: single appends, and rebuilding where every activity is from the first event on. By hand, the
 * rows go to the same tables, as durably, but nobody chains hashes, looks whether the stream has gone on, or returns what was recorded.
 */
export const events: Bench = {
  about: "appends to SQLite and PostgreSQL and rebuilding from their events, beside the same by hand",
  n: 1_000_000,
  run: async (n) => {
    const folder = mkdtempSync(join(tmpdir(), "cadre-events-"));
    // As it comes: what is acknowledged is on the disk.
    const server = await startPostgres();
    try {
      const appends = Math.min(400, Math.max(80, Math.ceil(n / 200)));
      const single = await measureAppends(folder, server.url, appends);
      const rebuilt = await measureRebuilding(folder, server.url, n);
      return {
        name: "events",
        n,
        results: [...single.results, ...rebuilt.results],
        notes: [
          ...single.notes,
          ...rebuilt.notes,
          `milliseconds for one append (of ${appends} by all writers together, five rounds), and for a whole rebuilding; ratios to the row above`,
        ],
      };
    } finally {
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

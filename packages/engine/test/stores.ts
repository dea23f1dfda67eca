import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import pg from "pg";
import type { EventStore } from "../src/log/index.ts";
import { memoryStore } from "../src/stores/memory/index.ts";
import { postgresStore } from "../src/stores/postgres/index.ts";
import { sqliteStore } from "../src/stores/sqlite/index.ts";

/** A folder of a test's own. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "cadre-engine-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

let schemas = 0;
/** A schema's name that nobody else in this run has. */
export const freshSchema = (): string => {
  schemas += 1;
  return `t_${process.pid}_${Date.now()}_${schemas}`;
};

interface Opened {
  one: EventStore;
  other: EventStore;
  remove: () => Promise<void>;
}

/** Each of our stores, opened twice upon a fresh place. */
export const STORES: [name: string, open: () => Promise<Opened>][] = [
  [
    "memory",
    async () => {
      const one = memoryStore();
      return { one, other: one, remove: async () => {} };
    },
  ],
  [
    "SQLite",
    async () => {
      const { path, remove } = temporaryFolder();
      const file = join(path, "log.sqlite");
      return { one: await sqliteStore(file), other: await sqliteStore(file), remove: async () => remove() };
    },
  ],
  [
    "PostgreSQL",
    async () => {
      const connectionString = await sharedPostgres();
      const schema = freshSchema();
      const pools = [
        new pg.Pool({ connectionString, max: 3 }),
        new pg.Pool({ connectionString, max: 3 }),
      ] as const;
      const [one, other] = await Promise.all(pools.map((pool) => postgresStore(pool, { schema })));
      return {
        one: one as EventStore,
        other: other as EventStore,
        remove: async () => {
          await pools[0].query(`DROP SCHEMA ${schema} CASCADE`);
          await Promise.all(pools.map((pool) => pool.end()));
        },
      };
    },
  ],
];

import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { postgresStore } from "@cadre/engine/postgres";
import { sqliteStore } from "@cadre/engine/sqlite";
import pg from "pg";
import { BODY, DELAYED, FINGERPRINT, HASH, streamOf, type Write } from "./event-rows.ts";
import { measureAsync } from "./harness.ts";

/** Writers upon one log, ready to go. */
interface Writers {
  writers: Write[];
  /** How many rows are in the log. */
  count: () => Promise<number>;
  close: () => Promise<void>;
}
type Open = (place: string, hand: boolean, writers: number) => Promise<Writers>;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

const sqliteWriters =
  (folder: string): Open =>
  async (place, hand, writers) => {
    const path = join(folder, `${place}.sqlite`);
    // The same tables for both, by the store.
    await (await sqliteStore(path)).close();
    const workers = await Promise.all(
      upTo(writers).map(async (writer) => {
        const worker = new Worker(new URL("./event-writer.ts", import.meta.url), {
          workerData: { path, hand, writer },
          execArgv: ["--conditions=cadre-source"],
        });
        await once(worker, "message");
        return worker;
      }),
    );
    return {
      writers: workers.map((worker) => async (count) => {
        const done = once(worker, "message");
        worker.postMessage(count);
        await done;
      }),
      count: async () => {
        const db = new DatabaseSync(path, { readOnly: true });
        const rows = Number(db.prepare("SELECT count(*) AS n FROM events").get()?.n);
        db.close();
        return rows;
      },
      close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
    };
  };

const postgresWriters =
  (url: string): Open =>
  async (schema, hand, writers) => {
    const pool = new pg.Pool({ connectionString: url, max: writers });
    const store = await postgresStore(pool, { schema });
    const text = `INSERT INTO ${schema}.events (era, stream, position, key, part, hash, body) VALUES (0, $1, $2, $3, 0, $4, $5)`;
    const one = async (stream: string, position: number): Promise<void> => {
      const key = `k${position}`;
      if (hand) {
        await pool.query({ name: "insert", text, values: [stream, position, key, HASH, BODY] });
        return;
      }
      const expected = position - 1;
      const answer = await store.append({
        stream,
        expected,
        key,
        fingerprint: FINGERPRINT,
        events: [DELAYED],
      });
      if (!answer.ok) throw new Error(answer.problem.message.en);
    };
    return {
      writers: upTo(writers).map((writer) => {
        let position = 0;
        return async (count) => {
          for (const end = position + count; position < end; ) await one(streamOf(writer), ++position);
        };
      }),
      count: async () => Number((await pool.query(`SELECT count(*) AS n FROM ${schema}.events`)).rows[0]?.n),
      close: async () => {
        await store.close();
        await pool.end();
      },
    };
  };

/** Single appends by 1, 2, 4 and 8 writers, in milliseconds of the clock for each append, beside the same inserts by hand. */
export async function measureAppends(folder: string, url: string, appends: number) {
  const results: { impl: string; medianMs: number; ratio: number }[] = [];
  const notes: string[] = [];
  const stores: [string, Open][] = [
    ["SQLite", sqliteWriters(folder)],
    ["PostgreSQL", postgresWriters(url)],
  ];
  for (const [name, open] of stores) {
    for (const writers of [1, 2, 4, 8]) {
      const hand = await open(`hand_${writers}`, true, writers);
      const cadre = await open(`cadre_${writers}`, false, writers);
      const each = Math.ceil(appends / writers);
      const all = (those: Writers) => () => Promise.all(those.writers.map((write) => write(each)));
      const label = `${name}, ${writers} ${writers === 1 ? "writer" : "writers"}`;
      try {
        const measured = await measureAsync(
          [
            { impl: `${label}: inserts by hand`, run: all(hand) },
            { impl: `${label}: cadre`, run: all(cadre) },
          ],
          5,
          1,
        );
        const [theirs, ours] = [await hand.count(), await cadre.count()];
        if (ours !== theirs || ours !== each * writers * 6)
          throw new Error(`${label}: ${ours} rows, by hand ${theirs}`);
        const rate = measured.map(({ medianMs }) => Math.round((each * writers * 1000) / medianMs));
        notes.push(`${label}: ${rate[1]} appends a second, by hand ${rate[0]}`);
        for (const { impl, medianMs, ratio } of measured)
          results.push({ impl, medianMs: medianMs / (each * writers), ratio });
      } finally {
        await hand.close();
        await cadre.close();
      }
    }
  }
  return { results, notes };
}

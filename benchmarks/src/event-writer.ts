import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import { BODY, DELAYED, FINGERPRINT, HASH, streamOf, type Write } from "./event-rows.ts";

/** A writer of SQLite in a thread of its own, with the file open for itself. It is reported how many, and answers once they are on the disk. */
const { path, hand, writer } = workerData as { path: string; hand: boolean; writer: number };
const stream = streamOf(writer);
let position = 0;

function byHand(): Write {
  const db = new DatabaseSync(path, { timeout: 60_000 });
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  const insert = db.prepare(
    "INSERT INTO events (stream, position, key, part, hash, body, chained) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  return async (count) => {
    for (const end = position + count; position < end; ) {
      position += 1;
      // One statement is a transaction of its own.
      insert.run(stream, position, `k${position}`, 0, HASH, BODY, HASH);
    }
  };
}

async function byStore(): Promise<Write> {
  // Loaded by those who need it alone: many threads start.
  const { sqliteStore } = await import("@cadre/engine/sqlite");
  const store = await sqliteStore(path, { patienceMs: 60_000 });
  return async (count) => {
    for (const end = position + count; position < end; ) {
      const key = `k${position + 1}`;
      const answer = await store.append({
        stream,
        expected: position,
        key,
        fingerprint: FINGERPRINT,
        events: [DELAYED],
      });
      if (!answer.ok) throw new Error(answer.problem.message.en);
      position += 1;
    }
  };
}

const write = hand ? byHand() : await byStore();
parentPort?.on("message", async (count: number) => {
  await write(count);
  parentPort?.postMessage(position);
});
parentPort?.postMessage(0);

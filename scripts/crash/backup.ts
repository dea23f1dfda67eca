import { copyLog, type EventStore } from "../../packages/engine/src/index.ts";
import { streamOf } from "../../packages/engine/src/internal/index.ts";
import {
  backupSqliteFile,
  restoreSqliteFile,
  sqliteStore,
  verifySqliteFile,
} from "../../packages/engine/src/stores/sqlite/index.ts";
import { type CrashReport, PROJECT } from "./report.ts";

export interface Backup {
  /** Commands that were acknowledged before it was taken. */
  acknowledged: Map<string, number>;
  /** A cursor of the log in use. */
  cursor: string | null;
  path: string;
}

/** Backs up the log while its writers are killed. */
export async function takeBackup(backup: Backup, store: EventStore, file: string | null): Promise<void> {
  if (file !== null) backupSqliteFile(file, backup.path);
  else {
    const to = await sqliteStore(backup.path);
    await copyLog(store, to);
    await to.close();
  }
  backup.cursor = (await store.readAll(null, { limit: 5 })).cursor;
}

/** Holds a backup, restored, against what was acknowledged before it; a reader's cursor must be refused by it. */
export async function checkBackup(
  { acknowledged, cursor, path }: Backup,
  { faults }: CrashReport,
): Promise<number> {
  const verified = verifySqliteFile(path);
  if (!verified.ok) faults.push(`the backup does not verify: ${verified.problems[0]?.message.en}`);
  restoreSqliteFile(path, `${path}-restored`);
  const restored = await sqliteStore(`${path}-restored`);
  for (const [key, position] of acknowledged) {
    const [event] = await restored.readKey(streamOf(PROJECT), key);
    if (event?.position !== position)
      faults.push(`${key}, acknowledged at ${position}, is not in the backup`);
  }
  const answer = await restored.readAll(cursor).then(
    () => "taken",
    (error) => (error as { problem?: { code: string } }).problem?.code,
  );
  if (answer !== "cursor-out-of-range" && answer !== "bad-cursor")
    faults.push(`a cursor of the log in use was ${answer} by the restored one`);
  await restored.close();
  return acknowledged.size;
}

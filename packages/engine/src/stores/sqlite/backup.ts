import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { type StoreError, storeError } from "../../log/index.ts";
import { storeErrorOf } from "./failure.ts";
import { SET_EPOCH } from "./schema.ts";
import { sealPath, sealSqliteFile } from "./seal.ts";
import { type SqliteVerification, verifySqliteFile } from "./verify.ts";

/** How long the copying waits for a process that holds the file, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Flushes a file to the disk. */
function fsyncFile(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Copies the log as it is at one moment, in the form of a log. */
function copy(from: string, to: string): void {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    source.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}; PRAGMA trusted_schema = OFF`);
    source.prepare("VACUUM INTO ?").run(to);
  } finally {
    source.close();
  }
  // A vacuumed file has no write-ahead log; every log has one. Its epoch is its own: cursors of the original are not of a restored copy.
  const target = new DatabaseSync(to);
  try {
    target.exec("PRAGMA journal_mode = WAL");
    // A database of another program is found out by the verification.
    if (target.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get() !== undefined)
      target.exec(SET_EPOCH);
  } finally {
    target.close();
  }
}

/** A log that does not verify, with the first that is wrong with it. */
function unsound(path: string, { problems: [first] }: SqliteVerification): StoreError {
  if (first === undefined) return storeError("store-damaged", path, path);
  const { en, fr } = first.message;
  return storeError("store-damaged", path, { en: en.replace(/\.$/, ""), fr: fr.replace(/\.$/, "") });
}

/**
 * Copies a log of `sqliteStore` while other processes use it: complete as of one moment, sealed and verified, under a new epoch. Returns the
 * result of the verification, with the heads to be noted elsewhere. The copy appears when all of that is done, or not at all. This process
 * does nothing else until then.
 * @throws StoreError if the log cannot be read, is none or does not verify; if the disk is full; if `to` exists.
 */
export function backupSqliteFile(from: string, to: string): SqliteVerification {
  const draft = `${to}-new`;
  const clear = () => {
    for (const end of ["", "-seal", "-seal-new", "-wal", "-shm", "-journal"])
      rmSync(draft + end, { force: true });
  };
  if (existsSync(to)) throw storeError("store-exists", to, to);
  clear();
  try {
    copy(from, draft);
    sealSqliteFile(draft);
    const found = verifySqliteFile(draft);
    if (!found.ok) throw unsound(from, found);
    fsyncFile(draft);
    fsyncFile(sealPath(draft));
    renameSync(draft, to);
    renameSync(sealPath(draft), sealPath(to));
    return found;
  } catch (error) {
    throw storeErrorOf(error, from) ?? error;
  } finally {
    clear();
  }
}

/**
 * Puts a backup in the place of a log, under a new epoch: verified before and after, and all of it or nothing. The log must not be in use.
 * @throws StoreError if the backup does not verify; if there is a log at `to` already; if the disk is full.
 */
export function restoreSqliteFile(backup: string, to: string): SqliteVerification {
  const verified = verifySqliteFile(backup);
  if (!verified.ok) throw unsound(backup, verified);
  return backupSqliteFile(backup, to);
}

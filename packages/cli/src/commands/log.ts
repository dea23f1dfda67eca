import { stat } from "node:fs/promises";
import type { Language, Problem } from "@cadre/core";
import { fileNotReadable } from "@cadre/documents/internal";
import type { EventStore } from "@cadre/engine";
import { EXIT, reportProblems, type Terminal } from "./command.ts";

/** Options of the commands about logs. */
export interface LogOptions {
  lang?: Language;
  /** The schema of a log in PostgreSQL. */
  schema?: string;
  /** A file of heads that `cadre verify` printed before. */
  heads?: string;
}

interface Head {
  position: number;
  hash: string;
}
type Heads = Record<string, Head>;

const isPostgres = (log: string): boolean => /^postgres(ql)?:\/\//.test(log);
/** An address as it may be printed: without a password. */
const shown = (log: string): string => (isPostgres(log) ? log.replace(/:\/\/[^@/]*@/, "://…@") : log);

/** Opens a log for as long as some work takes. */
export async function withStore<T>(
  log: string,
  { schema }: LogOptions,
  work: (store: EventStore) => Promise<T>,
): Promise<T> {
  if (!isPostgres(log)) {
    const { sqliteStore } = await import("@cadre/engine/sqlite");
    const store = await sqliteStore(log);
    return work(store).finally(() => store.close());
  }
  const [{ postgresStore }, { default: pg }] = await Promise.all([
    import("@cadre/engine/postgres"),
    import("pg"),
  ]);
  const pool = new pg.Pool({ connectionString: log, max: 4 });
  try {
    const store = await postgresStore(pool, {
      patienceMs: 3000,
      ...(schema === undefined ? {} : { schema }),
    });
    return await work(store).finally(() => store.close());
  } finally {
    await pool.end();
  }
}

/** Why a log or a backup in a file cannot be opened at all; `null` where it can, or is in a database. */
async function unreadable(path: string): Promise<Problem | null> {
  if (isPostgres(path)) return null;
  try {
    const isFolder = (await stat(path)).isDirectory();
    return isFolder ? fileNotReadable(Object.assign(new Error(path), { code: "EISDIR" })) : null;
  } catch (error) {
    return fileNotReadable(error);
  }
}

/** The exit code of work that may meet a store's refusal, which is reported. */
export async function reporting(
  log: string,
  options: LogOptions,
  terminal: Terminal,
  work: () => Promise<number>,
): Promise<number> {
  const problem = await unreadable(log);
  if (problem !== null) return reportProblems(log, [problem], options.lang ?? terminal.language, terminal);
  const { StoreError, UnknownEvent } = await import("@cadre/engine");
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof UnknownEvent)) throw error;
    return reportProblems(shown(log), [error.problem], options.lang ?? terminal.language, terminal);
  }
}

/** Prints heads, to be noted elsewhere, or the problems. */
export function report(
  log: string,
  problems: readonly Problem[],
  heads: Heads,
  options: LogOptions,
  terminal: Terminal,
): number {
  if (problems.length > 0)
    return reportProblems(shown(log), problems, options.lang ?? terminal.language, terminal);
  terminal.out(JSON.stringify(heads, null, 2));
  return EXIT.done;
}

/** `cadre verify LOG`: verifies every chain of a log; prints the last entry of each stream, to be noted elsewhere. */
export const runVerify = (log: string, options: LogOptions, terminal: Terminal): Promise<number> =>
  reporting(log, options, terminal, async () => {
    const { verifyLog } = await import("@cadre/engine");
    let known: Heads = {};
    if (options.heads !== undefined) {
      const { jsonAt } = await import("../mapped.ts");
      const json = await jsonAt(options.heads);
      if (!json.ok)
        return reportProblems(options.heads, json.problems, options.lang ?? terminal.language, terminal);
      known = json.value as Heads;
    }
    if (isPostgres(log)) {
      const { problems, heads } = await withStore(log, options, (store) => verifyLog(store, { known }));
      return report(log, problems, heads, options, terminal);
    }
    const { sqliteStore, verifySqliteFile } = await import("@cadre/engine/sqlite");
    const { problems, heads } = verifySqliteFile(log);
    if (problems.length > 0 || options.heads === undefined)
      return report(log, problems, heads, options, terminal);
    const store = await sqliteStore(log, { seal: false });
    const noted = await verifyLog(store, { known }).finally(() => store.close());
    return report(log, noted.problems, heads, options, terminal);
  });

/** `cadre backup LOG FILE`: copies a log that may be in use into a file, verified; prints the heads. */
export const runBackup = (
  log: string,
  to: string,
  options: LogOptions,
  terminal: Terminal,
): Promise<number> =>
  reporting(log, options, terminal, async () => {
    const { backupSqliteFile, sqliteStore, verifySqliteFile } = await import("@cadre/engine/sqlite");
    if (isPostgres(log)) {
      const { copyLog } = await import("@cadre/engine");
      await withStore(log, options, async (from) => {
        const file = await sqliteStore(to);
        await copyLog(from, file).finally(() => file.close());
      });
    } else backupSqliteFile(log, to);
    const { problems, heads } = verifySqliteFile(to);
    return report(to, problems, heads, options, terminal);
  });

/** `cadre restore FILE LOG`: puts a backup where there is no log yet, verified; prints the heads. */
export const runRestore = (
  file: string,
  log: string,
  options: LogOptions,
  terminal: Terminal,
): Promise<number> =>
  reporting(file, options, terminal, async () => {
    const { restoreSqliteFile, sqliteStore, verifySqliteFile } = await import("@cadre/engine/sqlite");
    if (!isPostgres(log)) {
      const { problems, heads } = restoreSqliteFile(file, log);
      return report(log, problems, heads, options, terminal);
    }
    const { copyLog, verifyLog } = await import("@cadre/engine");
    const verified = verifySqliteFile(file);
    if (!verified.ok) return report(file, verified.problems, {}, options, terminal);
    const backup = await sqliteStore(file, { seal: false });
    try {
      return await withStore(log, options, async (to) => {
        await copyLog(backup, to);
        const { problems, heads } = await verifyLog(to, { known: verified.heads });
        return report(log, problems, heads, options, terminal);
      });
    } finally {
      await backup.close();
    }
  });

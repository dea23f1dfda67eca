export { backupSqliteFile, restoreSqliteFile } from "./backup.ts";
export { sealSqliteFile } from "./seal.ts";
export { type SqliteOptions, sqliteStore } from "./sqlite-store.ts";
export { type SqliteVerification, verifySqliteFile } from "./verify.ts";

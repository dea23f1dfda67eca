import { StoreError, type StoreFailure, storeError } from "../../log/index.ts";

const FAILURES: Record<number, StoreFailure> = {
  5: "store-busy", // SQLITE_BUSY: another process writes
  6: "store-busy", // SQLITE_LOCKED
  8: "store-away", // SQLITE_READONLY
  10: "store-away", // SQLITE_IOERR
  11: "store-damaged", // SQLITE_CORRUPT
  13: "store-full", // SQLITE_FULL
  14: "store-away", // SQLITE_CANTOPEN
  26: "store-damaged", // SQLITE_NOTADB
  4874: "store-full", // SQLITE_IOERR_SHMSIZE: no space for the file of shared memory
};
const errcodeOf = (error: unknown): number => (error as { errcode?: number }).errcode ?? 0;

/** SQLITE_CONSTRAINT_UNIQUE. */
export const isTaken = (error: unknown): boolean => errcodeOf(error) === 2067;

/** An error of `node:sqlite` by its number, `SQLite 11`: what SQLite says of it is English and for programmers. */
export const detailOf = (error: unknown): string => `SQLite ${errcodeOf(error) || "–"}`;

/** What an error of `node:sqlite` means for a log; `null` where it is a mistake of ours. */
export function storeErrorOf(error: unknown, path: string): StoreError | null {
  if (error instanceof StoreError) return error;
  if ((error as { code?: string }).code === "ERR_INVALID_STATE")
    return storeError("store-closed", path, path, { cause: error });
  const errcode = errcodeOf(error);
  const failure = FAILURES[errcode] ?? FAILURES[errcode % 256];
  return failure === undefined ? null : storeError(failure, path, detailOf(error), { cause: error });
}

import { sha256 } from "./chain.ts";

/** Hash over a row that no chain covers, so that a changed byte is found. */
const digest =
  (...columns: string[]) =>
  (row: Readonly<Record<string, unknown>>): string =>
    sha256(JSON.stringify(columns.map((column) => row[column] ?? null)));

/** Digest of a stored snapshot, by which a changed one is found. */
export const snapshotDigest = digest("stream", "position", "hash", "version", "state");
/** Digest of a stored timer, by which a changed one is found. */
export const timerDigest = digest("id", "stream", "kind", "due", "data", "attempts", "leased_until", "ended");

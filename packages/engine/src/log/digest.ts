import { sha256 } from "./chain.ts";

/** Hash over a row that no chain covers, so that a changed byte is found. */
const digest =
  (...columns: string[]) =>
  (row: Readonly<Record<string, unknown>>): string =>
    sha256(JSON.stringify(columns.map((column) => row[column] ?? null)));

export const snapshotDigest = digest("stream", "position", "hash", "version", "state");
export const timerDigest = digest("id", "stream", "kind", "due", "data", "attempts", "leased_until", "ended");

import { sha256 } from "../../log/index.ts";

/** What stands in a row that no chain covers, as one hash: a byte changed in it is found. */
const digest =
  (...columns: string[]) =>
  (row: Readonly<Record<string, unknown>>): string =>
    sha256(JSON.stringify(columns.map((column) => row[column] ?? null)));

export const snapshotDigest = digest("stream", "position", "hash", "version", "state");
export const timerDigest = digest("id", "stream", "kind", "due", "data", "attempts", "leased_until", "ended");

import type { Problem } from "@cadre/core";
import { GENESIS, headOf, orderHash, type StoredEntry, StoreError } from "../../log/index.ts";
import { messages } from "../../messages.ts";
import type { Connection, Row } from "./connection.ts";

/** Entries that are verified when a file is opened; `verifySqliteFile` verifies all. */
const CHECKED = 1000;

/** Verifies the last entries of a log, by their streams and by their order: the first problem, or `null`. */
export function checkEnd(db: Connection): Problem | null {
  const rows = db.all(
    "SELECT global, chained, stream, position, key, part, hash, body FROM events ORDER BY global DESC LIMIT ?",
    CHECKED + 1,
  );
  for (const [index, row] of rows.slice(0, CHECKED).entries()) {
    const before = rows[index + 1];
    const problem = orderProblem(row, before) ?? linkProblem(db, row);
    if (problem !== null) return problem;
  }
  return null;
}

function orderProblem(row: Row, before: Row | undefined): Problem | null {
  const [global, found] = [Number(row.global), String(row.chained)];
  const previous = before === undefined ? GENESIS : String(before.chained);
  const expected = orderHash(previous, { global: Number(before?.global ?? 0) + 1, hash: String(row.hash) });
  if (global === Number(before?.global ?? 0) + 1 && found === expected) return null;
  const message = messages["order-broken"](global);
  return { code: "order-broken", where: { path: `events/${global}` }, message, found, expected };
}

function linkProblem(db: Connection, row: Row): Problem | null {
  const [stream, position] = [String(row.stream), Number(row.position)];
  const before = db.all(
    "SELECT position, hash FROM events WHERE stream = ? AND position = ?",
    stream,
    position - 1,
  );
  try {
    headOf(stream, [row, ...before] as unknown as StoredEntry[]);
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error.problem;
    throw error;
  }
}

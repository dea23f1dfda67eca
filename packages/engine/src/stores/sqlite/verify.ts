import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Bilingual, Problem } from "@cadre/core";
import {
  ChainCheck,
  EMPTY,
  GENESIS,
  type Head,
  messageOf,
  orderHash,
  type RawEntry,
  snapshotDigest,
  timerDigest,
} from "../../log/index.ts";
import { messages, reasons } from "../../messages.ts";
import { detailOf } from "./failure.ts";
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from "./schema.ts";
import { checkSeal } from "./seal.ts";

/** The result of verifying a file. */
export interface SqliteVerification {
  /** Whether the file holds. */
  ok: boolean;
  /** What does not hold. */
  problems: Problem[];
  /** The last entry of each stream whose chain holds. */
  heads: Record<string, Head>;
  /** Number of the last entry of all streams, as far as their order holds, and the hash over it and all before. */
  order: Head;
  /** Whether the file was held against its seal, which covers every byte. */
  sealed: boolean;
  /** Bytes of the file that hold nothing and that nothing but a seal covers: free pages, space within pages. */
  uncovered: number;
}

/** Fields of the file's header that have one right value in a log: offset, bytes, value. SQLite itself would let some of them pass. */
const HEADER: [offset: number, bytes: number, value: number][] = [
  [18, 1, 2], // write-ahead log
  [19, 1, 2],
  [20, 1, 0], // no reserved bytes on pages
  [44, 4, 4], // format of the schema
  [48, 4, 0], // suggested cache
  [52, 4, 0], // no automatic vacuum
  [56, 4, 1], // UTF-8
  [60, 4, SCHEMA_VERSION],
  [64, 4, 0],
  [68, 4, APPLICATION_ID],
  ...Array.from({ length: 5 }, (_, n): [number, number, number] => [72 + 4 * n, 4, 0]),
];

function headerFaults(path: string): Bilingual[] {
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(100);
    const length = readSync(file, header, 0, 100, 0);
    // Of another kind of file nothing else is worth saying.
    if (length > 0 && header.toString("latin1", 0, 16) !== "SQLite format 3\0") return [reasons.notSqlite()];
    if (length < 100) return [reasons.headerShort()];
    const faults = HEADER.filter(([offset, bytes, value]) => header.readUIntBE(offset, bytes) !== value).map(
      ([offset]) => reasons.headerByte(offset),
    );
    if (header.readUInt32BE(24) !== header.readUInt32BE(92)) faults.push(reasons.headerByte(24));
    const size = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    if (header.readUInt32BE(28) * size !== fstatSync(file).size) faults.push(reasons.headerByte(28));
    return faults;
  } finally {
    closeSync(file);
  }
}

/** Every stream's chain, to the byte. */
function checkChains(db: DatabaseSync): { problems: Problem[]; heads: Record<string, Head> } {
  const problems: Problem[] = [];
  const heads = new Map<string, Head>();
  const end = (check: ChainCheck | null) => {
    const found = check?.end();
    if (found?.ok === true) heads.set(found.stream, found.head);
    else if (found?.ok === false) problems.push(found.problem);
  };
  let check = null as ChainCheck | null;
  const rows = db
    .prepare(
      "SELECT stream, position, key, part, hash, CAST(body AS BLOB) AS body FROM events ORDER BY stream, position",
    )
    .iterate();
  for (const row of rows) {
    const stream = String(row.stream);
    if (check?.stream !== stream) {
      end(check);
      check = new ChainCheck(stream);
    }
    check.addRaw(stream, row as unknown as RawEntry);
  }
  end(check);
  return { problems, heads: Object.fromEntries(heads) };
}

/** The order of all streams: numbers without gaps, and its chain. Returns its head. */
function checkOrder(db: DatabaseSync): { problems: Problem[]; order: Head } {
  let order = { position: 0, hash: GENESIS };
  const rows = db.prepare("SELECT global, hash, chained FROM events ORDER BY global").iterate();
  for (const row of rows) {
    const [position, found] = [Number(row.global), String(row.chained)];
    const expected = orderHash(order.hash, { global: order.position + 1, hash: String(row.hash) });
    if (position !== order.position + 1 || found !== expected) {
      const where = { path: `events/${order.position + 1}` };
      const message = messages["order-broken"](order.position + 1);
      return { problems: [{ code: "order-broken", where, message, found, expected }], order };
    }
    order = { position, hash: found };
  }
  return { problems: [], order };
}

/** All that SQLite says of the tables and indexes, but for the pages on which they begin, which its own check holds against the rest. */
const schemaOf = (db: DatabaseSync) =>
  db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").all();

/** The same of a log that was just made: the indexes that SQLite makes by itself have no text in {@link SCHEMA} to hold them against. */
function soundSchema() {
  const db = new DatabaseSync(":memory:");
  try {
    for (const statement of SCHEMA) db.exec(statement);
    return schemaOf(db);
  } finally {
    db.close();
  }
}

function contentFaults(db: DatabaseSync): Bilingual[] {
  const integrity = db
    .prepare("PRAGMA integrity_check")
    .all()
    .map((row) => String(row.integrity_check));
  // What SQLite says is quoted: it is for whoever repairs the file.
  const broken = integrity.find((line) => line !== "ok");
  const faults = broken === undefined ? [] : [reasons.structure(broken)];
  if (db.prepare("SELECT 1 FROM meta WHERE name = 'epoch'").get() === undefined)
    faults.push(reasons.noEpoch());
  if (JSON.stringify(schemaOf(db)) !== JSON.stringify(soundSchema())) faults.push(reasons.otherTables());
  for (const [table, name, digest] of [
    ["snapshots", "stream", snapshotDigest],
    ["timers", "id", timerDigest],
  ] as const)
    for (const row of db.prepare(`SELECT * FROM ${table}`).iterate())
      if (row.digest !== digest(row)) faults.push(reasons.row(table, String(row[name])));
  return faults;
}

function uncoveredBytes(db: DatabaseSync): number {
  const number = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0] ?? 0);
  const free = number("PRAGMA freelist_count") * number("PRAGMA page_size");
  return free + number("SELECT sum(unused) FROM dbstat");
}

/**
 * Verifies a file of `sqliteStore`: SQLite's own structure, indexes against tables, the
 * schema, the chain of every stream to the byte, the digest of every timer and snapshot and, where the file was sealed, every byte.
 * It only reads. Without a seal, bytes that hold nothing (whose change has no effect) are counted as `uncovered`.
 *
 * Entries that were cut off the end of a stream, with everything that belonged to them, are found only with a head noted elsewhere.
 */
export function verifySqliteFile(path: string): SqliteVerification {
  const fault = (what: Bilingual | string): Problem => ({
    code: "file-damaged",
    where: { path },
    message: messageOf("file-damaged", what),
    found: null,
    expected: null,
  });
  const found: SqliteVerification = {
    ok: false,
    problems: [],
    heads: {},
    order: EMPTY,
    sealed: false,
    uncovered: 0,
  };
  try {
    const seal = existsSync(path) ? checkSeal(path) : null;
    found.problems.push(...(seal ?? []));
    found.sealed = seal !== null;
    const wal = `${path}-wal`;
    // While there is a write-ahead log, the newest header may be there.
    if (!existsSync(wal) || statSync(wal).size === 0) found.problems.push(...headerFaults(path).map(fault));
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      db.exec("PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF");
      found.problems.push(...contentFaults(db).map(fault));
      const { problems, heads } = checkChains(db);
      found.problems.push(...problems);
      found.heads = heads;
      const ordered = checkOrder(db);
      found.problems.push(...ordered.problems);
      found.order = ordered.order;
      found.uncovered = found.sealed ? 0 : uncoveredBytes(db);
    } finally {
      db.close();
    }
  } catch (error) {
    const { code = "" } = error as { code?: string };
    const isSystem = /^E[A-Z]+$/.test(code);
    // SQLITE_NOTADB says what the header said already.
    if (!(found.problems.length > 0 && (error as { errcode?: number }).errcode === 26))
      found.problems.push(fault(isSystem ? reasons.unreadable() : detailOf(error)));
  }
  return { ...found, ok: found.problems.length === 0 };
}

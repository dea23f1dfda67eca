/** "CADR": the file's own mark, so that another program's database is not taken for a log. */
export const APPLICATION_ID = 0x43414452;
/** Version of the tables. */
export const SCHEMA_VERSION = 1;

/**
 * Sets the epoch of a log, which cursors name: made at random with the file and again in each backup, so that a restored log is another one
 * for its readers.
 */
export const SET_EPOCH =
  "INSERT OR REPLACE INTO meta (name, value) VALUES ('epoch', lower(hex(randomblob(8))))";

/** The tables and indexes, exactly as `sqlite_schema` holds them; verification compares them. */
export const SCHEMA = [
  `CREATE TABLE events (
  global INTEGER PRIMARY KEY,
  stream TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL, part INTEGER NOT NULL,
  hash TEXT NOT NULL, body TEXT NOT NULL, chained TEXT NOT NULL,
  UNIQUE (stream, position), UNIQUE (stream, key, part)
) STRICT`,
  `CREATE TABLE meta (
  name TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT`,
  `CREATE TABLE snapshots (
  stream TEXT PRIMARY KEY, position INTEGER NOT NULL, hash TEXT NOT NULL, version TEXT NOT NULL, state TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT`,
  `CREATE TABLE timers (
  id TEXT PRIMARY KEY, stream TEXT NOT NULL, kind TEXT NOT NULL, due TEXT NOT NULL, data TEXT NOT NULL,
  attempts INTEGER NOT NULL, leased_until TEXT NOT NULL, ended INTEGER NOT NULL, digest TEXT NOT NULL
) STRICT`,
  "CREATE INDEX timers_by_due ON timers (due) WHERE ended = 0",
];

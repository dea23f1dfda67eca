/** What may name a schema. */
export const IDENTIFIER = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Tables of the log. `transaction` is the transaction of the append: readers of all streams get events in the order of transactions, and
 * only of those that are older than any that still runs, so that nothing comes in before. Transaction ids start again where a dump is
 * restored into another server; `era` counts how often that happened.
 */
export const schemaSql = (schema: string): string => `
CREATE SCHEMA IF NOT EXISTS ${schema};
CREATE TABLE IF NOT EXISTS ${schema}.events (
  era integer NOT NULL, transaction xid8 NOT NULL DEFAULT pg_current_xact_id(), global bigint GENERATED ALWAYS AS IDENTITY,
  stream text COLLATE "C" NOT NULL, position bigint NOT NULL, key text COLLATE "C" NOT NULL, part integer NOT NULL,
  hash text COLLATE "C" NOT NULL, body text NOT NULL,
  PRIMARY KEY (era, transaction, global), UNIQUE (stream, position), UNIQUE (stream, key, part)
);
CREATE TABLE IF NOT EXISTS ${schema}.eras (era integer PRIMARY KEY);
INSERT INTO ${schema}.eras SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM ${schema}.eras);
INSERT INTO ${schema}.eras SELECT max(era) + 1 FROM ${schema}.eras
  HAVING (SELECT transaction FROM ${schema}.events ORDER BY era DESC, transaction DESC LIMIT 1) >= pg_snapshot_xmax(pg_current_snapshot())
    AND (SELECT max(era) FROM ${schema}.events) = max(era);
CREATE TABLE IF NOT EXISTS ${schema}.snapshots (
  stream text COLLATE "C" PRIMARY KEY, position bigint NOT NULL, hash text NOT NULL, version text NOT NULL, state text NOT NULL, digest text NOT NULL
);
CREATE TABLE IF NOT EXISTS ${schema}.timers (
  id text COLLATE "C" PRIMARY KEY, stream text NOT NULL, kind text NOT NULL, due text COLLATE "C" NOT NULL, data text NOT NULL,
  attempts integer NOT NULL DEFAULT 0, leased_until text COLLATE "C" NOT NULL DEFAULT '', ended boolean NOT NULL DEFAULT false
);
CREATE INDEX IF NOT EXISTS timers_by_due ON ${schema}.timers (due) WHERE NOT ended;
`;

/**
 * Names this history of the log, for cursors: it changes when the tables are created again (a dump that was restored), in another cluster,
 * and on a new timeline (a restored base backup, a standby that was promoted), where the last events may be missing.
 */
export const epochSql = (schema: string): string => `SELECT left(encode(sha256(convert_to(
  (SELECT system_identifier FROM pg_control_system())::text || ' ' || (SELECT oid FROM pg_database WHERE datname = current_database())
  || ' ' || '${schema}.events'::regclass::oid || ' ' || CASE WHEN pg_is_in_recovery()
    THEN lpad(upper(to_hex((SELECT timeline_id FROM pg_control_checkpoint()))), 8, '0')
    ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END, 'UTF8')), 'hex'), 16) AS epoch`;

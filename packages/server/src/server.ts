import type { Writer } from "@cadre/core";
import {
  type AuthorisationPolicy,
  createEngine,
  type Engine,
  type EngineOptions,
  type EventStore,
} from "@cadre/engine";
import { type ApiKey, grantsOf, type RateLimit, SERVER_AUTHORISATION } from "./auth/index.ts";
import { createDashboardService } from "./dashboard/index.ts";
import { createDocumentStore, type DocumentStore } from "./documents/index.ts";
import { frameworkJson } from "./json-writer.ts";
import { createApp, type LogEntry } from "./routes/app.ts";
import { readiness } from "./routes/ready.ts";

/** What a server is made of. */
export interface ServerOptions {
  /** Where the record of projects is kept. */
  record: EventStore;
  /** Where documents and figures are kept: a store of its own, since the record's readers know only the engine's events. */
  papers: EventStore;
  keys: readonly ApiKey[];
  /** Who somebody without a key is: a viewer, on a machine of one's own. Without it, everybody needs a key. */
  anonymous?: ApiKey;
  /** Formats that documents are exported in, beside JSON. */
  writers?: readonly Writer[];
  policy?: AuthorisationPolicy;
  /** 200 requests at once and 50 a second after that, for each key, unless told. */
  rate?: RateLimit;
  /** 10 MB unless told. */
  maxBodyBytes?: number;
  /** Reports of each request; lines of JSON on standard error unless told. */
  log?: (entry: LogEntry) => void;
  /** Everything else of the engine. */
  engine?: Omit<EngineOptions, "store" | "grants" | "policy">;
}

/** A server: its Hono app, to be served or mounted in another, and what stands behind it. */
export interface CadreServer {
  app: ReturnType<typeof createApp>;
  engine: Engine;
  shelf: DocumentStore;
}

/** Makes a server. Any number of them, in any number of processes, may use the same stores. */
export function createServer(options: ServerOptions): CadreServer {
  const { record, papers, keys, anonymous = null, writers = [] } = options;
  const {
    policy = SERVER_AUTHORISATION,
    rate = { burst: 200, perSecond: 50 },
    maxBodyBytes = 10_000_000,
  } = options;
  const log = options.log ?? ((entry: LogEntry) => process.stderr.write(`${JSON.stringify(entry)}\n`));
  const grants = grantsOf(anonymous === null ? keys : [...keys, anonymous]);
  const engine = createEngine({ ...options.engine, store: record, grants, policy });
  const shelf = createDocumentStore(papers, options.engine?.clock);
  const board = createDashboardService(engine, shelf, record);
  const app = createApp(
    { engine, shelf, board, policy, grants, writers: [frameworkJson, ...writers], maxBodyBytes },
    { keys, anonymous, rate, away: readiness({ record, papers }), log },
  );
  return { app, engine, shelf };
}
